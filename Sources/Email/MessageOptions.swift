public import CSS
public import FoundationEssentials
public import MIME

/// What the caller decides about a message.
public struct MessageOptions: Sendable {
    /// The message's date; comes in as a value so that the same input gives the same bytes.
    public var date: Date
    /// The subject; nil takes the first article's title.
    public var subject: String?
    public var from: MailAddress?
    public var to: [MailAddress]
    public var includesPictures: Bool
    /// The style sheets of theme and user, behind those that every message gets.
    public var styles: [StyleSheet]

    public init(
        date: Date, subject: String? = nil, from: MailAddress? = nil, to: [MailAddress] = [],
        includesPictures: Bool = true, styles: [StyleSheet] = []
    ) {
        self.date = date
        self.subject = subject
        self.from = from
        self.to = to
        self.includesPictures = includesPictures
        self.styles = styles
    }
}

/// A file that goes with a message.
public struct AttachedFile: Hashable, Sendable {
    public var name: String
    public var mediaType: String
    public var bytes: [UInt8]

    public init(name: String, mediaType: String, bytes: [UInt8]) {
        self.name = name
        self.mediaType = mediaType
        self.bytes = bytes
    }
}
