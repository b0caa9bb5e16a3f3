/// What an extraction kept and dropped, by which rule, and how sure the whole is.
public struct ExtractionReport: Hashable, Sendable {
    /// 0 (a guess) to 1 (every sign agrees).
    public var confidence: Double
    /// In document order.
    public var entries: [Entry]

    public init(confidence: Double = 1, entries: [Entry] = []) {
        self.confidence = confidence
        self.entries = entries
    }

    /// One part of the page.
    public struct Entry: Hashable, Sendable {
        public var decision: Decision
        /// The scorer or pruner that decided.
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

    /// One line for each part, and the confidence.
    public var text: String {
        var lines = entries.map { entry in
            "\(entry.decision == .kept ? "kept   " : "dropped")  \(entry.rule): \(entry.element) "
                + "(\(entry.textLength) characters) \(entry.sample)"
        }
        lines.append("confidence \(Int((confidence * 100).rounded())) %")
        return lines.joined(separator: "\n") + "\n"
    }
}
