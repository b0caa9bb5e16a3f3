/// What an extraction kept and dropped, by which rule, and how sure the whole is.
public struct ExtractionReport: Hashable, Sendable {
    /// 0 (a guess) to 1 (every sign agrees).
    public var confidence: Double
    /// The elements that might have held the article, the best first.
    public var candidates: [RankedCandidate]
    /// In document order.
    public var entries: [Entry]

    public init(confidence: Double = 1, candidates: [RankedCandidate] = [], entries: [Entry] = []) {
        self.confidence = confidence
        self.candidates = candidates
        self.entries = entries
    }

    /// One part of the page.
    public struct Entry: Hashable, Sendable {
        public var decision: Decision
        /// The pruner that dropped it, or what brought it into the article.
        public var rule: String
        /// The part as a short selector: `div#story.body`.
        public var element: String
        /// The first words of its text.
        public var sample: String
        /// Characters of text in it.
        public var textLength: Int

        public init(decision: Decision, rule: String, element: String, sample: String, textLength: Int) {
            self.decision = decision
            self.rule = rule
            self.element = element
            self.sample = sample
            self.textLength = textLength
        }
    }

    public enum Decision: String, Hashable, Sendable { case kept, dropped }

    /// An element that might have held the article, and what speaks for and against it.
    public struct RankedCandidate: Hashable, Sendable {
        /// The element as a short selector.
        public var element: String
        public var score: Double
        /// What each scorer added; those that added nothing are left out.
        public var contributions: [Contribution]
    }

    public struct Contribution: Hashable, Sendable {
        public var scorer: String
        public var score: Double
    }

    /// One line for each candidate and each part, and the confidence.
    public var text: String {
        var lines = candidates.enumerated().map { index, candidate in
            let signs = candidate.contributions.map { "\($0.scorer) \(Self.signed($0.score))" }
            return "candidate \(index + 1)  \(Self.signed(candidate.score))  \(candidate.element): "
                + signs.joined(separator: ", ")
        }
        lines += entries.map { entry in
            "\(entry.decision == .kept ? "kept   " : "dropped")  \(entry.rule): \(entry.element) "
                + "(\(entry.textLength) characters) \(entry.sample)"
        }
        lines.append("confidence \(Int((confidence * 100).rounded())) %")
        return lines.joined(separator: "\n") + "\n"
    }

    /// Two digits behind the point, and the sign.
    private static func signed(_ score: Double) -> String {
        let hundredths = Int((abs(score) * 100).rounded())
        let fraction = hundredths % 100
        return (score < 0 && hundredths > 0 ? "-" : "+") + "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }
}
