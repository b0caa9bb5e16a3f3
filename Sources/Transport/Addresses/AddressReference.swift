/// An address taken apart, and references resolved against it (RFC 3986, §5), as leniently as browsers do it.
public struct AddressReference: Hashable, Sendable {
    /// In lower case, without the colon.
    public var scheme: String?
    public var authority: String?
    public var path: String
    public var query: String?
    public var fragment: String?

    /// Takes a reference apart; white space round it and line breaks in it are dropped.
    public init(_ text: some StringProtocol) {
        var rest = Self.cleaned(text)[...]
        if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "#")) {
            fragment = String(rest[rest.index(after: mark)...])
            rest = rest[..<mark]
        }
        if let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":")), Self.isScheme(rest[..<colon]) {
            scheme = rest[..<colon].lowercased()
            rest = rest[rest.index(after: colon)...]
        }
        if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")), scheme != "data" {
            query = String(rest[rest.index(after: mark)...])
            rest = rest[..<mark]
        }
        // URL Standard, §4.4: in special schemes a backslash is a slash.
        let hasBackslashes = scheme.map(["http", "https", "file", "ftp"].contains) ?? true
        path =
            hasBackslashes && rest.utf8.contains(UInt8(ascii: "\\"))
            ? String(rest.replacing("\\", with: "/")) : String(rest)
        if path.hasPrefix("//") {
            let host = path.utf8.dropFirst(2)
            let end = host.firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex
            authority = String(path[host.startIndex..<end])
            path = String(path[end...])
        }
    }

    /// The absolute address that a reference means in a document with that base; nil where there is none.
    public static func resolve(_ reference: some StringProtocol, against base: String?) -> String? {
        resolve(AddressReference(reference), against: base.map(AddressReference.init))
    }

    /// The absolute address that a reference means in a document at this address; nil where this is none.
    public func resolve(_ reference: some StringProtocol) -> String? {
        Self.resolve(AddressReference(reference), against: self)
    }

    /// Characters that an address cannot hold are percent-encoded, letters of other alphabets among them.
    private static func resolve(_ target: AddressReference, against base: AddressReference?) -> String? {
        var target = target
        if target.scheme != nil {
            if target.authority != nil { target.path = removingDotSegments(target.path) }
            return target.encoded.text
        }
        guard let base, let scheme = base.scheme, !base.path.isEmpty || base.authority != nil else { return nil }
        target.scheme = scheme
        guard target.authority == nil else {
            // A page that was saved means the web, and not another machine's files.
            if scheme == "file", target.authority?.isEmpty == false { target.scheme = "https" }
            target.path = removingDotSegments(target.path)
            return target.encoded.text
        }
        target.authority = base.authority
        if target.path.isEmpty {
            target.path = base.path
            target.query = target.query ?? base.query
        } else if !target.path.hasPrefix("/") {
            let folder = base.path.lastIndex(of: "/").map { base.path[...$0] } ?? "/"
            target.path = folder + target.path
        }
        target.path = removingDotSegments(target.path)
        return target.encoded.text
    }

    /// The parts put together again.
    public var text: String {
        (scheme.map { $0 + ":" } ?? "") + (authority.map { "//" + $0 } ?? "") + path + (query.map { "?" + $0 } ?? "")
            + (fragment.map { "#" + $0 } ?? "")
    }

    /// RFC 3986, §5.2.4: `.` and `..` taken out; above the root there is nothing.
    static func removingDotSegments(_ path: String) -> String {
        guard holdsDotSegment(path) else { return path }
        var kept: [Substring] = []
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            switch segment.lowercased() {
            case ".", "%2e":
                if isLast { kept.append("") }
            case "..", ".%2e", "%2e.", "%2e%2e":
                if kept.count > 1 { kept.removeLast() }
                if isLast { kept.append("") }
            default: kept.append(segment)
            }
        }
        return kept.joined(separator: "/")
    }

    private var encoded: AddressReference {
        guard scheme != "data" else { return self }
        var copy = self
        copy.path = Self.encoded(path)
        if let authority, path.isEmpty, !authority.isEmpty, scheme == "http" || scheme == "https" { copy.path = "/" }
        copy.query = query.map(Self.encoded)
        copy.fragment = fragment.map(Self.encoded)
        return copy
    }

    /// Whether a segment begins with a dot, plain or encoded.
    private static func holdsDotSegment(_ path: String) -> Bool {
        var previous = UInt8(ascii: "/")
        for byte in path.utf8 {
            if previous == UInt8(ascii: "/"), byte == UInt8(ascii: ".") || byte == UInt8(ascii: "%") { return true }
            previous = byte
        }
        return false
    }

    private static func encoded(_ part: String) -> String {
        guard part.utf8.contains(where: isEncoded) else { return part }
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in part.utf8 {
            if isEncoded(byte) {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// URL Standard, §1.3: the fragment percent-encode set, which all parts share.
    private static func isEncoded(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"), 0x7F...: true
        default: false
        }
    }

    private static func cleaned(_ text: some StringProtocol) -> String {
        // Nearly all references are clean.
        let bytes = text.utf8
        if bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) { return String(text) }
        var scalars = text.unicodeScalars.drop { $0.value <= 0x20 }
        while let last = scalars.last, last.value <= 0x20 { scalars.removeLast() }
        return String(String.UnicodeScalarView(scalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
    }

    private static func isScheme(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, (first | 0x20) >= UInt8(ascii: "a"), (first | 0x20) <= UInt8(ascii: "z")
        else {
            return false
        }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                true
            default: false
            }
        }
    }
}
