import ArticleModel
import CSS
import Geometry
import Pages

/// The used size of a picture (CSS 2.2, §10.3.2 and §10.4; CSS Images 3, §5.3).
struct ReplacedSize {
    /// Points.
    let size: Size

    /// `available` is the containing block's width; nothing is made wider than it or higher than `maximumHeight`, so that a
    /// picture always fits its page.
    init(_ content: ReplacedContent, style: SharedStyle, available: Double, maximumHeight: Double) {
        let box = style.value.box
        let natural = content.naturalSize
        let ratio = natural.width > 0 && natural.height > 0 ? natural.height / natural.width : 1
        var width = box.width.resolved(against: available) ?? content.attributeWidth
        var height = box.height.resolved(against: maximumHeight) ?? (box.width == .auto ? content.attributeHeight : nil)
        switch (width, height) {
        case (nil, nil):
            width = natural.width
            height = natural.height
        case (let given?, nil): height = given * ratio
        case (nil, let given?): width = given / ratio
        case (_?, _?): break
        }
        var used = Size(width: width ?? 0, height: height ?? 0)
        if used.width <= 0 || used.height <= 0 { used = natural }
        // Limits scale both sides, so that the picture keeps its shape.
        let widest = min(box.maxWidth.resolved(against: available) ?? available, available)
        let highest = min(box.maxHeight.resolved(against: maximumHeight) ?? maximumHeight, maximumHeight)
        let scale = min(1, widest / max(used.width, 0.01), highest / max(used.height, 0.01))
        size = Size(width: used.width * scale, height: used.height * scale)
    }
}

extension ReplacedContent {
    /// Points; drawings have no pixels and keep their size whatever `image-resolution` says.
    var naturalSize: Size {
        let pixel = resource.mediaType == "image/svg+xml" ? 0.75 : pixel
        return Size(width: pixels.width * pixel, height: pixels.height * pixel)
    }

    /// Pixels; of a drawing those of CSS.
    var pixels: Size { Size(width: resource.pixelWidth, height: resource.pixelHeight) }

    /// The picture in its box by `object-fit` and `object-position` (CSS Images 3, §5.5); what stands over is cut off, also
    /// by the curves of the box's corners (CSS Backgrounds 3, §4.3).
    func item(showing source: Int, in box: Rect) -> DisplayItem {
        let rect = fittedRect(in: box)
        let picture = DisplayItem.picture(DisplayItem.Picture(source: source, rect: rect))
        let edge = contentEdge(round: box)
        let sticksOut = rect.width > box.width + 0.01 || rect.height > box.height + 0.01
        return sticksOut || edge.isRound ? .group(DisplayItem.Group(items: [picture], clip: edge.outline)) : picture
    }

    private func fittedRect(in box: Rect) -> Rect {
        let natural = naturalSize
        guard fit != .fill, natural.width > 0, natural.height > 0 else { return box }
        let (horizontal, vertical) = (box.width / natural.width, box.height / natural.height)
        let scale =
            switch fit {
            case .fill: 1.0
            case .contain: min(horizontal, vertical)
            case .cover: max(horizontal, vertical)
            case .none: 1.0
            case .scaleDown: min(1, horizontal, vertical)
            }
        let size = Size(width: natural.width * scale, height: natural.height * scale)
        return Rect(
            x: box.minX + position.horizontal.offset(of: size.width, in: box.width),
            y: box.minY + position.vertical.offset(of: size.height, in: box.height), width: size.width,
            height: size.height)
    }

    /// The edge of the content box, whose corners follow those of the border box.
    private func contentEdge(round box: Rect) -> RoundedRect {
        guard let style = roundBox else { return RoundedRect(box) }
        let geometry = BlockGeometry(style, x: 0, available: box.width, fixedWidth: box.width)
        let edges = geometry.border + geometry.padding
        let outer = Rect(
            x: box.minX - edges.left, y: box.minY - edges.top, width: box.width + edges.horizontal,
            height: box.height + edges.vertical)
        return RoundedRect(style.value.box, in: outer).inset(by: edges)
    }
}

extension LengthPercentage {
    /// Where something begins in its box: percentages are of what is free (CSS Backgrounds 3, §2.7).
    fileprivate func offset(of length: Double, in box: Double) -> Double { points + fraction * (box - length) }
}
