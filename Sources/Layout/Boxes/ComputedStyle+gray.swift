import CSS
import Geometry

extension ComputedStyle {
    /// The style with grey for each of its colours: what `filter: grayscale(1)` makes of what is drawn in them.
    var inGray: ComputedStyle {
        var style = self
        style.color = color.inGray
        style.box.backgroundColor = box.backgroundColor.inGray
        if box.hasPainting { style.box.painting = box.painting.inGray }
        style.box.border.top.color = box.border.top.color?.inGray
        style.box.border.right.color = box.border.right.color?.inGray
        style.box.border.bottom.color = box.border.bottom.color?.inGray
        style.box.border.left.color = box.border.left.color?.inGray
        for index in text.shadows.indices { style.text.shadows[index].color = text.shadows[index].color.inGray }
        style.text.decoration.color = text.decoration.color?.inGray
        return style
    }
}

extension BoxPainting {
    fileprivate var inGray: BoxPainting {
        var painting = self
        painting.background.images = background.images.map(\.inGray)
        painting.borderImage.source = borderImage.source.inGray
        for index in shadows.indices { painting.shadows[index].color = shadows[index].color.inGray }
        painting.outline.color = outline.color?.inGray
        return painting
    }
}

extension StyleImage {
    /// Pictures lose their colours when they are drawn.
    fileprivate var inGray: StyleImage {
        guard case .gradient(var gradient) = self else { return self }
        for index in gradient.stops.indices { gradient.stops[index].color = gradient.stops[index].color?.inGray }
        return .gradient(gradient)
    }
}
