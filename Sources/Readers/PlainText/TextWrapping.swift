/// Whether lines were broken by hand or machine at a width, as in mail, and where paragraphs end if so.
struct TextWrapping {
    /// The longest line of a wrapped text; nil where each line is a paragraph, as browsers copy them.
    let width: Int?

    /// Lines longer than this are never wrapped ones.
    private static let widest = 100
    private static let narrowest = 40
    /// Hand-broken lines end up to this many columns early.
    private static let slack = 8

    init(_ lines: [TextLine]) {
        let lengths = lines.map(\.length)
        guard let width = lengths.max(), (Self.narrowest...Self.widest).contains(width) else {
            self.width = nil
            return
        }
        // Lines that are followed by another: in a wrapped text most of them are full, or go on in small letters.
        var followed = 0
        var full = 0
        var continued = 0
        for index in lines.indices.dropLast() where !lines[index].isBlank && !lines[index + 1].isBlank {
            followed += 1
            guard Self.isFull(lines[index], before: lines[index + 1], width: width) else { continue }
            full += 1
            if lines[index + 1].text.first(where: { $0 != ">" && $0 != " " })?.isLowercase == true { continued += 1 }
        }
        self.width = full >= 2 && (full * 2 >= followed || continued * 2 >= full) ? width : nil
    }

    /// The paragraphs of lines without an empty one between them.
    func paragraphs(of lines: [TextLine]) -> [TextParagraph] {
        var paragraphs: [TextParagraph] = []
        for (index, line) in lines.enumerated() {
            let joins = index > 0 && isJoined(lines[index - 1], line)
            if joins {
                paragraphs[paragraphs.count - 1].lines.append(line)
            } else {
                paragraphs.append(.init(lines: [line]))
            }
        }
        if paragraphs.count > 1 { for index in paragraphs.indices { paragraphs[index].standsAlone = false } }
        return paragraphs
    }

    /// Whether the second line goes on where the first was broken.
    private func isJoined(_ line: TextLine, _ next: TextLine) -> Bool {
        guard let width else { return false }
        // An indented first line begins a paragraph where none of the others is indented.
        if next.indentation > line.indentation + 1 { return false }
        return Self.isFull(line, before: next, width: width)
    }

    /// Whether the next line's first word would not have fitted.
    private static func isFull(_ line: TextLine, before next: TextLine, width: Int) -> Bool {
        let word = next.text.prefix { !$0.isWhitespace }
        let isIdeographic = word.unicodeScalars.first?.isIdeographic == true
        return line.length + 1 + (isIdeographic ? 1 : word.count) > width - slack
    }
}

extension TextLine {
    /// Columns that the line takes, its indentation among them.
    fileprivate var length: Int { indentation + text.count }
}
