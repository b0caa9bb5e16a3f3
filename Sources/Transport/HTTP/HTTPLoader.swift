/// Fetches from the web within a policy and a budget, keeping what may be kept.
///
/// Redirects are followed here and not by libcurl, so that each hop passes the policy and secrets stay with their host.
public struct HTTPLoader: ResourceLoader {
    /// What is wanted decides what is asked for and what is taken.
    public enum Purpose: Sendable {
        case page, picture
    }

    let session: HTTPSession
    let budget: FetchBudget
    /// Scheme, host and port that the user's own header fields are for; nil where the input is no address.
    let secretOrigin: String?
    /// Scheme, host and port of the page that pictures are for; nil where it was not fetched.
    let pageOrigin: String?

    public func load(_ address: String) async throws(TransportError) -> LoadedResource {
        try await load(address, as: .picture)
    }

    /// The bytes behind an address, redirects followed.
    public func load(_ address: String, as purpose: Purpose) async throws(TransportError) -> LoadedResource {
        var target = try HTTPAddress(address, policy: session.options.policy)
        var cookies = session.cookies
        for hop in 0...HTTPOptions.maximumRedirects {
            do throws(TransportError) {
                let answer = try await answer(from: target, purpose, cookies: cookies)
                cookies = answer.cookies
                guard let location = answer.response.head.location else {
                    return LoadedResource(
                        bytes: answer.response.body, mediaType: answer.response.head.mediaType,
                        encoding: answer.response.head.encoding, address: target.text)
                }
                guard let next = AddressReference(target.text).resolve(location) else {
                    throw TransportError(code: .noAnswer, address: address, message: "it redirects to nowhere")
                }
                target = try HTTPAddress(next, policy: session.options.policy)
            } catch {
                guard hop > 0 || error.address != target.text else { throw error }
                throw error.reached(from: address)
            }
        }
        throw TransportError(
            code: .noAnswer, address: address,
            message: "it redirects more than \(HTTPOptions.maximumRedirects) times, to \(target.text) at last")
    }

    /// An answer, and the cookies that the next hop is sent.
    private struct Answer {
        var response: CachedResponse
        var cookies: [String]
    }

    /// What the cache or the host answers: the thing itself or a redirect.
    private func answer(
        from target: HTTPAddress, _ purpose: Purpose, cookies: [String]
    ) async throws(TransportError) -> Answer {
        try session.checkNumber(target)
        let isSecret = target.origin == secretOrigin && !session.options.headers.isEmpty
        let cache = isSecret ? nil : session.cache
        let key = session.key(for: target, purpose)
        let kept = cache?.response(for: key)
        if let kept, session.options.isOffline || kept.isFresh(now: session.now()) {
            return Answer(response: kept, cookies: cookies)
        }
        guard !session.options.isOffline else {
            throw TransportError(
                code: .notCached, address: target.text,
                message: "the cache does not have it, and --offline asks no host")
        }
        let share = try budget.begin(for: target.text)
        var byteCount = 0
        defer { budget.end(bytes: byteCount) }
        var request = try await session.request(for: target, purpose, share, cookies: cookies)
        if isSecret { request.headers += session.options.headers.map { "\($0.name): \($0.value)" } }
        request.headers += kept?.validators ?? []
        if purpose == .picture, let pageOrigin, let referrer = target.referrer(from: pageOrigin) {
            request.headers.append("Referer: \(referrer)")
        }
        let outcome: TransferOutcome
        do throws(TransportError) {
            outcome = try await session.outcome(of: request, budget)
        } catch {
            var error = error
            if kept != nil, error.code == .noAnswer || error.code == .timeout {
                error.remedy = "--offline reads what the cache has of it"
            }
            throw error
        }
        byteCount = outcome.body.count
        let now = session.now()
        if outcome.head.status == 304, let kept {
            let renewed = kept.renewed(by: outcome.head, now: now)
            cache?.store(renewed)
            return Answer(response: renewed, cookies: outcome.cookies)
        }
        if let objection = TransportError(status: outcome.head.status, head: outcome.head, address: target.text) {
            cache?.remove(key)
            throw objection
        }
        if let response = CachedResponse(outcome, key: key, now: now) {
            cache?.store(response)
        } else {
            cache?.remove(key)
        }
        let head = CachedResponse.Head(
            key: key, status: outcome.head.status, location: outcome.head.redirect, mediaType: outcome.head.mediaType,
            encoding: outcome.head.encoding, freshUntil: 0, length: outcome.body.count)
        return Answer(response: CachedResponse(head: head, body: outcome.body), cookies: outcome.cookies)
    }
}

extension HTTPLoader.Purpose {
    /// The kinds that can be read, the ones that print best first.
    var accept: String {
        switch self {
        case .page: "text/html,application/xhtml+xml,text/markdown;q=0.9,text/plain;q=0.8,*/*;q=0.5"
        case .picture: "image/jpeg,image/png,image/svg+xml,image/gif,image/webp;q=0.9,image/*;q=0.8,*/*;q=0.5"
        }
    }

    /// Whether a body of a media type can be what is wanted. Pictures are known by their bytes.
    func accepts(_ mediaType: String?) -> Bool {
        guard self == .page, let mediaType else { return true }
        if ["application/octet-stream", "multipart/related", "message/rfc822"].contains(mediaType) { return true }
        if mediaType.hasPrefix("text/") { return mediaType != "text/css" && mediaType != "text/javascript" }
        return mediaType.hasSuffix("xml") && mediaType.hasPrefix("application/") || mediaType.hasSuffix("json")
            || mediaType == "application/x-mimearchive"
    }
}
