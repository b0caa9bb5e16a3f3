/// Web fonts made of OpenType files for tests, with their tables stored as they are.
public enum WebFontFixture {
    private struct Table {
        var tag: [UInt8]
        var checksum: [UInt8]
        var bytes: [UInt8]
    }

    private static func number(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
        bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
    }

    private static func bytes(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    private static func tables(of font: [UInt8]) -> [Table] {
        (0..<number(font, 4, 2)).map { index in
            let record = 12 + 16 * index
            let (offset, length) = (number(font, record + 8, 4), number(font, record + 12, 4))
            return Table(
                tag: Array(font[record..<record + 4]), checksum: Array(font[record + 4..<record + 8]),
                bytes: Array(font[offset..<offset + length]))
        }
    }

    /// WOFF 1.0, whose tables need not be compressed (§5).
    public static func woff(of font: [UInt8]) -> [UInt8] {
        let tables = tables(of: font)
        var directory: [UInt8] = []
        var content: [UInt8] = []
        let start = 44 + 20 * tables.count
        for table in tables {
            directory += table.tag + bytes(start + content.count, 4) + bytes(table.bytes.count, 4)
            directory += bytes(table.bytes.count, 4) + table.checksum
            content += table.bytes
            while content.count % 4 != 0 { content.append(0) }
        }
        let size = 12 + 16 * tables.count + tables.reduce(0) { $0 + ($1.bytes.count + 3) & ~3 }
        var header = Array("wOFF".utf8) + font[0..<4] + bytes(start + content.count, 4)
        header += bytes(tables.count, 2) + bytes(0, 2) + bytes(size, 4) + bytes(1, 2) + bytes(0, 2)
        return header + [UInt8](repeating: 0, count: 20) + directory + content
    }

    /// WOFF 2.0 with outlines that are not transformed (§5.1) in a Brotli stream that is not compressed.
    public static func woff2(of font: [UInt8]) -> [UInt8] {
        let tables = tables(of: font)
        var directory: [UInt8] = []
        for table in tables {
            let isOutline = ["glyf", "loca"].contains(String(decoding: table.tag, as: UTF8.self))
            directory += [isOutline ? 0xFF : 0x3F] + table.tag + base128(table.bytes.count)
        }
        var stream = stored(tables.flatMap(\.bytes))
        let length = stream.count
        while (48 + directory.count + stream.count) % 4 != 0 { stream.append(0) }
        let size = 12 + 16 * tables.count + tables.reduce(0) { $0 + ($1.bytes.count + 3) & ~3 }
        var header = Array("wOF2".utf8) + font[0..<4] + bytes(48 + directory.count + stream.count, 4)
        header += bytes(tables.count, 2) + bytes(0, 2) + bytes(size, 4) + bytes(length, 4) + bytes(1, 2) + bytes(0, 2)
        return header + [UInt8](repeating: 0, count: 20) + directory + stream
    }

    /// `UIntBase128` (WOFF 2.0, §4.1).
    private static func base128(_ value: Int) -> [UInt8] {
        var result = [UInt8(value & 0x7F)]
        var rest = value >> 7
        while rest > 0 {
            result.insert(UInt8(rest & 0x7F) | 0x80, at: 0)
            rest >>= 7
        }
        return result
    }

    /// Uncompressed meta-blocks of up to 64 KiB (RFC 7932, §9).
    private static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var (pending, count) = (0, 0)
        func put(_ value: Int, _ bits: Int) {
            pending |= value << count
            count += bits
            while count >= 8 {
                result.append(UInt8(pending & 0xFF))
                pending >>= 8
                count -= 8
            }
        }
        put(0, 1)  // a window of 64 KiB
        for start in stride(from: 0, to: bytes.count, by: 65_536) {
            let block = bytes[start..<min(start + 65_536, bytes.count)]
            put(0, 1)  // not the last
            put(0, 2)  // four nibbles of length
            put(block.count - 1, 16)
            put(1, 1)  // uncompressed
            if count > 0 { put(0, 8 - count) }
            result += block
        }
        put(3, 2)  // the last, empty
        if count > 0 { put(0, 8 - count) }
        return result
    }
}
