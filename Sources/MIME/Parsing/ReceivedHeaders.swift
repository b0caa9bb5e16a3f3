internal import Diagnostics
internal import TextAnalysis

/// The header fields of a received entity, unfolded and in order (RFC 5322, §2.2).
public struct ReceivedHeaders: Hashable, Sendable {
    public private(set) var fields: [Field]

    /// A field as it stood there: encoded words are not decoded, bytes beyond ASCII are.
    public struct Field: Hashable, Sendable {
        public var name: String
        public var value: String
    }

    public init(_ fields: [Field] = []) { self.fields = fields }

    /// The first field of that name; names are compared without case (RFC 5322, §1.2.2).
    public subscript(name: String) -> String? {
        let name = name.lowercased()
        return fields.first { $0.name.lowercased() == name }?.value
    }

    /// Free text such as `Subject`, its encoded words decoded (RFC 2047).
    public func text(_ name: String) -> String? {
        self[name].map { EncodedWord.decoded($0).trimmingSpaces }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The mailboxes of a field such as `From`.
    public func addresses(_ name: String) -> [MailAddress] {
        self[name].map { MailAddress.list($0) } ?? []
    }

    /// The time of a field such as `Date`.
    public func date(_ name: String) -> ReceivedDate? { self[name].flatMap { ReceivedDate($0) } }
}

extension ReceivedHeaders {
    /// Reads the fields at the start of an entity.
    ///
    /// - Parameters:
    ///   - bytes: The entity.
    ///   - limit: Fields that begin behind this many bytes are passed over.
    /// - Returns: The fields, where the body begins, and whether some were passed over.
    static func read(_ bytes: ArraySlice<UInt8>, limit: Int) -> (headers: ReceivedHeaders, body: Int, isCut: Bool) {
        var scanner = LineScanner(bytes)
        var fields: [Field] = []
        var pending: (name: String, value: [UInt8])?
        var isCut = false
        func flush() {
            if let field = pending { fields.append(Field(name: field.name, value: decoded(field.value))) }
            pending = nil
        }
        while let line = scanner.next() {
            let text = bytes[line.content]
            if text.isEmpty {
                // Empty lines before the first field are what copying leaves.
                if pending == nil, fields.isEmpty, !isCut { continue }
                break
            }
            if let first = text.first, first == 0x20 || first == 0x09 {
                // A line of spaces alone ends the fields where a careless program wrote it.
                if pending == nil, fields.isEmpty { continue }
                if text.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { break }
                if let count = pending?.value.count, count < maximumValue { pending?.value += text }
                continue
            }
            guard let colon = text.firstIndex(of: 0x3A), let name = name(text[..<colon]) else {
                // A mailbox's separator line, or the body without the empty line before it.
                if pending == nil, fields.isEmpty, isSeparator(text) { continue }
                scanner.position = line.content.lowerBound
                break
            }
            flush()
            if line.content.lowerBound - bytes.startIndex > limit || fields.count >= maximumFields {
                isCut = true
            } else {
                pending = (name, Array(text[(colon + 1)...].prefix(maximumValue)))
            }
        }
        flush()
        return (ReceivedHeaders(fields), scanner.position, isCut)
    }

    /// A value's bytes beyond this are not read.
    private static let maximumValue = 65_536
    private static let maximumFields = 1_000

    /// RFC 5322, §3.6.8: printable ASCII without a colon; white space before the colon is forgiven.
    private static func name(_ bytes: ArraySlice<UInt8>) -> String? {
        var bytes = bytes
        while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
        guard !bytes.isEmpty, bytes.count <= 76, bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `From someone@example.org Mon Jan  5 …`, with which a message in an mbox begins.
    private static func isSeparator(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: "From ".utf8) || line.starts(with: ">From ".utf8)
    }

    /// RFC 6532 allows UTF-8; other bytes come from programs that never asked.
    private static func decoded(_ bytes: [UInt8]) -> String {
        let text: String
        if let valid = String(validating: bytes, as: UTF8.self) {
            text = valid
        } else {
            text = String(decoding: TextDecoder(readsMeta: false).decode(bytes).output.utf8, as: UTF8.self)
        }
        return text.trimmingSpaces
    }
}

/// Lines ended by CRLF, LF or CR alone.
struct LineScanner {
    let bytes: ArraySlice<UInt8>
    /// Where the next line begins.
    var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    /// The next line: its bytes without the line's end, and where the line after it begins.
    mutating func next() -> (content: Range<Int>, end: Int)? {
        guard position < bytes.endIndex else { return nil }
        let start = position
        var index = start
        while index < bytes.endIndex, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
        var end = min(index + 1, bytes.endIndex)
        if index < bytes.endIndex, bytes[index] == 0x0D, end < bytes.endIndex, bytes[end] == 0x0A { end += 1 }
        position = end
        return (start..<index, end)
    }
}
