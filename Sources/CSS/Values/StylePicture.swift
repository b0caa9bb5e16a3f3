/// A picture that a style names with `url()` or `image-set()` (CSS Images 4, §2).
public struct StylePicture: Hashable, Sendable {
    public var address: PictureAddress
    /// What `image-set()` says of it; nil leaves it to `image-resolution`.
    public var dotsPerInch: Double?

    public init(_ address: PictureAddress, dotsPerInch: Double? = nil) {
        self.address = address
        self.dotsPerInch = dotsPerInch
    }
}

/// The address of a picture as it is written, and the sheet that it is relative to (CSS Values 4, §4.5).
///
/// Nothing here knows folders or networks: whoever loads pictures makes a table from such addresses to what was found.
public struct PictureAddress: Hashable, Sendable {
    public var text: String
    /// The sheet's name, which for a file is its path.
    public var sheet: String

    public init(_ text: String, in sheet: String) {
        self.text = text
        self.sheet = sheet
    }

    /// It leads to a picture and not to a part of the document.
    var isOfPicture: Bool { !text.isEmpty && !text.hasPrefix("#") }
}

extension ValueParser {
    /// `url()`, or the finest picture of an `image-set()`.
    mutating func picture() -> StylePicture? {
        if let address = address() { return StylePicture(PictureAddress(address, in: buffer.sheet)) }
        return attempt { parser in
            guard var arguments = parser.function("image-set") ?? parser.function("-webkit-image-set") else {
                return nil
            }
            return arguments.imageSet()
        }
    }

    /// A picture, or nil inside for `none`.
    mutating func pictureOrNone() -> StylePicture?? { take("none") ? .some(nil) : picture().map { .some($0) } }

    /// CSS Images 4, §2.5: paper takes the finest of the pictures that can be read, the first of equals.
    private mutating func imageSet() -> StylePicture? {
        let options = commaList { $0.imageSetOption() }
        guard isAtEnd, let options else { return nil }
        let readable = options.filter(\.isReadable).map(\.picture)
        let finest = readable.compactMap(\.dotsPerInch).max()
        return readable.first { $0.dotsPerInch == finest }
    }

    private mutating func imageSetOption() -> (picture: StylePicture, isReadable: Bool)? {
        guard let address = address() ?? string() else { return nil }
        var dots: Double?
        var type: String?
        while let token, token.kind != .comma {
            if dots == nil, let resolution = resolution() {
                dots = resolution
            } else if type == nil, var arguments = function("type"), let name = arguments.string(), arguments.isAtEnd {
                type = name.asciiLowercased
            } else {
                return nil
            }
        }
        let picture = StylePicture(PictureAddress(address, in: buffer.sheet), dotsPerInch: dots ?? 96)
        return (picture, type.map(Self.pictureTypes.contains) ?? true)
    }

    /// Media types of pictures that are read.
    private static let pictureTypes: Set<String> = [
        "image/jpeg", "image/png", "image/gif", "image/webp", "image/avif", "image/tiff", "image/bmp", "image/svg+xml",
    ]
}
