/// An encoding of the Encoding Standard (§4), by its name there.
public struct CharacterEncoding: Hashable, Sendable, CustomStringConvertible {
    public let name: String

    init(name: String) { self.name = name }

    public static let utf8 = CharacterEncoding(name: "UTF-8")
    public static let utf16LE = CharacterEncoding(name: "UTF-16LE")
    public static let utf16BE = CharacterEncoding(name: "UTF-16BE")
    public static let windows1252 = CharacterEncoding(name: "windows-1252")

    /// The encoding that a label names, or nil (Encoding Standard, §4.2: "get an encoding").
    public init?(label: String) {
        let folded = label.lowercased().drop(while: \.isEncodingSpace)
        let end = folded.lastIndex { !$0.isEncodingSpace }
        guard let end, let name = EncodingLabels.names[String(folded[...end])] else { return nil }
        self.name = name
    }

    public var description: String { name }

    /// ICU's name of the converter that agrees best with the standard's decoder.
    var converterName: String { EncodingLabels.converters[name] ?? name }

    var isUTF16: Bool { self == .utf16LE || self == .utf16BE }
}

extension Character {
    /// The white space that labels are trimmed of.
    fileprivate var isEncodingSpace: Bool {
        self == " " || self == "\t" || self == "\n" || self == "\r" || self == "\u{c}"
    }
}
