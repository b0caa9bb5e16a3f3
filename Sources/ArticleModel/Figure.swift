/// Something set apart with a caption: pictures most often, but code, tables and quotations too.
public struct Figure: Hashable, Sendable {
    public var blocks: [Block]
    public var caption: [Inline]
    /// Who made the picture, where the page tells it apart from the caption.
    public var credit: [Inline]

    public init(blocks: [Block], caption: [Inline] = [], credit: [Inline] = []) {
        self.blocks = blocks
        self.caption = caption
        self.credit = credit
    }
}

/// A picture where it stands in the text.
public struct Image: Hashable, Sendable {
    /// The resource that holds its bytes; nil where they could not be had or are left at their address.
    public var resource: Resource.ID?
    /// The absolute address it was found at, where there is one.
    public var address: String?
    /// The absolute address of the smaller copy that the page itself shows on a screen, where `address` is a larger one.
    public var screenAddress: String?
    /// nil where the page says nothing; empty where it says that the picture is decoration.
    public var alternative: String?
    /// The size the page asks for, in CSS px.
    public var width: Double?
    public var height: Double?
    public var title: String?

    public init(
        resource: Resource.ID? = nil, address: String? = nil, alternative: String? = nil, width: Double? = nil,
        height: Double? = nil, title: String? = nil, screenAddress: String? = nil
    ) {
        self.resource = resource
        self.address = address
        self.screenAddress = screenAddress
        self.alternative = alternative
        self.width = width
        self.height = height
        self.title = title
    }
}

/// A video, audio or embedded page: what is left of it on paper.
public struct Media: Hashable, Sendable {
    public var kind: Kind
    public var address: String
    public var title: String?
    public var poster: Image?

    public init(kind: Kind, address: String, title: String? = nil, poster: Image? = nil) {
        self.kind = kind
        self.address = address
        self.title = title
        self.poster = poster
    }

    public enum Kind: String, Hashable, Sendable { case video, audio, page }
}
