import FoundationEssentials
import TestSupport

/// The table "Targets and what each may import" of ARCHITECTURE.md.
struct ImportTable {
    /// What one target may import: modules of ours and of packages, and its C modules.
    struct Row {
        var modules: Set<String>
        var cModules: Set<String>
    }

    /// Every target may import these: they come with the toolchain and cost no start-up.
    static let ofTheToolchain: Set<String> = ["Swift", "Synchronization", "FoundationEssentials", "Glibc", "Darwin"]

    var rows: [String: Row] = [:]

    init(architecture text: String) {
        for line in text.split(separator: "\n") where line.hasPrefix("| `") {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
            guard cells.count == 5, let target = codeSpans(cells[1]).first else { continue }
            rows[target] = Row(modules: Set(codeSpans(cells[2])), cModules: Set(codeSpans(cells[3])))
        }
    }

    static let current = ImportTable(architecture: textOfFile("ARCHITECTURE.md"))
}

/// The words of a table's cell that stand between backticks.
private func codeSpans(_ cell: Substring) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
}

/// A Swift file of a target, and the modules that it imports.
struct SourceFile {
    var path: String
    var imports: [String]
}

/// The Swift files of a target with their imports.
func sourceFiles(of target: String) -> [SourceFile] {
    let folder = ["Stylesheets": "Styles", "FontFiles": "Fonts"][target] ?? "Sources/" + target
    return swiftFiles(below: folder).map { SourceFile(path: $0, imports: importedModules(in: textOfFile($0))) }
}

/// Paths from the package's root of the Swift files below a folder; empty where there is none.
func swiftFiles(below folder: String) -> [String] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: packageRoot + "/" + folder)) ?? []
    return names.filter { $0.hasSuffix(".swift") }.sorted().map { folder + "/" + $0 }
}

/// A file's text by its path from the package's root.
func textOfFile(_ path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: packageRoot + "/" + path) ?? Data(), as: UTF8.self)
}

/// The top-level modules that a Swift text imports, by any form of the declaration.
func importedModules(in text: String) -> [String] {
    text.split(separator: "\n").compactMap { line -> String? in
        var words = line.split { $0 == " " || $0 == ";" }
        while let first = words.first, first != "import" {
            guard first.hasPrefix("@") || accessLevels.contains(String(first)) else { return nil }
            words.removeFirst()
        }
        guard words.count >= 2 else { return nil }
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
        let name = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
        return name.split(separator: ".").first.map(String.init)
    }
}

private let accessLevels: Set<String> = ["public", "package", "internal", "fileprivate", "private"]
