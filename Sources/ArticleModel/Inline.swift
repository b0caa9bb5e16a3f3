/// A piece of running text.
public struct Inline: Hashable, Sendable {
    public var attributes: Attributes
    public var content: Content

    public init(_ content: Content, attributes: Attributes = .none) {
        self.content = content
        self.attributes = attributes
    }

    /// Plain text with no attributes.
    public static func text(_ text: String) -> Inline { Inline(.text(text)) }

    /// The closed list of what running text can be. White space in `text` is already collapsed as HTML shows it.
    public indirect enum Content: Hashable, Sendable {
        case text(String)
        case emphasis([Inline])
        case strong([Inline])
        case strikethrough([Inline])
        case underline([Inline])
        case mark([Inline])
        case `subscript`([Inline])
        case superscript([Inline])
        case smallCaps([Inline])
        /// A quotation inside a paragraph; the quotation marks are the style's to set (HTML's `q`).
        case quotation([Inline])
        /// The title of a work (HTML's `cite`).
        case citation([Inline])
        case abbreviation(title: String?, [Inline])
        case time(datetime: String?, [Inline])
        /// A group without meaning of its own, kept for its attributes.
        case span([Inline])
        /// HTML's `bdi` and `bdo`.
        case isolate([Inline])
        case override(Direction, [Inline])
        case code(String)
        case keyboard(String)
        case link(Link, [Inline])
        case image(Image)
        case ruby(base: [Inline], text: [Inline])
        case math(Math)
        case lineBreak
        /// The call of the note with this id.
        case noteReference(Note.ID)
    }
}

/// Where a link leads: an absolute address, or `#id` of a block of this article.
public struct Link: Hashable, Sendable {
    public var address: String
    public var title: String?

    public init(address: String, title: String? = nil) {
        self.address = address
        self.title = title
    }
}

/// A formula: MathML as found, with a picture of it, its TeX source or plain text to fall back on.
public struct Math: Hashable, Sendable {
    public var mathML: String?
    public var tex: String?
    public var text: String
    public var isDisplay: Bool
    /// The picture that the page shows for the formula.
    public var picture: Image?

    public init(
        mathML: String? = nil, tex: String? = nil, text: String, isDisplay: Bool = false, picture: Image? = nil
    ) {
        self.mathML = mathML
        self.tex = tex
        self.text = text
        self.isDisplay = isDisplay
        self.picture = picture
    }
}
