internal import ArticleModel
internal import Diagnostics

/// Finds out which paragraphs are headings, quotations and captions, from what stands before and behind them.
struct TextInference {
    /// Numbers of lines that are captions of pictures left behind.
    let captions: Set<Int>

    /// The article's blocks; headings begin at level 2.
    func blocks(of parts: [TextStructure.Part]) -> [Block] {
        let ranks = ranks(of: parts)
        var blocks: [Block] = []
        var isQuoting = false
        for (index, part) in parts.enumerated() {
            switch part {
            case .block(let block): blocks.append(block)
            case .heading(let rank, let line): blocks.append(heading(line.text, ranks[rank] ?? 2, line.range))
            case .paragraph(let paragraph):
                let text = paragraph.text
                if isCaption(paragraph) {
                    blocks.append(
                        Block(
                            .figure(Figure(blocks: [], caption: LinkedText.inlines(of: text))), source: paragraph.range)
                    )
                } else if !isQuoting, let level = headingLevel(at: index, in: parts) {
                    blocks.append(heading(text, level, paragraph.range))
                } else if isQuoting || isQuotation(text, behind: blocks.last) {
                    append(quoted: paragraph, to: &blocks, continuing: isQuoting)
                    isQuoting = Self.leavesQuotationOpen(text, isQuoting)
                    continue
                } else {
                    blocks.append(Block(.paragraph(LinkedText.inlines(of: text)), source: paragraph.range))
                }
            }
            isQuoting = false
        }
        return blocks
    }

    private func heading(_ text: String, _ level: Int, _ range: SourceRange?) -> Block {
        Block(.heading(level: level, LinkedText.inlines(of: text)), source: range)
    }

    // MARK: Headings

    /// The signs' ranks, which may begin anywhere and leave some out, as levels from 2 on.
    private func ranks(of parts: [TextStructure.Part]) -> [Int: Int] {
        let ranks = Set(parts.compactMap { if case .heading(let rank, _) = $0 { rank } else { nil } })
        return Dictionary(uniqueKeysWithValues: ranks.sorted().enumerated().map { ($1, min($0 + 2, 6)) })
    }

    /// A short line without a final stop between paragraphs is a heading; of two in a row the second is below the first.
    private func headingLevel(at index: Int, in parts: [TextStructure.Part]) -> Int? {
        guard isHeadingLike(parts[index]) else { return nil }
        var run = 0
        var place = index
        while place > 0, run < 3, isHeadingLike(parts[place - 1]) {
            run += 1
            place -= 1
        }
        var next = index + 1
        while next < parts.count, next - place < 3, isHeadingLike(parts[next]) { next += 1 }
        // Three such lines in a row are a list of some kind, and one at the end heads nothing.
        guard next - place <= 2, next < parts.count, isBody(parts[next]) else { return nil }
        if case .paragraph(let paragraph) = parts[index], let depth = Self.numberDepth(paragraph.text) {
            return min(depth + 1, 6)
        }
        return 2 + run
    }

    private func isHeadingLike(_ part: TextStructure.Part) -> Bool {
        guard case .paragraph(let paragraph) = part, paragraph.standsAlone, paragraph.lines.count == 1,
            !isCaption(paragraph)
        else { return false }
        let text = paragraph.text
        guard text.count <= 90, text.split(separator: " ").count <= 14, let first = text.first, let last = text.last
        else {
            return false
        }
        guard !".,;:…。，、；：-–—*".contains(last), !text.contains("\t"), !text.contains("://") else { return false }
        guard !text.holdsSentenceEnd, last != "!" || text.split(separator: " ").count <= 8 else { return false }
        // A quotation or a line of speech is no heading, nor is what begins in the middle of a sentence.
        guard !Self.openingMarks.contains(first) || !Self.closingMarks.contains(last) else { return false }
        if Self.closingMarks.contains(last), let stop = text.dropLast().last, ".!?…".contains(stop) { return false }
        return first.isUppercase || first.isNumber
            || !first.isCased && (first.isLetter || Self.openingMarks.contains(first))
    }

    /// What a heading can stand above: text of some length, or something that is not a paragraph.
    private func isBody(_ part: TextStructure.Part) -> Bool {
        switch part {
        case .paragraph(let paragraph):
            paragraph.text.count >= 60 || paragraph.text.last.map { ".!?。:".contains($0) } ?? false
        case .block(let block): block.content != .thematicBreak
        case .heading: true
        }
    }

    /// How many numbers stand before a heading: 2 for `1.2 Sizes`.
    private static func numberDepth(_ text: String) -> Int? {
        let label = text.prefix { $0.isNumber || $0 == "." }
        guard label.first?.isNumber == true, label.contains("."), text.dropFirst(label.count).first == " " else {
            return nil
        }
        return label.split(separator: ".").count
    }

    // MARK: Captions and quotations

    private func isCaption(_ paragraph: TextParagraph) -> Bool {
        paragraph.lines.count == 1 && captions.contains(paragraph.lines[0].number)
    }

    private static let openingMarks: Set<Character> = ["“", "\"", "«", "„", "»", "「", "『", "‘"]
    private static let closingMarks: Set<Character> = ["”", "\"", "»", "“", "«", "」", "』", "’"]

    /// A paragraph that a colon announces and that has quotation marks or ellipses in brackets, or stands in marks whole.
    private func isQuotation(_ text: String, behind previous: Block?) -> Bool {
        guard case .paragraph(let before)? = previous?.content, Self.announces(before.plainText) else { return false }
        if let first = text.first, Self.openingMarks.contains(first) { return true }
        let hasMarks = text.contains { "“„«「\"".contains($0) }
        let hasEllipsis = ["(…)", "[…]", "(...)", "[...]"].contains(where: text.contains)
        return hasMarks || hasEllipsis
    }

    private static func announces(_ text: String) -> Bool {
        let end = text.trimmed.last
        return end == ":" || end == "："
    }

    /// A quotation of several paragraphs has an opening mark at each and a closing one at the last.
    private static func leavesQuotationOpen(_ text: String, _ isQuoting: Bool) -> Bool {
        guard let first = text.first, let last = text.last else { return false }
        guard openingMarks.contains(first), first != "\"" else { return false }
        return !closingMarks.contains(last)
            && !text.dropLast().reversed().prefix(3).contains { closingMarks.contains($0) }
    }

    private func append(quoted paragraph: TextParagraph, to blocks: inout [Block], continuing: Bool) {
        let block = Block(.paragraph(LinkedText.inlines(of: paragraph.text)), source: paragraph.range)
        if continuing, case .blockQuote(let inner)? = blocks.last?.content {
            blocks[blocks.count - 1].content = .blockQuote(inner + [block])
        } else {
            blocks.append(Block(.blockQuote([block]), source: paragraph.range))
        }
    }
}

extension String {
    /// Whether a sentence ends inside: a stop behind a word, which an abbreviation is too short to be, then a capital.
    var holdsSentenceEnd: Bool {
        let words = split(separator: " ")
        return zip(words, words.dropFirst()).contains { word, next in
            guard let last = word.last, ".!?".contains(last), next.first?.isUppercase == true else { return false }
            return last != "." || word.count > 5 || word.dropLast().allSatisfy { $0.isLowercase } && word.count > 3
        }
    }
}
