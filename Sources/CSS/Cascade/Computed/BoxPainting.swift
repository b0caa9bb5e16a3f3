public import Geometry

/// What few boxes have of CSS Backgrounds 3 and UI 4: pictures in the background, round corners, shadows, an outline.
public struct BoxPainting: Hashable, Sendable {
    public var radius = Corners<CornerRadius>(CornerRadius())
    public var background = BackgroundPictures()
    public var borderImage = BorderImage()
    /// The first one is on top.
    public var shadows: [BoxShadow] = []
    public var outline = BoxStyle.BorderSide.medium
    /// Points between the border's outer edge and the outline.
    public var outlineOffset = 0.0

    public init() {}

    static let initial = BoxPainting()

    /// There is something to paint besides the colour and the borders.
    public var isSeen: Bool { hasPictures || !shadows.isEmpty || outline.style != .none && outline.width > 0 }

    /// There is a picture or gradient in the background or the border, whose place depends on all of the box.
    public var hasPictures: Bool { !background.layers.isEmpty || borderImage.source != .none }

    /// All that are named.
    public var images: [StyleImage] { background.images + [borderImage.source] }
}

/// The half axes of an ellipse's quarter (CSS Backgrounds 3, §4.1); percentages are of the border box's sides.
public struct CornerRadius: Hashable, Sendable, BitwiseCopyable {
    public var horizontal: LengthPercentage
    public var vertical: LengthPercentage

    public init(horizontal: LengthPercentage = .zero, vertical: LengthPercentage = .zero) {
        self.horizontal = horizontal
        self.vertical = vertical
    }
}

/// A shadow (CSS Backgrounds 3, §6.1); lengths in points.
public struct BoxShadow: Hashable, Sendable {
    public var offset: Point
    public var blur: Double
    public var spread: Double
    public var color: Color
    public var isInset: Bool

    public init(offset: Point, blur: Double = 0, spread: Double = 0, color: Color, isInset: Bool = false) {
        self.offset = offset
        self.blur = blur
        self.spread = spread
        self.color = color
        self.isInset = isInset
    }
}

/// A shadow of text (CSS Text Decoration 3, §4); lengths in points.
public struct TextShadow: Hashable, Sendable {
    public var offset: Point
    public var blur: Double
    public var color: Color

    public init(offset: Point, blur: Double = 0, color: Color) {
        self.offset = offset
        self.blur = blur
        self.color = color
    }
}

/// Four values at the corners of a box.
public struct Corners<Value> {
    public var topLeft: Value
    public var topRight: Value
    public var bottomRight: Value
    public var bottomLeft: Value

    public init(topLeft: Value, topRight: Value, bottomRight: Value, bottomLeft: Value) {
        self.topLeft = topLeft
        self.topRight = topRight
        self.bottomRight = bottomRight
        self.bottomLeft = bottomLeft
    }

    public init(_ all: Value) { self.init(topLeft: all, topRight: all, bottomRight: all, bottomLeft: all) }

    /// A value made of each.
    public func map<Other>(_ transform: (Value) -> Other) -> Corners<Other> {
        Corners<Other>(
            topLeft: transform(topLeft), topRight: transform(topRight), bottomRight: transform(bottomRight),
            bottomLeft: transform(bottomLeft))
    }
}

extension Corners: Equatable where Value: Equatable {}
extension Corners: Hashable where Value: Hashable {}
extension Corners: Sendable where Value: Sendable {}
