import ArticleModel
import ArticleText
import Diagnostics
import Readers
import Testing

/// Messages as tests write them: lines, and parts with their fields.
enum Letter {
    /// A source of lines that end in CRLF.
    static func source(_ text: String, named name: String = "letter.eml") -> Source {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return Source(name: name, bytes: Array(lines.joined(separator: "\r\n").utf8))
    }

    static func reading(_ text: String, named name: String = "letter.eml", extract: Bool = true) throws -> Reading {
        let source = source(text, named: name)
        let format = try #require(ReaderRegistry.format(of: source))
        let reader = try #require(ReaderRegistry.reader(for: format))
        return try reader.read(source, options: ReadingOptions(extract: extract)).output
    }

    /// The article as Markdown without its front matter.
    static func body(_ reading: Reading) -> String {
        var article = reading.article
        article.metadata = Metadata()
        return MarkdownWriter(pictureAddress: { $0.address }).text(of: article).trimmingSpaces
    }

    static let head =
        "From: The Paper <news@example.org>\nDate: Tue, 5 Mar 2024 08:30:00 +0100\nSubject: On presses\n"
        + "MIME-Version: 1.0\n"

    static func multipart(_ kind: String, _ parts: [String], boundary: String = "b1", more: String = "") -> String {
        "Content-Type: multipart/\(kind); boundary=\(boundary)\(more)\n\n"
            + parts.map { "--\(boundary)\n\($0)\n" }.joined() + "--\(boundary)--\n"
    }

    static func html(_ body: String) -> String {
        "Content-Type: text/html; charset=utf-8\n\n<html><body>\(body)</body></html>"
    }

    static func plain(_ body: String) -> String { "Content-Type: text/plain; charset=utf-8\n\n\(body)" }

    /// A picture of one pixel under an address.
    static func picture(_ field: String) -> String {
        "Content-Type: image/gif\nContent-Transfer-Encoding: base64\n\(field)\n\n"
            + "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
    }

    /// Text enough for a letter.
    static func paragraphs(_ count: Int) -> String {
        (1...count).map {
            "<p>Paragraph \($0): the press stood in the yard, where the light was good, and the first sheets came off "
                + "it before noon, while the children of the house looked on and the apprentice swore at the rain.</p>"
        }.joined(separator: "\n")
    }
}

extension StringProtocol {
    fileprivate var trimmingSpaces: String {
        var text = drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text = text.dropLast() }
        return String(text)
    }
}
