/// Where an output goes.
public enum Destination: Hashable, Sendable {
    /// A file, which appears whole or not at all.
    case file(String)
    /// A file in this folder, named by the article's title.
    case namedByTitle(folder: String)
    /// One of several files that are named alike.
    case namedByPattern(OutputPattern)
    case standardOutput
}

/// One output that is asked for.
public struct RequestedOutput: Hashable, Sendable {
    public var format: OutputFormat
    public var destination: Destination

    public init(_ format: OutputFormat, to destination: Destination) {
        self.format = format
        self.destination = destination
    }
}
