import FoundationEssentials
import Offprint
import TestSupport
import Testing

@testable import Batch

@Suite struct BatchPlanTests {
    /// A folder with empty files.
    private func folder(of paths: [String]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for path in paths {
            let full = folder.path + "/" + path
            let parent = full.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
            try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
            _ = FileManager.default.createFile(atPath: full, contents: Data())
        }
        return folder
    }

    @Test func mirrorsPathsAndLeavesOutHiddenAndSavedFiles() throws {
        let folder = try folder(of: ["b.html", "a/c.MD", "a/c_files/x.html", ".h.html", ".d/e.html", "p.png"])
        let plan = try BatchPlan(
            folder: folder.path, outputFolder: "/o", formats: [.pdf, .epub], filter: InputFilter())
        #expect(plan.items.map(\.input) == ["a/c.MD", "b.html"])
        #expect(plan.items[0].outputs.map(\.path) == ["a/c.pdf", "a/c.epub"])
    }

    @Test func readsWhatIncludeSaysAndNotWhatExcludeSays() throws {
        let folder = try folder(of: ["1/source.html", "1/expected.html", "2/3/source.html", "x.dat"])
        func inputs(_ include: [String], _ exclude: [String] = []) throws -> [String] {
            try BatchPlan(
                folder: folder.path, outputFolder: "/o", formats: [.txt],
                filter: InputFilter(include: include, exclude: exclude)
            ).items.map(\.input)
        }
        #expect(try inputs(["*/source.html"]) == ["1/source.html", "2/3/source.html"])
        #expect(try inputs(["source.html"], ["2/*"]) == ["1/source.html"])
        #expect(try inputs(["*.dat"]) == ["x.dat"])
    }

    @Test func doesNotReadItsOwnOutputs() throws {
        let folder = try folder(of: ["a.html", "out/b.html"])
        let plan = try BatchPlan(
            folder: folder.path, outputFolder: folder.path + "/out", formats: [.html], filter: InputFilter())
        #expect(plan.items.map(\.input) == ["a.html"])
    }

    @Test func refusesTwoInputsWithOneOutput() throws {
        let folder = try folder(of: ["a.html", "a.md"])
        #expect(throws: PublicationError.self) {
            try BatchPlan(folder: folder.path, outputFolder: "/o", formats: [.txt], filter: InputFilter())
        }
    }

    @Test func refusesTheNamesOfItsOwnFiles() throws {
        let folder = try folder(of: ["report.html"])
        #expect(throws: PublicationError.self) {
            try BatchPlan(folder: folder.path, outputFolder: "/o", formats: [.json], filter: InputFilter())
        }
    }

    @Test func doesNotFollowLinksToFolders() throws {
        let folder = try folder(of: ["a.html"])
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/loop", withDestinationPath: ".")
        let plan = try BatchPlan(folder: folder.path, outputFolder: "/o", formats: [.txt], filter: InputFilter())
        #expect(plan.items.map(\.input) == ["a.html"])
    }
}
