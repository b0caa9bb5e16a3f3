/// Which characters a style sheet's bytes are (CSS Syntax 3, §3.2).
public struct StyleSheetEncoding: Sendable {
    /// What the transport says (`Content-Type`).
    public var protocolEncoding: String?
    /// The encoding of the document that uses the sheet.
    public var environmentEncoding: String?

    public init(protocolEncoding: String? = nil, environmentEncoding: String? = nil) {
        self.protocolEncoding = protocolEncoding
        self.environmentEncoding = environmentEncoding
    }

    /// The sheet's text and the name of the encoding that was taken.
    ///
    /// `decoder` turns bytes into text by an encoding's label and returns nil for labels that it does not know; UTF-8 and
    /// UTF-16 do not come to it.
    public func text(
        of bytes: [UInt8], decoder: ([UInt8], String) -> String? = { _, _ in nil }
    ) -> (text: String, encoding: String) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            return (String(decoding: bytes.dropFirst(3), as: UTF8.self), "utf-8")
        }
        if bytes.starts(with: [0xFE, 0xFF]) { return (utf16(bytes.dropFirst(2), bigEndian: true), "utf-16be") }
        if bytes.starts(with: [0xFF, 0xFE]) { return (utf16(bytes.dropFirst(2), bigEndian: false), "utf-16le") }
        for label in [protocolEncoding, charset(bytes), environmentEncoding] {
            guard let label = label?.trimmingSpace.asciiLowercased else { continue }
            if label == "utf-8" || label == "utf8" { break }
            if let text = decoder(bytes, label) { return (text, label) }
        }
        return (String(decoding: bytes, as: UTF8.self), "utf-8")
    }

    /// The name in `@charset "…";` at the very beginning; one that could not have been read so far is UTF-8.
    private func charset(_ bytes: [UInt8]) -> String? {
        let start = Array("@charset \"".utf8)
        guard bytes.starts(with: start) else { return nil }
        let name = bytes.dropFirst(start.count).prefix(1000).prefix { $0 != UInt8(ascii: "\"") && $0 < 0x80 }
        guard bytes[name.endIndex...].starts(with: Array("\";".utf8)) else { return nil }
        let label = String(decoding: name, as: UTF8.self).asciiLowercased
        return label.hasPrefix("utf-16") ? "utf-8" : label
    }

    private func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> String {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            let first = UInt16(bytes[index])
            let second = UInt16(bytes[index + 1])
            units.append(bigEndian ? first << 8 | second : second << 8 | first)
            index += 2
        }
        return String(decoding: units, as: UTF16.self)
    }
}

extension String {
    /// Without white space at the ends, as labels are compared.
    fileprivate var trimmingSpace: String {
        let isSpace: (UInt8) -> Bool = { $0.isSpace || $0 == 0x0C || $0 == 0x0D }
        let start = utf8.firstIndex { !isSpace($0) } ?? endIndex
        let end = utf8.lastIndex { !isSpace($0) }.map(utf8.index(after:)) ?? start
        return String(self[start..<end])
    }
}
