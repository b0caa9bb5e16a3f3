/// A piece of raw HTML in Markdown: a tag or the text between two.
enum HTMLScrap: Equatable {
    case text(String)
    case start(name: String, attributes: [String: String])
    case end(name: String)

    /// Takes raw HTML apart; comments, declarations, scripts and styles are left out.
    static func scraps(of html: String) -> [HTMLScrap] {
        var scraps: [HTMLScrap] = []
        var rest = html[...]
        while let open = rest.firstIndex(of: "<") {
            if open > rest.startIndex { scraps.append(.text(decodingEntities(rest[..<open]))) }
            rest = rest[open...]
            if let end = commentEnd(rest) {
                rest = rest[end...]
            } else if let (scrap, end) = tag(rest) {
                rest = rest[end...]
                if case .start(let name, _) = scrap, name == "script" || name == "style" {
                    rest = rest.firstRange(of: "</\(name)").map { rest[$0.lowerBound...] } ?? ""
                } else {
                    scraps.append(scrap)
                }
            } else {
                scraps.append(.text("<"))
                rest = rest.dropFirst()
            }
        }
        if !rest.isEmpty { scraps.append(.text(decodingEntities(rest))) }
        return scraps
    }

    private static func commentEnd(_ text: Substring) -> Substring.Index? {
        if text.hasPrefix("<!--") { return text.firstRange(of: "-->")?.upperBound ?? text.endIndex }
        guard text.hasPrefix("<!") || text.hasPrefix("<?") else { return nil }
        return text.firstIndex(of: ">").map { text.index(after: $0) } ?? text.endIndex
    }

    private static func tag(_ text: Substring) -> (HTMLScrap, Substring.Index)? {
        var rest = text.dropFirst()
        let isEnd = rest.first == "/"
        if isEnd { rest = rest.dropFirst() }
        let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        guard name.first?.isLetter == true else { return nil }
        rest = rest.dropFirst(name.count)
        var attributes: [String: String] = [:]
        while true {
            rest = rest.drop { $0.isWhitespace || $0 == "/" }
            guard let first = rest.first else { return nil }
            if first == ">" { break }
            let key = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != ">" && $0 != "/" }
            if key.isEmpty { return nil }
            rest = rest.dropFirst(key.count)
            attributes[key.lowercased(), default: ""] = value(&rest)
        }
        let end = rest.index(after: rest.startIndex)
        return (isEnd ? .end(name: name.lowercased()) : .start(name: name.lowercased(), attributes: attributes), end)
    }

    /// The value behind an attribute's name, empty where there is none.
    private static func value(_ rest: inout Substring) -> String {
        let behind = rest.drop(while: \.isWhitespace)
        guard behind.first == "=" else { return "" }
        rest = behind.dropFirst().drop(while: \.isWhitespace)
        let value: Substring
        if let quote = rest.first, quote == "\"" || quote == "'" {
            value = rest.dropFirst().prefix { $0 != quote }
            rest = rest.dropFirst(value.count + 2)
        } else {
            value = rest.prefix { !$0.isWhitespace && $0 != ">" }
            rest = rest.dropFirst(value.count)
        }
        return decodingEntities(value)
    }

    private static let named = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ndash": "–", "mdash": "—",
        "hellip": "…", "copy": "©", "shy": "\u{AD}", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
        "times": "×", "middot": "·", "bull": "•", "euro": "€", "deg": "°", "laquo": "«", "raquo": "»",
    ]

    /// The references that people write by hand, replaced by what they mean.
    private static func decodingEntities(_ text: Substring) -> String {
        guard text.contains("&") else { return String(text) }
        var result = ""
        var rest = text
        while let mark = rest.firstIndex(of: "&") {
            result += rest[..<mark]
            rest = rest[mark...]
            let name = rest.dropFirst().prefix { $0 != ";" && !$0.isWhitespace && $0 != "&" }
            guard name.count < 12, rest.dropFirst(name.count + 1).first == ";", let meaning = meaning(name) else {
                result += "&"
                rest = rest.dropFirst()
                continue
            }
            result += meaning
            rest = rest.dropFirst(name.count + 2)
        }
        return result + rest
    }

    private static func meaning(_ name: Substring) -> String? {
        guard name.first == "#" else { return named[String(name)] }
        let digits = name.dropFirst()
        let isHexadecimal = digits.first == "x" || digits.first == "X"
        let code = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return code.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
    }
}
