import TextAnalysis

/// Straight marks that stand for quotation marks and apostrophes.
///
/// A double mark is the language's main one, a single mark its inner one, whichever stands outside. Whether it opens or
/// closes is told by what stands on both sides; where that does not tell, a quotation that is open is closed.
enum QuotationRules {
    static func edits(of text: RunningText) -> [RunningText.Edit] {
        var pass = Pass(text: text)
        for (offset, unit) in text.units.enumerated() where unit == 0x22 || unit == 0x27 {
            guard !text.isFixed(at: offset) else { continue }
            unit == 0x22 ? pass.double(offset) : pass.single(offset)
        }
        return pass.edits
    }

    private struct Pass {
        let text: RunningText
        var edits: [RunningText.Edit] = []
        /// Marks that close what is open, the innermost last.
        private var open: [(isDouble: Bool, close: String)] = []
        /// Offsets of straight marks that were found to open.
        private var openers: Set<Int> = []
        /// The last single mark that may close a quotation.
        private let lastClosing: Int

        init(text: RunningText) {
            self.text = text
            lastClosing =
                text.units.indices.last { offset in
                    text[offset] == 0x27 && text[offset - 1]?.isSpace == false && text[offset + 1]?.isWord != true
                } ?? -1
        }

        // MARK: Double marks

        mutating func double(_ offset: Int) {
            if text[offset - 1]?.isHebrewLetter == true, text[offset + 1]?.isHebrewLetter == true {
                return put("״", at: offset)
            }
            let isOpen = open.contains { $0.isDouble }
            let mayOpen = mayOpen(offset)
            let mayClose = text[offset - 1].map { !$0.isSpace } ?? false
            let opens = mayOpen && mayClose || !mayOpen && !mayClose ? !isOpen || openers.contains(offset - 1) : mayOpen
            opens ? begin(at: offset, isDouble: true) : end(at: offset, isDouble: true)
        }

        // MARK: Single marks

        mutating func single(_ offset: Int) {
            let (before, after) = (text[offset - 1], text[offset + 1])
            if before?.isHebrewLetter == true, !open.contains(where: { !$0.isDouble }) { return put("׳", at: offset) }
            if before?.isWord == true, after?.isWord == true { return put("’", at: offset) }
            if isRockAndRoll(offset) { return put("’", at: offset) }
            if mayOpen(offset), !(before.map { !$0.isSpace } ?? false) || !open.contains(where: { !$0.isDouble }) {
                if isElision(offset) || lastClosing <= offset { return put("’", at: offset) }
                return begin(at: offset, isDouble: false)
            }
            end(at: offset, isDouble: false)
        }

        /// 'n' between two words, or either of its marks.
        private func isRockAndRoll(_ offset: Int) -> Bool {
            for start in [offset, offset - 2] where text[start] == 0x27 || start < offset && text[start] == 0x2019 {
                let letter = text[start + 1].map { $0 | 0x20 }
                if letter == 0x6E, text[start + 2] == 0x27, text[start - 1]?.isWord != true || start == offset,
                    text[start + 3]?.isWord != true || start < offset
                {
                    return true
                }
            }
            return false
        }

        /// A word that has lost its beginning: '90s, 'tis, 's.
        private func isElision(_ mark: Int) -> Bool {
            if text[mark + 1]?.isDigit == true, text[mark + 2]?.isDigit == true, text[mark + 3]?.isDigit != true {
                return true
            }
            var end = mark + 1
            while let unit = text[end], unit.isLetter, end - mark < 12 { end += 1 }
            let word = String(decoding: text.units[mark + 1..<end], as: UTF16.self).lowercased()
            // 'em' in single marks is a word like any other.
            if text[end] == 0x27 { return false }
            let language = text.language(at: mark)
            return (Self.elisions[language.primary] ?? Self.elisions["en"]!).contains(word)
        }

        private static let elisions: [String: Set<String>] = [
            "en": [
                "tis", "twas", "twere", "twill", "em", "n", "cause", "til", "till", "bout", "round", "cuz", "gainst",
            ],
            "de": ["s", "n", "ne", "nen", "nem", "ner", "nes", "rein", "raus", "rauf", "runter", "rum"],
            "nl": ["s", "t", "n", "k", "m", "r"], "af": ["n"], "it": ["sto", "sta", "ste", "sti", "ndrangheta"],
            "fr": [], "es": [], "ca": ["n", "l", "m", "s", "t", "ls", "ns"],
        ]

        // MARK: Opening and closing

        /// Something follows, and nothing that a quotation would belong to stands before.
        private func mayOpen(_ offset: Int) -> Bool {
            guard let after = text[offset + 1], !after.isSpace else { return false }
            guard let before = text[offset - 1] else { return true }
            if before == 0x22 || before == 0x27 { return openers.contains(offset - 1) }
            return before.isSpace || before.opens || before.isDash
        }

        private mutating func begin(at offset: Int, isDouble: Bool) {
            let marks = QuotationMarks.smart(forLanguage: text.language(at: offset).tag)
            let isMain = isDouble && !text.isQuoted(at: offset)
            open.append((isDouble, isMain ? marks.close : marks.innerClose))
            openers.insert(offset)
            put(isMain ? marks.open : marks.innerOpen, at: offset)
        }

        private mutating func end(at offset: Int, isDouble: Bool) {
            if let index = open.lastIndex(where: { $0.isDouble == isDouble }) {
                put(open[index].close, at: offset)
                // What was opened inside and never closed was no quotation.
                open.removeSubrange(index...)
                return
            }
            guard isDouble else { return put("’", at: offset) }
            let marks = QuotationMarks.smart(forLanguage: text.language(at: offset).tag)
            put(text.isQuoted(at: offset) ? marks.innerClose : marks.close, at: offset)
        }

        private mutating func put(_ mark: String, at offset: Int) {
            edits.append(RunningText.Edit(offset..<offset + 1, mark))
        }
    }
}

extension QuotationMarks {
    /// The language's marks; Chinese and Japanese writers who mean corner brackets type them, and straight marks stand
    /// round foreign words.
    fileprivate static func smart(forLanguage tag: String?) -> QuotationMarks {
        let primary = tag.map { $0.prefix { $0 != "-" }.lowercased() }
        return marks(forLanguage: ["zh", "ja", "yue"].contains(primary) ? "en" : tag)
    }
}

extension UInt16 {
    fileprivate var isHebrewLetter: Bool { 0x05D0...0x05EA ~= self }
}
