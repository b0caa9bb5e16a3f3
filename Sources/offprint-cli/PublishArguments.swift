import ArgumentParser
import Diagnostics
import Glibc
import Offprint

/// Inputs, outputs and options of publishing.
struct PublishArguments: ParsableArguments {
    @Argument(help: ArgumentHelp("Files, addresses, or - for standard input.", valueName: "input"), completion: .file())
    var inputs: [String]

    @Option(
        name: .shortAndLong, help: ArgumentHelp("A file, a folder, or - for standard output.", valueName: "out"),
        completion: .file())
    var output: String?

    @Option(
        help: ArgumentHelp("pdf, epub, html, eml, txt, md, json; several with commas between.", valueName: "formats"))
    var to: FormatList?

    @Flag(help: "Publish each input by itself; -o is a folder, or a path with {title}, {name} or {n} in it.")
    var individual = false

    @OptionGroup(title: "Article and look") var publication: PublicationArguments

    @OptionGroup(title: "Addresses") var network: NetworkArguments

    @Flag(help: "Say what was kept and dropped of a web page, and why; publish nothing.")
    var explain = false

    @Option(
        help: ArgumentHelp(
            "Write how well the text is set: loose lines, hyphens, rivers, words too wide.", valueName: "file.json"),
        completion: .file())
    var report: String?

    @Flag(name: .shortAndLong, help: "Say notes, too, and what was written.")
    var verbose = false

    @Flag(name: .shortAndLong, help: "Say errors only.")
    var quiet = false

    mutating func validate() throws {
        try network.refuseHeaders(for: inputs)
        if report != nil, individual || explain { throw ValidationError("--report needs one publication") }
        guard inputs.count > 1 else { return }
        if publication.title != nil { throw ValidationError("--title needs a single input") }
        if publication.url != nil { throw ValidationError("--url needs a single input") }
        if inputs.filter({ $0 == "-" }).count > 1 { throw ValidationError("standard input can be read once only") }
    }

    func publish() async throws(PublicationError) {
        let options = try publication.options(network)
        let publisher = Publisher(options: options)
        if individual, !explain { return try await publishIndividually(publisher) }
        let verbosity = Terminal.Verbosity(quiet: quiet, verbose: verbose)
        let requests = explain ? [] : try requestedOutputs()
        let sources = try await publisher.sources(named: inputs)
        if explain {
            for source in sources {
                let dump = try await publisher.dump(source, stage: .explanation)
                Terminal.say(dump.diagnostics, verbosity)
                try writeToStandardOutput(Array(dump.output.utf8))
            }
            return
        }
        if let report { try refuseInput(asOutput: report) }
        say(try await publisher.publish(sources, to: requests, typeReport: report))
    }

    /// Says what came of a publication, as loudly as it is wanted.
    func say(_ publication: Publication) {
        Terminal.say(publication.diagnostics, Terminal.Verbosity(quiet: quiet, verbose: verbose))
        guard verbose || output == nil && !quiet else { return }
        for output in publication.outputs {
            if case .file(let path) = output.destination { Terminal.say(summary(of: output, at: path)) }
        }
    }

    private func summary(of output: Publication.Output, at path: String) -> String {
        switch output.pageCount {
        case 1: "wrote \(path) (1 page)"
        case let count?: "wrote \(path) (\(count) pages)"
        case nil: "wrote \(path)"
        }
    }

    /// The formats and places that `--to` and `-o` ask for.
    private func requestedOutputs() throws(PublicationError) -> [RequestedOutput] {
        guard let output else {
            let formats = to?.formats ?? [.pdf]
            return formats.map { RequestedOutput($0, to: .namedByTitle(folder: ".")) }
        }
        if output == "-" {
            guard let formats = to?.formats, formats.count == 1 else {
                throw PublicationError(.usage, "standard output needs one format", remedy: "as in --to txt -o -")
            }
            return [RequestedOutput(formats[0], to: .standardOutput)]
        }
        if isFolder(output) {
            let formats = to?.formats ?? [.pdf]
            return formats.map { RequestedOutput($0, to: .namedByTitle(folder: output)) }
        }
        try refuseInput(asOutput: output)
        guard let formats = to?.formats ?? OutputFormat(ending: output).map({ [$0] }) else {
            let names = OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw PublicationError(
                .usage, subject: output, "its ending tells no format",
                remedy: "end it with one of \(names), or give --to")
        }
        guard formats.count == 1 else {
            throw PublicationError(.usage, subject: output, "several formats need a folder", remedy: "make it first")
        }
        return [RequestedOutput(formats[0], to: .file(output))]
    }

    func refuseInput(asOutput output: String) throws(PublicationError) {
        if inputs.contains(where: { $0 != "-" && isSameFile($0, output) }) {
            throw PublicationError(.usage, subject: output, "it is an input and would be overwritten")
        }
    }
}

func isFolder(_ path: String) -> Bool {
    var status = stat()
    return path.hasSuffix("/") || stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

private func isSameFile(_ path: String, _ other: String) -> Bool {
    var first = stat()
    var second = stat()
    guard stat(path, &first) == 0, stat(other, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
}
