/// Narrow no-break spaces of French: before `; : ! ?` and inside guillemets (*Lexique des règles typographiques en usage
/// à l'Imprimerie nationale*, «Ponctuation»). In Canada the marks but the colon stand close (Office québécois de la
/// langue française), in Switzerland so do the guillemets.
enum FrenchSpacing {
    static func edits(of text: RunningText) -> [RunningText.Edit] {
        var edits: [RunningText.Edit] = []
        for (offset, unit) in text.units.enumerated() {
            switch unit {
            case 0x3B, 0x3A, 0x21, 0x3F, 0xAB, 0xBB: break
            default: continue
            }
            let language = text.language(at: offset)
            guard language.primary == "fr" else { continue }
            let tag = language.tag?.lowercased() ?? ""
            switch unit {
            case 0xAB where !tag.hasSuffix("-ch"): edits += space(after: offset, text)
            case 0xBB where !tag.hasSuffix("-ch"): edits += space(before: offset, text)
            case 0x3A where isMark(offset, text), 0x3B where isMark(offset, text) && !tag.hasSuffix("-ca"):
                edits += space(before: offset, text)
            case 0x21 where !tag.hasSuffix("-ca") && isMark(offset, text),
                0x3F where !tag.hasSuffix("-ca") && isMark(offset, text):
                edits += space(before: offset, text)
            default: break
            }
        }
        return edits
    }

    /// Ends a part of a sentence: no time of day, no smiling face.
    private static func isMark(_ offset: Int, _ text: RunningText) -> Bool {
        guard let after = text[offset + 1] else { return true }
        if text[offset] == 0x3A || text[offset] == 0x3B { return after.isSpace || after.isQuotationMark }
        return after.isSpace || after.closes
    }

    private static func space(before offset: Int, _ text: RunningText) -> [RunningText.Edit] {
        guard let before = text[offset - 1] else { return [] }
        if before == 0x20 || before == 0xA0 {
            guard let word = text[offset - 2], !word.isSpace else { return [] }
            return [RunningText.Edit(offset - 1..<offset, "\u{202F}")]
        }
        // Marks in a row stand together.
        if before.isSpace || before.opens || before == 0x21 || before == 0x3F || before == 0x3A || before == 0x3B {
            return []
        }
        return text.isFixed(at: offset) ? [] : [RunningText.Edit(offset..<offset, "\u{202F}")]
    }

    private static func space(after offset: Int, _ text: RunningText) -> [RunningText.Edit] {
        guard let after = text[offset + 1] else { return [] }
        if after == 0x20 || after == 0xA0 {
            guard let word = text[offset + 2], !word.isSpace else { return [] }
            return [RunningText.Edit(offset + 1..<offset + 2, "\u{202F}")]
        }
        return after.isSpace ? [] : [RunningText.Edit(offset + 1..<offset + 1, "\u{202F}")]
    }
}
