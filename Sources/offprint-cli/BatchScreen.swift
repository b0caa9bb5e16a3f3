import Batch
import Offprint

/// What a person sees of a batch: on a terminal one line that counts, elsewhere only what went wrong.
struct BatchScreen {
    var folder: String
    var verbosity: Terminal.Verbosity
    private let isLive: Bool

    init(folder: String, verbosity: Terminal.Verbosity) {
        self.folder = folder
        self.verbosity = verbosity
        isLive = Terminal.isInteractive && verbosity != .quiet
    }

    /// A record that has just been made.
    func show(_ record: BatchRecord, done: Int, total: Int) {
        if let error = record.error { say(error) }
        switch verbosity {
        case .quiet: return
        case .normal: break
        case .verbose:
            for warning in record.warnings { say(warning) }
            let pages = record.pages.map { ", \($0) pages" } ?? ""
            say("\(record.input): \(record.outcome.rawValue)\(pages), \(record.seconds) s")
        }
        if isLive { Terminal.write("\u{1b}[2K\r\(done)/\(total) \(record.input)") }
    }

    /// The last line.
    func close(_ report: BatchReport) {
        if isLive { Terminal.write("\u{1b}[2K\r") }
        guard verbosity != .quiet else { return }
        let warned = report.articles.count { !$0.warnings.isEmpty }
        Terminal.say(
            "\(report.published) published, \(report.unchanged) unchanged, \(report.failed) failed"
                + (warned > 0 ? ", \(warned) with warnings (see report.json)" : ""))
    }

    private func say(_ line: String) {
        Terminal.say((isLive ? "\u{1b}[2K\r" : "") + Terminal.printable(line))
    }
}
