import FoundationEssentials
import TestSupport
import Testing

@Suite struct ImportTests {
    static let targets = ImportTable.current.rows.keys.sorted()

    @Test(arguments: targets) func importsOnlyWhatItsRowAllows(target: String) throws {
        let row = try #require(ImportTable.current.rows[target])
        let allowed = row.modules.union(row.cModules).union(ImportTable.ofTheToolchain)
        for file in sourceFiles(of: target) {
            for module in file.imports where !allowed.contains(module) {
                Issue.record("\(file.path) imports \(module), which ARCHITECTURE.md does not allow \(target)")
            }
        }
    }

    @Test func givesEachCModuleToOneTarget() {
        var owners: [String: [String]] = [:]
        for (target, row) in ImportTable.current.rows {
            for module in row.cModules { owners[module, default: []].append(target) }
        }
        for (module, targets) in owners where targets.count > 1 {
            Issue.record("\(module) belongs to \(targets.sorted().joined(separator: ", "))")
        }
    }

    @Test func hasARowForEveryTargetInTheTree() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: packageRoot + "/Sources")
        for folder in folders.sorted() where !swiftFiles(below: "Sources/" + folder).isEmpty {
            #expect(ImportTable.current.rows[folder] != nil, "ARCHITECTURE.md has no row for \(folder)")
        }
    }

    @Test func namesOnlyModulesThatExist() {
        let rows = ImportTable.current.rows
        let ofPackages: Set<String> = ["Yams", "Subprocess", "SystemPackage", "ArgumentParser"]
        for (target, row) in rows {
            for module in row.modules where rows[module] == nil && !ofPackages.contains(module) {
                Issue.record("the row of \(target) names \(module), which is no target")
            }
        }
    }

    @Test func keepsEveryRowBelowTheRowsThatItImports() {
        let lines = textOfFile("ARCHITECTURE.md").split(separator: "\n").filter { $0.hasPrefix("| `") }
        let order = lines.compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
        for (target, row) in ImportTable.current.rows {
            guard let own = order.firstIndex(of: target) else { continue }
            for module in row.modules {
                guard let other = order.firstIndex(of: module) else { continue }
                #expect(other < own, "\(target) imports \(module), which stands later in the pipeline")
            }
        }
    }

    @Test func readsEveryFormOfAnImportLine() {
        let text = """
            import A
            public import B
            @testable import C
            @_exported public import D.Sub
            internal import struct E.Thing
            // import F
            let important = 1
            """
        #expect(importedModules(in: text) == ["A", "B", "C", "D", "E"])
    }
}
