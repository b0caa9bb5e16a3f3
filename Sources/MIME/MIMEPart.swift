/// A MIME entity: a body with a media type, or several entities in one.
public struct MIMEPart: Hashable, Sendable {
    /// `Content-ID`, `Content-Disposition` and the like; the type and the transfer encoding follow from `content`.
    public var headers: Headers
    public var content: Content

    public init(_ content: Content, headers: Headers = Headers()) {
        self.content = content
        self.headers = headers
    }

    public indirect enum Content: Hashable, Sendable {
        /// Text with its subtype (`plain`, `html`); written as UTF-8.
        case text(subtype: String, String)
        /// Bytes with their media type and its parameters.
        case bytes(MediaType, [UInt8])
        case multipart(Multipart, [MIMEPart])
    }

    /// How the parts of a multipart entity belong together.
    public enum Multipart: String, Hashable, Sendable {
        /// One after the other (RFC 2046, §5.1.3).
        case mixed
        /// The same in several forms, the plainest first (RFC 2046, §5.1.4).
        case alternative
        /// The first needs the others, which it names by `cid:` (RFC 2387).
        case related
    }

    public static func text(_ text: String) -> MIMEPart { MIMEPart(.text(subtype: "plain", text)) }
    public static func html(_ text: String) -> MIMEPart { MIMEPart(.text(subtype: "html", text)) }
    public static func multipart(_ kind: Multipart, _ parts: [MIMEPart]) -> MIMEPart {
        MIMEPart(.multipart(kind, parts))
    }

    /// A file beside the message.
    public static func attachment(_ bytes: [UInt8], type: MediaType, named name: String) -> MIMEPart {
        MIMEPart(
            .bytes(type, bytes),
            headers: ["Content-Disposition": .parameterized("attachment", [.init("filename", name)])])
    }

    /// A file that another part shows by its `Content-ID`.
    public static func inline(_ bytes: [UInt8], type: MediaType, named name: String, id: String) -> MIMEPart {
        MIMEPart(
            .bytes(type, bytes),
            headers: [
                "Content-ID": .verbatim("<\(id)>"),
                "Content-Disposition": .parameterized("inline", [.init("filename", name)]),
            ])
    }
}

/// A media type with its parameters (RFC 2045, §5.1).
public struct MediaType: Hashable, Sendable {
    /// `type/subtype`, lower case.
    public var name: String
    public var parameters: [HeaderParameter]

    public init(_ name: String, _ parameters: [HeaderParameter] = []) {
        self.name = name
        self.parameters = parameters
    }
}

extension MIMEPart {
    /// Appends the entity: its fields, an empty line, its body.
    func write(to output: inout [UInt8]) {
        switch content {
        case .text(let subtype, let text): writeText(text, subtype: subtype, to: &output)
        case .bytes(let type, let bytes):
            writeFields(type, .base64, to: &output)
            Base64.append(bytes, to: &output)
        case .multipart(let kind, let parts): writeMultipart(kind, parts, to: &output)
        }
    }

    private func writeText(_ text: String, subtype: String, to output: inout [UInt8]) {
        let encoding = TransferEncoding.smallest(forText: text)
        writeFields(MediaType("text/\(subtype)", [.init("charset", "utf-8")]), encoding, to: &output)
        switch encoding {
        case .sevenBit: output.append(contentsOf: CanonicalText.bytes(of: text))
        case .quotedPrintable: QuotedPrintable.append(CanonicalText.bytes(of: text), to: &output)
        case .base64: Base64.append(CanonicalText.bytes(of: text), to: &output)
        }
    }

    private func writeMultipart(_ kind: Multipart, _ parts: [MIMEPart], to output: inout [UInt8]) {
        let written = parts.map { part in
            var bytes: [UInt8] = []
            part.write(to: &bytes)
            return bytes
        }
        let boundary = Boundary.text(for: written)
        var parameters = [HeaderParameter("boundary", boundary)]
        if kind == .related, let root = parts.first {
            parameters.insert(HeaderParameter("type", root.mediaTypeName), at: 0)  // RFC 2387, §3.1: required
        }
        writeFields(MediaType("multipart/\(kind.rawValue)", parameters), nil, to: &output)
        for part in written {
            output.append(contentsOf: "--\(boundary)\r\n".utf8)
            output.append(contentsOf: part)
            output.append(contentsOf: "\r\n".utf8)
        }
        output.append(contentsOf: "--\(boundary)--\r\n".utf8)
    }

    private func writeFields(_ type: MediaType, _ encoding: TransferEncoding?, to output: inout [UInt8]) {
        var fields = Headers()
        fields["Content-Type"] = .parameterized(type.name, type.parameters)
        if let encoding { fields["Content-Transfer-Encoding"] = .verbatim(encoding.rawValue) }
        for field in headers.fields { fields.append(field.name, field.value) }
        fields.write(to: &output)
        output.append(contentsOf: "\r\n".utf8)
    }

    private var mediaTypeName: String {
        switch content {
        case .text(let subtype, _): "text/\(subtype)"
        case .bytes(let type, _): type.name
        case .multipart(let kind, _): "multipart/\(kind.rawValue)"
        }
    }
}
