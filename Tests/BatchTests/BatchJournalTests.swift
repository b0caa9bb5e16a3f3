import FoundationEssentials
import Offprint
import TestSupport
import Testing

@testable import Batch

@Suite struct BatchJournalTests {
    private let item = BatchPlan.Item(input: "a.html", outputs: [.init(format: .txt, path: "a.txt")])
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        write("text", to: "a.txt")
    }

    private func write(_ text: String, to name: String) {
        _ = FileManager.default.createFile(atPath: folder.path + "/" + name, contents: Data(text.utf8))
    }

    private func append(dependencies: [String] = []) throws {
        let journal = try BatchJournal(folder: folder.path)
        let record = BatchRecord(input: item.input, outcome: .published, outputs: item.outputs, pages: 3, seconds: 1)
        journal.append(record, fingerprint: "f", dependencies: dependencies)
        journal.close()
    }

    private func unchanged(fingerprint: String = "f") throws -> BatchRecord? {
        let journal = try BatchJournal(folder: folder.path)
        defer { journal.close() }
        return journal.unchangedRecord(for: item, fingerprint: fingerprint)
    }

    @Test func knowsWhatWasDone() throws {
        try append()
        #expect(try unchanged()?.outcome == .unchanged)
        #expect(try unchanged()?.pages == 3)
    }

    @Test func forgetsWhatWasMadeFromSomethingElse() throws {
        try append()
        #expect(try unchanged(fingerprint: "g") == nil)
    }

    @Test func noticesAnOutputThatWasCutOrRemoved() throws {
        try append()
        write("tex", to: "a.txt")
        #expect(try unchanged() == nil)
        try FileManager.default.removeItem(atPath: folder.path + "/a.txt")
        #expect(try unchanged() == nil)
    }

    @Test func noticesAPictureThatChanged() throws {
        write("picture", to: "p.png")
        try append(dependencies: [folder.path + "/p.png"])
        #expect(try unchanged() != nil)
        write("another picture", to: "p.png")
        #expect(try unchanged() == nil)
    }

    @Test func readsOnAfterALineThatWasTorn() throws {
        let path = folder.path + "/" + BatchJournal.fileName
        _ = FileManager.default.createFile(atPath: path, contents: Data("{\"fingerprint\":\"f\",\"rec".utf8))
        try append()
        #expect(try unchanged() != nil)
    }
}
