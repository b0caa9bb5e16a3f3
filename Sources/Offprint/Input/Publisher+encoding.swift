import Diagnostics
import Readers
import TextAnalysis

extension Publisher {
    /// The source in UTF-8, where the user knows its encoding better than it does. Messages say it part by part, and the
    /// JSON form is always UTF-8; both are left.
    func recoded(_ source: Source, _ format: SourceFormat) -> Diagnosed<Source> {
        guard let encoding = options.encoding.flatMap(CharacterEncoding.init(label:)) else { return Diagnosed(source) }
        switch format {
        case .html, .markdown, .plainText: break
        case .articleJSON, .mhtml, .mail: return Diagnosed(source)
        }
        let text = TextDecoder().decode(source.bytes, as: encoding)
        var source = source
        // The mark is what nothing in the text can overrule.
        source.bytes = [0xEF, 0xBB, 0xBF] + text.output.utf8
        source.encoding = "utf-8"
        return Diagnosed(source, text.diagnostics)
    }
}

extension PublicationOptions {
    /// Whether a label names an encoding of the Encoding Standard.
    public static func isEncoding(_ label: String) -> Bool { CharacterEncoding(label: label) != nil }
}
