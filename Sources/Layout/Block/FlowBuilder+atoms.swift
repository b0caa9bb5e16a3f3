import CSS
import Diagnostics
import Shaping

/// Atomic inlines that no page has room for.
extension FlowBuilder {
    /// Lays out as blocks what a line higher than a page consists of, so that pages may divide it; false where the lines
    /// stay as they are.
    ///
    /// An atomic inline cannot be divided (CSS Fragmentation 3, §4.1), and its end would be off the page. Where text stands
    /// beside it there is no telling what should go on, and a warning says so.
    mutating func divide(
        _ content: InlineContent, _ lines: [LineBox], _ geometry: BlockGeometry
    ) throws(FontError) -> Bool {
        guard lines.contains(where: { $0.height > pageHeight }) else { return false }
        let boxes = content.atoms.compactMap { if case .block(let box) = $0.content { box } else { nil } }
        guard !boxes.isEmpty else { return false }
        guard boxes.count == content.atoms.count, content.floats.isEmpty, content.isOfAtomsOnly else {
            context.report(Diagnostic(.warning, .atomHigherThanPage))
            return false
        }
        pendingMarks += content.marks.map(\.mark)
        if pendingMarker != nil { try addLoneMarker() }
        for box in boxes {
            let (block, width) = try PlacedAtom.shrunk(
                box, available: geometry.contentWidth, maximumHeight: pageHeight, context: context)
            try add(block, x: geometry.contentX, available: max(width, 0))
        }
        return true
    }
}

extension InlineContent {
    /// Nothing stands beside the atoms but white space.
    fileprivate var isOfAtomsOnly: Bool {
        let places = Set(atoms.map(\.offset))
        return text.enumerated().allSatisfy { offset, unit in
            places.contains(offset) || unit == 0x20 || unit == 0x0A || unit == 0x09
        }
    }
}

extension Diagnostic.Message {
    /// `display: inline-block` or `inline-table` of something higher than a page, with text beside it.
    static var atomHigherThanPage: Self {
        "a box in a line is higher than its page, which cuts it off; `display: block` lets pages divide it"
    }
}
