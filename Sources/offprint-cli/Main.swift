import ArgumentParser
import Glibc
import Offprint

/// The program: publishing is what it does where no subcommand is named.
@main
struct OffprintProgram: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: Program.name,
        abstract: "Set articles as PDF, EPUB, print-friendly pages and e-mail.",
        version: Program.version,
        subcommands: [
            PublishCommand.self, BatchCommand.self, StylesCommand.self, DumpCommand.self, WorkerCommand.self,
        ],
        defaultSubcommand: PublishCommand.self)

    static func main() async {
        // Whoever reads no further gets an error from writing, and temporary files are removed all the same.
        signal(SIGPIPE, SIG_IGN)
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments == ["--help"] || arguments == ["-h"] || arguments == ["help"] {
            print(helpMessage(for: PublishCommand.self))
            return
        }
        if let script = CompletionTree.script(for: arguments) {
            print(script)
            return
        }
        await main(arguments.isEmpty ? [PublishCommand.configuration.commandName ?? ""] : arguments)
    }
}
