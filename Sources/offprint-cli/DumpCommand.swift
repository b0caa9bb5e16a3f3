import ArgumentParser
import Diagnostics
import Offprint

/// `offprint dump --stage STAGE INPUT`: a stage's result as text.
struct DumpCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dump", abstract: "Print what a stage makes of an input: for style makers and bug reports.")

    @Option(help: "dom, article, styles, boxes, pages, findings or explanation.")
    var stage: DumpStage

    @Argument(
        help: ArgumentHelp("A file, an address, or - for standard input.", valueName: "input"), completion: .file())
    var input: String

    @OptionGroup(title: "Article and look") var publication: PublicationArguments

    @OptionGroup(title: "Addresses") var network: NetworkArguments

    @Flag(name: .shortAndLong, help: "Say notes, too.")
    var verbose = false

    @Flag(name: .shortAndLong, help: "Say errors only.")
    var quiet = false

    func run() async throws {
        do throws(PublicationError) {
            let options = try publication.options(network)
            let publisher = Publisher(options: options)
            let dump = try await publisher.dump(try await publisher.source(named: input), stage: stage)
            Terminal.say(dump.diagnostics, Terminal.Verbosity(quiet: quiet, verbose: verbose))
            try writeToStandardOutput(Array(dump.output.utf8))
        } catch {
            Terminal.say(Terminal.printable(error.line))
            throw ExitCode(error.code.rawValue)
        }
    }
}
