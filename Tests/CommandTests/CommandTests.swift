import Foundation
import TestSupport
import Testing

/// Each Markdown file of Cases: `ACCEPT=1` rewrites what is expected.
@Suite struct CommandTests {
    @Test(arguments: CommandCase.names) func printsWhatTheCaseSays(name: String) throws {
        let command = try CommandCase(name: name)
        let expected = command.lines.joined(separator: "\n")
        let actual = try command.actualText()
        guard actual != expected else { return }
        if ProcessInfo.processInfo.environment["ACCEPT"] == "1" {
            try actual.write(toFile: CommandCase.folder + "/" + name, atomically: true, encoding: .utf8)
            return
        }
        Issue.record("\(name) differs:\n\(lineDiff(expected, actual))")
    }
}
