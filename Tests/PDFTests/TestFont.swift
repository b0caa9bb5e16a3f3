import FoundationEssentials

/// A font file's character map and advances, read straight from its tables, so that tests can set text without shaping.
struct TestFont {
    static let serif = TestFont(path: "/usr/share/fonts/opentype/linux-libertine/LinLibertine_R.otf")

    let path: String
    private let bytes: [UInt8]
    private let tables: [String: Int]

    init(path: String) {
        self.path = path
        bytes = [UInt8](FileManager.default.contents(atPath: path) ?? Data())
        var tables: [String: Int] = [:]
        func u16(_ at: Int, _ bytes: [UInt8]) -> Int { Int(bytes[at]) << 8 | Int(bytes[at + 1]) }
        for index in 0..<(bytes.count > 12 ? u16(4, bytes) : 0) {
            let record = 12 + 16 * index
            let tag = String(decoding: bytes[record..<record + 4], as: UTF8.self)
            tables[tag] = u16(record + 8, bytes) << 16 | u16(record + 10, bytes)
        }
        self.tables = tables
    }

    private func u16(_ at: Int) -> Int { Int(bytes[at]) << 8 | Int(bytes[at + 1]) }

    /// The glyph of a character of the Basic Multilingual Plane by the format 4 subtable; 0 where it has none.
    func glyph(_ scalar: Unicode.Scalar) -> UInt32 {
        guard let cmap = tables["cmap"], scalar.value < 0x10000 else { return 0 }
        for record in 0..<u16(cmap + 2) {
            let subtable = cmap + u16(cmap + 4 + 8 * record + 4) << 16 + u16(cmap + 4 + 8 * record + 6)
            guard u16(subtable) == 4 else { continue }
            let count = u16(subtable + 6) / 2
            for segment in 0..<count where u16(subtable + 14 + 2 * segment) >= Int(scalar.value) {
                let start = u16(subtable + 16 + 2 * count + 2 * segment)
                guard start <= Int(scalar.value) else { return 0 }
                let delta = u16(subtable + 16 + 4 * count + 2 * segment)
                let place = subtable + 16 + 6 * count + 2 * segment
                let offset = u16(place)
                if offset == 0 { return UInt32((Int(scalar.value) + delta) & 0xFFFF) }
                let glyph = u16(place + offset + 2 * (Int(scalar.value) - start))
                return glyph == 0 ? 0 : UInt32((glyph + delta) & 0xFFFF)
            }
        }
        return 0
    }

    /// A glyph's advance in ems.
    func advance(_ glyph: UInt32) -> Double {
        guard let hmtx = tables["hmtx"], let hhea = tables["hhea"], let head = tables["head"] else { return 0 }
        let long = u16(hhea + 34)
        return Double(u16(hmtx + 4 * min(Int(glyph), long - 1))) / Double(u16(head + 18))
    }
}
