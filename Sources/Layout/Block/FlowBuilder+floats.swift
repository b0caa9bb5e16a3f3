import CSS
import Geometry
import Pages
import Shaping

/// Floats (CSS 2.2, §9.5): boxes at the side of lines that make room for them.
///
/// A float goes into the flow as an item without height that is painted downwards; no break is put in beside it, so that
/// float and lines go to the next page or column together, from the place on where the float is met.
extension FlowBuilder {
    /// A float, laid out and placed.
    struct LaidOutFloat {
        var place: FloatContext.Placed
        var flow: Flow
    }

    /// The floats of a paragraph, each before a line, and what its marker makes room for.
    struct Beside {
        var floats: [(line: Int, float: LaidOutFloat)] = []
        /// Page floats and absolutely positioned boxes, each met on a line.
        var marks: [(line: Int, mark: FlowMark)] = []
        /// What cannot float, and stands below the paragraph.
        var below: [BlockBox] = []
        /// Points.
        var markerShift = 0.0
    }

    /// Floats are no higher than this share of a page; higher boxes stand in the flow.
    private static let highestShare = 0.7
    /// A paragraph's lines are broken anew for no more of its floats than these; others stand below it.
    private static let mostFloats = 24
    /// Lines beside a float are no shorter than this, in ems; else the text stands below.
    private static let shortestLine = 8.0

    /// Points from the flow's top to where the next item will stand.
    var position: Double {
        mutating get {
            for item in flow.items[min(measured.count, flow.items.count)...] { measured.height += item.height }
            measured.count = flow.items.count
            return measured.height
        }
    }

    /// What comes next stands beside a float, which no break may cut.
    var isBesideFloat: Bool {
        mutating get {
            guard floats.isUsed else { return false }
            let y = position
            floats.drop(above: y)
            return floats.isUsed
        }
    }

    // MARK: Placing

    /// Adds a block-level float; false where it is too high to float.
    mutating func addFloat(_ box: BlockBox, x: Double, available: Double) throws(FontError) -> Bool {
        let (content, width) = try layOut(box, available: available)
        guard content.height <= Self.highestShare * pageHeight else { return false }
        if let last = flow.items.last, case .row(let slice) = last.kind, slice.isFloat, floats.isUsed {
            // Floats in a row that have no room side by side are no reason to hold everything together.
            let y = position
            let place = self.place(content, width, box, from: y, x: x, available: available)
            if place.top > y + 0.01 { moveBelow(place.top) }
        } else if floats.isUsed, let top = floats.placed.map(\.top).min(),
            position + content.height - top > pageHeight * 0.9
        {
            moveBelow(floats.bottom(of: .both))
        }
        begin()
        floats.settled = settledMargin
        let place = self.place(content, width, box, from: position, x: x, available: available)
        append(LaidOutFloat(place: place, flow: content))
        return true
    }

    private func layOut(_ box: BlockBox, available: Double) throws(FontError) -> (Flow, width: Double) {
        try PlacedAtom.layOut(box, available: available, maximumHeight: pageHeight, context: context)
    }

    private func place(_ content: Flow, _ width: Double, _ box: BlockBox, from y: Double, x: Double, available: Double)
        -> FloatContext.Placed
    {
        let isRightToLeft = box.style.text.direction == .rightToLeft
        let isLeft =
            switch box.style.box.float {
            case .right: false
            case .inlineStart: !isRightToLeft
            case .inlineEnd: isRightToLeft
            case .left, .none, .footnote, .top, .bottom: true
            }
        return floats.place(
            width: width, height: content.height, from: y, isLeft: isLeft, x: x, available: available)
    }

    /// Puts a float into the flow, from where it stands or further up.
    mutating func append(_ float: LaidOutFloat) {
        var slice = TableSlice(cells: [], table: context.newTable(), isHead: false)
        slice.isFloat = true
        let height = float.place.bottom - float.place.top
        slice.cells.append(
            TableSlice.Cell(
                flow: float.flow, x: float.place.left, width: float.place.right - float.place.left,
                top: float.place.top - position, inset: 0, style: .plain, edges: .zero, height: height, isFirst: true,
                isLast: true, shift: float.place.left))
        flow.items.append(FlowItem(kind: .row(slice)))
        floats.add(float.place)
    }

    // MARK: Clearance

    /// Goes below the floats that a box's `clear` names (§9.5.2).
    mutating func clear(_ style: SharedStyle) {
        guard floats.isUsed else { return }
        let isRightToLeft = style.text.direction == .rightToLeft
        let side: FloatContext.Side
        switch style.box.clear {
        case .none: return
        case .left: side = .left
        case .right: side = .right
        case .inlineStart: side = isRightToLeft ? .right : .left
        case .inlineEnd: side = isRightToLeft ? .left : .right
        case .both: side = .both
        }
        moveBelow(floats.bottom(of: side))
    }

    /// Makes the next content stand no higher than `y`; the room takes the place of margins.
    mutating func moveBelow(_ y: Double) {
        guard floats.isUsed, y > position + 0.01 else { return }
        let room = y - position
        flow.items.append(FlowItem(kind: .strut, height: room))
        floats.settled += room
        floats.drop(above: y)
    }

    // MARK: Beside floats

    /// Where a box stands that floats must not reach into: beside them if there is room, else below (§9.5).
    mutating func room(beside box: BlockBox, x: Double, available: Double) throws(FontError) -> (
        x: Double, width: Double
    ) {
        guard isBesideFloat else { return (x, available) }
        var wanted = available / 2
        if case .replaced(let replaced) = box.content {
            let outer = BlockGeometry(box.style, x: x, available: available, fixedWidth: 0)
            wanted =
                ReplacedSize(
                    replaced, style: box.style, available: available - outer.borderWidth, maximumHeight: pageHeight
                ).size.width + outer.borderWidth
        } else if let width = box.style.box.width.resolved(against: available) {
            wanted = width
        }
        let y = position + max(0, margin.value - floats.settled)
        // Its height is not known: all that stands beside its top counts, down to the page's foot.
        let inset = floats.inset(from: y, to: y + 1, x: x, width: available)
        if inset.width + wanted <= available + 0.01 {
            return (x + inset.left, available - inset.width)
        }
        moveBelow(floats.bottom(of: .both))
        return (x, available)
    }

    /// Goes below floats that leave too little room for text.
    mutating func moveBelowNarrowPlaces(_ paragraph: PreparedParagraph, _ geometry: BlockGeometry) throws(FontError) {
        let least = min(Self.shortestLine * paragraph.blockFont.size, geometry.contentWidth / 2)
        while isBesideFloat {
            let y = position + max(0, margin.value - floats.settled)
            let narrow = floats.placed.filter { float in
                guard float.bottom > y + 0.01 else { return false }
                let inset = floats.inset(
                    from: max(y, float.top), to: float.bottom, x: geometry.contentX, width: geometry.contentWidth)
                return geometry.contentWidth - inset.width < least
            }
            guard let bottom = narrow.map(\.bottom).min() else { return }
            moveBelow(bottom)
        }
    }

    /// The lines of a paragraph that begins here, beside the floats of before and its own.
    mutating func layOut(_ paragraph: PreparedParagraph, _ geometry: BlockGeometry) throws(FontError) -> (
        LaidOutParagraph, Beside
    ) {
        let layout = ParagraphLayout(paragraph: paragraph, context: context, width: geometry.contentWidth)
        var beside = Beside()
        guard isBesideFloat || !paragraph.content.floats.isEmpty else { return (layout.layout(), beside) }
        let top = position
        let outer = floats
        var laidOut = laidOut(layout, from: top, geometry)
        for (index, float) in paragraph.content.floats.enumerated() {
            // The line that the float is met on, and its top; the foot of all lines, if there are too many floats.
            let lines = laidOut.lines
            let isBeside = index < Self.mostFloats
            let met = isBeside ? lines.firstIndex { $0.range.upperBound > float.offset } : nil
            let number = met ?? max(0, lines.count - 1)
            if float.box.style.box.isAbsolute {
                beside.marks.append((number, try absolute(float.box, x: geometry.contentX)))
                continue
            }
            if float.box.style.box.isPageFloat {
                if let mark = try pageFloat(float.box) {
                    beside.marks.append((number, mark))
                } else {
                    beside.below.append(float.box)
                }
                continue
            }
            let y = top + lines.prefix(isBeside ? number : lines.count).reduce(0) { $0 + $1.height }
            let (content, width) = try layOut(float.box, available: geometry.contentWidth)
            let place = place(
                content, width, float.box, from: y, x: geometry.contentX, available: geometry.contentWidth)
            floats.add(place)
            beside.floats.append((number, LaidOutFloat(place: place, flow: content)))
            if isBeside { laidOut = self.laidOut(layout, from: top, geometry) }
        }
        let first = laidOut.lines.first?.height ?? 0
        let inset = floats.inset(from: top, to: top + first, x: geometry.contentX, width: geometry.contentWidth)
        beside.markerShift = paragraph.style.text.direction == .rightToLeft ? -inset.right : inset.left
        // They join the flow line by line.
        floats = outer
        let last = max(0, laidOut.lines.count - 1)
        for index in beside.floats.indices { beside.floats[index].line = min(beside.floats[index].line, last) }
        for index in beside.marks.indices { beside.marks[index].line = min(beside.marks[index].line, last) }
        return (laidOut, beside)
    }

    private func laidOut(
        _ layout: ParagraphLayout, from top: Double, _ geometry: BlockGeometry
    ) -> LaidOutParagraph {
        let floats = floats
        guard floats.isUsed else { return layout.layout() }
        return layout.layout(
            beside: LineExclusions(
                bottom: floats.bottom(of: .both) - top,
                inset: {
                    floats.inset(from: top + $0, to: top + $1, x: geometry.contentX, width: geometry.contentWidth)
                }
            ))
    }
}

extension BlockBox {
    /// Floats from outside do not reach into the box, and its own not out of it (CSS 2.2, §9.4.1).
    var establishesFormattingContext: Bool {
        switch content {
        case .table, .replaced: true
        case .blocks, .inline:
            style.box.display == .flowRoot || style.box.overflowHidden || style.columns.count != nil
                || style.columns.width != nil
        }
    }
}

extension TableSlice.Cell.Edges {
    static let zero = Self(top: 0, right: 0, bottom: 0, left: 0)
}

extension SharedStyle {
    /// A box with nothing of its own to paint.
    static let plain = SharedStyle(.initial)
}
