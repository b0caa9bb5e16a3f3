public import HTML

/// Where in a page the article is.
public struct Extraction: Sendable {
    /// The elements that hold the article, in document order; none lies in another.
    public var roots: [NodeID]
    /// Nodes inside the roots that are no part of the article, with all inside them.
    public var dropped: NodeSet
    public var report: ExtractionReport

    public init(roots: [NodeID], dropped: NodeSet, report: ExtractionReport) {
        self.roots = roots
        self.dropped = dropped
        self.report = report
    }
}
