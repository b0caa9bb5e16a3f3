/// What an article can be published as. The raw value is the name after `--to` and the file name's ending.
public enum OutputFormat: String, Hashable, Sendable, CaseIterable, Codable {
    case pdf
    case epub
    /// One self-contained print-friendly page.
    case html
    /// A MIME message with text and HTML parts.
    case eml
    case txt
    case md
    /// The article model.
    case json

    /// The format that a path's ending names; nil where it names none.
    public init?(ending path: String) {
        guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
        switch path[path.index(after: dot)...].lowercased() {
        case "htm", "xhtml": self = .html
        case "markdown": self = .md
        case "text": self = .txt
        case let ending:
            guard let format = OutputFormat(rawValue: ending) else { return nil }
            self = format
        }
    }

    /// Whether pictures are part of the output, so that they have to be had.
    var holdsPictures: Bool {
        switch self {
        case .pdf, .epub, .html, .eml: true
        case .txt, .md, .json: false
        }
    }
}
