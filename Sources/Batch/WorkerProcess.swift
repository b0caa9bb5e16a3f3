import FoundationEssentials
import Glibc
import Subprocess
import SystemPackage

/// One worker process: started, fed, heard, and ended at its time limit.
struct WorkerProcess {
    /// The program's path.
    var executable: String
    var timeout: Duration
    /// A folder of the batch's own for the worker's temporary files, so that nothing of a killed worker stays.
    var temporaryFolder: String

    /// Why there is no result.
    struct Failure: Error {
        var message: String
    }

    /// Bytes of a worker's last words that are kept.
    private static let lastWordsLimit = 2_000

    /// What the worker makes of a job.
    func result(of job: WorkerJob) async throws(Failure) -> WorkerResult {
        do {
            return try await run(job)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(message: "the worker could not be started: \(error)")
        }
    }

    private func run(_ job: WorkerJob) async throws -> WorkerResult {
        let input = try jobFile(holding: Array(try JSONEncoder().encode(job)))
        let configuration = Configuration(
            executable: .path(FilePath(executable)), arguments: ["worker"],
            // A crash is reported by the batch in one line: no backtrace, which takes seconds to make.
            environment: .inherit.updating(["SWIFT_BACKTRACE": "enable=no", "TMPDIR": temporaryFolder]))
        let timeout = timeout
        let execution = try await Subprocess.run(
            configuration, input: .fileDescriptor(input, closeAfterSpawningProcess: true), output: .sequence,
            error: .sequence
        ) { execution in
            let alarm = Task {
                try await Task.sleep(for: timeout)
                try? execution.send(signal: .kill)
                return true
            }
            async let lastWords = tail(of: execution.standardError, limit: Self.lastWordsLimit)
            var output: [UInt8] = []
            for try await buffer in execution.standardOutput {
                buffer.withUnsafeBytes { output += $0 }
            }
            let words = try await lastWords
            alarm.cancel()
            let isTimedOut = (try? await alarm.value) ?? false
            return (output: output, lastWords: words, isTimedOut: isTimedOut)
        }
        let heard = execution.closureResult
        if heard.isTimedOut { throw Failure(message: "the worker was ended after \(timeout)") }
        guard execution.terminationStatus.isSuccess else {
            let words = heard.lastWords.split(separator: "\n").last.map { ": \($0)" } ?? ""
            throw Failure(message: "the worker ended: \(execution.terminationStatus)\(words)")
        }
        guard let result = try? JSONDecoder().decode(WorkerResult.self, from: Data(heard.output)) else {
            throw Failure(message: "the worker gave no result")
        }
        return result
    }
}

extension WorkerProcess {
    /// An open file that holds a worker's job and has no name any more.
    ///
    /// A pipe would do, were it not that swift-subprocess 1.0.2 traps when a worker dies before its pipe is written.
    private func jobFile(holding bytes: [UInt8]) throws -> FileDescriptor {
        let path = FilePath("\(temporaryFolder)/job-\(UInt64.random(in: .min ... .max))")
        let file = try FileDescriptor.open(
            path, .readWrite, options: [.create, .exclusiveCreate, .closeOnExec], permissions: .ownerReadWrite)
        unlink(path.string)
        do {
            try file.writeAll(bytes)
            try file.seek(offset: 0, from: .start)
        } catch {
            try? file.close()
            throw error
        }
        return file
    }
}

/// The last bytes of a stream as text.
private func tail(of stream: SubprocessOutputSequence, limit: Int) async throws -> String {
    var bytes: [UInt8] = []
    for try await buffer in stream {
        buffer.withUnsafeBytes { bytes += $0 }
        if bytes.count > limit { bytes.removeFirst(bytes.count - limit) }
    }
    return String(decoding: bytes, as: UTF8.self)
}
