import Geometry

extension Corners<CornerRadius> {
    /// Four horizontal radii, and the vertical ones where they are others.
    var cssText: String {
        let radii = [topLeft, topRight, bottomRight, bottomLeft]
        if radii.allSatisfy({ $0 == topLeft && $0.horizontal == $0.vertical }) { return topLeft.horizontal.cssText }
        let horizontal = radii.map(\.horizontal.cssText).joined(separator: " ")
        let vertical = radii.map(\.vertical.cssText).joined(separator: " ")
        return horizontal == vertical ? horizontal : "\(horizontal) / \(vertical)"
    }
}

extension BoxShadow: CSSText {
    var cssText: String {
        ([isInset ? "inset" : nil] + [offset.x, offset.y, blur, spread].map(\.points) + [color.cssText])
            .compactMap(\.self).joined(separator: " ")
    }
}

extension TextShadow: CSSText {
    var cssText: String { ([offset.x, offset.y, blur].map(\.points) + [color.cssText]).joined(separator: " ") }
}

extension BackgroundPictures: CSSText {
    var cssText: String { layers.isEmpty ? "none" : layers.map(\.cssText).joined(separator: ", ") }
}

extension BackgroundLayer: CSSText {
    var cssText: String {
        let place = "\(position.horizontal.cssText) \(position.vertical.cssText) / \(size.cssText)"
        let repetition = "\(repetition.horizontal.cssText) \(repetition.vertical.cssText)"
        return [image.cssText, place, repetition, attachment.cssText, origin.cssText, clip.cssText]
            .joined(separator: " ")
    }
}

extension BackgroundSize: CSSText {
    var cssText: String {
        switch self {
        case .cover: "cover"
        case .contain: "contain"
        case .lengths(let width, let height): "\(width.cssText) \(height.cssText)"
        }
    }
}

extension StyleImage: CSSText {
    var cssText: String {
        switch self {
        case .none: "none"
        case .picture(let picture): picture.cssText
        case .gradient(let gradient): gradient.cssText
        }
    }
}

extension GradientImage: CSSText {
    var cssText: String {
        let (name, line) = shape.cssText
        let space = interpolation == .srgb ? "" : " \(interpolation.colors.cssText)"
        let stops = stops.map { stop in
            [stop.color?.cssText, stop.position?.cssText].compactMap(\.self).joined(separator: " ")
        }
        let arguments = ([line + space] + stops).joined(separator: ", ")
        return "\(isRepeating ? "repeating-" : "")\(name)-gradient(\(arguments))"
    }
}

extension GradientImage.Shape {
    fileprivate var cssText: (name: String, line: String) {
        switch self {
        case .linear(.angle(let degrees)): ("linear", "\(degrees.cssText)deg")
        case .linear(.corner(let isRight, let isBottom)):
            ("linear", "to \(isBottom ? "bottom" : "top") \(isRight ? "right" : "left")")
        case .radial(let ending, let center): ("radial", "\(ending.cssText) at \(center.cssText)")
        case .conic(let degrees, let center): ("conic", "from \(degrees.cssText)deg at \(center.cssText)")
        }
    }
}

extension GradientImage.Ending {
    fileprivate var cssText: String {
        switch self {
        case .circle(let extent): "circle \(extent.cssText)"
        case .ellipse(let extent): "ellipse \(extent.cssText)"
        case .radius(let radius): "circle \(radius.points)"
        case .radii(let horizontal, let vertical): "ellipse \(horizontal.cssText) \(vertical.cssText)"
        }
    }
}

extension BackgroundPosition: CSSText {
    var cssText: String { "\(horizontal.cssText) \(vertical.cssText)" }
}

extension BorderImage: CSSText {
    var cssText: String {
        guard source != .none else { return "none" }
        let lengths = "\(slice.cssText) / \(width.cssText) / \(outset.cssText)"
        return "\(source.cssText) \(lengths) \(repetition.horizontal.cssText) \(repetition.vertical.cssText)"
    }
}

extension BorderImageSlice: CSSText {
    var cssText: String { offsets.cssText + (fills ? " fill" : "") }
}

extension BorderImageSlice.Offset: CSSText {
    var cssText: String {
        switch self {
        case .pixels(let count): count.cssText
        case .share(let share): (share * 100).cssText + "%"
        }
    }
}

extension BorderImage.Width: CSSText {
    var cssText: String {
        switch self {
        case .auto: "auto"
        case .multiple(let factor): factor.cssText
        case .length(let length): length.cssText
        }
    }
}

extension BorderImage.Outset: CSSText {
    var cssText: String {
        switch self {
        case .multiple(let factor): factor.cssText
        case .points(let points): points.points
        }
    }
}
