internal import ArticleModel
public import Diagnostics
internal import Extraction

/// Reads plain text: written as such, wrapped like mail, or copied from a page in a browser.
///
/// Nothing in it says what is what, so title, headings, lists, quotations and captions are inferred from how people write
/// them, and the buttons, forms and notices of a copied page are left out.
public struct PlainTextReader: Reader {
    public static let formats: [SourceFormat] = [.plainText]

    public init() {}

    /// The article that the source holds; with `extract` off every line is kept.
    public func read(_ source: Source, options: ReadingOptions) throws(ReaderError) -> Diagnosed<Reading> {
        let text = try SourceText.decode(source, options)
        var reading = article(from: text.utf8, title: nil, options: options)
        reading.output.article.metadata.address = source.address.flatMap { $0.hasPrefix("http") ? $0 : nil }
        try reading.output.article.checkNotEmpty(source)
        return Diagnosed(reading.output, text.diagnostics + reading.diagnostics)
    }

    /// The article in decoded text whose lines end in newlines.
    ///
    /// - Parameter title: What it is called, where that is known; its first line is then a title only where it says so again.
    func article(from utf8: [UInt8], title: String?, options: ReadingOptions) -> Diagnosed<Reading> {
        var lines = TextLine.lines(of: utf8)
        var captions: Set<Int> = []
        var entries: [ExtractionReport.Entry] = []
        if options.extract {
            let page = CopiedPage(lines)
            // A text of furniture alone is what the user wants, whatever it looks like.
            if page.lines.contains(where: { !$0.isBlank }) {
                lines = page.lines
                captions = page.captions
                entries = page.entries
            }
        }
        var metadata = Metadata()
        Letterhead.take(from: &lines, into: &metadata)
        var parts = TextStructure(wrapping: TextWrapping(lines)).parts(of: lines)
        if let title {
            takeTitle(title, from: &parts)
            metadata.title = title
        } else if metadata.title == nil {
            takeTitle(from: &parts, into: &metadata)
        }
        takeBylines(from: &parts, into: &metadata)
        let blocks = TextInference(captions: captions).blocks(of: parts)
        metadata.language = options.language ?? LanguageGuess.language(of: blocks.plainText)
        metadata.completeDirection()
        metadata.summary = .firstParagraph(of: blocks)
        let article = Article(metadata: metadata, blocks: blocks)
        return Diagnosed(
            Reading(
                article: article,
                report: options.extract ? ExtractionReport(confidence: 1, entries: entries) : nil),
            entries.map { Diagnostic(.note, .leftOut($0)) })
    }

    /// The first line, if it is the title that is known.
    private func takeTitle(_ title: String, from parts: inout [TextStructure.Part]) {
        let first: String? =
            switch parts.first {
            case .heading(_, let line): line.text
            case .paragraph(let paragraph): paragraph.text
            case .block, nil: nil
            }
        if parts.count > 1, first?.collapsingSpace.lowercased() == title.collapsingSpace.lowercased() {
            parts.removeFirst()
        }
    }

    /// The first line, if it is short, no sentence, and not all there is.
    private func takeTitle(from parts: inout [TextStructure.Part], into metadata: inout Metadata) {
        guard parts.count > 1 else { return }
        switch parts[0] {
        case .heading(_, let line): metadata.title = line.text.collapsingSpace
        case .paragraph(let paragraph):
            let text = paragraph.text
            guard paragraph.lines.count <= 2, text.count <= 160, let last = text.last, !".,;:…。".contains(last) else {
                return
            }
            // Two questions may be a title, a sentence and another are not.
            guard !text.holdsSentenceEnd || last == "?" else { return }
            metadata.title = text.collapsingSpace
        case .block: return
        }
        parts.removeFirst()
    }

    /// Authors and date in the short lines below the title.
    private func takeBylines(from parts: inout [TextStructure.Part], into metadata: inout Metadata) {
        var taken = 0
        while taken < 3, let part = parts.first, case .paragraph(let paragraph) = part,
            let byline = Byline(paragraph.text)
        {
            metadata.authors += byline.authors
            metadata.published = metadata.published ?? byline.published
            parts.removeFirst()
            taken += 1
        }
    }

}

/// The lines at the head of a mail or a text file that say what it is: `Subject: …`, `Author: …`.
enum Letterhead {
    /// Takes two or more such lines off the text.
    static func take(from lines: inout [TextLine], into metadata: inout Metadata) {
        let start = lines.firstIndex { !$0.isBlank } ?? 0
        let head = lines[start...].prefix { !$0.isBlank }
        let fields = head.map(field)
        guard fields.count >= 2, fields.allSatisfy({ $0 != nil }) else { return }
        for case (let name, let value)? in fields where !value.isEmpty {
            switch name {
            case "title", "subject", "betreff", "titel", "titre", "objet", "asunto", "título": metadata.title = value
            case "author", "from", "by", "autor", "von", "auteur", "de": metadata.authors = [withoutAddress(value)]
            case "date", "published", "datum", "fecha":
                metadata.published = DateText.date(in: value) ?? metadata.published
            case "language", "lang", "sprache": metadata.language = value
            default: break
            }
        }
        lines.removeSubrange(..<head.endIndex)
    }

    /// A field with a name that heads have.
    private static func field(_ line: TextLine) -> (String, String)? {
        guard let colon = line.text.firstIndex(of: ":") else { return nil }
        let name = line.text[..<colon].lowercased()
        guard known.contains(name) else { return nil }
        return (name, line.text[line.text.index(after: colon)...].trimmed)
    }

    private static let known: Set<String> = [
        "title", "subject", "author", "from", "to", "cc", "bcc", "reply-to", "date", "published", "by", "language",
        "lang",
        "betreff", "von", "an", "datum", "titel", "autor", "sprache", "titre", "auteur", "objet", "de", "à", "asunto",
        "para", "fecha", "título", "release date", "message-id", "sent", "gesendet", "envoyé", "organization",
        "newsgroups",
        "mime-version", "content-type", "content-transfer-encoding", "user-agent", "x-mailer",
    ]

    /// `A. Writer <a@example.org>` without the address.
    private static func withoutAddress(_ text: String) -> String {
        let name = text.prefix { $0 != "<" }.trimmed.filter { $0 != "\"" }
        return name.isEmpty ? text : name
    }
}

extension Diagnostic.Message {
    static func leftOut(_ entry: ExtractionReport.Entry) -> Self { "left out (\(entry.rule)): \(entry.sample)" }
}
