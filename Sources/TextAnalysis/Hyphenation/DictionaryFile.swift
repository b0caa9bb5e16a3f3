internal import CICU
internal import Glibc

/// A file of hyphenation patterns as Debian's `hyphen-*` packages have it (libhyphen's `README.hyphen` and
/// `README.nonstandard`).
///
/// The first line names the character set; each other line is a pattern, `f1f`, perhaps with a change of spelling,
/// `f1f/ff=f,1,2`: what is written in place of its letters from the first on, so many of them. Of a file in levels,
/// which lists parts of compounds before its patterns, only the patterns are read.
struct DictionaryFile {
    /// Bytes; no dictionary is nearly as large.
    private static let largest = 8_000_000

    private var units: [UInt16]

    /// Nil where there is no such file, or its character set is unknown.
    init?(path: String) {
        guard let bytes = Self.bytes(of: path), let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        let name = String(decoding: bytes[..<end].filter { $0 > 0x20 }, as: UTF8.self)
        let content = bytes[(end + 1)...]
        if name.uppercased() == "UTF-8" {
            units = Array(String(decoding: content, as: UTF8.self).utf16)
        } else {
            guard let table = Self.table(ofCharset: name) else { return nil }
            units = content.map { table[Int($0)] }
        }
    }

    private static func bytes(of path: String) -> [UInt8]? {
        guard let file = unsafe fopen(path, "rb") else { return nil }
        defer { unsafe fclose(file) }
        unsafe fseek(file, 0, SEEK_END)
        let size = unsafe ftell(file)
        unsafe rewind(file)
        guard 0..<largest ~= size else { return nil }
        var bytes = [UInt8](repeating: 0, count: size)
        guard unsafe fread(&bytes, 1, size, file) == size else { return nil }
        return bytes
    }

    /// The characters of a set of one byte each.
    private static func table(ofCharset name: String) -> [UInt16]? {
        let converter = name.hasPrefix("microsoft-") ? String(name.dropFirst("microsoft-".count)) : name
        let bytes = Array(UInt8(0)...255)
        var count = 0
        guard let units = unsafe icu_decode(converter, bytes, bytes.count, &count) else { return nil }
        defer { unsafe free(units) }
        guard count == bytes.count else { return nil }
        return (0..<count).map { unsafe units[$0] }
    }

    // MARK: Reading

    /// The patterns, those of the last level.
    var patterns: HyphenationPatterns {
        var patterns = HyphenationPatterns()
        var start = Self.lastLevel(in: units)
        while start < units.count {
            let end = units[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? units.count
            if end > start { Self.read(units[start..<end], into: &patterns) }
            start = end + 1
        }
        return patterns
    }

    /// Where the line behind the last `NEXTLEVEL` begins.
    private static func lastLevel(in units: [UInt16]) -> Int {
        let divider = Array("NEXTLEVEL".utf16)
        var start = units.startIndex
        var last = start
        while let line = units[start...].firstIndex(of: 0x0A) {
            start = line + 1
            if units[start...].starts(with: divider) { last = start + divider.count }
        }
        return last
    }

    private static func read(_ line: ArraySlice<UInt16>, into patterns: inout HyphenationPatterns) {
        guard let first = line.first, first != 0x25, first != 0x23, !(0x41...0x5A ~= first) else { return }
        let slash = line.firstIndex(of: 0x2F)
        var letters: [UInt16] = []
        var levels: [UInt8] = [0]
        for unit in line[..<(slash ?? line.endIndex)] where unit > 0x20 {
            if 0x30...0x39 ~= unit {
                levels[levels.count - 1] = UInt8(unit - 0x30)
            } else {
                letters.append(unit)
                levels.append(0)
            }
        }
        guard levels.contains(where: { $0 > 0 }) else {
            // A word with its hyphens.
            if letters.contains(0x2D) { readWord(letters, into: &patterns) }
            return
        }
        patterns.add(
            letters: letters, levels: levels, change: slash.flatMap { change(line[($0 + 1)...], letters) })
    }

    private static func readWord(_ letters: [UInt16], into patterns: inout HyphenationPatterns) {
        var word: [UInt16] = []
        var points: [HyphenationPoint] = []
        for unit in letters {
            if unit == 0x2D, !word.isEmpty { points.append(HyphenationPoint(offset: word.count)) }
            if unit != 0x2D { word.append(unit) }
        }
        patterns.add(word: word, points: points.filter { $0.offset < word.count })
    }

    /// `ff=f,1,2`; without numbers all letters of the pattern change.
    private static func change(_ text: ArraySlice<UInt16>, _ letters: [UInt16]) -> HyphenationPatterns.Change? {
        let parts = text.split(separator: 0x2C, omittingEmptySubsequences: false)
        guard let replacement = parts.first, let equals = replacement.firstIndex(of: 0x3D) else { return nil }
        let isAnchored = letters.first == 0x2E
        func number(_ index: Int) -> Int? {
            parts.indices.contains(index)
                ? Int(String(decoding: parts[index].filter { $0 > 0x20 }, as: UTF16.self)) : nil
        }
        let start = number(1) ?? 1
        let count = number(2) ?? letters.count { $0 != 0x2E }
        guard start > 0, count >= 0, start + count <= letters.count + 1 else { return nil }
        return HyphenationPatterns.Change(
            range: start - 1..<start - 1 + count, before: Array(replacement[..<equals]),
            after: Array(replacement[(equals + 1)...].filter { $0 > 0x20 }), isAnchored: isAnchored)
    }
}
