internal import CICU

/// Boundaries of user-perceived characters and words (UAX 29).
public enum Segmentation {
    /// The offsets of all grapheme cluster boundaries, 0 and the count included.
    public static func graphemeBoundaries(in text: [UInt16]) -> [Int] {
        var boundaries = [0]
        if text.allSatisfy({ $0 < 0x300 && $0 != 0x0D }) {
            return Array(0...text.count)
        }
        BreakIterator(ICU_BREAK_CHARACTER, locale: "en")?.forEachBoundary(in: text) { offset, _ in
            boundaries.append(offset)
        }
        return boundaries
    }

    /// The words of a text, without the space and punctuation between them.
    public static func words(in text: [UInt16], language: String? = nil) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start = 0
        let locale = (language ?? "en").replacing("-", with: "_")
        BreakIterator(ICU_BREAK_WORD, locale: locale)?.forEachBoundary(in: text) { offset, status in
            // UBRK_WORD_NONE_LIMIT is 100: what is below has neither letters nor digits.
            if status >= 100 { words.append(start..<offset) }
            start = offset
        }
        return words
    }

    /// Runs of letters and their marks, joined by apostrophes, middle dots and soft hyphens between letters: what a
    /// hyphenation dictionary knows as words.
    public static func letterRuns(in text: [UInt16], range: Range<Int>) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var offset = range.lowerBound
        var start: Int?
        while offset < range.upperBound {
            let (scalar, length) = text.scalar(at: offset)
            let isJoined =
                start != nil && joinsLetters(scalar) && offset + 1 < range.upperBound
                && isLetter(text.scalar(at: offset + 1).scalar)
            if isLetter(scalar) || isJoined {
                start = start ?? offset
            } else if let begun = start {
                runs.append(begun..<offset)
                start = nil
            }
            offset += length
        }
        if let start { runs.append(start..<range.upperBound) }
        return runs
    }

    private static func isLetter(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return (scalar | 0x20) &- 0x61 < 26 }
        return icu_is_letter(Int32(bitPattern: scalar)) || icu_is_mark(Int32(bitPattern: scalar))
    }

    /// Apostrophes, the soft hyphen, the Catalan middle dot and the joiners of Indic scripts.
    private static func joinsLetters(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x27, 0xAD, 0xB7, 0x200C, 0x200D, 0x2019: true
        default: false
        }
    }
}
