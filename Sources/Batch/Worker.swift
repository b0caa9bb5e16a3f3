import Diagnostics
import FoundationEssentials
import Offprint

/// What a batch gives a worker process on its standard input.
struct WorkerJob: Codable {
    /// The input's path.
    var input: String
    var outputs: [Output]
    var options: PublicationOptions

    struct Output: Codable {
        var format: OutputFormat
        var path: String
    }
}

/// What a worker process gives back on its standard output.
struct WorkerResult: Codable {
    var warnings: [String] = []
    var error: String?
    var pages: Int?
    /// Files besides the input that went into the outputs.
    var dependencies: [String] = []
}

/// The worker's side: one job in, one result out.
public enum Worker {
    /// Reads a job from standard input, publishes, and writes the result to standard output.
    ///
    /// - Returns: The process's exit code: 0 where a result was written, whatever became of the article.
    public static func run() async -> Int32 {
        guard let input = try? InputFile.bytes(named: "-", limit: 100_000_000),
            let job = try? JSONDecoder().decode(WorkerJob.self, from: Data(input))
        else { return PublicationError.Code.usage.rawValue }
        let result = await publish(job)
        guard let data = try? JSONEncoder().encode(result) else { return PublicationError.Code.software.rawValue }
        guard (try? writeToStandardOutput(Array(data))) != nil else {
            return PublicationError.Code.inputOutput.rawValue
        }
        return 0
    }

    private static func publish(_ job: WorkerJob) async -> WorkerResult {
        var result = WorkerResult()
        do throws(PublicationError) {
            let source = try InputFile.source(named: job.input, limit: job.options.maximumBytes)
            let requests = job.outputs.map { RequestedOutput($0.format, to: .file($0.path)) }
            let publication = try await Publisher(options: job.options).publish([source], to: requests)
            result.warnings = publication.diagnostics.filter { $0.severity > .note }.map { $0.line(input: job.input) }
            result.pages = publication.outputs.lazy.compactMap(\.pageCount).first
            result.dependencies = publication.dependencies
        } catch {
            result.error = error.line
        }
        return result
    }
}
