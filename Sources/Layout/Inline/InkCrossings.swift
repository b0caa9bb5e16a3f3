import Shaping

/// Where the outlines of glyphs reach into bands under and over them, measured once for each face, glyph and band.
struct InkCrossings {
    private struct Key: Hashable {
        var face: ObjectIdentifier
        var glyph: UInt32
        /// Thousandths of an em.
        var low: Int32
        var high: Int32
    }

    private var known: [Key: ClosedRange<Double>?] = [:]
    /// A document has a few bands and some hundreds of glyphs in them.
    private static let mostKnown = 20_000

    /// From the leftmost to the rightmost place of a glyph between two heights above its baseline, all in ems; nil where it
    /// has nothing there.
    mutating func range(
        of glyph: UInt32, in face: FontFace, between low: Double, and high: Double
    ) -> ClosedRange<Double>? {
        guard abs(low) < 100, abs(high) < 100 else { return nil }
        let key = Key(
            face: ObjectIdentifier(face), glyph: glyph, low: Int32((low * 1000).rounded()),
            high: Int32((high * 1000).rounded()))
        if let range = known[key] { return range }
        if known.count >= Self.mostKnown { known.removeAll() }
        let range = face.ink(of: glyph, between: Double(key.low) / 1000, and: Double(key.high) / 1000)
        known[key] = .some(range)
        return range
    }
}
