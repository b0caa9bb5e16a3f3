import Synchronization
import Transport

/// The network as one publisher uses it: nothing is opened before the first address is asked for.
final class Network: Sendable {
    private struct State {
        var session: HTTPSession?
        /// By the input's name, so that page, pictures and further pages share one.
        var budgets: [String: FetchBudget] = [:]
    }

    private let state = Mutex(State())

    /// The loader of one input's article.
    ///
    /// - Parameter name: The input as the user named it; where it is an address, the user's header fields are for its host.
    func loader(for name: String, options: PublicationOptions) throws(PublicationError) -> HTTPLoader {
        let made: Result<HTTPLoader, TransportError> = state.withLock { state in
            do throws(TransportError) {
                let options = options.network.forTransport(maximumBytes: options.maximumBytes)
                let session = if let session = state.session { session } else { try HTTPSession(options) }
                state.session = session
                let budget = state.budgets[name] ?? FetchBudget(options)
                state.budgets[name] = budget
                return .success(session.loader(for: InputFile.isAddress(name) ? name : nil, budget: budget))
            } catch {
                return .failure(error)
            }
        }
        switch made {
        case .success(let loader): return loader
        case .failure(let error):
            let code: PublicationError.Code = error.code == .notFound ? .noInput : .usage
            throw PublicationError(code, subject: error.address, error.message, remedy: error.remedy)
        }
    }
}

extension PublicationError {
    /// The error of an address that is an input, with the exit code it means.
    init(_ error: TransportError, input: String) {
        let code: Code =
            switch error.code {
            case .notFound: .noInput
            case .refused, .denied, .noAnswer, .timeout, .notCached, .cancelled: .noHost
            case .tooLarge, .wrongKind, .unreadable: .badInput
            case .malformed, .unsupportedScheme: .usage
            case .unavailable: .unavailable
            }
        self.init(code, subject: input, error.message, remedy: error.remedy)
    }
}
