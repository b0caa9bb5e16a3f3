internal import ArticleModel
internal import Diagnostics
internal import MIME

/// A message that was passed on inside another's text: its own head is the metadata, what stood above it is left out.
enum ForwardedText {
    /// The head is looked for in this many blocks.
    private static let reach = 8
    /// A remark above the head has at most this many characters; a longer one is a letter of its own.
    private static let longestRemark = 400

    static func unwrap(_ blocks: inout [Block], _ metadata: inout Metadata, _ diagnostics: inout [Diagnostic]) {
        if let (inner, index) = quoted(in: blocks), hasHead(inner) || index > 0 && beginsHead(blocks[index - 1]) {
            blocks.replaceSubrange(index...index, with: inner)
        }
        guard let start = blocks.prefix(reach).firstIndex(where: beginsHead) else { return }
        let remark = Array(blocks[..<start]).plainText
        guard remark.count <= longestRemark else { return }
        var fields: [(MailWords.Field, String)] = []
        var end = start
        while end < blocks.count, let lines = lines(of: blocks[end]) {
            let read = lines.compactMap(field)
            let rest = lines.filter { field($0) == nil && !isMarker($0) && !$0.isEmpty }
            guard !read.isEmpty || lines.allSatisfy({ isMarker($0) || $0.isEmpty }), rest.count <= 1 else { break }
            fields += read
            end += 1
        }
        guard fields.contains(where: { $0.0 == .from || $0.0 == .subject }), end < blocks.count else { return }
        for (field, value) in fields where !value.isEmpty {
            switch field {
            case .subject: metadata.title = Subject.withoutForwarding(value)
            case .from: metadata.authors = [name(value)]
            case .date: metadata.published = ReceivedDate(value)?.text ?? DateText.date(in: value) ?? day(in: value)
            case .other: break
            }
        }
        if remark.contains(where: \.isLetter) {
            diagnostics.append(Diagnostic(.note, .remarkLeftOut(String(remark.prefix(60)))))
        }
        blocks.removeSubrange(..<end)
        // What is passed on is often set as a quotation.
        if blocks.count == 1, case .blockQuote(let inner) = blocks[0].content { blocks = inner }
    }

    /// The only block with text behind a remark, where it is a quotation.
    private static func quoted(in blocks: [Block]) -> ([Block], Int)? {
        for (index, block) in blocks.prefix(4).enumerated() {
            if case .blockQuote(let inner) = block.content, index == blocks.count - 1 { return (inner, index) }
        }
        return nil
    }

    private static func hasHead(_ blocks: [Block]) -> Bool { blocks.prefix(3).contains(where: beginsHead) }

    /// A marker's line, or two fields one below the other.
    private static func beginsHead(_ block: Block) -> Bool {
        guard let lines = lines(of: block), let first = lines.first(where: { !$0.isEmpty }) else { return false }
        if isMarker(first) { return true }
        let fields = lines.compactMap(field)
        return fields.count >= 3 && field(first)?.0 == .from
    }

    private static func lines(of block: Block) -> [String]? {
        guard case .paragraph(let inlines) = block.content else { return nil }
        var lines: [[Inline]] = [[]]
        for inline in inlines {
            if case .lineBreak = inline.content { lines.append([]) } else { lines[lines.count - 1].append(inline) }
        }
        return lines.map { $0.plainText.trimmed }
    }

    private static func isMarker(_ line: String) -> Bool {
        guard line.count < 100 else { return false }
        let letters = line.lowercased().filter(\.isLetter)
        return MailWords.forwarded.contains { letters == $0 || letters.hasPrefix($0) && letters.count < $0.count + 12 }
    }

    private static func field(_ line: String) -> (MailWords.Field, String)? {
        guard let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
        let name = line[..<colon].lowercased().filter { !$0.isWhitespace && $0 != "*" }
        guard let field = MailWords.fields[name] else { return nil }
        return (field, line[line.index(after: colon)...].trimmed.filter { $0 != "*" })
    }

    private static func name(_ value: String) -> String {
        let name = value.prefix { $0 != "<" && $0 != "[" }.trimmed.filter { $0 != "\"" }
        return name.isEmpty ? value.filter { $0 != "<" && $0 != ">" } : name
    }

    /// The day in `Tue, 5 Mar 2024 at 08:30`.
    private static func day(in value: String) -> String? {
        for mark in [" at ", " um ", " à ", " a las ", " alle ", " às ", " om ", " kl. "] {
            if let range = value.firstRange(of: mark), let day = DateText.date(in: String(value[..<range.lowerBound])) {
                return day
            }
        }
        let words = value.split(separator: " ")
        return (3..<max(3, words.count)).lazy.compactMap { DateText.date(in: words.prefix($0).joined(separator: " ")) }
            .first
    }
}
