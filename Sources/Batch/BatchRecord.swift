/// What became of one input.
public struct BatchRecord: Hashable, Sendable, Codable {
    /// Path from the batch's folder.
    public var input: String
    public var outcome: Outcome
    public var outputs: [BatchPlan.Output]
    /// Lines as the command line prints them, errors of content included.
    public var warnings: [String]
    /// Why there is no output, or not all of them.
    public var error: String?
    public var pages: Int?
    public var seconds: Double

    public init(
        input: String, outcome: Outcome, outputs: [BatchPlan.Output] = [], warnings: [String] = [],
        error: String? = nil, pages: Int? = nil, seconds: Double = 0
    ) {
        self.input = input
        self.outcome = outcome
        self.outputs = outputs
        self.warnings = warnings
        self.error = error
        self.pages = pages
        self.seconds = seconds
    }

    public enum Outcome: String, Hashable, Sendable, Codable {
        case published
        /// Done by an earlier run, and nothing has changed since.
        case unchanged
        case failed
    }
}
