/// CSS Images 3, §5.4 and §5.6; both are inherited.
public struct ImageStyle: Hashable, Sendable {
    /// `image-resolution`; 96 is a pixel for each CSS pixel.
    public var dotsPerInch = 96.0
    /// `image-orientation: none`: the picture is not turned as it asks for.
    public var ignoresOrientation = false

    public init() {}
}
