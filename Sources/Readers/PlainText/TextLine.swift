internal import Diagnostics

/// A line of plain text.
struct TextLine: Equatable {
    /// Without white space at either end.
    var text: String
    /// Columns before the text; a tab reaches to the next multiple of four.
    var indentation: Int
    /// From 1.
    var number: Int
    /// Where the line begins in the source, in bytes.
    var start: Int

    var isBlank: Bool { text.isEmpty }

    /// The lines of UTF-8 text.
    static func lines(of utf8: [UInt8]) -> [TextLine] {
        var lines: [TextLine] = []
        var start = 0
        for line in utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let whole = String(decoding: line, as: UTF8.self)
            lines.append(TextLine(whole, number: lines.count + 1, start: start))
            start += line.count + 1
        }
        return lines
    }

    init(_ whole: String, number: Int, start: Int) {
        var column = 0
        for character in whole {
            if character == "\t" {
                column += 4 - column % 4
            } else if character.isWhitespace {
                column += 1
            } else {
                break
            }
        }
        self.text = whole.trimmed
        self.indentation = text.isEmpty ? 0 : column
        self.number = number
        self.start = start
    }

    /// The line with something taken off its front.
    func dropping(_ count: Int) -> TextLine {
        var line = TextLine(String(text.dropFirst(count)), number: number, start: start)
        line.start = start
        return line
    }

    var range: SourceRange {
        SourceRange(start: start, end: start + text.utf8.count, line: number, column: indentation + 1)
    }
}

/// Lines that make one paragraph.
struct TextParagraph {
    var lines: [TextLine]
    /// There was an empty line, or the text's end, on both sides.
    var standsAlone = true

    /// The lines as one; a hyphen at a line's end stays, without a space behind it.
    var text: String {
        var text = ""
        for line in lines {
            if !text.isEmpty, !endsInHyphen(text), !joinsWithoutSpace(text, line.text) { text += " " }
            text += line.text
        }
        return text
    }

    private func endsInHyphen(_ text: String) -> Bool {
        text.last == "-" && text.dropLast().last?.isLetter == true
    }

    /// Chinese and Japanese have no space where a line was broken.
    private func joinsWithoutSpace(_ before: String, _ after: String) -> Bool {
        guard let last = before.unicodeScalars.last, let first = after.unicodeScalars.first else { return true }
        return last.isIdeographic && first.isIdeographic
    }

    var range: SourceRange? {
        guard let first = lines.first, let last = lines.last else { return nil }
        var range = first.range
        range.end = last.range.end
        return range
    }
}

extension Unicode.Scalar {
    /// Han, kana and their punctuation.
    var isIdeographic: Bool {
        (0x3000...0x30FF).contains(value) || (0x3400...0x9FFF).contains(value) || (0xF900...0xFAFF).contains(value)
            || (0xFF00...0xFFEF).contains(value) || (0x20000...0x3FFFF).contains(value)
    }
}
