/// An Internet message (RFC 5322) whose body is a MIME entity (RFC 2045).
public struct MIMEMessage: Hashable, Sendable {
    /// The message's own fields, `From` to `Message-ID`; those that describe the body are in `body.headers`.
    public var headers: Headers
    public var body: MIMEPart

    public init(headers: Headers = Headers(), body: MIMEPart) {
        self.headers = headers
        self.body = body
    }

    /// The message as it is stored in an `.eml` file or sent: CRLF line ends, lines of at most 998 bytes, ASCII only.
    public var bytes: [UInt8] {
        var output: [UInt8] = []
        headers.write(to: &output)
        output.append(contentsOf: "MIME-Version: 1.0\r\n".utf8)
        body.write(to: &output)
        return output
    }

    /// The same message with a `Message-ID` made from its other content, so that equal messages have equal ids.
    public func identified(inDomain domain: String) -> MIMEMessage {
        var message = self
        message.headers["Message-ID"] = nil
        let digest = ContentDigest(message.bytes)
        message.headers["Message-ID"] = .verbatim("<\(digest.text)@\(domain)>")
        return message
    }
}
