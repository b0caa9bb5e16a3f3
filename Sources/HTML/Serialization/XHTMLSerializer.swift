/// Trees → well-formed XHTML, as EPUB demands it: HTML's XML syntax (HTML, §14).
///
/// Elements and attributes whose names XML does not allow go (an element's content stays), and characters that XML
/// 1.0 does not allow go too.
public struct XHTMLSerializer: Sendable {
    public init() {}

    /// The markup of a node with all inside it, or of the whole document with declaration and doctype.
    public func string(_ document: HTMLDocument, _ node: NodeID? = nil) -> String {
        TreeWalk.markup(
            of: node, in: document, prologue: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n",
            enter: { enter($0, document, &$1) }, leave: { leave($0, document, &$1) })
    }

    private func enter(_ node: NodeID, _ document: HTMLDocument, _ output: inout [UInt8]) -> Bool {
        switch document.kind(of: node) {
        case .document: return true
        case .comment: return false
        case .text:
            Self.escape(document.text(of: node), isAttribute: false, into: &output)
            return true
        case .element:
            let name = Self.name(of: node, in: document)
            guard Self.isElementName(name) else { return true }
            output.append(0x3C)
            output += name.utf8
            attributes(of: node, document, &output)
            if MarkupFacts.voidElements.contains(name) {
                output += "/>".utf8
                return false
            }
            output.append(0x3E)
            return true
        }
    }

    private func leave(_ node: NodeID, _ document: HTMLDocument, _ output: inout [UInt8]) {
        let name = Self.name(of: node, in: document)
        guard Self.isElementName(name) else { return }
        output += "</".utf8
        output += name.utf8
        output.append(0x3E)
    }

    private func attributes(of node: NodeID, _ document: HTMLDocument, _ output: inout [UInt8]) {
        if let namespace = Self.namespaces[document.name(of: node)] { Self.write("xmlns", namespace, &output) }
        if document.has(.html, at: node) { Self.write("xmlns:epub", "http://www.idpf.org/2007/ops", &output) }
        for (name, value) in document.attributes(of: node) where Self.isAttributeName(name) {
            Self.write(name, value, &output)
            if name == "lang", document.attribute("xml:lang", of: node) == nil {
                Self.write("xml:lang", value, &output)
            }
        }
    }

    private static func write(_ name: String, _ value: String, _ output: inout [UInt8]) {
        output.append(0x20)
        output += name.utf8
        output += "=\"".utf8
        escape(value, isAttribute: true, into: &output)
        output.append(0x22)
    }

    private static let namespaces = [
        "html": "http://www.w3.org/1999/xhtml", "svg": "http://www.w3.org/2000/svg",
        "math": "http://www.w3.org/1998/Math/MathML",
    ]

    /// SVG's names in their own case; the tree has them in lower case.
    private static func name(of node: NodeID, in document: HTMLDocument) -> String {
        let name = document.name(of: node)
        return svgNames[name] ?? name
    }

    private static let svgNames: [String: String] = Dictionary(
        uniqueKeysWithValues: [
            "altGlyph", "animateMotion", "animateTransform", "clipPath", "feBlend", "feColorMatrix",
            "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap",
            "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur",
            "feImage", "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight", "feSpecularLighting",
            "feSpotLight", "feTile", "feTurbulence", "foreignObject", "glyphRef", "linearGradient", "radialGradient",
            "textPath",
        ].map { ($0.lowercased(), $0) })

    // MARK: XML 1.0

    /// Names without a colon: XML's `Name` in the ASCII part, which is all that HTML has.
    private static func isElementName(_ name: String) -> Bool { isName(name[...]) }

    /// As elements, or with a prefix that XHTML knows without declaring it here.
    private static func isAttributeName(_ name: String) -> Bool {
        if name == "xmlns" { return false }
        guard let colon = name.firstIndex(of: ":") else { return isName(name[...]) }
        return (name[..<colon] == "xml" || name[..<colon] == "epub") && isName(name[name.index(after: colon)...])
    }

    private static func isName(_ name: Substring) -> Bool {
        guard let first = name.utf8.first, first | 0x20 >= 0x61 && first | 0x20 <= 0x7A || first == 0x5F else {
            return false
        }
        return name.utf8.allSatisfy { byte in
            byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x2D || byte == 0x5F
                || byte == 0x2E
        }
    }

    private static func escape(_ text: String, isAttribute: Bool, into output: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": output += "&amp;".utf8
            case "<": output += "&lt;".utf8
            case ">": output += "&gt;".utf8
            case "\"" where isAttribute: output += "&quot;".utf8
            case "\t" where isAttribute: output += "&#9;".utf8
            case "\n" where isAttribute: output += "&#10;".utf8
            case "\t", "\n": output.append(UInt8(scalar.value))
            case "\r": output += "&#13;".utf8
            case "\0"..."\u{1f}", "\u{fffe}", "\u{ffff}": break
            default: output += UTF8.encode(scalar).map { Array($0) } ?? []
            }
        }
    }
}
