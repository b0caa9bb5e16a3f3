import ArgumentParser
import Offprint

/// What shells complete: the options of publishing stand at the program's own level, as people type them. Never parsed.
struct CompletionTree: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: Program.name, subcommands: [BatchCommand.self, StylesCommand.self, DumpCommand.self])

    @OptionGroup var arguments: PublishArguments

    /// The script for the shell after `--generate-completion-script`; nil where the arguments ask for no such thing.
    static func script(for arguments: [String]) -> String? {
        guard arguments.count == 2, arguments[0] == "--generate-completion-script",
            let shell = CompletionShell(rawValue: arguments[1])
        else { return nil }
        return completionScript(for: shell)
    }
}
