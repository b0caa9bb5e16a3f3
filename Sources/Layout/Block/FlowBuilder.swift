import CSS
import Diagnostics
import Geometry
import Pages
import Shaping

/// Lays blocks out one below the other into a flow: margins collapse, breaks between boxes are weighed.
struct FlowBuilder {
    let context: LayoutContext
    /// Height of a page's area in points; pictures never pass it.
    let pageHeight: Double
    var flow = Flow()

    var margin = CollapsingMargin()
    /// Floats that text may still stand beside.
    var floats = FloatContext()
    /// Decorations of boxes whose content has not begun yet.
    var pendingOpens: [Int] = []
    var pendingMarks: [FlowMark] = []
    var pendingMarker: (marker: ListMarker, contentX: Double)?
    private var forcedBreak: PageStyle.Break?
    private var avoidsBreak = AvoidedBreaks()
    /// `margin-break` of the box whose margin waits to be set.
    private var marginBreak = PageStyle.MarginBreak.auto
    /// How many boxes round this place say `break-inside: avoid`, of pages and of columns.
    private var avoidDepth = AvoidDepth()
    /// Those of them whose content has not begun yet.
    private var waitingAvoids = AvoidDepth()
    /// The multi-column container that content is being laid out for.
    var columns = ColumnState()
    /// What pages the content wants.
    var pages = WantedPages()
    /// Nothing that could be broken from what follows stands before.
    private var isAtStart = true

    /// How many items of the flow have been summed up, and their height; see `position`.
    var measured = (count: 0, height: 0.0)
    /// What absolutely positioned boxes are placed in; nil is the page area.
    var containing: ContainingBlock?
    /// Height of the containing block that percentages are of, in points; nil where it follows from the content.
    var containingHeight: Double?
    /// The margin that was set above what has begun last.
    var settledMargin = 0.0

    /// Pages and columns may divide what is laid out; false inside a cell or a note.
    let isDivisible: Bool

    init(context: LayoutContext, pageHeight: Double, isDivisible: Bool = true) {
        self.context = context
        self.pageHeight = pageHeight
        self.isDivisible = isDivisible
        containingHeight = isDivisible ? pageHeight : nil
    }

    /// Nothing has been set yet of what a mark would stand behind.
    var waitsForContent: Bool { isAtStart || !pendingOpens.isEmpty || forcedBreak != nil || columns.isPending }

    /// The flow with its last margin, which only a box round it could collapse with.
    mutating func finish() -> Flow {
        moveBelow(floats.bottom(of: .both))
        for mark in pendingMarks { flow.items.append(FlowItem(kind: .mark(mark))) }
        pendingMarks = []
        if margin.value > 0 { flow.items.append(FlowItem(kind: .space, height: margin.value)) }
        flow.sliceBoxesRoundColumns()
        return flow
    }

    // MARK: Boxes

    /// Adds a box inside a containing block at `x`, `available` points wide.
    mutating func add(_ box: BlockBox, x: Double, available: Double) throws(FontError) {
        if box.style.box.isAbsolute { return try addAbsolute(box, x: x, available: available) }
        if box.style.box.isPageFloat, try addPageFloat(box) { return }
        let page = box.style.value.page
        takeBreak(page.breakBefore)
        let outer = pages
        defer { pages.name = outer.name }
        pages.name = box.startPageName
        if isDivisible, page.name != pages.parent {
            pages.parent = page.name
            defer { pages.parent = outer.parent }
            let available = available + pages.width(page.name) - pages.width(outer.parent)
            try addBox(box, x: x, available: available)
        } else {
            try addBox(box, x: x, available: available)
        }
        takeBreak(page.breakAfter)
    }

    private mutating func addBox(_ box: BlockBox, x: Double, available: Double) throws(FontError) {
        if box.style.box.clear != .none { clear(box.style) }
        if box.style.box.floatsBesideLines, try addFloat(box, x: x, available: available) { return }
        if let set = columns.set, box.style.columns.spansAll, !columns.isSpanning {
            try addSpanning(box, across: set)
        } else {
            try addContent(of: box, x: x, available: available)
        }
    }

    mutating func addContent(of box: BlockBox, x: Double, available: Double) throws(FontError) {
        guard box.establishesFormattingContext else { return try addContent(box, x: x, available: available) }
        let room = try room(beside: box, x: x, available: available)
        let outer = floats.beginContext()
        try addContent(box, x: room.x, available: room.width)
        if floats.isUsed { moveBelow(floats.bottom(of: .both)) }
        floats.endContext(outer)
    }

    private mutating func addContent(_ box: BlockBox, x: Double, available: Double) throws(FontError) {
        if case .table(let table) = box.content {
            try add(table, box, x: x, available: available)
        } else if case .replaced(let replaced) = box.content {
            try add(replaced, box, x: x, available: available)
        } else {
            try addContainer(box, x: x, available: available)
        }
    }

    private mutating func addContainer(_ given: BlockBox, x: Double, available: Double) throws(FontError) {
        let box = try given.withOwnWidths(available: available, pageHeight: pageHeight, context)
        let geometry = BlockGeometry(box.style, x: x, available: available)
        let style = box.style.value
        if style.page.marginBreak != .auto { marginBreak = style.page.marginBreak }
        margin.add(style.box.margin.top.resolved(against: available) ?? 0)
        note(box)
        let decoration = style.isDecorated ? addDecoration(box.style, geometry, available) : nil
        if let decoration { pendingOpens.append(decoration) }
        if let marker = box.marker { pendingMarker = (marker, geometry.contentX) }
        let height = HeightLimits(style.box, geometry, containing: containingHeight)
        let start = ContentStart(item: flow.items.count, opens: pendingOpens.count)
        let outer = (containingHeight, containing)
        containingHeight = height.definite
        if style.box.position == .relative, let decoration {
            containing = ContainingBlock(
                decoration: decoration, width: geometry.contentWidth + geometry.padding.horizontal,
                height: height.definite.map { $0 + geometry.padding.vertical })
        }
        strutBefore(geometry.border.top + geometry.padding.top)
        open(style.page.breakInside)
        let columns = ColumnSet(box.style, x: geometry.contentX, available: geometry.contentWidth)
        switch box.content {
        case .blocks(let blocks):
            if let columns {
                try addColumns(of: blocks, in: columns)
            } else {
                for block in blocks { try add(block, x: geometry.contentX, available: geometry.contentWidth) }
            }
        case .inline(let content):
            if let columns {
                try addColumns(of: [box.anonymousBlock(content)], in: columns)
            } else {
                try add(content, box, geometry)
            }
        case .replaced, .table: break
        }
        if box.marker != nil, pendingMarker != nil { try addLoneMarker() }
        close(style.page.breakInside)
        (containingHeight, containing) = outer
        fit(height, from: start, geometry)
        strutAfter(geometry.border.bottom + geometry.padding.bottom, decoration: decoration)
        if let decoration { close(decoration) }
        margin.add(style.box.margin.bottom.resolved(against: available) ?? 0)
    }

    private mutating func add(_ replaced: ReplacedContent, _ box: BlockBox, x: Double, available: Double)
        throws(FontError)
    {
        let outer = BlockGeometry(box.style, x: x, available: available, fixedWidth: 0)
        let edges = outer.border.vertical + outer.padding.vertical
        let size = ReplacedSize(
            replaced, style: box.style, available: available - outer.borderWidth,
            maximumHeight: pageHeight - edges
        ).size
        let geometry = BlockGeometry(box.style, x: x, available: available, fixedWidth: size.width)
        margin.add(box.style.box.margin.top.resolved(against: available) ?? 0)
        note(box)
        let decoration = box.style.value.isDecorated ? addDecoration(box.style, geometry, available) : nil
        if let decoration { pendingOpens.append(decoration) }
        begin()
        strutBefore(geometry.border.top + geometry.padding.top)
        if pendingMarker != nil { try addLoneMarker() }
        let picture = PlacedPicture(content: replaced, element: box.element, x: geometry.contentX, width: size.width)
        flow.items.append(FlowItem(kind: .replaced(picture), height: size.height))
        strutAfter(geometry.border.bottom + geometry.padding.bottom, decoration: decoration)
        if let decoration { close(decoration) }
        margin.add(box.style.box.margin.bottom.resolved(against: available) ?? 0)
    }

    private mutating func add(_ table: TableBox, _ box: BlockBox, x: Double, available: Double) throws(FontError) {
        // The margins are those of the box round table and caption (CSS 2.2, §17.4).
        margin.add(box.style.box.margin.top.resolved(against: available) ?? 0)
        note(box)
        if let caption = table.caption, !caption.style.table.captionAtBottom {
            try add(caption, x: x, available: available)
            avoidsBreak = .all
        }
        let layout = TableLayout(context: context, pageHeight: pageHeight)
        let laidOut = try layout.rows(of: table, box, x: x, available: available)
        let decoration = box.style.value.isDecorated ? addDecoration(box.style, laidOut.geometry, available) : nil
        if let decoration { pendingOpens.append(decoration) }
        open(box.style.value.page.breakInside)
        strutBefore(laidOut.geometry.border.top + laidOut.geometry.padding.top)
        for row in laidOut.rows {
            begin(costInside: row.breakCost)
            flow.items.append(FlowItem(kind: .row(row.slice), height: row.height))
        }
        close(box.style.value.page.breakInside)
        strutAfter(laidOut.geometry.border.bottom + laidOut.geometry.padding.bottom, decoration: decoration)
        if let decoration { close(decoration) }
        if let caption = table.caption, caption.style.table.captionAtBottom {
            avoidsBreak = .all
            try add(caption, x: x, available: available)
        }
        margin.add(box.style.box.margin.bottom.resolved(against: available) ?? 0)
    }

    // MARK: Lines

    private mutating func add(_ content: InlineContent, _ box: BlockBox, _ geometry: BlockGeometry) throws(FontError) {
        guard !content.isEmpty else {
            pendingMarks += content.marks.map(\.mark)
            return
        }
        let prepared = try PreparedParagraph(
            content, style: box.style, available: geometry.contentWidth, maximumHeight: pageHeight, context: context)
        try moveBelowNarrowPlaces(prepared, geometry)
        begin()
        let (laidOut, beside) = try layOut(prepared, geometry)
        let lines = laidOut.lines
        guard !lines.isEmpty else { return }
        if isDivisible, try divide(content, lines, geometry) { return }
        var paragraph = FlowParagraph(
            id: context.newParagraph(), content: content, style: box.style, element: box.isArtifact ? nil : box.element,
            x: geometry.contentX, width: geometry.contentWidth, isBesideFloat: floats.isUsed || !content.floats.isEmpty,
            breaking: laidOut.figures)
        if let pending = pendingMarker {
            pendingMarker = nil
            paragraph.marker = try place(pending.marker, contentX: pending.contentX + beside.markerShift, in: geometry)
        }
        let index = flow.paragraphs.count
        flow.paragraphs.append(paragraph)
        for (number, line) in lines.enumerated() {
            if number > 0, !isBesideFloat {
                flow.items.append(
                    FlowItem(kind: breakInside(after: number, of: lines.count, box.style, lines[number - 1])))
            }
            for float in beside.floats where float.line == number { append(float.float) }
            for float in beside.marks where float.line == number {
                flow.items.append(FlowItem(kind: .mark(float.mark)))
            }
            for mark in line.marks { flow.items.append(FlowItem(kind: .mark(mark))) }
            flow.items.append(FlowItem(kind: .line(paragraph: index, line), height: line.height))
        }
        for box in beside.below { try add(box.inFlow, x: geometry.contentX, available: geometry.contentWidth) }
    }

    /// The break after a line.
    private func breakInside(after number: Int, of count: Int, _ style: SharedStyle, _ line: LineBox) -> FlowItem.Kind {
        let page = style.value.page
        let lone = number < page.orphans || count - number < page.widows ? BreakCosts.loneLines : 0
        let avoid = (
            page: avoidDepth.page > 0 || line.keepsWithNext, column: avoidDepth.column > 0 || line.keepsWithNext
        )
        let hyphen = line.endsInHyphen ? hyphenCosts(style.text.hyphenateLimitLast) : (page: 0, column: 0)
        return .breakpoint(
            cost: lone + (avoid.page ? BreakCosts.avoid : 0) + hyphen.page,
            column: lone + (avoid.column ? BreakCosts.avoid : 0) + hyphen.column)
    }

    /// What a hyphen at the end of a page and of a column costs (CSS Text 4, §6.3.4). A spread's end is a page's.
    private func hyphenCosts(_ last: TextStyle.HyphenateLimitLast) -> (page: Double, column: Double) {
        switch last {
        case .none: (BreakCosts.hyphen, BreakCosts.columnHyphen)
        case .page, .spread: (BreakCosts.avoid, BreakCosts.columnHyphen)
        case .always, .column: (BreakCosts.avoid, BreakCosts.avoid)
        }
    }

    // MARK: Between boxes

    /// Notes a box's anchors, named strings and bookmark where its content begins.
    private mutating func note(_ box: BlockBox) {
        pendingMarks += box.anchors.filter(context.tree.targets.contains).map(FlowMark.anchor)
        pendingMarks += box.strings.map(FlowMark.string)
        if let bookmark = box.bookmark { pendingMarks.append(.bookmark(bookmark)) }
        pendingMarks += box.counters.map(FlowMark.counter)
    }

    private mutating func takeBreak(_ value: PageStyle.Break) {
        switch value {
        case .auto: break
        case .avoid: avoidsBreak = .all
        case .avoidPage: avoidsBreak.page = true
        case .avoidColumn: avoidsBreak.column = true
        case .column:
            // Outside columns, and where they begin anyway, there is nothing to end.
            if columns.isOpen, forcedBreak == nil { forcedBreak = .column }
        case .page, .left, .right, .recto, .verso:
            forcedBreak = value.onSide(inRightToLeft: context.tree.root.style.text.direction == .rightToLeft)
        }
    }

    /// A box that says `break-inside: avoid` opens. It acts between its parts, so not before its content has begun.
    private mutating func open(_ value: PageStyle.BreakInside) { waitingAvoids.add(value, 1) }

    /// The box closes; nothing may have begun in it.
    private mutating func close(_ value: PageStyle.BreakInside) {
        if waitingAvoids.isEmpty { avoidDepth.add(value, -1) } else { waitingAvoids.add(value, -1) }
    }

    /// Content begins: a break is possible before it unless a float stands beside, its margin is settled, boxes round it open.
    mutating func begin(costInside: Double = 0) {
        let wantsOtherPage = isDivisible && pages.name != pages.settled
        if wantsOtherPage, !isAtStart, forcedBreak?.endsPage != true { forcedBreak = .page }
        let isForced = forcedBreak != nil && !isAtStart
        if isAtStart {
            isAtStart = false
        } else if let forced = forcedBreak {
            moveBelow(floats.bottom(of: .both))
            flow.items.append(FlowItem(kind: .forcedBreak(forced)))
        } else if !holdsTogether, !isBesideFloat {
            let page = avoidsBreak.page || avoidDepth.page > 0 ? BreakCosts.avoid : 0
            let column = avoidsBreak.column || avoidDepth.column > 0 ? BreakCosts.avoid : 0
            flow.items.append(FlowItem(kind: .breakpoint(cost: page + costInside, column: column + costInside)))
        }
        avoidDepth.add(waitingAvoids)
        waitingAvoids = AvoidDepth()
        if wantsOtherPage {
            pages.settled = pages.name
            flow.pageNames.append((flow.items.count, pages.name))
        }
        forcedBreak = nil
        avoidsBreak = AvoidedBreaks()
        holdsTogether = false
        let space = floats.settled > 0 ? max(0, margin.value - floats.settled) : margin.value
        if space != 0 {
            // `margin-break`: margins go at a break that nobody asked for, and stay at one that is forced.
            let keeps = marginBreak == .keep || isForced && marginBreak == .auto
            flow.items.append(FlowItem(kind: keeps ? .strut : .space, height: space))
        }
        marginBreak = .auto
        settledMargin = margin.value
        margin = CollapsingMargin()
        floats.settled = 0
        // A margin above the first blocks of columns stands above all columns, so that they begin at the same height.
        if let set = columns.open() { flow.items.append(FlowItem(kind: .columns(set))) }
        for decoration in pendingOpens { flow.items.append(FlowItem(kind: .open(decoration))) }
        pendingOpens = []
        for mark in pendingMarks { flow.items.append(FlowItem(kind: .mark(mark))) }
        pendingMarks = []
    }

    /// A box's border or padding has just been set, which no break parts from the content.
    private var holdsTogether = false

    /// Border and padding above a box's content, which hold to it.
    private mutating func strutBefore(_ height: Double) {
        guard height > 0 else { return }
        begin()
        flow.items.append(FlowItem(kind: .strut, height: height))
        holdsTogether = true
    }

    /// Border and padding below a box's content: no break parts them from what is above.
    mutating func strutAfter(_ height: Double, decoration: Int?) {
        guard height > 0 else { return }
        let isEmpty = decoration.map(pendingOpens.contains) ?? false
        if !isEmpty { holdsTogether = true }
        begin()
        flow.items.append(FlowItem(kind: .strut, height: height))
    }

    private mutating func addDecoration(
        _ style: SharedStyle, _ geometry: BlockGeometry, _ available: Double
    ) -> Int {
        var decoration = BoxDecoration(
            style: style, x: geometry.borderX, width: geometry.borderWidth, padding: geometry.padding)
        decoration.offset = style.value.box.relativeOffset(
            width: available, height: containingHeight, isRightToLeft: style.text.direction == .rightToLeft)
        if style.box.boxDecorationBreak == .clone, isDivisible {
            decoration.clonedEdges = (
                geometry.border.top + geometry.padding.top, geometry.border.bottom + geometry.padding.bottom
            )
        }
        flow.decorations.append(decoration)
        return flow.decorations.count - 1
    }

    private mutating func close(_ decoration: Int) {
        if let index = pendingOpens.firstIndex(of: decoration) {
            pendingOpens.remove(at: index)
        } else {
            flow.items.append(FlowItem(kind: .close(decoration)))
        }
        holdsTogether = false
    }
}
