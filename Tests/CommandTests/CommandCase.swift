import Foundation
import TestSupport

/// A Markdown file of commands with what they print.
///
/// A fenced block that begins with `% ` is one command, run by bash in the case's own folder: then its standard input
/// up to a line `^D`, then what is expected: standard output, each line of standard error behind `2> `, and `=> N`
/// where the exit code is not 0. A fenced block with the word `file` and a path is written before any command runs.
/// All else is prose.
struct CommandCase {
    /// The file's name.
    var name: String
    /// The lines of the file, replaced as commands run.
    var lines: [String]

    /// A block's lines, without its fences.
    struct Block {
        var range: Range<Int>
        /// What stands behind the opening fence.
        var info: String
    }

    static let folder = packageRoot + "/Tests/CommandTests/Cases"

    init(name: String) throws {
        self.name = name
        let text = try String(contentsOfFile: Self.folder + "/" + name, encoding: .utf8)
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The names of all cases.
    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
        .filter { $0.hasSuffix(".md") }.sorted()

    /// Runs all commands in a new folder; the text of the file as it would be right.
    func actualText() throws -> String {
        let folder = try TemporaryFolder()
        var actual = lines
        let blocks = blocks
        for block in blocks where block.info.hasPrefix("file ") {
            let path = folder.path + "/" + block.info.dropFirst(5)
            let parent = (path as NSString).deletingLastPathComponent
            try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
            try lines[block.range].map { $0 + "\n" }.joined().write(toFile: path, atomically: false, encoding: .utf8)
        }
        var results: [(Range<Int>, [String])] = []
        for block in blocks where lines[block.range].first?.hasPrefix("% ") == true {
            results.append((block.range, try run(Array(lines[block.range]), in: folder.path)))
        }
        // From the last to the first, so that ranges stay true.
        for (range, replacement) in results.reversed() { actual.replaceSubrange(range, with: replacement) }
        return actual.joined(separator: "\n")
    }

    /// A command's block as it would be right.
    private func run(_ block: [String], in folder: String) throws -> [String] {
        let command = String(block[0].dropFirst(2))
        let end = block.firstIndex(of: "^D")
        let input = end.map { block[1..<$0].map { $0 + "\n" }.joined() } ?? ""
        let result = try runShell(command, input: input, in: folder)
        var right = end.map { Array(block[...$0]) } ?? [block[0]]
        right += printedLines(result.output)
        right += printedLines(result.errors).map { "2> " + $0 }
        if result.exitCode != 0 { right.append("=> \(result.exitCode)") }
        return right
    }

    private func printedLines(_ text: String) -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    private var blocks: [Block] {
        var blocks: [Block] = []
        var start: (line: Int, info: String)?
        for (number, line) in lines.enumerated() where line.hasPrefix("```") {
            if let open = start {
                blocks.append(Block(range: open.line + 1..<number, info: open.info))
                start = nil
            } else {
                start = (number, String(line.dropFirst(3)))
            }
        }
        return blocks
    }
}
