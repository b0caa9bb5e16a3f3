/// Hyphens that stand for dashes, and full stops that stand for an ellipsis.
///
/// | typed | set |
/// | --- | --- |
/// | `---` | em dash |
/// | `--` between spaces, ` - ` between words | the language's dash between spaces, the first of which does not break |
/// | `--` between digits or names | en dash |
/// | `--` between other words | em dash in English, else en dash |
/// | `3-5`, `1914-18`, `pp. 102-110` | en dash |
/// | `...` | ellipsis |
///
/// `--option`, ISBNs, telephone numbers and dates stay as they are.
enum DashRules {
    static func edits(of text: RunningText) -> [RunningText.Edit] {
        var edits: [RunningText.Edit] = []
        var offset = 0
        while let unit = text[offset] {
            var end = offset + 1
            switch unit {
            case 0x2E, 0x2D:
                while text[end] == unit { end += 1 }
                let edit = unit == 0x2E ? ellipsis(offset..<end, text) : dash(offset..<end, text)
                if let edit { edits.append(edit) }
            case 0x2013, 0x2014:
                // A dash already: the line does not begin with it.
                if offset > 1, text[offset - 1] == 0x20, text[offset + 1] == 0x20, text[offset - 2]?.isSpace == false {
                    edits.append(RunningText.Edit(offset - 1..<offset, "\u{A0}"))
                }
            default: break
            }
            offset = end
        }
        return edits
    }

    private static func ellipsis(_ range: Range<Int>, _ text: RunningText) -> RunningText.Edit? {
        guard range.count == 3 || range.count == 4, text[range.upperBound] != 0x2F, text[range.lowerBound - 1] != 0x2F
        else { return nil }
        return RunningText.Edit(range, range.count == 3 ? "…" : "….")
    }

    private static func dash(_ range: Range<Int>, _ text: RunningText) -> RunningText.Edit? {
        guard range.count <= 3 else { return nil }
        let (before, after) = (text[range.lowerBound - 1], text[range.upperBound])
        if before == 0x20, after == 0x20 || after == 0x0A { return spaced(range, text) }
        switch range.count {
        case 3: return RunningText.Edit(range, "—")
        case 2: return double(range, text)
        default:
            guard before?.isDigit == true, after?.isDigit == true, isRange(range.lowerBound, text) else { return nil }
            return RunningText.Edit(range, "–")
        }
    }

    // MARK: Between spaces

    private static func spaced(_ range: Range<Int>, _ text: RunningText) -> RunningText.Edit? {
        // At a line's beginning it is a list's mark or a speaker's dash.
        guard let word = text[range.lowerBound - 2], !word.isSpace, !word.isDash else { return nil }
        let next = text[range.upperBound + 1]
        if range.count == 1 {
            guard let next, !next.isSpace, !(word.isDigit && next.isDigit), word.isWord || word.closes else {
                return nil
            }
        }
        let language = text.language(at: range.lowerBound)
        let mark = range.count == 3 || language.isOne(of: emDashing) ? "—" : "–"
        return RunningText.Edit(range.lowerBound - 1..<range.upperBound, "\u{A0}" + mark)
    }

    /// Languages whose dash between spaces is as long as an em.
    private static let emDashing: Set = ["ru", "uk", "be", "kk", "es", "pt"]

    // MARK: Two hyphens

    private static func double(_ range: Range<Int>, _ text: RunningText) -> RunningText.Edit? {
        let (before, after) = (text[range.lowerBound - 1], text[range.upperBound])
        if let after, after.isLetter {
            // An option of a command, unless it follows a word or what closes a quotation.
            guard let before, before.isWord || before.closes && text[range.lowerBound - 2]?.isSpace == false else {
                return nil
            }
        }
        guard before != nil else { return nil }
        if before!.isDigit, after?.isDigit == true { return RunningText.Edit(range, "–") }
        guard before!.isLetter, let after, after.isLetter else { return RunningText.Edit(range, "—") }
        let isEnglish = text.language(at: range.lowerBound).isOne(of: ["en", ""])
        return RunningText.Edit(range, isEnglish && !joinsNames(range, text) ? "—" : "–")
    }

    /// Michelson--Morley: words with capitals on both sides.
    private static func joinsNames(_ range: Range<Int>, _ text: RunningText) -> Bool {
        var start = range.lowerBound - 1
        while let unit = text[start - 1], unit.isLetter { start -= 1 }
        return text[start]!.isUppercase && text[range.upperBound]!.isUppercase
    }

    // MARK: Ranges of numbers

    /// Two numbers that can be nothing but the ends of a range: small ones in order, years, or pages.
    private static func isRange(_ hyphen: Int, _ text: RunningText) -> Bool {
        var start = hyphen
        while let unit = text[start - 1], unit.isDigit { start -= 1 }
        var end = hyphen + 1
        while let unit = text[end], unit.isDigit { end += 1 }
        let (left, right) = (hyphen - start, end - hyphen - 1)
        guard left <= 4, right <= 4, text[start] != 0x30, text[hyphen + 1] != 0x30, isFree(start - 1, text),
            isFree(end, text), let first = number(start..<hyphen, text), let last = number(hyphen + 1..<end, text)
        else { return false }
        let isShortened = right < left && last > first % (right == 1 ? 10 : right == 2 ? 100 : 1_000)
        if isPage(start, text) { return last > first || isShortened }
        switch (left, right) {
        case (1, 1), (1, 2), (2, 2): return last > first
        case (4, 4): return 1_000..<2_200 ~= first && last > first && last < 2_200
        case (4, 2): return 1_000..<2_200 ~= first && isShortened
        default: return false
        }
    }

    /// Nothing that makes a longer number, a date or a name of it.
    private static func isFree(_ offset: Int, _ text: RunningText) -> Bool {
        guard let unit = text[offset] else { return true }
        switch unit {
        case 0x2D, 0x2F, 0x3A, 0x2B, 0x5F, 0x23, 0x3D, 0x2010...0x2015: return false
        case 0x2E, 0x2C:
            // A full stop ends the sentence or is part of the number.
            return text[offset + 1]?.isDigit != true && text[offset - 1]?.isDigit == true
        default: return !unit.isLetter
        }
    }

    private static func number(_ range: Range<Int>, _ text: RunningText) -> Int? {
        Int(String(decoding: text.units[range], as: UTF16.self))
    }

    /// A word for pages stands before the number.
    private static func isPage(_ start: Int, _ text: RunningText) -> Bool {
        guard text[start - 1]?.isSpace == true else { return false }
        let word = text.word(endingAt: start - 1)
        return ["p.", "pp.", "S.", "s.", "pages", "Seiten", "pág.", "págs.", "pag.", "blz.", "с.", "str.", "§", "§§"]
            .contains(word)
    }
}

extension RunningText {
    /// The characters between white space that end before an offset.
    func word(endingAt end: Int) -> String {
        var start = end
        while start > 0, end - start < Self.longestWord, !units[start - 1].isSpace { start -= 1 }
        return String(decoding: units[start..<end], as: UTF16.self)
    }

    /// The characters between white space from an offset on.
    func word(from start: Int) -> String {
        var end = start
        while end < units.count, end - start < Self.longestWord, !units[end].isSpace { end += 1 }
        return String(decoding: units[start..<end], as: UTF16.self)
    }

    /// No word that a rule knows is longer.
    private static let longestWord = 24
}
