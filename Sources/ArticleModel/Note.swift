/// A footnote or endnote.
public struct Note: Hashable, Sendable, Identifiable {
    /// Unique in the article.
    public var id: String
    public var attributes: Attributes
    public var blocks: [Block]

    public init(id: String, blocks: [Block], attributes: Attributes = .none) {
        self.id = id
        self.blocks = blocks
        self.attributes = attributes
    }
}
