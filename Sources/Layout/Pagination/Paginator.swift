public import CSS
public import Diagnostics
import Geometry
public import Pages
public import Shaping

/// Lays boxes out, divides them into pages and places everything: boxes in, finished document out.
public struct Paginator: Sendable {
    public var fonts: FontBook
    public var styles: StyleResolver
    /// What the styles' pictures are.
    public var pictures: StylePictures
    /// The document has a report on how well its text is set.
    public var reportsType = false

    public init(fonts: FontBook, styles: StyleResolver, pictures: StylePictures = StylePictures()) {
        self.fonts = fonts
        self.styles = styles
        self.pictures = pictures
    }

    /// The document of a box tree.
    ///
    /// - Throws: `FontError` where a family that the styles name belongs to the catalogue and is not installed.
    public func document(for tree: BoxTree, metadata: DocumentMetadata) throws(FontError) -> Diagnosed<Document> {
        let assembled = try assemble(tree, metadata: metadata)
        return Diagnosed(assembled.output.document, assembled.diagnostics)
    }

    /// The document, and what its text may say of its pages.
    func assemble(
        _ tree: BoxTree, metadata: DocumentMetadata
    ) throws(FontError) -> Diagnosed<(document: Document, counters: PageCounterLog, calls: [NoteCall])> {
        let context = LayoutContext(
            fonts: fonts, tree: tree, pictures: pictures, featureValues: styles.fontFeatureValues)
        let pageContexts = PageContexts(styles: styles)
        let area = pageContexts.area(of: 0, name: tree.root.startPageName)
        context.pageArea = area
        var builder = FlowBuilder(context: context, pageHeight: area.height)
        builder.pages.width = { pageContexts.area(of: 1, name: $0).width }
        try builder.add(tree.root, x: 0, available: area.width)
        let flow = builder.finish()
        let notes = try noteStream(tree, flow, area, context, pageContexts)
        let heads = TableHeads(flow)
        let breaker = PageBreaker(
            items: flow.items, columns: flow.columns, decorations: flow.decorations,
            pageHeight: { pageContexts.area(of: $0, name: $1).height },
            pageName: { flow.pageName(at: $0) }, notes: notes, floats: PageFloatQueue(flow.pageFloats),
            repeatedHead: { heads.height(of: $0) })
        var fitter = FootFitter(flow: flow, pages: breaker.pages(), context: context)
        try fitter.fit(with: breaker)
        let pages = pageContexts.withBlanks(fitter.pages)
        var assembler = DocumentAssembler(
            context: context, pages: pageContexts, flow: fitter.flow, notes: notes, heads: heads)
        if fitter.flow.decorations.contains(where: \.style.box.hasPlacedPictures) {
            // Where a picture stands in a box that pages divide is known when all its pieces are.
            var measuring = assembler
            _ = try measuring.document(of: pages, metadata: metadata)
            assembler.pieceHeights = PieceHeights(known: measuring.pieceHeights)
        }
        if reportsType { assembler.typeLog = TypeLog() }
        let document = try assembler.document(of: pages, metadata: metadata)
        context.reportFonts()
        return Diagnosed(
            (document, assembler.counters, assembler.noteCalls), context.diagnostics + styles.diagnostics)
    }

    private func noteStream(
        _ tree: BoxTree, _ flow: Flow, _ area: Size, _ context: LayoutContext, _ pages: PageContexts
    ) throws(FontError) -> NoteStream {
        let style = SharedStyle(pages.context(of: 0, name: nil).footnoteArea)
        let geometry = BlockGeometry(style, x: 0, available: area.width)
        var flows: [Flow] = []
        for note in tree.footnotes {
            var builder = FlowBuilder(context: context, pageHeight: area.height, isDivisible: false)
            try builder.add(note, x: geometry.contentX, available: geometry.contentWidth)
            flows.append(builder.finish())
        }
        var order = flow.items.flatMap(\.footnotes)
        // Notes called from notes follow the ones that call them; any other comes last, so that none is lost.
        var index = 0
        while index < order.count {
            order += flows[order[index]].items.flatMap(\.footnotes).filter { !order.contains($0) }
            index += 1
        }
        order += tree.footnotes.indices.filter { !order.contains($0) && !flow.notesInFloats.contains($0) }
        let margin = style.value.box.margin.top.resolved(against: area.width) ?? 0
        let overhead = margin + geometry.border.vertical + geometry.padding.vertical
        let most = style.value.box.maxHeight.resolved(against: area.height) ?? .infinity
        return NoteStream(
            flows, order: order, overhead: overhead, limit: overhead + most,
            policies: tree.footnotes.map(\.style.page.footnotePolicy))
    }
}

extension PageContext {
    /// The page area inside margin, border and padding, in points from the sheet's top left corner.
    var area: Rect {
        pageBox.inset(by: margin).inset(by: padding + style.box.borderWidths)
    }

    /// Points; percentages are of the width inside of the margins.
    var padding: Edges {
        let width = pageBox.inset(by: margin).width
        let padding = style.box.padding
        return Edges(
            top: padding.top.resolved(against: width), right: padding.right.resolved(against: width),
            bottom: padding.bottom.resolved(against: width), left: padding.left.resolved(against: width))
    }
}

/// The heads of tables, which are repeated on each page that a table goes on on.
struct TableHeads {
    private var rows: [Int: [FlowItem]] = [:]

    init(_ flow: Flow) {
        for item in flow.items {
            if case .row(let slice) = item.kind, slice.isHead { rows[slice.table, default: []].append(item) }
        }
    }

    func rows(of table: Int) -> [FlowItem] { rows[table] ?? [] }

    /// Points.
    func height(of table: Int) -> Double { rows(of: table).reduce(0) { $0 + $1.height } }
}
