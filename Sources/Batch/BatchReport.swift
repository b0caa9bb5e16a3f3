import FoundationEssentials
import Glibc
import Offprint

/// `report.json`: every input once, in the order of their names.
public struct BatchReport: Hashable, Sendable, Codable {
    public var program = Program.name + " " + Program.version
    public var published: Int
    public var unchanged: Int
    public var failed: Int
    public var seconds: Double
    public var articles: [BatchRecord]

    public static let fileName = "report.json"

    public init(records: [BatchRecord], seconds: Double) {
        articles = records.sorted { $0.input < $1.input }
        published = records.count { $0.outcome == .published }
        unchanged = records.count { $0.outcome == .unchanged }
        failed = records.count { $0.outcome == .failed }
        self.seconds = seconds
    }

    /// Writes the report into a folder, whole or not at all.
    func write(to folder: String) throws(PublicationError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let path = folder + "/" + Self.fileName
        do {
            try encoder.encode(self).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw PublicationError(.cannotCreate, subject: path, "cannot write it")
        }
    }
}
