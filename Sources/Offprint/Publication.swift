public import Diagnostics

/// What was published, and what there is to say about it.
public struct Publication: Sendable {
    /// The title of the first article.
    public var title: String?
    public var outputs: [Output]
    /// Each once, in the order of the stages; `subject` is always set.
    public var diagnostics: [Diagnostic]
    /// Files besides the inputs that went into the outputs, pictures most often; paths.
    public var dependencies: [String] = []

    public init(title: String? = nil, outputs: [Output] = [], diagnostics: [Diagnostic] = []) {
        self.title = title
        self.outputs = outputs
        self.diagnostics = diagnostics
    }

    /// One file that was written.
    public struct Output: Hashable, Sendable {
        public var format: OutputFormat
        public var destination: Destination
        /// nil where the format has no pages.
        public var pageCount: Int?

        public init(format: OutputFormat, destination: Destination, pageCount: Int? = nil) {
            self.format = format
            self.destination = destination
            self.pageCount = pageCount
        }
    }
}
