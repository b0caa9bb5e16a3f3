import Glibc
public import Offprint

/// Publishes a plan's items, each in a worker process.
public struct BatchRunner: Sendable {
    public var options: PublicationOptions
    /// The program whose hidden `worker` subcommand does the work.
    public var executable: String
    /// Workers at a time.
    public var workerCount: Int
    /// A worker that takes longer is ended.
    public var timeout: Duration

    public init(
        options: PublicationOptions, executable: String, workerCount: Int = BatchRunner.coreCount,
        timeout: Duration = .seconds(60)
    ) {
        self.options = options
        self.executable = executable
        self.workerCount = max(workerCount, 1)
        self.timeout = timeout
    }

    /// Cores that this process may use.
    public static var coreCount: Int { max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1) }

    /// Runs the plan, skips what is done and unchanged, and writes journal and report.
    ///
    /// - Parameter progress: Told each record as it is there, and how many there are and will be.
    public func run(
        _ plan: BatchPlan, progress: (BatchRecord, _ done: Int, _ total: Int) -> Void
    ) async throws(PublicationError) -> BatchReport {
        // A worker that dies while its job is written to it must not end the batch with it.
        signal(SIGPIPE, SIG_IGN)
        let clock = ContinuousClock()
        let start = clock.now
        try makeFolder(plan.outputFolder)
        let journal = try BatchJournal(folder: plan.outputFolder)
        defer { journal.close() }
        let spool = try SpoolFolder()
        defer { spool.remove() }
        let records = await withTaskGroup(of: Finished.self, returning: [BatchRecord].self) { group in
            var waiting = plan.items[...]
            var records: [BatchRecord] = []
            for _ in 0..<workerCount {
                guard let item = waiting.popFirst() else { break }
                group.addTask { await finish(item, of: plan, journal: journal, temporaryFolder: spool.path) }
            }
            while let finished = await group.next() {
                if finished.isNew {
                    journal.append(
                        finished.record, fingerprint: finished.fingerprint, dependencies: finished.dependencies)
                }
                records.append(finished.record)
                progress(finished.record, records.count, plan.items.count)
                if let item = waiting.popFirst() {
                    group.addTask { await finish(item, of: plan, journal: journal, temporaryFolder: spool.path) }
                }
            }
            return records
        }
        let report = BatchReport(records: records, seconds: seconds(clock.now - start))
        try report.write(to: plan.outputFolder)
        return report
    }

    /// A record, and what the journal needs besides.
    private struct Finished: Sendable {
        var record: BatchRecord
        var fingerprint = ""
        var dependencies: [String] = []
        /// Made by this run, so that the journal has to learn of it.
        var isNew = true
    }

    private func finish(
        _ item: BatchPlan.Item, of plan: BatchPlan, journal: BatchJournal, temporaryFolder: String
    ) async -> Finished {
        let input = plan.folder + "/" + item.input
        let clock = ContinuousClock()
        let start = clock.now
        var record = BatchRecord(input: item.input, outcome: .failed)
        do throws(PublicationError) {
            let fingerprint = try options.fingerprint(ofInput: input)
            if let record = journal.unchangedRecord(for: item, fingerprint: fingerprint) {
                return Finished(record: record, isNew: false)
            }
            for output in item.outputs { try makeFolder(splitPath(plan.outputFolder + "/" + output.path).folder) }
            let job = WorkerJob(
                input: input,
                outputs: item.outputs.map { .init(format: $0.format, path: plan.outputFolder + "/" + $0.path) },
                options: options)
            let worker = WorkerProcess(executable: executable, timeout: timeout, temporaryFolder: temporaryFolder)
            do {
                let result = try await worker.result(of: job)
                record.outcome = result.error == nil ? .published : .failed
                record.outputs = result.error == nil ? item.outputs : []
                record.warnings = result.warnings
                record.error = result.error
                record.pages = result.pages
                record.seconds = seconds(clock.now - start)
                return Finished(record: record, fingerprint: fingerprint, dependencies: result.dependencies)
            } catch {
                removeLeftovers(of: job)
                record.error = "\(input): error: \(error.message)"
            }
        } catch {
            record.error = error.line
        }
        record.seconds = seconds(clock.now - start)
        return Finished(record: record)
    }

    /// Removes the files that a killed worker left beside its outputs.
    private func removeLeftovers(of job: WorkerJob) {
        for output in job.outputs {
            OutputFile.removeLeftovers(beside: output.path)
        }
    }
}

private func seconds(_ duration: Duration) -> Double {
    let (seconds, attoseconds) = duration.components
    return ((Double(seconds) + Double(attoseconds) * 1e-18) * 1_000).rounded() / 1_000
}

/// Makes a folder and those above it.
private func makeFolder(_ path: String) throws(PublicationError) {
    var status = stat()
    if path.isEmpty || stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR { return }
    if path.contains("/") { try makeFolder(splitPath(path).folder) }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
        throw PublicationError(.cannotCreate, subject: path, "cannot make the folder: \(systemMessage())")
    }
}
