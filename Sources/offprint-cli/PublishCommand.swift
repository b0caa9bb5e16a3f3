import ArgumentParser
import Offprint

/// `offprint INPUT... -o OUT`: what the program does where no subcommand is named.
struct PublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Set articles as PDF, EPUB, print-friendly pages and e-mail.",
        usage: """
            offprint INPUT... [-o OUT] [--to FORMATS] [options]
            offprint batch FOLDER --to FORMATS -o OUT [options]
            offprint dump --stage STAGE INPUT
            """,
        discussion: """
            An input is an address, a saved web page (HTML or MHTML), a saved message (EML), Markdown, plain text, an \
            article's JSON, or - for standard input. The format is told by OUT's ending or by --to; without -o the \
            output is named by the article's title.
            """,
        version: Program.version, shouldDisplay: false)

    @OptionGroup var arguments: PublishArguments

    func run() async throws {
        do throws(PublicationError) {
            try await arguments.publish()
        } catch {
            // As in a batch, the articles that failed have been named.
            if error == .someInputsFailed { throw ExitCode(1) }
            Terminal.say(Terminal.printable(error.line))
            throw ExitCode(error.code.rawValue)
        }
    }
}
