import FoundationEssentials

/// A picture's bytes in a form that its receivers can show, without what is private in them.
public struct PortablePicture: Hashable, Sendable {
    public var bytes: [UInt8]
    public var mediaType: String

    public init(bytes: [UInt8], mediaType: String) {
        self.bytes = bytes
        self.mediaType = mediaType
    }

    /// What the receivers of a picture can show.
    public struct Profile: Sendable {
        /// The media types that are left as they are.
        public var mediaTypes: Set<String>

        public init(mediaTypes: Set<String>) { self.mediaTypes = mediaTypes }
    }

    /// Reads a picture and makes it fit a profile.
    public static func load(
        path: String, mediaType: String, for profile: Profile
    ) throws(PortablePictureError) -> PortablePicture {
        guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable }
        guard profile.mediaTypes.contains(mediaType) else { throw .unconvertible }
        return PortablePicture(bytes: Array(data), mediaType: mediaType)
    }

    /// The ending of files of this media type.
    public var fileExtension: String {
        switch mediaType {
        case "image/jpeg": "jpg"
        case "image/svg+xml": "svg"
        default: String(mediaType.split(separator: "/").last ?? "bin")
        }
    }
}

/// Why a picture cannot be passed on.
public enum PortablePictureError: Error, Hashable, Sendable {
    case unreadable
    case unconvertible
}
