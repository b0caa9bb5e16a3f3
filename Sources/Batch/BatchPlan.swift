public import Offprint

/// Which inputs of a folder become which outputs.
public struct BatchPlan: Sendable {
    /// The folder as the user named it.
    public var folder: String
    public var outputFolder: String
    public var items: [Item]

    /// One input and its outputs.
    public struct Item: Hashable, Sendable {
        /// Path from the folder.
        public var input: String
        /// Paths from the output folder.
        public var outputs: [Output]
    }

    /// One output of an item.
    public struct Output: Hashable, Sendable, Codable {
        public var format: OutputFormat
        public var path: String

        public init(format: OutputFormat, path: String) {
            self.format = format
            self.path = path
        }
    }

    /// Names that the batch itself writes in the output folder.
    static let reserved: Set<String> = [BatchReport.fileName, BatchJournal.fileName]

    /// Walks the folder; an output keeps its input's relative path with the ending replaced.
    ///
    /// - Throws: Where the folder cannot be read, or two inputs would have one output.
    public init(
        folder: String, outputFolder: String, formats: [OutputFormat], filter: InputFilter
    ) throws(PublicationError) {
        self.folder = folder
        self.outputFolder = outputFolder
        var filter = filter
        filter.outputFolder = outputFolder
        let inputs = try FolderWalk(filter: filter).inputs(in: folder)
        items = inputs.map { input in
            Item(input: input, outputs: formats.map { Output(format: $0, path: replacingEnding(of: input, by: $0)) })
        }
        try refuseSharedNames()
    }

    private func refuseSharedNames() throws(PublicationError) {
        var owners: [String: String] = [:]
        for item in items {
            for output in item.outputs {
                if Self.reserved.contains(output.path) {
                    throw PublicationError(
                        .usage, subject: item.input,
                        "its output would be \(output.path), which the batch writes itself",
                        remedy: "--exclude leaves it out")
                }
                if let other = owners.updateValue(item.input, forKey: output.path) {
                    throw PublicationError(
                        .usage, subject: item.input, "\(other) has the same output, \(output.path)",
                        remedy: "--include or --exclude chooses one")
                }
            }
        }
    }
}

/// A path with its last ending replaced by a format's.
private func replacingEnding(of path: String, by format: OutputFormat) -> String {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return path + "." + format.rawValue }
    return path[..<dot] + "." + format.rawValue
}
