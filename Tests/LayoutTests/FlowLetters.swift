import CSS

@testable import Layout

/// A flow of lines 10 points high, written as letters: `-` a line, `|` a break at no cost, `!` one to avoid, `1` one that
/// leaves a lone line, `_` a margin of 5 points, `F` a forced break, `f` a line that calls the next footnote, `h` a picture
/// 35 points high; `[` and `]` stand round what is set in columns, `C` is a forced column break; `p` is a line that begins
/// another paragraph, `t` the place where the next page float is met.
func flow(_ letters: String) -> [FlowItem] {
    var note = -1
    var float = -1
    var paragraph = 0
    return letters.compactMap { letter in
        switch letter {
        case "-": return line(paragraph)
        case "p":
            paragraph += 1
            return line(paragraph)
        case "f":
            note += 1
            return line(paragraph, footnotes: [note])
        case "t":
            float += 1
            return FlowItem(kind: .mark(.pageFloat(float)))
        case "|": return FlowItem(kind: .breakpoint(cost: 0))
        case "!": return FlowItem(kind: .breakpoint(cost: BreakCosts.avoid))
        case "1": return FlowItem(kind: .breakpoint(cost: BreakCosts.loneLines))
        case "_": return FlowItem(kind: .space, height: 5)
        case "F": return FlowItem(kind: .forcedBreak(.page))
        case "C": return FlowItem(kind: .forcedBreak(.column))
        case "h": return FlowItem(kind: .strut, height: 35)
        case "[": return FlowItem(kind: .columns(0))
        case "]": return FlowItem(kind: .columnsEnd)
        default: return nil
        }
    }
}

private func line(_ paragraph: Int, footnotes: [Int] = []) -> FlowItem {
    var line = LineBox(fragments: [], range: 0..<0, baseline: 8, height: 10)
    line.footnotes = footnotes
    return FlowItem(kind: .line(paragraph: paragraph, line), height: 10)
}

/// The notes that the calls `f` call, each written as letters, below a rule that takes 2 points.
func noteStream(_ notes: [String], policy: PageStyle.FootnotePolicy = .auto) -> NoteStream {
    let flows = notes.map { letters in
        var result = Flow()
        result.items = flow(letters)
        return result
    }
    return NoteStream(flows, order: Array(notes.indices), overhead: 2, policies: notes.map { _ in policy })
}
