/// The head of an answer, as its lines come in.
struct ResponseHead: Sendable {
    private(set) var status = 0
    /// Names in lower case.
    private(set) var fields: [(name: String, value: String)] = []
    private var byteCount = 0

    /// More is an attack on memory, interim answers included.
    static let maximumBytes = 256_000

    /// Takes a line with its line break; false where the head is too long.
    mutating func append(_ line: some Collection<UInt8>) -> Bool {
        byteCount += line.count
        guard byteCount <= Self.maximumBytes else { return false }
        let text = String(decoding: line, as: UTF8.self).trimmed
        if text.prefix(5).uppercased() == "HTTP/" {
            // A new answer: an interim one, or a proxy's, came before it.
            status = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
            fields = []
        } else if let colon = text.firstIndex(of: ":") {
            let value = text[text.index(after: colon)...]
            fields.append((text[..<colon].lowercased(), String(value).trimmed))
        }
        return true
    }

    /// The first field of a name.
    subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    /// In lower case, without parameters.
    var mediaType: String? {
        let type = (self["content-type"] ?? "").prefix { $0 != ";" && $0 != "," }.lowercased().trimmed
        return type.contains("/") && type.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } ? type : nil
    }

    /// The encoding that the server names (RFC 9110, §8.3.2).
    var encoding: String? {
        for part in (self["content-type"] ?? "").split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
            guard pair.count == 2, pair[0].lowercased() == "charset" else { continue }
            let label = pair[1].filter { $0 != "\"" && $0 != "'" && $0.isASCII && !$0.isWhitespace }
            return label.isEmpty ? nil : label
        }
        return nil
    }

    /// Where the answer sends us (RFC 9110, §15.4); nil where it is the answer itself.
    var redirect: String? {
        [301, 302, 303, 307, 308].contains(status) ? self["location"] : nil
    }

    /// What a cache may do with it.
    var cacheControl: CacheControl { CacheControl(fields.filter { $0.name == "cache-control" }.map(\.value)) }

    /// Seconds that the answer has been in other caches already.
    var age: Int { self["age"].flatMap { Int($0) }.map { max($0, 0) } ?? 0 }
}

/// The directives of RFC 9111, §5.2.2, that a cache of one person needs.
struct CacheControl: Hashable, Sendable {
    /// Seconds.
    var maximumAge: Int?
    var isStored = true
    /// Ask each time whether it has changed.
    var isRevalidated = false

    init(_ values: [String]) {
        for directive in values.flatMap({ $0.lowercased().split(separator: ",") }).map({ String($0).trimmed }) {
            switch directive {
            case "no-store": isStored = false
            case "no-cache": isRevalidated = true
            case _ where directive.hasPrefix("max-age="):
                maximumAge = Int(directive.dropFirst(8).filter { $0 != "\"" }).map { max($0, 0) }
            default: break
            }
        }
    }
}

extension String {
    /// Without white space at its ends.
    var trimmed: String {
        guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[start...end])
    }
}
