import FoundationEssentials
import TestSupport
import Testing

@testable import Offprint

@Suite struct OutputFileTests {
    @Test func replacesTheFileBehindALink() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/real.txt"
        try writeFile(Array("old".utf8), to: path, named: path)
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/link.txt", withDestinationPath: "real.txt")
        try OutputFile(folder.path + "/link.txt").write(Array("new".utf8))
        #expect(try readBytes(of: path, named: path, limit: 10) == Array("new".utf8))
        #expect(folderEntries(folder.path)?.sorted() == ["link.txt", "real.txt"])
    }

    @Test func refusesAFolderAndAnAbsentFolder() throws {
        let folder = try TemporaryFolder()
        #expect(throws: PublicationError.self) { try OutputFile(folder.path) }
        #expect(throws: PublicationError.self) { try OutputFile(folder.path + "/absent/out.txt") }
    }

    @Test func removesASpoolFolderWithAllThatIsInIt() throws {
        let spool = try SpoolFolder()
        try FileManager.default.createDirectory(atPath: spool.path + "/a/b", withIntermediateDirectories: true)
        try writeFile([1], to: spool.path + "/a/b/c", named: "c")
        spool.remove()
        #expect(folderEntries(spool.path) == nil)
    }
}
