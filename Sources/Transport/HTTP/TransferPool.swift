internal import CCurl
internal import Synchronization

/// Runs transfers side by side over shared connections, all under one policy.
///
/// A thread of its own drives libcurl while there is something to do, and ends when there is nothing.
///
/// SAFETY: `handle` is used by that thread alone, of which there is one at a time; waking is libcurl's one call that any
/// thread may make. `deinit` runs when neither thread nor owner holds the pool any longer.
@safe final class TransferPool: @unchecked Sendable {
    private struct State {
        var waiting: [Transfer] = []
        var active: [ObjectIdentifier: Transfer] = [:]
        /// Transfers in `active` that nobody waits for any longer.
        var cancelled: [Transfer] = []
        var isRunning = false
    }

    private let state = Mutex(State())
    private let handle: OpaquePointer
    private let concurrency: Int

    /// nil where there is no libcurl.
    init?(concurrency: Int) {
        guard let handle = unsafe ccurl_pool_new() else { return nil }
        unsafe self.handle = handle
        self.concurrency = max(concurrency, 1)
    }

    deinit { unsafe ccurl_pool_free(handle) }

    /// Asks and waits for the end, which comes early where the task is cancelled.
    func outcome(of request: TransferRequest) async -> TransferOutcome {
        let transfer = Transfer(request)
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                transfer.continuation = continuation
                submit(transfer)
            }
        } onCancel: {
            cancel(transfer)
        }
    }

    private func submit(_ transfer: Transfer) {
        let (starts, isCancelled) = state.withLock { state in
            if transfer.isCancelled { return (false, true) }
            state.waiting.append(transfer)
            defer { state.isRunning = true }
            return (!state.isRunning, false)
        }
        if isCancelled { return transfer.finish(.cancelled) }
        if starts { start() } else { unsafe ccurl_pool_wake(handle) }
    }

    private func cancel(_ transfer: Transfer) {
        let wasWaiting = state.withLock { state in
            transfer.isCancelled = true
            if let index = state.waiting.firstIndex(where: { $0 === transfer }) {
                state.waiting.remove(at: index)
                return true
            }
            if state.active[ObjectIdentifier(transfer)] != nil { state.cancelled.append(transfer) }
            return false
        }
        if wasWaiting { transfer.finish(.cancelled) } else { unsafe ccurl_pool_wake(handle) }
    }

    // MARK: The thread

    private func start() {
        guard !DetachedThread.run({ self.run() }) else { return }
        let waiting = state.withLock { state in
            defer { (state.waiting, state.isRunning) = ([], false) }
            return state.waiting
        }
        for transfer in waiting { transfer.finish(.unavailable) }
    }

    private func run() {
        while let (starting, cancelled) = work() {
            for transfer in cancelled {
                end(transfer) {
                    unsafe $0.cancel(in: handle)
                } with: {
                    $0.finish(.cancelled)
                }
            }
            for transfer in starting where unsafe !transfer.start(in: handle) {
                end(transfer) { _ in
                } with: {
                    $0.finish(.address)
                }
            }
            unsafe ccurl_pool_run(handle)
            var result = CCURL_OK
            var hasEnded = false
            while let context = unsafe ccurl_pool_next(handle, &result) {
                end(unsafe Transfer.at(context)) { _ in
                } with: {
                    $0.finish(result)
                }
                hasEnded = true
            }
            if !hasEnded { unsafe ccurl_pool_wait(handle, Self.longestWait) }
        }
    }

    /// Milliseconds; whoever wants something sooner wakes the pool.
    private static let longestWait: Int32 = 1_000

    /// What to start and what to end now; nil where there is nothing left to do, and the thread ends.
    private func work() -> (starting: [Transfer], cancelled: [Transfer])? {
        state.withLock { state in
            let room = max(concurrency - state.active.count, 0)
            let starting = Array(state.waiting.prefix(room))
            state.waiting.removeFirst(starting.count)
            for transfer in starting { state.active[ObjectIdentifier(transfer)] = transfer }
            let cancelled = state.cancelled.filter { state.active[ObjectIdentifier($0)] != nil }
            state.cancelled = []
            if state.active.isEmpty {
                state.isRunning = false
                return nil
            }
            return (starting, cancelled)
        }
    }

    /// Takes a transfer out and tells whoever waits for it, in this order.
    private func end(_ transfer: Transfer, by leave: (Transfer) -> Void, with tell: (Transfer) -> Void) {
        leave(transfer)
        _ = state.withLock { $0.active.removeValue(forKey: ObjectIdentifier(transfer)) }
        tell(transfer)
    }
}
