import ArgumentParser
import Offprint

/// `offprint styles`: the styles that `--style` can name, and their sheets to start one's own from.
struct StylesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "styles", abstract: "List the styles, or print one's style sheet.",
        subcommands: [List.self, Show.self], defaultSubcommand: List.self)

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List the styles.")

        func run() throws {
            let width = Theme.names.map(\.count).max() ?? 0
            for name in Theme.names {
                let padding = String(repeating: " ", count: width - name.count)
                let mark = name == Theme.standard ? " (where none is named)" : ""
                print("\(name)\(padding)  \(Theme.summary(of: name))\(mark)")
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Print a style's sheet, to start one's own from.")

        @Argument(
            help: ArgumentHelp("The style.", valueName: "name"), completion: .list(Theme.names))
        var name: String

        func run() throws {
            guard let css = Theme.css(named: name) else {
                Terminal.say(
                    Terminal.printable(
                        "\(name): error: there is no such style (styles: \(Theme.names.joined(separator: ", ")))"))
                throw ExitCode(PublicationError.Code.usage.rawValue)
            }
            print(css, terminator: css.hasSuffix("\n") ? "" : "\n")
        }
    }
}
