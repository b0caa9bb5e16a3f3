internal import CPixbuf
public import Diagnostics
internal import FoundationEssentials
internal import Geometry

/// Decodes pictures to pixels through gdk-pixbuf, which is loaded with the first of them.
public struct ImageDecoder: Sendable {
    /// Pictures with more pixels are refused; 4 bytes are held for each.
    public var maximumPixels: Int

    public init(maximumPixels: Int = ImageDecoder.defaultMaximumPixels) { self.maximumPixels = maximumPixels }

    /// 100 megapixels, 400 MB when decoded.
    public static let defaultMaximumPixels = 100_000_000

    /// The picture as it is seen, its orientation applied and its colours converted to sRGB; of an animation the first
    /// frame; of one that was cut off, what there is of it.
    ///
    /// A JPEG that is needed small is decoded at an eighth, a quarter or half of its size, but never below `minimumWidth`
    /// and `minimumHeight` (as stored), which is faster and takes less memory.
    public func decode(_ bytes: [UInt8], minimumWidth: Int = .max, minimumHeight: Int = .max) throws(ImageError)
        -> Diagnosed<PixelImage>
    {
        let header = try ImageHeader(bytes: bytes)
        guard header.format != .svg else {
            throw ImageError(code: .vector, message: "an SVG picture is drawn, not decoded")
        }
        let shrink = header.format == .jpeg ? shrink(header, minimumWidth, minimumHeight) : 1
        let pixels = header.storedSize.width * header.storedSize.height / Double(shrink * shrink)
        guard pixels <= Double(maximumPixels) else { throw tooLarge(header) }
        return try decode(bytes, header, shrink: shrink)
    }

    /// The largest of JPEG's own reductions that leaves enough pixels.
    private func shrink(_ header: ImageHeader, _ minimumWidth: Int, _ minimumHeight: Int) -> Int {
        for shrink in [8, 4, 2] {
            let width = Int(header.storedSize.width) / shrink
            let height = Int(header.storedSize.height) / shrink
            if width >= minimumWidth, height >= minimumHeight { return shrink }
        }
        return 1
    }

    private func decode(
        _ bytes: [UInt8], _ header: ImageHeader, shrink: Int
    ) throws(ImageError) -> Diagnosed<PixelImage> {
        // A JPEG's decoder waits for what is missing; told that this is all, it fills up.
        let isCutOff = Self.isCutOff(bytes, header.format)
        let bytes = isCutOff && header.format == .jpeg ? bytes + [0xFF, 0xD9] : bytes
        var image = unsafe cpixbuf_image()
        var message = [CChar](repeating: 0, count: 256)
        let status = unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe cpixbuf_decode(
                bytes.baseAddress, bytes.count, header.format.rawValue, Int64(maximumPixels), Int32(shrink), &image,
                &message, message.count)
        }
        defer { unsafe cpixbuf_release(&image) }
        switch status {
        case CPIXBUF_OK: break
        case CPIXBUF_TOO_LARGE: throw tooLarge(header)
        case let status: throw ImageError(status, header.format, PixbufMessage.text(message))
        }
        var diagnostics: [Diagnostic] = []
        let remark = PixbufMessage.text(message)
        if isCutOff || !remark.isEmpty { diagnostics.append(Diagnostic(.warning, .cutOff(remark))) }
        var copy = unsafe copy(image)
        let loaded = unsafe image.icc_profile.map { unsafe String(cString: $0) }
        if let profile = Self.profile(bytes, header.format, loaded: loaded) {
            convert(&copy, from: profile, header, &diagnostics)
        }
        // TIFF's loader turns the pixels itself, but for what it reports as left.
        let left = unsafe Int(image.orientation)
        let orientation = header.format == .tiff ? ImageOrientation(rawValue: left) ?? .up : header.orientation
        return Diagnosed(copy.oriented(by: orientation), diagnostics)
    }

    /// The picture's ICC profile: what the loader has of it, in Base64, or what it passed over.
    private static func profile(_ bytes: [UInt8], _ format: ImageFormat, loaded: String?) -> [UInt8]? {
        if let loaded { return Data(base64Encoded: loaded, options: .ignoreUnknownCharacters).map { [UInt8]($0) } }
        return switch format {
        case .webp: ChunkMetadata.colorProfile(webP: bytes)
        case .avif: ISOMediaHeader.colorProfile(ByteReader(bytes))
        case .jpeg, .png, .gif, .tiff, .bmp, .svg: nil
        }
    }

    /// Whether the end is missing, where the decoder does not say so itself.
    private static func isCutOff(_ bytes: [UInt8], _ format: ImageFormat) -> Bool {
        switch format {
        case .jpeg: !JPEGMetadata.isComplete(bytes)
        case .png: !ChunkMetadata.isComplete(png: bytes)
        case .gif, .webp, .avif, .tiff, .bmp, .svg: false
        }
    }

    /// Takes the pixels to sRGB.
    private func convert(
        _ image: inout PixelImage, from profile: [UInt8], _ header: ImageHeader, _ diagnostics: inout [Diagnostic]
    ) {
        // CMYK was made RGB without its profile.
        guard header.colorModel != .cmyk else { return }
        do {
            let conversion = try ColorConversion(profile: profile)
            if !conversion.isStandard { conversion.convert(&image.pixels) }
        } catch {
            let message: Diagnostic.Message = error == .missingLibrary ? .noColorLibrary : .unusableProfile
            diagnostics.append(Diagnostic(.note, message))
        }
    }

    /// gdk-pixbuf's rows, which have three or four channels and padding, as ours.
    private func copy(_ image: cpixbuf_image) -> PixelImage {
        let (width, height) = unsafe (Int(image.width), Int(image.height))
        let (stride, channels) = unsafe (Int(image.stride), Int(image.channels))
        let source = unsafe image.pixels!
        var isOpaque = true
        let pixels = unsafe [UInt8](unsafeUninitializedCapacity: width * height * 4) { target, count in
            var index = 0
            for y in 0..<height {
                var place = y * stride
                for _ in 0..<width {
                    let alpha = unsafe channels == 4 ? source[place + 3] : 255
                    unsafe target[index] = source[place]
                    unsafe target[index + 1] = source[place + 1]
                    unsafe target[index + 2] = source[place + 2]
                    unsafe target[index + 3] = alpha
                    if alpha != 255 { isOpaque = false }
                    index += 4
                    place += channels
                }
            }
            count = index
        }
        return PixelImage(width: width, height: height, hasAlpha: !isOpaque, pixels: pixels)
    }

    private func tooLarge(_ header: ImageHeader) -> ImageError {
        let size = "\(Int(header.storedSize.width)) × \(Int(header.storedSize.height))"
        return ImageError(code: .tooLarge, message: "\(size) pixels are more than the limit of \(maximumPixels)")
    }
}

extension ImageError {
    init(_ status: cpixbuf_status, _ format: ImageFormat, _ detail: String) {
        switch status {
        case CPIXBUF_NO_LIBRARY:
            self.init(
                code: .missingLibrary, message: "gdk-pixbuf is not installed (Debian package libgdk-pixbuf-2.0-0)")
        case CPIXBUF_NO_LOADER:
            let package: String =
                switch format {
                case .webp: "webp-pixbuf-loader"
                case .avif: "libavif-gdk-pixbuf"
                case .jpeg, .png, .gif, .tiff, .bmp, .svg: "libgdk-pixbuf-2.0-0"
                }
            let name = format.rawValue.uppercased()
            self.init(code: .missingLibrary, message: "no loader for \(name) is installed (Debian package \(package))")
        default: self.init(code: .unreadable, message: "the picture cannot be decoded: \(detail)")
        }
    }
}

extension Diagnostic.Message {
    static func cutOff(_ reason: String) -> Self {
        "the picture is damaged; what could be read of it is shown\(reason.isEmpty ? "" : " (\(reason))")"
    }
    static let noColorLibrary: Self =
        "the picture's colours are not converted: Little CMS is not installed (Debian package liblcms2-2)"
    static let unusableProfile: Self = "the picture's colour profile cannot be used; its colours are taken for sRGB"
}

/// A message that C wrote into a buffer.
enum PixbufMessage {
    static func text(_ buffer: [CChar]) -> String {
        String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
