internal import Synchronization

/// What fetching one article may cost, its pictures and further pages included: time, requests and bytes.
///
/// The clock runs only while something is fetched.
public final class FetchBudget: Sendable {
    private struct State {
        var requests = 0
        var bytes = 0
        var spent = Duration.zero
        var running = 0
        var since: ContinuousClock.Instant?
    }

    private let state = Mutex(State())
    private let time: Duration
    private let requests: Int
    private let bytes: Int

    private let now: @Sendable () -> ContinuousClock.Instant

    public convenience init(_ options: HTTPOptions) {
        self.init(options) { .now }
    }

    init(_ options: HTTPOptions, now: @escaping @Sendable () -> ContinuousClock.Instant) {
        self.now = now
        time = .seconds(options.seconds)
        requests = options.maximumRequests
        bytes = options.maximumTotalBytes
    }

    /// What is left for one request.
    struct Share {
        var time: Duration
        var bytes: Int
    }

    /// Begins a request; each is ended by `end(bytes:)`.
    func begin(for address: String) throws(TransportError) -> Share {
        let share: Result<Share, TransportError> = state.withLock { state in
            let now = now()
            let spent = state.spent + (state.since.map { now - $0 } ?? .zero)
            guard spent < time else { return .failure(timeout(address)) }
            guard state.requests < requests else {
                return .failure(
                    .init(
                        code: .tooLarge, address: address,
                        message: "no more than \(requests) requests are made for an article"))
            }
            guard state.bytes < bytes else {
                let message = "the article has more than \(bytes) bytes with all that belongs to it"
                return .failure(.init(code: .tooLarge, address: address, message: message))
            }
            if state.running == 0 { state.since = now }
            state.running += 1
            state.requests += 1
            return .success(Share(time: time - spent, bytes: bytes - state.bytes))
        }
        return try share.get()
    }

    /// Ends a request that brought so many bytes.
    func end(bytes: Int) {
        state.withLock { state in
            state.running -= 1
            state.bytes += bytes
            guard state.running == 0, let since = state.since else { return }
            state.spent += now() - since
            state.since = nil
        }
    }

    /// The error for what comes when the time is over.
    func timeout(_ address: String) -> TransportError {
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
        let text = seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
        return TransportError(
            code: .timeout, address: address, message: "the \(text) s for fetching an article are over",
            remedy: "--max-time gives more")
    }
}
