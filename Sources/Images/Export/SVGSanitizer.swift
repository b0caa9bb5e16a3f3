/// Makes a drawing what may be handed to others: nothing in it runs, nothing refers outside it, and what is left is SVG
/// that any XML parser reads.
///
/// Scripts, foreign content, animations, editors' own data, comments and the document type go; entities that it declares
/// are put in their places, as drawing programs write them.
struct SVGSanitizer {
    private var output: [UInt8] = []
    private var ids: Set<String> = []
    /// All ids in the drawing that references may lead to.
    private var targets: Set<String> = []
    /// Prefixes that mean SVG's namespace; the empty one is the default.
    private var prefixes: Set<String> = []
    private var usesXLink = false

    /// The drawing made safe; nil where it is not well-formed.
    static func sanitized(_ bytes: [UInt8]) -> [UInt8]? {
        if SVGSafety.isInert(bytes) { return bytes }
        guard let tokens = XMLTokens(bytes) else { return nil }
        var sanitizer = SVGSanitizer()
        var targets = tokens.ids
        // What a reference led to may go with what is left out, and so on; drawings do not chain farther.
        for _ in 0..<5 where sanitizer.output.isEmpty || sanitizer.ids != targets {
            if !sanitizer.output.isEmpty { targets = sanitizer.ids }
            sanitizer = SVGSanitizer()
            sanitizer.targets = targets
            sanitizer.write(tokens)
        }
        return SVGSafety.isInert(sanitizer.output) ? sanitizer.output : nil
    }

    private mutating func write(_ tokens: XMLTokens) {
        // The number of open elements below one that is left out.
        var skipped = 0
        var isStyle = false
        for token in tokens.tokens {
            switch token {
            case .start(let name, let attributes, let isEmpty):
                if skipped > 0 {
                    if !isEmpty { skipped += 1 }
                    continue
                }
                if output.isEmpty { declare(name, attributes) }
                guard let kept = keptName(name), let safe = safe(attributes, of: kept, isRoot: output.isEmpty) else {
                    if !isEmpty { skipped = 1 }
                    continue
                }
                writeStart(kept, safe, isEmpty: isEmpty)
                isStyle = kept == "style" && !isEmpty
            case .end(let name):
                if skipped > 0 {
                    skipped -= 1
                    continue
                }
                isStyle = false
                append("</\(Self.localName(name))>")
            case .text(let text):
                if skipped == 0, !output.isEmpty { append(Self.escaped(isStyle ? Self.safe(style: text) : text)) }
            }
        }
    }

    // MARK: Elements

    /// Which prefixes mean SVG: those that the root declares so, else the root's own.
    private mutating func declare(_ name: String, _ attributes: [(name: String, value: String)]) {
        for (attribute, value) in attributes where value == Self.namespace {
            if attribute == "xmlns" { prefixes.insert("") }
            if attribute.hasPrefix("xmlns:") { prefixes.insert(String(attribute.dropFirst(6))) }
        }
        prefixes.insert(Self.prefix(name))
    }

    /// The element's name without its prefix; nil where it and what is in it is left out.
    private func keptName(_ name: String) -> String? {
        let local = Self.localName(name)
        guard prefixes.contains(Self.prefix(name)), !Self.leftOut.contains(local.lowercased()) else { return nil }
        return local
    }

    private static let leftOut: Set<String> = [
        "script", "foreignobject", "iframe", "object", "embed", "audio", "video", "canvas", "handler", "listener",
        "animate", "animatemotion", "animatetransform", "animatecolor", "set", "discard", "mpath", "metadata",
    ]

    private mutating func writeStart(_ name: String, _ attributes: [(name: String, value: String)], isEmpty: Bool) {
        append("<\(name)")
        if output.count == name.utf8.count + 1 {
            append(" xmlns=\"\(Self.namespace)\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"")
        }
        for (name, value) in attributes { append(" \(name)=\"\(Self.escaped(value))\"") }
        append(isEmpty ? "/>" : ">")
    }

    // MARK: Attributes

    /// The attributes that may stay; nil where the element is nothing without one that may not.
    private mutating func safe(
        _ attributes: [(name: String, value: String)], of element: String, isRoot: Bool
    ) -> [(name: String, value: String)]? {
        var kept: [(name: String, value: String)] = []
        for (name, value) in attributes {
            let local = Self.localName(name).lowercased()
            let prefix = Self.prefix(name)
            guard prefix.isEmpty || prefix == "xlink" || prefix == "xml", name != "xmlns", local != "base",
                !local.hasPrefix("on")
            else { continue }
            switch local {
            case "href", "src":
                if isInner(value) {
                    kept.append((name, value))
                } else if element == "image" || element == "use" || element == "feImage" {
                    return nil
                }
            case "id":
                if SVGSafety.isIdentifier(value), ids.insert(value).inserted { kept.append((name, value)) }
            case "style": kept.append((name, Self.safe(style: value)))
            default:
                let plain = Self.safe(style: value)
                if plain == value { kept.append((name, value)) }
            }
        }
        return kept
    }

    /// Whether a reference stays in the drawing or holds a picture of pixels itself.
    private func isInner(_ reference: String) -> Bool {
        if reference.hasPrefix("#") { return targets.contains(String(reference.dropFirst())) }
        let plain = reference.filter { !$0.isWhitespace }.lowercased()
        return plain.hasPrefix("data:image/") && !plain.hasPrefix("data:image/svg")
    }

    // MARK: Styles

    /// Style rules or a value without anything that loads.
    private static func safe(style: String) -> String {
        var result = ""
        var rest = style[...]
        while let index = rest.firstIndex(where: { $0 == "@" || $0 == "u" || $0 == "U" || $0 == "\\" }) {
            result += rest[..<index]
            rest = rest[index...]
            if rest.prefix(7).lowercased() == "@import" {
                rest = rest.drop { $0 != ";" }.dropFirst()
            } else if rest.prefix(4).lowercased() == "url(" {
                let end = rest.firstIndex(of: ")") ?? rest.endIndex
                let address = rest[..<end].dropFirst(4).filter { $0 != "\"" && $0 != "'" && !$0.isWhitespace }
                let behind = end < rest.endIndex ? rest.index(after: end) : end
                result += address.hasPrefix("#") ? "url(\(address))" : "none"
                rest = rest[behind...]
            } else if rest.first == "\\" {
                // An escape may spell any of these.
                rest = rest.dropFirst()
            } else {
                result.append(rest.removeFirst())
            }
        }
        return result + rest
    }

    // MARK: Text

    private static let namespace = "http://www.w3.org/2000/svg"

    private mutating func append(_ text: String) { output += text.utf8 }

    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 == 0x5C }) else {
            return text
        }
        return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("\\", with: "&#92;")
    }

    private static func localName(_ name: String) -> String { String(name.split(separator: ":").last ?? "") }

    private static func prefix(_ name: String) -> String {
        let parts = name.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == 1 ? "" : String(parts[0])
    }
}
