import CSS
import Geometry
import Pages

/// Paints the parts of a border image (CSS Backgrounds 3, §5).
struct BorderImagePainter {
    let piece: BoxPiece
    let image: BorderImage
    /// nil for gradients.
    let picture: BackgroundPicture?

    /// nil where there is no image, or none to be had: the box then has its borders.
    init?(_ piece: BoxPiece, _ context: BackgroundContext) {
        guard piece.box.hasPainting else { return nil }
        self.piece = piece
        image = piece.box.painting.borderImage
        switch image.source {
        case .none: return nil
        case .gradient: picture = nil
        case .picture(let named):
            guard let picture = context.pictures[named], picture.size.width > 0, picture.size.height > 0 else {
                return nil
            }
            self.picture = picture
        }
    }

    /// The parts, cut off where a break has divided the box.
    func items() -> [DisplayItem] {
        let area = (piece.whole ?? piece.rect).inset(by: -outset)
        guard area.width > 0, area.height > 0 else { return [] }
        let natural = picture?.size ?? area.size
        let slices = slices(natural)
        let grid = BorderImageGrid(
            area: area, natural: natural, slices: slices, widths: widths(in: area, natural, slices),
            repetition: image.repetition)
        let parts = grid.parts(withMiddle: image.slice.fills).flatMap { items(of: $0, in: area) }
        guard piece.whole != nil else { return parts }
        let seen = piece.rect.inset(by: -piece.edges.limiting(outset))
        return [.group(DisplayItem.Group(items: parts, clip: [.rectangle(seen)]))]
    }

    // MARK: Measures

    /// Points.
    private var outset: Edges {
        let (border, outset) = (piece.box.borderWidths, image.outset)
        func points(_ outset: BorderImage.Outset, _ width: Double) -> Double {
            switch outset {
            case .multiple(let factor): factor * width
            case .points(let points): points
            }
        }
        return Edges(
            top: points(outset.top, border.top), right: points(outset.right, border.right),
            bottom: points(outset.bottom, border.bottom), left: points(outset.left, border.left))
    }

    /// Shares of the picture's sides, 0 to 1.
    private func slices(_ natural: Size) -> Edges {
        // A gradient's units are CSS pixels.
        let pixels = picture?.pixels ?? Size(width: natural.width / 0.75, height: natural.height / 0.75)
        func share(_ offset: BorderImageSlice.Offset, _ length: Double) -> Double {
            switch offset {
            case .pixels(let count): length > 0 ? min(1, count / length) : 0
            case .share(let share): min(1, share)
            }
        }
        let offsets = image.slice.offsets
        return Edges(
            top: share(offsets.top, pixels.height), right: share(offsets.right, pixels.width),
            bottom: share(offsets.bottom, pixels.height), left: share(offsets.left, pixels.width))
    }

    /// Points; sides that a break has taken away have none.
    private func widths(in area: Rect, _ natural: Size, _ slices: Edges) -> Edges {
        func points(_ width: BorderImage.Width, _ border: Double, _ slice: Double, _ length: Double) -> Double {
            switch width {
            case .auto: slice
            case .multiple(let factor): factor * border
            case .length(let share): max(0, share.resolved(against: length))
            }
        }
        let (border, width) = (piece.box.borderWidths, image.width)
        var widths = Edges(
            top: points(width.top, border.top, slices.top * natural.height, area.height),
            right: points(width.right, border.right, slices.right * natural.width, area.width),
            bottom: points(width.bottom, border.bottom, slices.bottom * natural.height, area.height),
            left: points(width.left, border.left, slices.left * natural.width, area.width))
        if piece.whole == nil { widths = piece.edges.limiting(widths) }
        // §5.3: opposite sides that overlap are made narrower, all four alike.
        let scale = min(
            1, area.width / max(widths.horizontal, .leastNormalMagnitude),
            area.height / max(widths.vertical, .leastNormalMagnitude))
        return Edges(
            top: widths.top * scale, right: widths.right * scale, bottom: widths.bottom * scale,
            left: widths.left * scale)
    }

    // MARK: Parts

    private func items(of part: BorderImageGrid.Part, in area: Rect) -> [DisplayItem] {
        let tile = item(part.slice, in: part.tile, of: area)
        guard let cell = part.cell else {
            return part.region.holds(part.tile)
                ? [tile] : [.group(DisplayItem.Group(items: [tile], clip: [.rectangle(part.region)]))]
        }
        let tiling = Path.Paint.tiling(Tiling(cell: cell, items: [tile]))
        return [.path(Path(segments: [.rectangle(part.region)], paint: tiling))]
    }

    /// The picture without regard to its shape, which drawings would keep in a rectangle of another one.
    private func item(_ picture: BackgroundPicture, stretchedTo whole: Rect) -> DisplayItem {
        let (x, y) = (whole.width / picture.size.width, whole.height / picture.size.height)
        guard abs(x - y) > 1e-6 * x else {
            return .picture(DisplayItem.Picture(source: picture.source, rect: whole))
        }
        let own = Rect(origin: Point(x: 0, y: 0), size: picture.size)
        return .group(
            DisplayItem.Group(
                items: [.picture(DisplayItem.Picture(source: picture.source, rect: own))],
                transform: Transform(a: x, b: 0, c: 0, d: y, tx: whole.minX, ty: whole.minY)))
    }

    /// The slice of the picture, stretched over a rectangle.
    private func item(_ slice: Rect, in tile: Rect, of area: Rect) -> DisplayItem {
        let size = Size(width: tile.width / slice.width, height: tile.height / slice.height)
        let whole = Rect(
            origin: Point(x: tile.minX - slice.minX * size.width, y: tile.minY - slice.minY * size.height), size: size)
        guard let picture else {
            guard case .gradient(let gradient) = image.source else { return .group(DisplayItem.Group(items: [])) }
            // As it is in the area, then stretched as the slice is.
            let (x, y) = (size.width / area.width, size.height / area.height)
            let stretched = Transform(
                a: x, b: 0, c: 0, d: y, tx: whole.minX - area.minX * x, ty: whole.minY - area.minY * y)
            let part = Rect(
                x: area.minX + slice.minX * area.width, y: area.minY + slice.minY * area.height,
                width: slice.width * area.width, height: slice.height * area.height)
            let path = Path(segments: [.rectangle(part)], paint: gradient.paint(in: area))
            return .group(DisplayItem.Group(items: [.path(path)], transform: stretched))
        }
        let item = self.item(picture, stretchedTo: whole)
        return tile.holds(whole) ? item : .group(DisplayItem.Group(items: [item], clip: [.rectangle(tile)]))
    }
}
