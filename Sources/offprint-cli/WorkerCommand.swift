import ArgumentParser
import Batch

/// `offprint worker`: one article of a batch, in a process of its own. Not for people.
struct WorkerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker", abstract: "Publish one job that standard input describes.", shouldDisplay: false)

    func run() async throws {
        throw ExitCode(await Worker.run())
    }
}
