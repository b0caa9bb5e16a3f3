import Diagnostics
import Synchronization
import Transport

/// The network as one publisher uses it: nothing is opened before the first address is asked for.
final class Network: Sendable {
    private struct State {
        var session: HTTPSession?
        /// By the input's name, so that page, pictures and further pages share one.
        var budgets: [String: FetchBudget] = [:]
        /// What there is to say about the fetching of an input, by its name.
        var diagnostics: [String: [Diagnostic]] = [:]
    }

    private let state = Mutex(State())

    /// The loader of one input's article.
    ///
    /// - Parameters:
    ///   - name: The input as the user named it; where it is an address, the user's header fields are for its host.
    ///   - page: Where it was found; nil where it was not fetched, or not yet.
    func loader(
        for name: String, page: String? = nil, options: PublicationOptions
    ) throws(PublicationError) -> HTTPLoader {
        let made: Result<HTTPLoader, TransportError> = state.withLock { state in
            do throws(TransportError) {
                let options = options.network.forTransport(maximumBytes: options.maximumBytes)
                let session = if let session = state.session { session } else { try HTTPSession(options) }
                if state.session == nil, session.lacksCache {
                    state.diagnostics[name, default: []].append(Diagnostic(.note, .noCache(options.cacheFolder ?? "")))
                }
                state.session = session
                let budget = state.budgets[name] ?? FetchBudget(options)
                state.budgets[name] = budget
                return .success(session.loader(for: InputFile.isAddress(name) ? name : nil, page: page, budget: budget))
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

extension Network {
    /// Looks at where an input was found.
    func note(page: String, of name: String) {
        state.withLock { state in
            if state.session?.withholdsFields(from: page, input: name) == true {
                state.diagnostics[name, default: []].append(
                    Diagnostic(.warning, .fieldsWithheld(page), remedy: "give that address"))
            }
        }
    }

    /// What there is to say about the fetching of an input.
    func diagnostics(of name: String) -> [Diagnostic] { state.withLock { $0.diagnostics[name] ?? [] } }
}

extension Diagnostic.Message {
    static func fieldsWithheld(_ page: String) -> Self {
        "it redirects to \(page), which was not sent the fields of --header"
    }
    static func noCache(_ folder: String) -> Self {
        "nothing that is fetched is kept: \(folder) cannot be made, or others can write into it"
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
