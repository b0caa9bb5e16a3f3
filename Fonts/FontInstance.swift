/// A font file's face at one place of its design space: all that is needed to open it again.
public struct FontInstance: Hashable, Sendable {
    /// The file's path.
    public var path: String
    /// Index of the face in a collection; 0 otherwise.
    public var faceIndex: Int
    /// Positions on the variation axes, sorted by tag; empty for the default instance.
    public var variations: [Variation]
    /// Slant and weight that the drawing adds because the family lacks them.
    public var synthesis: Synthesis

    public init(path: String, faceIndex: Int = 0, variations: [Variation] = [], synthesis: Synthesis = []) {
        self.path = path
        self.faceIndex = faceIndex
        self.variations = variations
        self.synthesis = synthesis
    }

    public struct Variation: Hashable, Sendable {
        /// Four-letter axis tag, `wght`.
        public var axis: String
        public var value: Double

        public init(axis: String, value: Double) {
            self.axis = axis
            self.value = value
        }
    }

    public struct Synthesis: OptionSet, Hashable, Sendable {
        public var rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// Sheared by 14° (CSS Fonts 4, §2.4).
        public static let oblique = Synthesis(rawValue: 1)
        /// Outlines stroked by 1/24 em.
        public static let bold = Synthesis(rawValue: 2)
    }
}
