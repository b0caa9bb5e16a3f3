import ArgumentParser
import Batch
import Glibc
import Offprint

/// `offprint batch FOLDER --to FORMATS -o OUT`.
struct BatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch", abstract: "Publish every article of a folder, several at a time.",
        discussion: """
            Outputs keep the inputs' relative paths. Started again, the batch skips what is done and unchanged. \
            OUT/report.json lists every input with its outcome. Hidden files and *_files folders are left out. \
            A pattern with a slash speaks of the relative path, one without of the file's name.
            """)

    @Argument(help: ArgumentHelp("The folder.", valueName: "folder"), completion: .directory)
    var folder: String

    @Option(help: ArgumentHelp("Formats with commas between: pdf,epub.", valueName: "formats"))
    var to: FormatList

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The folder for the outputs.", valueName: "out"),
        completion: .directory)
    var output: String

    @Option(help: ArgumentHelp("Read files that match; may be repeated.", valueName: "glob"))
    var include: [String] = []

    @Option(help: ArgumentHelp("Leave out files that match; may be repeated.", valueName: "glob"))
    var exclude: [String] = []

    @Option(help: ArgumentHelp("End a worker that takes longer.", valueName: "seconds"))
    var timeout: Double = 60

    @Option(help: ArgumentHelp("Workers at a time; one for each core where not said.", valueName: "count"))
    var jobs: Int?

    @OptionGroup(title: "Article and look") var publication: PublicationArguments

    @OptionGroup(title: "Addresses") var network: NetworkArguments

    @Flag(name: .shortAndLong, help: "Say a line for each article.")
    var verbose = false

    @Flag(name: .shortAndLong, help: "Say errors only.")
    var quiet = false

    mutating func validate() throws {
        if !(timeout > 0 && timeout < 1_000_000) { throw ValidationError("--timeout needs a number of seconds") }
        if let jobs, !(1...1_024).contains(jobs) { throw ValidationError("--jobs needs a number from 1") }
        try network.refuseHeaders(for: [])
        if publication.title != nil { throw ValidationError("--title needs a single input") }
        if publication.url != nil { throw ValidationError("--url needs a single input") }
    }

    func run() async throws {
        let report: BatchReport
        do throws(PublicationError) {
            report = try await publishFolder()
        } catch {
            Terminal.say(Terminal.printable(error.line))
            throw ExitCode(error.code.rawValue)
        }
        if report.failed > 0 { throw ExitCode(1) }
    }

    private func publishFolder() async throws(PublicationError) -> BatchReport {
        let options = try publication.options(network)
        let folder = trimmed(folder)
        let plan = try BatchPlan(
            folder: folder, outputFolder: trimmed(output), formats: to.formats,
            filter: InputFilter(include: include, exclude: exclude))
        let runner = BatchRunner(
            options: options, executable: executablePath(), workerCount: jobs ?? BatchRunner.coreCount,
            timeout: .seconds(timeout))
        let screen = BatchScreen(folder: folder, verbosity: Terminal.Verbosity(quiet: quiet, verbose: verbose))
        let report = try await runner.run(plan) { screen.show($0, done: $1, total: $2) }
        screen.close(report)
        return report
    }

    /// A folder's name without slashes at its end.
    private func trimmed(_ path: String) -> String {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }
}

/// This program's own path, for its workers.
private func executablePath() -> String {
    guard let path = realpath("/proc/self/exe", nil) else { return CommandLine.arguments[0] }
    defer { free(path) }
    return String(cString: path)
}
