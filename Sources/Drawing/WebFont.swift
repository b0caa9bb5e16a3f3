/// WOFF and WOFF 2 files, which are OpenType files with their tables compressed (W3C, WOFF File Format 1.0 and 2.0).
///
/// FreeType unpacks them: it puts the outlines together again that WOFF 2 stores in parts.
public enum WebFont {
    /// Files that say they unpack to more bytes than these are refused.
    public static let largestUnpacked = 128 << 20

    /// The file begins as WOFF or WOFF 2 does.
    public static func isWebFont(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: Array("wOFF".utf8)) || bytes.starts(with: Array("wOF2".utf8))
    }

    /// The OpenType file that a file of either kind holds; of a collection its first font.
    ///
    /// - Parameter name: What errors call the file.
    public static func unpacked(_ bytes: [UInt8], name: String) throws(DrawingError) -> [UInt8] {
        guard isWebFont(bytes), let size = WebFontHeader(bytes)?.unpackedSize, size <= largestUnpacked else {
            throw DrawingError(.fontUnreadable, subject: name, message: "is no WOFF file of a size that is read")
        }
        let tables = try FontFace.tables(of: bytes, name: name)
        return sfnt(tables, flavour: Array(bytes[4..<8]))
    }

    /// One table of a font.
    struct Table {
        /// Four bytes.
        var tag: [UInt8]
        var bytes: [UInt8]
    }

    /// Tables as an OpenType file (OpenType, "Organization of an OpenType Font").
    private static func sfnt(_ tables: [Table], flavour: [UInt8]) -> [UInt8] {
        let tables = tables.sorted { $0.tag.lexicographicallyPrecedes($1.tag) }
        var log = 0
        while 2 << log <= tables.count { log += 1 }
        let range = 16 << log
        var file = flavour.starts(with: Array("ttcf".utf8)) ? [0, 1, 0, 0] : flavour
        for number in [tables.count, range, log, tables.count * 16 - range] { file += UInt16(number).bigEndianBytes }
        var offset = 12 + 16 * tables.count
        for table in tables {
            file += table.tag + checksum(table.bytes).bigEndianBytes
            file += UInt32(offset).bigEndianBytes + UInt32(table.bytes.count).bigEndianBytes
            offset += (table.bytes.count + 3) & ~3
        }
        file.reserveCapacity(offset)
        for table in tables {
            file += table.bytes
            while file.count % 4 != 0 { file.append(0) }
        }
        return file
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0
        for start in stride(from: 0, to: bytes.count, by: 4) {
            var word: UInt32 = 0
            for index in start..<start + 4 { word = word << 8 | (index < bytes.count ? UInt32(bytes[index]) : 0) }
            sum &+= word
        }
        return sum
    }
}

/// What a file says of how large it is when it is unpacked.
private struct WebFontHeader {
    /// Bytes: the greater of what the header and the tables' directory say.
    let unpackedSize: Int

    /// Nil where the file ends too early.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 48 else { return nil }
        func number(_ offset: Int, _ count: Int) -> Int {
            bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
        }
        let count = number(12, 2)
        let stated = number(16, 4)
        let isSecond = bytes[3] == UInt8(ascii: "2")
        var total = 0
        if isSecond {
            var reader = Reader(bytes: bytes, position: 48)
            for _ in 0..<count {
                guard let size = reader.tableSize() else { return nil }
                total += size
            }
        } else {
            guard bytes.count >= 44 + 20 * count else { return nil }
            for table in 0..<count { total += number(44 + 20 * table + 12, 4) }
        }
        unpackedSize = max(stated, total)
    }

    /// Goes through the directory of WOFF 2 (§4.2).
    private struct Reader {
        let bytes: [UInt8]
        var position: Int

        mutating func byte() -> UInt8? {
            guard position < bytes.count else { return nil }
            defer { position += 1 }
            return bytes[position]
        }

        /// The greater of a table's sizes, before and after its transformation.
        mutating func tableSize() -> Int? {
            guard let flags = byte() else { return nil }
            let known = flags & 0x3F
            var isOutline = known == 10 || known == 11
            if known == 0x3F {
                guard position + 4 <= bytes.count else { return nil }
                let tag = Array(bytes[position..<position + 4])
                isOutline = tag == Array("glyf".utf8) || tag == Array("loca".utf8)
                position += 4
            }
            guard let size = number() else { return nil }
            // Outlines are transformed by version 0 and stored as they are by version 3; with others it is the reverse.
            let version = flags >> 6
            guard isOutline ? version != 3 : version != 0 else { return size }
            return number().map { max(size, $0) }
        }

        /// `UIntBase128` (§4.1): at most five bytes of seven bits each.
        private mutating func number() -> Int? {
            var value = 0
            for _ in 0..<5 {
                guard let byte = byte() else { return nil }
                value = value << 7 | Int(byte & 0x7F)
                if byte & 0x80 == 0 { return value }
            }
            return nil
        }
    }
}

extension FixedWidthInteger {
    fileprivate var bigEndianBytes: [UInt8] {
        withUnsafeBytes(of: bigEndian) { unsafe Array($0) }
    }
}
