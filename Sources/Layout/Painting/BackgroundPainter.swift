import CSS
import Geometry
import Pages

/// What backgrounds need to know besides their boxes.
struct BackgroundContext {
    /// The page box, in which what is `fixed` is placed.
    var page: Rect
    /// The pictures that the box's style names, as far as they could be had.
    var pictures: [StylePicture: BackgroundPicture] = [:]
}

/// A picture of a style sheet, ready to be placed.
struct BackgroundPicture {
    /// Index into `Document.pictures`.
    var source: Int
    /// Natural size in points, and in pixels.
    var size: Size
    var pixels: Size
}

/// The colour and the pictures under a box (CSS Backgrounds 3, §2).
struct BackgroundPainter {
    let piece: BoxPiece
    let context: BackgroundContext
    /// All that is painted, whatever the box's areas are: a canvas (§2.11.1); nil for a box's own.
    var canvas: RoundedRect?

    func items() -> [DisplayItem] {
        var items: [DisplayItem] = []
        let box = piece.box
        let layers = box.hasPainting ? box.painting.background.layers : []
        if !box.backgroundColor.isTransparent {
            let edge = edge(of: box.hasPainting ? box.painting.background.colorClip : .borderBox)
            items.append(.path(Path(segments: edge.outline, paint: .fill(box.backgroundColor))))
        }
        for layer in layers.reversed() { items += self.items(of: layer) }
        return items
    }

    private func edge(of area: BoxArea) -> RoundedRect { canvas ?? piece.edge(of: area) }

    private func items(of layer: BackgroundLayer) -> [DisplayItem] {
        let clip = edge(of: layer.clip)
        let area = layer.attachment == .fixed ? context.page : piece.undivided(layer.origin)
        let picture: BackgroundPicture?
        switch layer.image {
        case .none: return []
        case .picture(let named):
            picture = context.pictures[named]
            if picture == nil { return [] }
        case .gradient: picture = nil
        }
        guard let tiles = BackgroundTiles(layer, natural: picture?.size, in: area),
            var shown = tiles.shown(in: clip.rect)
        else { return [] }
        if shown.cell != nil, canvas == nil, layer.clip == .borderBox, piece.style.hasOpaqueBorder,
            let inside = tiles.shown(in: piece.edge(of: .paddingBox).rect), inside.cell == nil
        {
            // One is seen; others would be under the border.
            shown = BackgroundTiles.Shown(region: picture == nil ? clip.rect : inside.region, tile: inside.tile)
        }
        let paint: Path.Paint
        if let cell = shown.cell {
            paint = .tiling(Tiling(cell: cell, items: [item(layer.image, picture, in: shown.tile, seen: shown.tile)]))
        } else {
            let item = item(layer.image, picture, in: shown.tile, seen: shown.region)
            guard case .path(let path) = item else { return clipped(item, to: shown.region, clip) }
            paint = path.paint
        }
        if shown.region == clip.rect { return [.path(Path(segments: clip.outline, paint: paint))] }
        return clipped(.path(Path(segments: [.rectangle(shown.region)], paint: paint)), to: shown.region, clip)
    }

    /// One picture; of a gradient only what is seen.
    private func item(
        _ image: StyleImage, _ picture: BackgroundPicture?, in tile: Rect, seen region: Rect
    ) -> DisplayItem {
        if let picture { return .picture(DisplayItem.Picture(source: picture.source, rect: tile)) }
        let paint =
            if case .gradient(let gradient) = image { gradient.paint(in: tile) } else { Path.Paint.fill(.transparent) }
        return .path(Path(segments: [.rectangle(region)], paint: paint))
    }

    /// The item cut off at the edge that it is painted in, where it reaches beyond.
    private func clipped(_ item: DisplayItem, to region: Rect, _ edge: RoundedRect) -> [DisplayItem] {
        var item = item
        if case .picture(let picture) = item, !region.holds(picture.rect) {
            item = .group(DisplayItem.Group(items: [item], clip: [.rectangle(region)]))
        }
        return edge.isRound ? [.group(DisplayItem.Group(items: [item], clip: edge.outline))] : [item]
    }
}

extension ComputedStyle {
    /// Nothing is seen through the borders.
    fileprivate var hasOpaqueBorder: Bool {
        let border = box.border
        return [border.top, border.right, border.bottom, border.left].allSatisfy { side in
            switch side.style {
            case .none, .hidden: true
            case .dashed, .dotted, .double: side.width == 0
            case .solid, .groove, .ridge, .inset, .outset: (side.color ?? color).alpha >= 1
            }
        }
    }
}
