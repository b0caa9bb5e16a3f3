import CSS
import Diagnostics
import Shaping

/// Page floats (CSS Page Floats 3): boxes that leave the flow for the top or the foot of a page.
extension FlowBuilder {
    /// Takes a block-level page float out of the flow; false where it has to stay.
    mutating func addPageFloat(_ box: BlockBox) throws(FontError) -> Bool {
        guard let mark = try pageFloat(box) else { return false }
        if waitsForContent {
            pendingMarks.append(mark)
        } else {
            flow.items.append(FlowItem(kind: .mark(mark)))
        }
        return true
    }

    /// Lays a page float out at the width of its page; nil where it has to stay in the flow.
    ///
    /// Notes that are called in it stand at its own foot, since it may go to a later page than its neighbours.
    mutating func pageFloat(_ box: BlockBox) throws(FontError) -> FlowMark? {
        guard isDivisible else { return nil }
        if columns.set != nil, box.style.box.floatReference == .column {
            context.report(Diagnostic(.warning, .columnFloat(box.name)))
            return nil
        }
        let width = pages.width(pages.name)
        var builder = FlowBuilder(context: context, pageHeight: pageHeight, isDivisible: false)
        try builder.add(box.inFlow, x: 0, available: width)
        var notes: [Int] = []
        var next = 0
        repeat {
            for note in builder.flow.items.flatMap(\.footnotes) where !notes.contains(note) { notes.append(note) }
            guard next < notes.count else { break }
            try builder.add(context.tree.footnotes[notes[next]], x: 0, available: width)
            next += 1
        } while true
        var content = builder.finish()
        let isTop = box.style.box.float == .top
        // Margins vanish at the page's edge.
        if isTop {
            content.items.removeSubrange(..<content.items.firstKept(from: 0, orAt: content.items.count))
        } else {
            content.items.removeSubrange(content.items.lastKept(from: 0, to: content.items.count)...)
        }
        let height = content.height
        guard height <= pageHeight else {
            context.report(Diagnostic(.warning, .highPageFloat(box.name)))
            return nil
        }
        flow.pageFloats.append(PageFloat(flow: content, height: height, isTop: isTop))
        flow.notesInFloats.formUnion(notes)
        return .pageFloat(flow.pageFloats.count - 1)
    }
}

extension BlockBox {
    /// The box where it does not float after all.
    var inFlow: BlockBox {
        var value = style.value
        value.box.float = .none
        value.box.clear = .none
        value.page.breakBefore = .auto
        value.page.breakAfter = .auto
        var box = self
        box.style = SharedStyle(value)
        return box
    }
}

extension Diagnostic.Message {
    static func columnFloat(_ name: String) -> Self {
        "'\(name)' stands where it is written: boxes float to the top or foot of pages, not of columns"
    }
    static func highPageFloat(_ name: String) -> Self {
        "'\(name)' is higher than its page, and stands where it is written instead of floating"
    }
}
