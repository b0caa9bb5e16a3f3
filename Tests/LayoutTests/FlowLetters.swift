import CSS

@testable import Layout

/// A flow of lines 10 points high, written as letters: `-` a line, `|` a break at no cost, `!` one to avoid, `1` one that
/// leaves a lone line, `_` a margin of 5 points, `F` a forced break, `f` a line that calls the next footnote, `h` a picture
/// 35 points high; `[` and `]` stand round what is set in columns, `C` is a forced column break.
func flow(_ letters: String) -> [FlowItem] {
    var note = -1
    return letters.compactMap { letter in
        switch letter {
        case "-": return line()
        case "f":
            note += 1
            return line(footnotes: [note])
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

private func line(footnotes: [Int] = []) -> FlowItem {
    var line = LineBox(fragments: [], range: 0..<0, baseline: 8, height: 10)
    line.footnotes = footnotes
    return FlowItem(kind: .line(paragraph: 0, line), height: 10)
}

/// The notes that the calls `f` call, each written as letters, below a rule that takes 2 points.
func noteStream(_ notes: [String]) -> NoteStream {
    let flows = notes.map { letters in
        var result = Flow()
        result.items = flow(letters)
        return result
    }
    return NoteStream(flows, order: Array(notes.indices), overhead: 2)
}
