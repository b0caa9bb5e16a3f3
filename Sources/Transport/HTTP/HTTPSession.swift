internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What all requests of a run share: connections, cookies, proxy and cache.
public final class HTTPSession: Sendable {
    let options: HTTPOptions
    /// Lines of the user's cookie file.
    let cookies: [String]
    let cache: HTTPCache?
    private let proxies: ProxySettings
    /// The convention of OpenSSL and what is built on it, for networks with a certificate of their own.
    private let authorities: String?
    /// Made with the first request.
    private let pool = Mutex<TransferPool?>(nil)
    /// Seconds since 1970.
    let now: @Sendable () -> Int

    /// Reads the cookie file and the proxy's settings; nothing is asked of the network.
    public convenience init(_ options: HTTPOptions) throws(TransportError) {
        try self.init(
            options, environment: { unsafe getenv($0).map { unsafe String(cString: $0) } }, now: { time(nil) })
    }

    init(
        _ options: HTTPOptions, environment: (String) -> String?, now: @escaping @Sendable () -> Int
    ) throws(TransportError) {
        self.options = options
        self.now = now
        cookies = try options.cookieFile.map { path throws(TransportError) in try CookieFile(path: path).lines } ?? []
        authorities = environment("SSL_CERT_FILE").flatMap { $0.isEmpty ? nil : $0 }
        proxies = try ProxySettings(options.proxy, environment: environment)
        // What a subscriber gets is not for anyone else who reads the cache.
        cache = options.cookieFile == nil ? options.cacheFolder.flatMap { HTTPCache(folder: $0) } : nil
    }

    /// A loader for one article.
    ///
    /// - Parameters:
    ///   - input: The article's address as the user gave it, whose host alone is sent the user's header fields.
    ///   - page: Where the article was found, which its pictures' hosts are told.
    public func loader(for input: String?, page: String? = nil, budget: FetchBudget) -> HTTPLoader {
        HTTPLoader(
            session: self, budget: budget, secretOrigin: input.flatMap(origin), pageOrigin: page.flatMap(origin))
    }

    /// Scheme, host and port of an address; nil where it is none that is read.
    private func origin(_ address: String) -> String? { try? HTTPAddress(address, policy: options.policy).origin }

    /// Whether an article's own address is another place than the one that the user's header fields are for.
    public func withholdsFields(from page: String, input: String) -> Bool {
        !options.headers.isEmpty && origin(page) != origin(input)
    }

    /// Whether answers are to be kept and cannot be.
    public var lacksCache: Bool { options.cacheFolder != nil && options.cookieFile == nil && cache == nil }

    /// What an answer is kept under. What was had by way of a private network or a proxy is not for those who go without.
    func key(for target: HTTPAddress, _ purpose: HTTPLoader.Purpose) -> String {
        let way =
            (options.policy.allowsPrivate ? "private " : "")
            + (proxies.proxy(for: target).map { "by \(ContentHash.hexadecimal(of: Array($0.utf8))) " } ?? "")
        return "1 \(way)\(options.userAgent)\n\(purpose.accept)\n\(target.text)"
    }

    /// A request with all that does not depend on who asks.
    func request(
        for target: HTTPAddress, _ purpose: HTTPLoader.Purpose, _ share: FetchBudget.Share, cookies: [String]
    ) async throws(TransportError) -> TransferRequest {
        let proxy = proxies.proxy(for: target)
        let resolved = proxy == nil ? [] : try await checkedAddresses(of: target)
        return TransferRequest(
            address: target, userAgent: options.userAgent, headers: ["Accept: " + purpose.accept], cookies: cookies,
            proxy: proxy, resolved: resolved, authorities: authorities, policy: options.policy,
            connectTime: .seconds(options.connectSeconds), time: share.time,
            maximumBytes: min(options.maximumBytes, share.bytes), accepts: purpose.accepts)
    }

    /// Refuses a host that is a number, in whatever form, before anything is asked or looked for.
    func checkNumber(_ target: HTTPAddress) throws(TransportError) {
        guard let address = HostLookup.number(target.host), let objection = options.policy.objection(to: address) else {
            return
        }
        throw TransportError(refused: address, objection, address: target.text)
    }

    /// Looks a host up here, since a proxy connects to whatever it finds. Where libcurl tells a proxy the number and not
    /// the name (SOCKS 4 and 5), it is one of these.
    private func checkedAddresses(of target: HTTPAddress) async throws(TransportError) -> [IPAddress] {
        guard !options.policy.allowsPrivate else { return [] }
        let addresses = await HostLookup.addresses(of: target.host)
        guard !addresses.isEmpty else {
            throw TransportError(
                code: .noAnswer, address: target.text,
                message: "its host \(target.host) is not found here, as it has to be where a proxy is asked")
        }
        for address in addresses {
            if let objection = options.policy.objection(to: address) {
                throw TransportError(refused: address, objection, address: target.text)
            }
        }
        return addresses
    }

    /// Sends a request; whatever keeps its answer away is an error.
    func outcome(of request: TransferRequest, _ budget: FetchBudget) async throws(TransportError) -> TransferOutcome {
        let made: TransferPool? = pool.withLock { pool in
            if pool == nil { pool = TransferPool(concurrency: options.concurrency) }
            return pool
        }
        guard let made else { throw TransportError(.unavailable, request, budget) }
        let outcome = await made.outcome(of: request)
        if case .broken = outcome.failure, request.proxy != nil,
            let refusal = TransportError(status: outcome.head.status, head: outcome.head, address: request.address.text)
        {
            // What a proxy says to a tunnel through it.
            throw refusal
        }
        if let failure = outcome.failure { throw TransportError(failure, request, budget, outcome.head) }
        return outcome
    }
}
