import CSS
import Diagnostics
import Geometry
import Pages

/// Boxes as they are painted: backgrounds, borders, shadows and outlines, which are no part of the text.
extension DocumentAssembler {
    /// A box whose end has not been reached in its stack.
    struct OpenBox {
        /// Index into its flow's decorations.
        var decoration: Int
        var top: Double
        var isFirst: Bool
        /// The page or column may end before the box does.
        var isDivisible: Bool
        /// Its place in the painting order.
        var order: Int
        /// Where its content begins, if that is painted as one whole.
        var group: PageCanvas.GroupStart?
        /// How many absolutely positioned boxes were waiting before.
        var waiting: Int
    }

    /// A box begins, or goes on from before.
    func begin(
        _ decoration: Int, of flow: Flow, at top: Double, isFirst: Bool = true, isDivisible: Bool = false,
        _ canvas: inout PageCanvas
    ) -> OpenBox {
        let style = flow.decorations[decoration].style
        let isGroup =
            style.opacity < 1 || style.box.overflowHidden || flow.decorations[decoration].offset != .zero
        let group = isGroup ? canvas.beginGroup() : nil
        return OpenBox(
            decoration: decoration, top: top, isFirst: isFirst, isDivisible: isDivisible,
            order: canvas.reserveBackground(), group: group, waiting: waitingBoxes.count)
    }

    /// A box ends, or for now as its page or column does: it is painted, and what is in it cut off and made translucent.
    mutating func end(
        _ open: OpenBox, of flow: Flow, at bottom: Double, isLast: Bool = true, x: Double, _ canvas: inout PageCanvas
    ) {
        let decoration = flow.decorations[open.decoration]
        let style = decoration.style.value
        let rect = Rect(
            x: x + decoration.x, y: open.top, width: decoration.width, height: max(0, bottom - open.top))
        var piece = BoxPiece(style: style, rect: rect, padding: decoration.padding)
        if decoration.clonedEdges == nil {
            if !open.isFirst { piece.edges.remove(.top) }
            if !isLast { piece.edges.remove(.bottom) }
            if open.isDivisible { piece.whole = pieceHeights.whole(rect, of: open.decoration, style) }
        }
        if open.waiting < waitingBoxes.count {
            let block = rect.inset(by: style.box.borderWidths)
            placeAbsolutes(since: open.waiting, in: open.decoration, block, &canvas)
        }
        if let group = open.group, style.box.overflowHidden {
            clip(from: group, behind: open.order, to: piece.edge(of: .paddingBox), &canvas)
        }
        if style.isVisible { paint(piece, at: open.order, &canvas) }
        guard let group = open.group else { return }
        canvas.fade(from: group, to: style.opacity)
        if decoration.offset != .zero { canvas.move(from: group, behind: open.order, by: decoration.offset) }
    }

    private func clip(
        from group: PageCanvas.GroupStart, behind order: Int, to edge: RoundedRect, _ canvas: inout PageCanvas
    ) {
        let lost = canvas.clip(from: group, behind: order, to: edge)
        if !lost.isEmpty { context.report(Diagnostic(.warning, .clippedText(lost))) }
    }

    /// Paints a box into a reserved place, or on top of the backgrounds so far.
    mutating func paint(_ piece: BoxPiece, opacity: Double = 1, at order: Int? = nil, _ canvas: inout PageCanvas) {
        let painter = BoxPainter(piece: piece, backgrounds: backgrounds(of: piece.style, on: canvas.pageBox))
        canvas.addBackgrounds(painter.items().faded(to: opacity), at: order)
        canvas.addOutline(painter.outline().faded(to: opacity))
    }

    /// Paints what lies under a page's content: its background over all of the sheet, that of the canvas inside of the
    /// margins, and the page's borders (CSS Paged Media 3, §3.1; CSS Backgrounds 3, §2.11).
    mutating func paintPage(_ page: PageContext, _ canvas: inout PageCanvas) {
        let piece = BoxPiece(style: page.style, rect: page.pageBox.inset(by: page.margin), padding: page.padding)
        paintBackground(of: piece, over: RoundedRect(page.bleedBox), &canvas)
        if let style = context.tree.canvas {
            paintBackground(of: BoxPiece(style: style, rect: page.area), over: piece.outline, &canvas)
        }
        let painter = BoxPainter(piece: piece, backgrounds: backgrounds(of: page.style, on: canvas.pageBox))
        canvas.addBackgrounds(painter.borders())
    }

    /// Paints a background over an area other than its box: that of a page, of a row's cells.
    mutating func paintBackground(of piece: BoxPiece, over area: RoundedRect, _ canvas: inout PageCanvas) {
        let painter = BackgroundPainter(
            piece: piece, context: backgrounds(of: piece.style, on: canvas.pageBox), canvas: area)
        canvas.addBackgrounds(painter.items())
    }

    /// The pictures that a style's background and border show.
    private mutating func backgrounds(of style: ComputedStyle, on page: Rect) -> BackgroundContext {
        var context = BackgroundContext(page: page)
        guard style.box.hasPainting else { return context }
        for case .picture(let picture) in style.box.painting.images {
            guard let content = self.context.pictures.content(of: picture, in: style) else { continue }
            context.pictures[picture] = BackgroundPicture(
                source: pictures.index(of: content), size: content.naturalSize,
                pixels: content.pixels)
        }
        return context
    }
}

/// How high the pieces of divided boxes are, for those whose pictures are placed in all of the pieces together
/// (CSS Fragmentation 3, §5.4): known once the pages have been put together for the first time.
struct PieceHeights {
    /// Points, for each decoration in the order of its pieces.
    private(set) var measured: [Int: [Double]] = [:]
    private var known: [Int: [Double]] = [:]

    init() {}

    /// What another assembly has measured.
    init(known: PieceHeights) { self.known = known.measured }

    /// The whole of a box with pictures, one more piece of which is a rectangle; nil for others.
    mutating func whole(_ piece: Rect, of decoration: Int, _ style: ComputedStyle) -> Rect? {
        guard style.box.hasPlacedPictures else { return nil }
        let above = measured[decoration, default: []]
        measured[decoration, default: []].append(piece.height)
        guard let all = known[decoration], all.count > 1 else { return nil }
        return Rect(
            x: piece.minX, y: piece.minY - above.reduce(0, +), width: piece.width, height: all.reduce(0, +))
    }
}

extension BoxStyle {
    /// There are pictures whose places depend on all of the box.
    var hasPlacedPictures: Bool { hasPainting && painting.hasPictures }
}

extension [DisplayItem] {
    /// The items as one translucent whole.
    func faded(to opacity: Double) -> [DisplayItem] {
        isEmpty || opacity >= 1 ? self : [.group(DisplayItem.Group(items: self, opacity: opacity))]
    }
}

extension Diagnostic.Message {
    static func clippedText(_ text: String) -> Self { "text is cut off by 'overflow': '\(text)'" }
}
