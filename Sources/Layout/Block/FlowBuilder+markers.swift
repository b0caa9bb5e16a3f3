import CSS
import Shaping

/// List markers beside their items (CSS Lists 3, §3.4).
extension FlowBuilder {
    /// Sets a marker outside its item: its end stands at the start of the item's text.
    func place(_ marker: ListMarker, contentX: Double, in geometry: BlockGeometry) throws(FontError)
        -> PlacedMarker
    {
        var inline = InlineBuilder(style: marker.style)
        // The space that ends a predefined counter style's suffix (CSS Counter Styles 3, §6) parts marker and text.
        for piece in marker.content + [.text("\u{A0}")] { inline.add(piece) }
        let content = inline.finish()
        let style = SharedStyle(marker.style.value.forAnonymousBlock.ragged)
        let prepared = try PreparedParagraph(
            content, style: style, available: .greatestFiniteMagnitude, maximumHeight: pageHeight, context: context)
        let line = ParagraphLayout(paragraph: prepared, context: context, width: 10_000).lines().first
        let width = line?.fragments.reduce(0) { $0 + $1.width } ?? 0
        let isRightToLeft = marker.style.text.direction == .rightToLeft
        let origin = line?.fragments.map(\.x).min() ?? 0
        let x = isRightToLeft ? geometry.contentX + geometry.contentWidth : contentX - width
        return PlacedMarker(
            paragraph: context.newParagraph(),
            line: line ?? LineBox(fragments: [], range: 0..<0, baseline: 0, height: 0),
            content: content, style: style, element: marker.element, x: x - origin)
    }

    /// The marker of an item that begins with something else than a line.
    mutating func addLoneMarker() throws(FontError) {
        guard let pending = pendingMarker else { return }
        pendingMarker = nil
        let geometry = BlockGeometry(pending.marker.style, x: pending.contentX, available: 0)
        let placed = try place(pending.marker, contentX: pending.contentX, in: geometry)
        begin()
        let isAlone = flow.items.last.map { if case .breakpoint = $0.kind { true } else { false } } ?? true
        flow.items.append(FlowItem(kind: .marker(placed), height: isAlone ? placed.line.height : 0))
    }
}

extension ComputedStyle {
    /// The style for a line that is set at its natural width.
    fileprivate var ragged: ComputedStyle {
        var style = self
        style.text.align = .left
        style.text.indent = .zero
        style.text.hyphens = .none
        style.text.wrapMode = .nowrap
        return style
    }
}
