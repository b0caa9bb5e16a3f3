public import Diagnostics
internal import TextAnalysis

/// A message or a part of one as it was received: its fields, and its body with the transfer encoding taken off.
///
/// `MIMEMessage` and `MIMEPart` are what is written; what comes from elsewhere keeps to fewer rules and is this.
public struct MIMEEntity: Hashable, Sendable {
    public var headers: ReceivedHeaders
    public var mediaType: MediaType
    public var content: Content

    public init(headers: ReceivedHeaders, mediaType: MediaType, content: Content) {
        self.headers = headers
        self.mediaType = mediaType
        self.content = content
    }

    public indirect enum Content: Hashable, Sendable {
        case body([UInt8])
        /// The parts of a multipart entity, in order.
        case parts([MIMEEntity])
        /// A message in a message (RFC 2046, §5.2.1).
        case message(MIMEEntity)
    }

    /// The body of an entity that has no parts.
    public var body: [UInt8]? {
        if case .body(let bytes) = content { return bytes }
        return nil
    }

    /// `Content-ID` without its angle brackets.
    public var contentID: String? { headers["Content-ID"].map(Self.withoutBrackets).flatMap { $0.isEmpty ? nil : $0 } }

    /// `Content-Location` as it was written (RFC 2557, §4.2), white space in it taken out.
    public var contentLocation: String? {
        headers["Content-Location"].map { Self.withoutBrackets($0).filter { !$0.isWhitespace } }.flatMap {
            $0.isEmpty ? nil : $0
        }
    }

    /// Whether the sender meant it as a file beside the message and not as a part of its text (RFC 2183, §2.2).
    public var isAttachment: Bool {
        headers["Content-Disposition"]?.prefix { $0 != ";" }.lowercased().trimmingSpaces == "attachment"
    }

    /// Every entity without parts, in order; messages in messages are not looked into.
    public var leaves: [MIMEEntity] {
        if case .parts(let parts) = content { return parts.flatMap(\.leaves) }
        return [self]
    }

    /// The value of a parameter of the media type; names are compared without case.
    public func parameter(_ name: String) -> String? {
        mediaType.parameters.first { $0.name.lowercased() == name }?.value
    }

    /// The body of a text as UTF-8, by its `charset` or by what the bytes look like; lines that flow are joined.
    public func text() -> Diagnosed<[UInt8]> {
        guard let body else { return Diagnosed([]) }
        let decoded = TextDecoder(readsMeta: mediaType.name == "text/html")
            .decode(body, transportLabel: parameter("charset"))
        guard mediaType.name == "text/plain", parameter("format")?.lowercased() == "flowed" else {
            return Diagnosed(decoded.output.utf8, decoded.diagnostics)
        }
        let joined = FlowedText(deletesSpaces: parameter("delsp")?.lowercased() == "yes").joined(decoded.output.utf8)
        return Diagnosed(joined, decoded.diagnostics)
    }

    private static func withoutBrackets(_ text: String) -> String {
        var text = text.trimmingSpaces[...]
        if text.hasPrefix("<") { text = text.dropFirst() }
        if text.hasSuffix(">") { text = text.dropLast() }
        return String(text).trimmingSpaces
    }
}
