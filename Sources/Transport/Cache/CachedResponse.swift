/// An answer that is kept, and what is needed to know whether it still holds (RFC 9111).
struct CachedResponse: Sendable {
    /// All but the body; it is stored as one line of JSON.
    struct Head: Codable, Sendable {
        /// The request it answers, by which two requests of one digest are told apart.
        var key: String
        var status: Int
        /// Where a redirect leads.
        var location: String?
        var mediaType: String?
        var encoding: String?
        var entityTag: String?
        var lastModified: String?
        /// Seconds since 1970 until which it holds unasked.
        var freshUntil: Int
        /// Bytes of the body.
        var length: Int
    }

    var head: Head
    var body: [UInt8]

    /// The answer to a request; nil where it is not to be kept.
    init?(_ outcome: TransferOutcome, key: String, now: Int) {
        let answer = outcome.head
        let control = answer.cacheControl
        guard control.isStored, answer.status == 200 || answer.redirect != nil else { return nil }
        if let vary = answer["vary"], vary.contains("*") { return nil }
        head = Head(
            key: key, status: answer.status, location: answer.redirect, mediaType: answer.mediaType,
            encoding: answer.encoding, entityTag: answer["etag"], lastModified: answer["last-modified"],
            freshUntil: Self.freshUntil(answer, now: now), length: outcome.body.count)
        body = outcome.body
    }

    init(head: Head, body: [UInt8]) {
        self.head = head
        self.body = body
    }

    /// Whether it holds without asking.
    func isFresh(now: Int) -> Bool { now < head.freshUntil }

    /// The fields that ask whether it has changed; empty where nothing tells.
    var validators: [String] {
        [head.entityTag.map { "If-None-Match: \($0)" }, head.lastModified.map { "If-Modified-Since: \($0)" }]
            .compactMap(\.self)
    }

    /// The answer with what a 304 says of it.
    func renewed(by answer: ResponseHead, now: Int) -> CachedResponse {
        var copy = self
        copy.head.freshUntil = Self.freshUntil(answer, now: now)
        copy.head.entityTag = answer["etag"] ?? head.entityTag
        copy.head.lastModified = answer["last-modified"] ?? head.lastModified
        return copy
    }

    /// A year: beyond it (RFC 9111, §1.2.2, allows any) nothing is believed.
    private static let longestAge = 31_536_000

    private static func freshUntil(_ answer: ResponseHead, now: Int) -> Int {
        let control = answer.cacheControl
        guard !control.isRevalidated, let age = control.maximumAge else { return 0 }
        return now + min(age, longestAge) - min(answer.age, longestAge)
    }
}
