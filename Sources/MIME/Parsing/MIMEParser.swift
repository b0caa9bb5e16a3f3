public import Diagnostics

/// Bytes of a message → entities (RFC 5322, RFC 2045, RFC 2046), forgiving what programs get wrong.
public struct MIMEParser: Sendable {
    /// Entities nested deeper are left as bytes.
    public var maximumDepth: Int
    /// Further parts are left out.
    public var maximumParts: Int
    /// Header fields of one entity that begin behind this many bytes are passed over.
    public var maximumHeaderBytes: Int

    public init(maximumDepth: Int = 24, maximumParts: Int = 5_000, maximumHeaderBytes: Int = 512_000) {
        self.maximumDepth = maximumDepth
        self.maximumParts = maximumParts
        self.maximumHeaderBytes = maximumHeaderBytes
    }

    /// The message that the bytes hold. Whatever they are, an entity comes of them.
    public func parse(_ bytes: [UInt8]) -> Diagnosed<MIMEEntity> {
        var state = State()
        let entity = entity(bytes[...], depth: 0, implied: "text/plain", &state)
        return Diagnosed(entity, state.diagnostics)
    }

    private struct State {
        var partCount = 0
        var diagnostics: [Diagnostic] = []

        mutating func warn(_ message: Diagnostic.Message) {
            let diagnostic = Diagnostic(.warning, message)
            if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
        }
    }

    private func entity(
        _ bytes: ArraySlice<UInt8>, depth: Int, implied: String, _ state: inout State
    ) -> MIMEEntity {
        let (headers, start, isCut) = ReceivedHeaders.read(bytes, limit: maximumHeaderBytes)
        if isCut { state.warn(.tooManyFields) }
        let type = headers["Content-Type"].flatMap { MediaType(field: $0) } ?? MediaType(implied)
        let body = bytes[min(start, bytes.endIndex)...]
        let encoding = ReceivedEncoding(headers["Content-Transfer-Encoding"])
        var entity = MIMEEntity(headers: headers, mediaType: type, content: .body([]))
        if type.name.hasPrefix("multipart/") || type.name == "message/rfc822" || type.name == "message/global" {
            guard depth < maximumDepth else {
                state.warn(.nestedTooDeep)
                entity.content = .body(encoding.decoded(body))
                return entity
            }
            // Such entities have no encoding of their own (RFC 2045, §6.4); what has one all the same is decoded first.
            let inner = encoding.isIdentity ? body : encoding.decoded(body)[...]
            if !type.name.hasPrefix("multipart/") {
                entity.content = .message(self.entity(inner, depth: depth + 1, implied: "text/plain", &state))
                return entity
            }
            if let parts = parts(of: entity, inner, depth, &state) {
                entity.content = .parts(parts)
                return entity
            }
            state.warn(.noBoundary)
            entity.mediaType = MediaType(Self.looksLikeHTML(inner) ? "text/html" : "text/plain")
        }
        entity.content = .body(encoding.decoded(body))
        return entity
    }

    /// The parts of a multipart entity; nil where no boundary can be found in it.
    private func parts(
        of entity: MIMEEntity, _ body: ArraySlice<UInt8>, _ depth: Int, _ state: inout State
    ) -> [MIMEEntity]? {
        var split = entity.parameter("boundary").flatMap { MultipartBody(body, boundary: $0) }
        if split == nil, let boundary = MultipartBody.guessedBoundary(in: body) {
            split = MultipartBody(body, boundary: boundary)
        }
        guard let split else { return nil }
        if !split.isClosed { state.diagnostics.append(Diagnostic(.note, .unclosed)) }
        // RFC 2046, §5.1.5
        let implied = entity.mediaType.name == "multipart/digest" ? "message/rfc822" : "text/plain"
        var parts: [MIMEEntity] = []
        for part in split.parts {
            guard state.partCount < maximumParts else {
                state.warn(.tooManyParts(maximumParts))
                break
            }
            state.partCount += 1
            parts.append(self.entity(body[part], depth: depth + 1, implied: implied, &state))
        }
        return parts
    }

    private static func looksLikeHTML(_ bytes: ArraySlice<UInt8>) -> Bool {
        let head = String(decoding: bytes.prefix(2_048), as: UTF8.self).lowercased()
        return head.contains("<html") || head.contains("<body") || head.contains("<table")
    }
}

/// The body of a multipart entity at its boundaries (RFC 2046, §5.1.1).
struct MultipartBody {
    /// Where the parts lie, each with its header; the line break before a boundary belongs to the boundary.
    var parts: [Range<Int>] = []
    /// The closing boundary was there.
    var isClosed = false

    /// nil where the boundary stands nowhere.
    init?(_ body: ArraySlice<UInt8>, boundary: String) {
        let mark = Array("--\(boundary)".utf8)
        guard mark.count > 2 else { return nil }
        var scanner = LineScanner(body)
        var start: Int?
        // Where the line before ended, without its line break.
        var previousEnd = body.startIndex
        while let line = scanner.next() {
            defer { previousEnd = line.content.upperBound }
            guard body[line.content].starts(with: mark) else { continue }
            var rest = body[line.content].dropFirst(mark.count)
            while let last = rest.last, last == 0x20 || last == 0x09 { rest.removeLast() }
            let closes = rest.elementsEqual("--".utf8)
            guard rest.isEmpty || closes else { continue }
            if let start { parts.append(start..<max(start, previousEnd)) }
            start = line.end
            if closes {
                isClosed = true
                return
            }
        }
        guard let start else { return nil }
        // What was cut off, or lacks its last boundary, is a part all the same.
        if start < body.endIndex { parts.append(start..<body.endIndex) }
    }

    /// The boundary of a body whose header does not tell it: the first line that begins with two hyphens, if it is there
    /// again or is followed by header fields.
    static func guessedBoundary(in body: ArraySlice<UInt8>) -> String? {
        var scanner = LineScanner(body)
        var count = 0
        while let line = scanner.next(), count < 200 {
            count += 1
            let text = body[line.content]
            guard text.count > 4, text.count <= 74, text.starts(with: "--".utf8), !text.contains(0x20) else { continue }
            let boundary = String(decoding: text.dropFirst(2), as: UTF8.self)
            guard let split = MultipartBody(body, boundary: boundary) else { continue }
            let fields = ReceivedHeaders.read(body[line.end...], limit: 4_096).headers
            if split.parts.count > 1 || split.isClosed, fields["Content-Type"] != nil { return boundary }
        }
        return nil
    }
}

extension Diagnostic.Message {
    static let tooManyFields: Self = "a part of the message has too many header fields; some were passed over"
    static let nestedTooDeep: Self = "parts of the message are nested too deep; the innermost were left out"
    static let noBoundary: Self =
        "the message says it has parts, but where they begin cannot be told; it is read as one"
    static let unclosed: Self = "the message ends before its last part does; it may have been cut off"
    static func tooManyParts(_ limit: Int) -> Self { "the message has more than \(limit) parts; the rest is left out" }
}
