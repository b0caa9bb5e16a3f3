/// Straight marks behind numbers that stand for feet and inches, minutes and seconds: 6′ 2″, 40° 26′ 46″.
enum PrimeRules {
    static func edits(of text: RunningText) -> [RunningText.Edit] {
        var edits: [RunningText.Edit] = []
        // Quotations that are open, as far as straight marks tell.
        var isDoubleOpen = false
        var isSingleOpen = false
        var offset = 0
        while let unit = text[offset] {
            guard unit == 0x22 || unit == 0x27 else {
                offset += 1
                continue
            }
            let isNumber = text[offset - 1].map { $0.isDigit || 0xBC...0xBE ~= $0 } ?? false
            if isNumber, unit == 0x27, let second = seconds(after: offset, text) {
                edits.append(RunningText.Edit(offset..<offset + 1, "′"))
                if second.space { edits.append(RunningText.Edit(offset + 1..<offset + 2, "\u{A0}")) }
                edits.append(RunningText.Edit(second.mark..<second.mark + 1, "″"))
                offset = second.mark + 1
                continue
            }
            if isNumber, isMeasure(offset, text, isOpen: unit == 0x22 ? isDoubleOpen : isSingleOpen) {
                edits.append(RunningText.Edit(offset..<offset + 1, unit == 0x22 ? "″" : "′"))
            } else if unit == 0x22 {
                isDoubleOpen.toggle()
            } else if text[offset - 1].map({ $0.isSpace || $0.opens }) ?? true {
                isSingleOpen = true
            } else if text[offset + 1]?.isLetter != true {
                isSingleOpen = false
            }
            offset += 1
        }
        return edits
    }

    /// The double mark of inches or seconds that follow feet or minutes, with at most one space between.
    private static func seconds(after mark: Int, _ text: RunningText) -> (mark: Int, space: Bool)? {
        var offset = mark + 1
        let hasSpace = text[offset] == 0x20 || text[offset] == 0xA0
        if hasSpace { offset += 1 }
        let start = offset
        while let unit = text[offset], offset - start < 8, unit.isDigit || unit == 0x2E || 0xBC...0xBE ~= unit {
            offset += 1
        }
        guard offset > start, text[offset] == 0x22 else { return nil }
        return (offset, hasSpace && text[mark + 1] == 0x20)
    }

    /// A mark by itself behind a number: after degrees, or where no quotation waits for its end and no letter follows.
    private static func isMeasure(_ mark: Int, _ text: RunningText, isOpen: Bool) -> Bool {
        var offset = mark - 1
        while let unit = text[offset], mark - offset < 10, unit.isDigit || unit == 0x2E || unit == 0x2C { offset -= 1 }
        if text[offset]?.isSpace == true, text[offset - 1] != 0x22 { offset -= 1 }
        if text[offset] == 0xB0 || text[offset] == 0x2032 { return true }
        return !isOpen && text[mark + 1]?.isLetter != true
    }
}
