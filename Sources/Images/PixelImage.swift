/// A decoded picture: rows of red, green, blue and alpha, a byte each, sRGB, colour not multiplied by alpha.
public struct PixelImage: Hashable, Sendable {
    public var width: Int
    public var height: Int
    /// false means that every alpha is 255.
    public var hasAlpha: Bool
    /// `width * height * 4` bytes from the top left.
    public var pixels: [UInt8]

    public init(width: Int, height: Int, hasAlpha: Bool, pixels: [UInt8]) {
        precondition(width > 0 && height > 0 && pixels.count == width * height * 4)
        self.width = width
        self.height = height
        self.hasAlpha = hasAlpha
        self.pixels = pixels
    }

    /// The picture with the luminance of each pixel for its colour (Filter Effects 1, §9.1 `grayscale(1)`).
    public var withoutColor: PixelImage {
        var image = self
        for index in stride(from: 0, to: pixels.count, by: 4) {
            let gray = Self.luminance(pixels[index], pixels[index + 1], pixels[index + 2])
            image.pixels[index] = gray
            image.pixels[index + 1] = gray
            image.pixels[index + 2] = gray
        }
        return image
    }

    /// The luminance of a colour, in sRGB's own values as the filter is defined.
    public static func luminance(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> UInt8 {
        // 0.2126, 0.7152 and 0.0722 in 65,536ths.
        let weighted: UInt32 = UInt32(red) * 13_933 + UInt32(green) * 46_871 + UInt32(blue) * 4_732
        return UInt8((weighted + 32_768) >> 16)
    }

    /// The picture as it is seen, for stored pixels with that orientation.
    public func oriented(by orientation: ImageOrientation) -> PixelImage {
        if orientation == .up { return self }
        let swaps = orientation.swapsAxes
        let size = (width: swaps ? height : width, height: swaps ? width : height)
        let source = pixels
        let turned = unsafe [UInt8](unsafeUninitializedCapacity: source.count) { target, count in
            var index = 0
            for y in 0..<size.height {
                for x in 0..<size.width {
                    let from = stored(x: x, y: y, orientation)
                    for channel in 0..<4 { unsafe target[index + channel] = source[from + channel] }
                    index += 4
                }
            }
            count = index
        }
        return PixelImage(width: size.width, height: size.height, hasAlpha: hasAlpha, pixels: turned)
    }

    /// Where the pixel lies that is seen at that place.
    private func stored(x: Int, y: Int, _ orientation: ImageOrientation) -> Int {
        let place: (x: Int, y: Int) =
            switch orientation {
            case .up: (x, y)
            case .upMirrored: (width - 1 - x, y)
            case .down: (width - 1 - x, height - 1 - y)
            case .downMirrored: (x, height - 1 - y)
            case .leftMirrored: (y, x)
            case .right: (y, height - 1 - x)
            case .rightMirrored: (width - 1 - y, height - 1 - x)
            case .left: (width - 1 - y, x)
            }
        return (place.y * width + place.x) * 4
    }
}
