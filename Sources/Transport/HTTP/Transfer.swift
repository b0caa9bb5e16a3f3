internal import CCurl

/// What one request asks.
struct TransferRequest: Sendable {
    var address: HTTPAddress
    var userAgent: String
    var headers: [String]
    /// Lines of a cookie file.
    var cookies: [String]
    /// nil where the host is asked directly.
    var proxy: String?
    /// The addresses that the host was found to have; empty where libcurl is to look it up.
    var resolved: [IPAddress]
    /// A file of certificates to trust in place of the system's.
    var authorities: String?
    var policy: AddressPolicy
    var connectTime: Duration
    var time: Duration
    /// Bytes of the body, decompressed.
    var maximumBytes: Int
    /// Whether a body of this media type is wanted at all.
    var accepts: @Sendable (_ mediaType: String?) -> Bool
}

/// How a request ended.
struct TransferOutcome: Sendable {
    var head = ResponseHead()
    var body: [UInt8] = []
    /// What libcurl holds at the end, the server's cookies among them.
    var cookies: [String] = []
    var failure: Failure?

    enum Failure: Sendable {
        /// Each of its addresses was turned down; the last of them, and why.
        case refused(IPAddress, IPAddress.Purpose)
        case tooLarge
        case longHead
        case wrongKind
        case noHost
        case noProxy
        case noConnection
        /// It was not reached, or did not shake hands, in the time for that.
        case slowHost
        /// The time for all is over.
        case timeout
        case certificate(String)
        case tls(String)
        case broken(String)
        case encoding
        case address
        case cancelled
        case unavailable
    }
}

/// One request on its way.
///
/// SAFETY: after it is submitted, only the thread of its pool touches it until its continuation is resumed; `isCancelled`
/// is guarded by the pool's lock.
@safe final class Transfer: @unchecked Sendable {
    let request: TransferRequest
    private var outcome = TransferOutcome()
    private var handle: OpaquePointer?
    private var started = ContinuousClock.now
    /// The last address that the policy turned down.
    private var refusal: (IPAddress, IPAddress.Purpose)?
    var continuation: CheckedContinuation<TransferOutcome, Never>?
    var isCancelled = false

    init(_ request: TransferRequest) {
        unsafe self.handle = nil
        self.request = request
    }

    deinit {
        if let handle = unsafe handle { unsafe ccurl_transfer_free(handle) }
    }

    // MARK: What the pool does

    /// Begins in a pool; false where libcurl does not take it.
    func start(in pool: OpaquePointer) -> Bool {
        started = .now
        unsafe handle = makeHandle()
        guard let handle = unsafe handle else { return false }
        return unsafe ccurl_transfer_start(handle, pool)
    }

    func cancel(in pool: OpaquePointer) {
        if let handle = unsafe handle { unsafe ccurl_transfer_cancel(handle, pool) }
    }

    /// Wakes whoever waits for it.
    func finish(_ result: ccurl_result) {
        if outcome.failure == nil { outcome.failure = failure(result) }
        if let handle = unsafe handle {
            var index = 0
            while let line = unsafe ccurl_transfer_cookie(handle, index) {
                unsafe outcome.cookies.append(String(cString: line))
                index += 1
            }
        }
        finish()
    }

    func finish(_ failure: TransferOutcome.Failure) {
        outcome.failure = failure
        finish()
    }

    private func finish() {
        if outcome.failure != nil { outcome.body = [] }
        continuation?.resume(returning: outcome)
        continuation = nil
    }

    private func failure(_ result: ccurl_result) -> TransferOutcome.Failure? {
        switch result {
        case CCURL_OK: nil
        case CCURL_NO_HOST: .noHost
        case CCURL_NO_PROXY: .noProxy
        case CCURL_NO_CONNECTION: refusal.map { .refused($0.0, $0.1) } ?? .noConnection
        case CCURL_TIMEOUT: ContinuousClock.now - started < request.time - .milliseconds(50) ? .slowHost : .timeout
        case CCURL_CERTIFICATE: .certificate(words)
        case CCURL_TLS: .tls(words)
        case CCURL_ENCODING: .encoding
        case CCURL_ADDRESS: .address
        default: .broken(words)
        }
    }

    /// libcurl's own words.
    private var words: String {
        guard let handle = unsafe handle else { return "" }
        return unsafe String(cString: ccurl_transfer_message(handle))
    }

    private func makeHandle() -> OpaquePointer? {
        let headers = CStrings(request.headers)
        let cookies = CStrings(request.cookies)
        let callbacks = unsafe ccurl_callbacks(
            body: { context, bytes, count in
                unsafe Transfer.at(context).receive(UnsafeBufferPointer(start: bytes, count: count))
            },
            head: { context, bytes, count in
                unsafe Transfer.at(context).outcome.head.append(UnsafeBufferPointer(start: bytes, count: count))
                    || Transfer.at(context).fail(.longHead)
            },
            connects: { context, bytes, count in
                unsafe Transfer.at(context).connects(UnsafeBufferPointer(start: bytes, count: count))
            })
        let texts = CStrings([
            request.address.text, request.userAgent, request.proxy ?? "", resolved, request.authorities ?? "",
        ])
        var asked = unsafe ccurl_request(
            address: texts.pointer[0], user_agent: texts.pointer[1], headers: headers.pointer,
            header_count: headers.count, cookies: cookies.pointer, cookie_count: cookies.count,
            proxy: texts.pointer[2], resolved: texts.pointer[3], authorities: texts.pointer[4],
            connect_milliseconds: min(request.connectTime, request.time).milliseconds,
            total_milliseconds: request.time.milliseconds, context: Unmanaged.passUnretained(self).toOpaque(),
            callbacks: callbacks)
        return unsafe withExtendedLifetime((headers, cookies, texts)) { unsafe ccurl_transfer_new(&asked) }
    }

    /// The host's addresses as libcurl takes them.
    private var resolved: String {
        guard !request.resolved.isEmpty else { return "" }
        let host = request.address.host
        let name = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        let numbers = request.resolved.map { address in
            if case .v6 = address { "[\(address)]" } else { "\(address)" }
        }
        return "\(name):\(request.address.port):" + numbers.joined(separator: ",")
    }

    // MARK: What libcurl asks, on the pool's thread

    /// The transfer behind a context; the pool keeps it as long as libcurl knows it.
    static func at(_ context: UnsafeMutableRawPointer?) -> Transfer {
        unsafe Unmanaged<Transfer>.fromOpaque(context!).takeUnretainedValue()
    }

    private func fail(_ failure: TransferOutcome.Failure) -> Bool {
        outcome.failure = failure
        return false
    }

    private func receive(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        // The body of a redirect or an error is for nobody.
        guard (200..<300).contains(outcome.head.status) else { return true }
        if outcome.body.isEmpty {
            guard request.accepts(outcome.head.mediaType) else { return fail(.wrongKind) }
            if let length = outcome.head["content-length"].flatMap({ Int($0) }), length > request.maximumBytes {
                return fail(.tooLarge)
            }
        }
        guard outcome.body.count + bytes.count <= request.maximumBytes else { return fail(.tooLarge) }
        unsafe outcome.body.append(contentsOf: bytes)
        return true
    }

    /// The check that nothing gets round: it sees the address that the socket will be connected to.
    private func connects(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        // What is connected to is the proxy, which the user named; the host was looked at before.
        if request.proxy != nil { return true }
        guard let address = unsafe IPAddress(bytes: bytes) else { return false }
        guard let objection = request.policy.objection(to: address) else { return true }
        refusal = (address, objection)
        return false
    }
}

extension Duration {
    /// At least one, since libcurl takes 0 for no limit.
    fileprivate var milliseconds: Int {
        let (seconds, attoseconds) = components
        return max(1, Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000))
    }
}
