internal import TextAnalysis

/// Makes addresses absolute (RFC 3986, §5.2; WHATWG URL in what it forgives).
struct AddressResolver: Sendable {
    /// Where the page's addresses start from; nil where nothing is known.
    let base: String?

    /// The absolute address of a reference, or nil where there is none to be had.
    func resolve(_ reference: String) -> String? {
        let reference = Self.cleaned(reference)
        guard !reference.isEmpty else { return nil }
        if let scheme = Self.scheme(of: reference) {
            return scheme == "http" || scheme == "https" ? Self.encoded(Self.withoutDots(reference)) : reference
        }
        guard let base, let parts = Parts(base) else { return nil }
        if reference.hasPrefix("//") { return Self.encoded("\(parts.scheme):\(reference)") }
        if reference.hasPrefix("/") { return Self.encoded(Self.withoutDots(parts.origin + reference)) }
        if reference.hasPrefix("?") { return Self.encoded(parts.origin + parts.path + reference) }
        if reference.hasPrefix("#") { return Self.encoded(parts.origin + parts.path + parts.query + reference) }
        return Self.encoded(Self.withoutDots(parts.origin + parts.folder + reference))
    }

    /// The scheme in lower case, where the address has one.
    static func scheme(of address: String) -> String? {
        guard let colon = address.firstIndex(of: ":"), let first = address.first, first.isASCII, first.isLetter else {
            return nil
        }
        let scheme = address[..<colon]
        guard scheme.utf8.count > 1,
            scheme.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) })
        else { return nil }
        return scheme.lowercased()
    }

    /// Without white space at the ends and without line breaks and tabs inside.
    private static func cleaned(_ reference: String) -> String {
        let scalars = reference.unicodeScalars.filter { $0 != "\n" && $0 != "\r" && $0 != "\t" }
        let text = String(String.UnicodeScalarView(scalars))
        guard let start = text.firstIndex(where: { $0 != " " }), let end = text.lastIndex(where: { $0 != " " }) else {
            return ""
        }
        return String(text[start...end])
    }

    /// Characters that no address may hold, percent-encoded.
    private static func encoded(_ address: String) -> String {
        guard address.utf8.contains(where: { $0 <= 0x20 || $0 == 0x22 || $0 == 0x3C || $0 == 0x3E || $0 >= 0x7F })
        else { return address }
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in address.utf8 {
            if byte <= 0x20 || byte == 0x22 || byte == 0x3C || byte == 0x3E || byte >= 0x7F {
                bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// RFC 3986, §5.2.4: "remove dot segments".
    private static func withoutDots(_ address: String) -> String {
        guard address.holds("/."), let parts = Parts(address) else { return address }
        var segments: [Substring] = []
        let all = parts.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        for (index, segment) in zip(all.indices, all) {
            let isLast = index == all.endIndex - 1
            switch segment {
            case ".": if isLast { segments.append("") }
            case "..":
                if !segments.isEmpty { segments.removeLast() }
                if isLast { segments.append("") }
            default: segments.append(segment)
            }
        }
        return parts.origin + "/" + segments.joined(separator: "/") + parts.query + parts.fragment
    }

    /// An absolute address in pieces.
    struct Parts {
        var scheme: String
        /// Scheme, `//` and authority.
        var origin: String
        var path: String
        var query: String
        var fragment: String

        init?(_ address: String) {
            guard let scheme = AddressResolver.scheme(of: address) else { return nil }
            self.scheme = scheme
            var rest = address[address.index(after: address.firstIndex(of: ":") ?? address.startIndex)...]
            var origin = scheme + ":"
            if rest.hasPrefix("//") {
                let authority = rest.dropFirst(2).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
                origin += "//" + authority
                rest = rest[authority.endIndex...]
            }
            self.origin = origin
            let path = rest.prefix { $0 != "?" && $0 != "#" }
            self.path = path.isEmpty ? "/" : String(path)
            rest = rest[path.endIndex...]
            let query = rest.prefix { $0 != "#" }
            self.query = String(query)
            fragment = String(rest[query.endIndex...])
        }

        /// The path up to its last slash.
        var folder: String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "/" }
    }
}
