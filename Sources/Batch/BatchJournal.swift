import FoundationEssentials
import Glibc
import Offprint

/// `journal.jsonl`: a line for each article that was finished, appended as it ends, so that a batch that was
/// interrupted goes on where it stopped. One process writes it; a torn last line is ignored.
struct BatchJournal {
    static let fileName = "journal.jsonl"

    /// What an output was made from, and what it became.
    struct Entry: Codable {
        /// Program, options and input: equal ones make equal outputs.
        var fingerprint: String
        var record: BatchRecord
        /// The outputs' sizes, by path, to notice one that was cut or replaced.
        var sizes: [String: Int]
        /// The pictures and other files that were read, as they were then.
        var dependencies: [String: FileState]
    }

    /// A file's size and time of change.
    struct FileState: Codable, Equatable {
        var size: Int
        var nanoseconds: Int

        /// nil where there is no such file.
        init?(of path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            size = Int(status.st_size)
            nanoseconds = Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
        }
    }

    /// The last entry for each input.
    private let entries: [String: Entry]
    private let folder: String
    private let file: Int32

    /// Reads what earlier runs wrote, and opens the file for more.
    init(folder: String) throws(PublicationError) {
        self.folder = folder
        let path = folder + "/" + Self.fileName
        let decoder = JSONDecoder()
        var entries: [String: Entry] = [:]
        var endsWithALine = true
        if let data = try? Data(contentsOf: URL(filePath: path)) {
            for line in data.split(separator: UInt8(ascii: "\n")) {
                guard let entry = try? decoder.decode(Entry.self, from: line) else { continue }
                entries[entry.record.input] = entry
            }
            endsWithALine = data.last.map { $0 == UInt8(ascii: "\n") } ?? true
        }
        self.entries = entries
        file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
        guard file >= 0 else {
            throw PublicationError(.cannotCreate, subject: path, "cannot write it: \(systemMessage())")
        }
        if !endsWithALine { _ = Glibc.write(file, "\n", 1) }
    }

    /// The earlier record of an input whose outputs still stand and were made from the same.
    func unchangedRecord(for item: BatchPlan.Item, fingerprint: String) -> BatchRecord? {
        guard let entry = entries[item.input], entry.fingerprint == fingerprint,
            entry.record.outcome == .published, entry.record.outputs == item.outputs,
            entry.sizes.allSatisfy({ FileState(of: folder + "/" + $0.key)?.size == $0.value }),
            entry.dependencies.allSatisfy({ FileState(of: $0.key) == $0.value })
        else { return nil }
        var record = entry.record
        record.outcome = .unchanged
        record.seconds = 0
        return record
    }

    /// Appends what became of an input, in one write.
    func append(_ record: BatchRecord, fingerprint: String, dependencies: [String]) {
        var sizes: [String: Int] = [:]
        for output in record.outputs { sizes[output.path] = FileState(of: folder + "/" + output.path)?.size }
        var states: [String: FileState] = [:]
        for path in dependencies { states[path] = FileState(of: path) }
        let entry = Entry(fingerprint: fingerprint, record: record, sizes: sizes, dependencies: states)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard var line = try? encoder.encode(entry) else { return }
        line.append(UInt8(ascii: "\n"))
        line.withUnsafeBytes { _ = Glibc.write(file, $0.baseAddress, $0.count) }
    }

    func close() { _ = Glibc.close(file) }
}
