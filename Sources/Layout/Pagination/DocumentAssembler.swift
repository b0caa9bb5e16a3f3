import ArticleModel
import CSS
import FontFiles
import Geometry
import Pages
import Shaping

/// Places the items of each page and gathers what the document keeps across pages: fonts, pictures, structure, outline.
struct DocumentAssembler {
    let context: LayoutContext
    let pages: PageContexts
    let flow: Flow
    let notes: NoteStream
    let heads: TableHeads
    var document = Document()
    var fontIndices: [FontInstance: Int] = [:]
    /// What display items name pictures by.
    var pictures = PictureTable()
    var inlineElements: [InlineKey: StructureElement.ID] = [:]
    private var bookmarks: [(bookmark: Bookmark, destination: String)] = []
    private var strings = PageAssignments<String>()
    /// Indices into `BoxTree.runningElements`.
    private var runningElements = PageAssignments<Int>()
    private(set) var counters: PageCounterLog
    /// Where a report on the type is wanted.
    var typeLog: TypeLog?
    /// Where footnotes are called, in order.
    private(set) var noteCalls: [NoteCall] = []
    /// Decorations of boxes that began on an earlier page and go on.
    private var openDecorations: [Int] = []
    /// The same of boxes inside columns, which may go on in the next column.
    var openInColumns: [Int] = []
    var lineNumbers = LineNumbers()
    /// Absolutely positioned boxes that have been met on the page and not been placed.
    var waitingBoxes: [WaitingBox] = []
    /// Of boxes with pictures in their backgrounds.
    var pieceHeights = PieceHeights()

    struct InlineKey: Hashable {
        var paragraph: Int
        var element: Int
    }

    init(context: LayoutContext, pages: PageContexts, flow: Flow, notes: NoteStream, heads: TableHeads) {
        self.context = context
        self.pages = pages
        counters = PageCounterLog(pages.styles.counterStyles)
        self.flow = flow
        self.notes = notes
        self.heads = heads
        document.structure = context.tree.structure
    }

    /// The document; a nil page is blank.
    mutating func document(of list: [PageBreaker.Page?], metadata: DocumentMetadata) throws(FontError) -> Document {
        document.metadata = metadata
        for (number, page) in list.enumerated() {
            strings.beginPage()
            runningElements.beginPage()
            let context = pageContext(of: number, page)
            counters.beginPage(context.style.list)
            document.pages.append(context.emptyPage)
            if let page {
                try place(page, context)
            } else {
                var canvas = PageCanvas(pageBox: context.pageBox)
                paintPage(context, &canvas)
                finish(canvas)
            }
            document.pages[number].label = counters.label(of: number, context)
        }
        for number in list.indices {
            let context = pageContext(of: number, list[number])
            let painter = MarginBoxPainter(
                context: self.context, counterStyles: pages.styles.counterStyles, page: number, strings: strings,
                runningElements: runningElements, counters: counters)
            for box in try painter.boxes(of: context) { add(box, page: number, context.pageBox) }
            let marks = context.printersMarks
            if !marks.isEmpty {
                document.pages[number].content.append(MarkedContent(owner: .artifact(.layout), items: marks))
            }
        }
        document.pictures = pictures.sources
        document.outline = OutlineBuilder.outline(bookmarks)
        document.type = typeLog?.finish()
        return document
    }

    // MARK: A page

    private func pageContext(of number: Int, _ page: PageBreaker.Page?) -> PageContext {
        guard let page else { return pages.context(of: number, name: nil, isBlank: true) }
        return pages.context(of: number, name: flow.pageName(at: page.items.lowerBound))
    }

    private mutating func place(_ page: PageBreaker.Page, _ context: PageContext) throws(FontError) {
        let area = context.area
        var canvas = PageCanvas(pageBox: context.pageBox)
        paintPage(context, &canvas)
        let bottomFloats = page.floats.filter { !flow.pageFloats[$0].isTop }
        let top = placeFloats(page.floats.filter { flow.pageFloats[$0].isTop }, at: area.origin, &canvas)
        openDecorations = placeStack(
            page.items, rows: page.rows, at: Point(x: area.minX, y: top), goingOn: openDecorations, &canvas)
        let foot = notes.height(from: page.notes.lowerBound, to: page.notes.upperBound)
        let height = bottomFloats.reduce(0) { $0 + flow.pageFloats[$1].height }
        _ = placeFloats(bottomFloats, at: Point(x: area.minX, y: area.maxY - foot - height), &canvas)
        placeNotes(page.notes, context, &canvas)
        placeAbsolutes(since: 0, in: nil, area, &canvas)
        try placeLineNumbers(context, &canvas)
        finish(canvas)
    }

    /// Places page floats one below the other, and returns where they end.
    private mutating func placeFloats(_ floats: [Int], at origin: Point, _ canvas: inout PageCanvas) -> Double {
        floats.reduce(origin.y) { y, index in
            place(flow.pageFloats[index].flow, at: Point(x: origin.x, y: y), canvas: &canvas)
            return y + flow.pageFloats[index].height
        }
    }

    private mutating func placeNotes(_ range: Range<Int>, _ context: PageContext, _ canvas: inout PageCanvas) {
        guard !range.isEmpty else { return }
        let area = context.area
        let style = SharedStyle(context.footnoteArea)
        let geometry = BlockGeometry(style, x: 0, available: area.width)
        let height = notes.items[range].reduce(0) { $0 + $1.height }
        let boxHeight = height + geometry.border.vertical + geometry.padding.vertical
        let box = Rect(
            x: area.minX + geometry.borderX, y: area.maxY - boxHeight, width: geometry.borderWidth, height: boxHeight)
        paint(BoxPiece(style: style.value, rect: box, padding: geometry.padding), &canvas)
        var y = box.minY + geometry.border.top + geometry.padding.top
        var open: [(box: OpenBox, note: Int)] = []
        for index in range {
            let item = notes.items[index]
            let note = notes.noteOfItem[index]
            switch item.kind {
            case .open(let decoration): open.append((begin(decoration, of: notes.flows[note], at: y, &canvas), note))
            case .close(let decoration):
                guard let last = open.lastIndex(where: { $0.box.decoration == decoration && $0.note == note })
                else { break }
                end(open.remove(at: last).box, of: notes.flows[note], at: y, x: area.minX, &canvas)
            default: place(item, of: notes.flows[note], at: Point(x: area.minX, y: y), canvas: &canvas)
            }
            y += item.height
        }
    }

    private mutating func finish(_ canvas: PageCanvas) {
        let page = document.pages.count - 1
        let backgrounds = canvas.backgrounds.flatMap { $0 }
        if !backgrounds.isEmpty {
            document.pages[page].content.append(MarkedContent(owner: .artifact(.background), items: backgrounds))
            for id in Set(canvas.content.compactMap(\.element)) { document.structure[id].shiftContent(of: page) }
        }
        document.pages[page].content += canvas.content
        addOutlines(of: canvas, as: .layout, toPage: page)
        // A link's annotation follows its text in the tree.
        for link in canvas.links {
            document.pages[page].links.append(link)
            document.structure[link.element].children.append(
                .link(page: page, index: document.pages[page].links.count - 1))
        }
    }

    /// Adds something to draw; a new piece of content joins its structure element at once, so that text and elements inside
    /// one parent keep their order.
    mutating func put(_ item: DisplayItem, _ owner: MarkedContent.Owner, _ canvas: inout PageCanvas) {
        guard canvas.add(item, owner: owner), case .element(let id)? = canvas.content.last?.owner else { return }
        document.structure[id].children.append(
            .content(page: document.pages.count - 1, index: canvas.content.count - 1))
    }

    private mutating func add(_ box: MarginBoxPainter.Box, page: Int, _ pageBox: Rect) {
        var canvas = PageCanvas(pageBox: pageBox)
        paint(BoxPiece(style: box.style.value, rect: box.rect, padding: box.padding), &canvas)
        canvas.artifact = box.artifact
        switch box.content {
        case .lines(let lines, let content):
            for (line, origin) in lines {
                place(
                    line, content: content, paragraph: nil, owner: .artifact(box.artifact), at: origin,
                    canvas: &canvas)
            }
        case .element(let flow, let origin):
            place(flow, at: origin, canvas: &canvas)
            placeAbsolutes(since: 0, in: nil, box.rect, &canvas)
        }
        let backgrounds = canvas.backgrounds.flatMap { $0 }
        if !backgrounds.isEmpty {
            document.pages[page].content.append(MarkedContent(owner: .artifact(box.artifact), items: backgrounds))
        }
        document.pages[page].content += canvas.content
        addOutlines(of: canvas, as: box.artifact, toPage: page)
    }

    /// Outlines are painted over everything else.
    private mutating func addOutlines(of canvas: PageCanvas, as artifact: MarkedContent.Artifact, toPage page: Int) {
        guard !canvas.outlines.isEmpty else { return }
        document.pages[page].content.append(MarkedContent(owner: .artifact(artifact), items: canvas.outlines))
    }

    // MARK: Items

    mutating func place(_ item: FlowItem, of flow: Flow, at origin: Point, canvas: inout PageCanvas) {
        switch item.kind {
        case .line(let index, let line):
            let paragraph = flow.paragraphs[index]
            if !canvas.isArtifact { typeLog?.note(line, of: paragraph, page: document.pages.count - 1) }
            if !canvas.isArtifact {
                noteCalls += line.footnotes.map { NoteCall(note: $0, page: document.pages.count - 1) }
            }
            if let marker = paragraph.marker, line.range.lowerBound == 0 {
                // The marker stands on the first line's baseline.
                place(
                    marker, at: Point(x: origin.x, y: origin.y + line.baseline - marker.line.baseline), canvas: &canvas)
            }
            place(
                line, content: paragraph.content, paragraph: paragraph.id,
                owner: paragraph.element.map(MarkedContent.Owner.element) ?? .artifact(.layout),
                at: Point(x: origin.x + paragraph.x, y: origin.y), canvas: &canvas)
        case .marker(let marker): place(marker, at: origin, canvas: &canvas)
        case .replaced(let picture):
            let rect = Rect(x: origin.x + picture.x, y: origin.y, width: picture.width, height: item.height)
            place(picture.content, in: rect, owner: .element(picture.element), canvas: &canvas)
        case .row(let slice): place(slice, at: origin, canvas: &canvas, repeated: false)
        case .mark(.absolute(let index)):
            waitingBoxes.append(WaitingBox(box: flow.absolutes[index], origin: origin))
        case .mark(let mark):
            if !canvas.isArtifact { note(mark, at: origin, isAtStart: canvas.content.isEmpty) }
        case .strut, .space, .breakpoint, .forcedBreak, .open, .close, .columns, .columnsEnd: break
        }
    }

    private mutating func place(_ marker: PlacedMarker, at origin: Point, canvas: inout PageCanvas) {
        place(
            marker.line, content: marker.content, paragraph: marker.paragraph,
            owner: marker.element.map(MarkedContent.Owner.element) ?? .artifact(.layout),
            at: Point(x: origin.x + marker.x, y: origin.y), canvas: &canvas)
    }

    mutating func place(
        _ replaced: ReplacedContent, in rect: Rect, owner: MarkedContent.Owner, opacity: Double = 1,
        canvas: inout PageCanvas
    ) {
        guard replaced.isVisible else { return }
        let whole = replaced.item(showing: pictures.index(of: replaced), in: rect)
        let item = opacity < 1 ? DisplayItem.group(DisplayItem.Group(items: [whole], opacity: opacity)) : whole
        guard case .element(let id) = owner else { return put(item, owner, &canvas) }
        guard !replaced.isDecoration else { return put(item, .artifact(.layout), &canvas) }
        if !canvas.isArtifact { document.structure[id].attributes.boundingBox = rect }
        put(item, owner, &canvas)
    }

    private mutating func note(_ mark: FlowMark, at point: Point, isAtStart: Bool) {
        let page = document.pages.count - 1
        switch mark {
        case .anchor(let id):
            document.destinations.append(Destination(name: id, page: page, x: point.x, y: point.y))
        case .string(let string): strings.set(string.name, to: string.value, isAtStart: isAtStart)
        case .running(let index):
            runningElements.set(context.tree.runningElements[index].name, to: index, isAtStart: isAtStart)
        case .pageFloat, .absolute: break
        case .counter(let change): counters.apply(change)
        case .bookmark(let bookmark):
            let name = "outline-\(bookmarks.count + 1)"
            document.destinations.append(Destination(name: name, page: page, x: point.x, y: point.y))
            bookmarks.append((bookmark, name))
        }
    }
}

extension MarkedContent {
    fileprivate var element: StructureElement.ID? {
        if case .element(let id) = owner { id } else { nil }
    }
}

extension StructureElement {
    /// Makes room for a background before the content of a page.
    fileprivate mutating func shiftContent(of page: Int) {
        for index in children.indices.reversed() {
            guard case .content(page, let place) = children[index] else { continue }
            children[index] = .content(page: page, index: place + 1)
        }
    }
}

/// The call of a footnote on a page.
struct NoteCall {
    /// Index into `BoxTree.footnotes`.
    var note: Int
    /// From 0.
    var page: Int
}
