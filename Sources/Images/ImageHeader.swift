public import Geometry

/// What a picture's first bytes tell without decoding it.
public struct ImageHeader: Hashable, Sendable {
    public var format: ImageFormat
    /// Pixels as stored, before the orientation is applied; for SVG its size in CSS px.
    public var storedSize: Size
    public var orientation: ImageOrientation
    public var hasAlpha: Bool
    public var colorModel: ColorModel
    /// 8 for most; 0 where it has no meaning.
    public var bitsPerComponent: Int
    /// An ICC profile comes with the picture.
    public var hasColorProfile: Bool
    /// Of a JPEG: an Adobe segment, which means that CMYK values are inverted.
    public var hasAdobeMarker: Bool

    public enum ColorModel: String, Hashable, Sendable {
        case gray, rgb, cmyk, indexed
    }

    /// Width and height as they are seen, after the orientation is applied.
    public var size: Size {
        orientation.swapsAxes ? Size(width: storedSize.height, height: storedSize.width) : storedSize
    }

    init(
        _ format: ImageFormat, width: Int, height: Int, orientation: ImageOrientation = .up, hasAlpha: Bool = false,
        colorModel: ColorModel = .rgb, bitsPerComponent: Int = 8
    ) {
        self.init(
            format, size: Size(width: Double(width), height: Double(height)), orientation: orientation,
            hasAlpha: hasAlpha, colorModel: colorModel, bitsPerComponent: bitsPerComponent)
    }

    init(
        _ format: ImageFormat, size: Size, orientation: ImageOrientation = .up, hasAlpha: Bool = false,
        colorModel: ColorModel = .rgb, bitsPerComponent: Int = 8
    ) {
        self.format = format
        self.storedSize = size
        self.orientation = orientation
        self.hasAlpha = hasAlpha
        self.colorModel = colorModel
        self.bitsPerComponent = bitsPerComponent
        self.hasColorProfile = false
        self.hasAdobeMarker = false
    }

    /// Reads the header of any of the formats, told from the bytes themselves.
    public init(bytes: [UInt8]) throws(ImageError) {
        guard let format = ImageFormat(sniffing: bytes) else { throw .unknownFormat }
        let reader = ByteReader(bytes)
        let header: ImageHeader? =
            switch format {
            case .jpeg: JPEGHeader.read(reader)
            case .png: PNGHeader.read(reader)
            case .gif: GIFHeader.read(reader)
            case .webp: WebPHeader.read(reader)
            case .avif: ISOMediaHeader.read(reader)
            case .tiff: TIFFHeader.read(reader)
            case .bmp: BMPHeader.read(reader)
            case .svg: SVGHeader.read(bytes)
            }
        guard let header, header.storedSize.width > 0, header.storedSize.height > 0 else { throw .broken(format) }
        self = header
    }
}

/// How stored pixels are turned to be seen (EXIF's `Orientation`, TIFF 6.0, p. 36): where row 0 and column 0 are shown.
public enum ImageOrientation: Int, Hashable, Sendable {
    case up = 1
    case upMirrored = 2
    case down = 3
    case downMirrored = 4
    case leftMirrored = 5
    case right = 6
    case rightMirrored = 7
    case left = 8

    /// Width and height change places.
    public var swapsAxes: Bool { rawValue >= 5 }
}
