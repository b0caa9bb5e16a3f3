import CSS
import Geometry
import Pages

/// A box, or the piece of one that a break has left on a page or line.
struct BoxPiece {
    var style: ComputedStyle
    /// The piece's border box.
    var rect: Rect
    /// The edges that the piece has.
    var edges = BoxEdges.all
    /// Points between border and content.
    var padding = Edges.zero
    /// The border box of all pieces put together, which backgrounds are placed in; nil where this is all.
    var whole: Rect?

    var box: BoxStyle { style.box }

    /// The border edge.
    var outline: RoundedRect { RoundedRect(box, in: rect, edges: edges) }

    /// The piece's edge round one of its areas.
    func edge(of area: BoxArea) -> RoundedRect { outline.inset(by: edges.limiting(inset(of: area))) }

    /// An area of the box as if no break had divided it.
    func undivided(_ area: BoxArea) -> Rect { (whole ?? rect).inset(by: inset(of: area)) }

    private func inset(of area: BoxArea) -> Edges {
        switch area {
        case .borderBox: .zero
        case .paddingBox: box.borderWidths
        case .contentBox: box.borderWidths + padding
        }
    }
}

/// What is painted of a box besides its content (CSS Backgrounds 3; CSS 2.2, appendix E).
struct BoxPainter {
    let piece: BoxPiece
    let backgrounds: BackgroundContext

    /// Shadows outside, the background, shadows inside and the borders, in this order.
    func items() -> [DisplayItem] {
        let box = piece.box
        var items: [DisplayItem] = []
        let isArea = piece.rect.width > 0 && piece.rect.height > 0
        let shadows = ShadowPainter(piece: piece)
        if isArea, box.hasPainting { items += shadows.outside() }
        if isArea { items += BackgroundPainter(piece: piece, context: backgrounds).items() }
        if isArea, box.hasPainting { items += shadows.inside() }
        return items + borders()
    }

    /// The borders, or the image in their place.
    func borders() -> [DisplayItem] {
        if let image = BorderImagePainter(piece, backgrounds) { return image.items() }
        return BorderPainter(border: piece.box.border, color: piece.style.color)
            .items(on: piece.outline, edges: piece.edges)
    }

    /// The outline, which is painted over everything else (CSS UI 4, §4).
    func outline() -> [DisplayItem] {
        guard piece.box.hasPainting else { return [] }
        let painting = piece.box.painting
        let side = painting.outline
        guard side.isSeen else { return [] }
        let line = piece.outline.outset(by: painting.outlineOffset + side.width)
        return BorderPainter(border: Sides(side), color: piece.style.color).items(on: line, edges: piece.edges)
    }
}

extension BoxStyle {
    /// Points.
    var borderWidths: Edges {
        Edges(top: border.top.width, right: border.right.width, bottom: border.bottom.width, left: border.left.width)
    }
}
