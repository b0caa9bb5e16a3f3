/// An article as every output sees it: metadata, blocks, notes and the pictures they name.
public struct Article: Hashable, Sendable {
    public var metadata: Metadata
    public var blocks: [Block]
    /// Footnotes and endnotes in the order of their first references.
    public var notes: [Note]
    /// Pictures and other bytes by id; an `Image` names one.
    public var resources: [Resource.ID: Resource]

    public init(
        metadata: Metadata = Metadata(), blocks: [Block] = [], notes: [Note] = [],
        resources: [Resource.ID: Resource] = [:]
    ) {
        self.metadata = metadata
        self.blocks = blocks
        self.notes = notes
        self.resources = resources
    }

    /// Deeper nesting than this is flattened when an article is built.
    public static let maximumDepth = 256
}
