public import Pages

/// Goes through a run's clusters in the order in which their glyphs are drawn.
///
/// A run whose clusters do not add up to its glyphs and its text is one cluster. The arrays are handed in as spans at
/// each step, since this is done for every glyph of a document.
public struct ClusterWalk {
    private var index = 0
    private var glyph = 0
    private var byte: Int
    private let count: Int
    private let isRightToLeft: Bool
    /// Set where the whole run is one cluster.
    private let whole: Piece?

    /// A cluster: the glyphs that stand together for a piece of text.
    public struct Piece {
        /// Indices into the run's arrays, in drawing order.
        public var glyphs: Range<Int>
        /// Offsets into the UTF-8 of the run's text.
        public var bytes: Range<Int>
    }

    public init(_ run: borrowing GlyphRun) {
        let clusters = run.clusters.span
        var byteCount = 0
        var glyphCount = 0
        for index in clusters.indices {
            byteCount += Int(clusters[index].byteCount)
            glyphCount += Int(clusters[index].glyphCount)
        }
        let isSound = byteCount == run.text.utf8.count && glyphCount == run.glyphs.count
        whole = isSound ? nil : Piece(glyphs: 0..<run.glyphs.count, bytes: 0..<run.text.utf8.count)
        count = isSound ? clusters.count : 1
        isRightToLeft = run.isRightToLeft
        byte = isRightToLeft ? byteCount : 0
    }

    /// The next cluster, nil at the end.
    public mutating func next(_ clusters: Span<GlyphRun.Cluster>) -> Piece? {
        guard index < count else { return nil }
        defer { index += 1 }
        if let whole { return whole }
        let cluster = clusters[isRightToLeft ? count - 1 - index : index]
        let (bytes, glyphs) = (Int(cluster.byteCount), Int(cluster.glyphCount))
        if isRightToLeft { byte -= bytes }
        let piece = Piece(glyphs: glyph..<glyph + glyphs, bytes: byte..<byte + bytes)
        if !isRightToLeft { byte += bytes }
        glyph += glyphs
        return piece
    }
}
