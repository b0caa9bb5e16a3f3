internal import FoundationEssentials
internal import HTML

/// An `svg` element of a page as a file of its own: what could run or load is left out.
struct PageDrawing: Sendable {
    /// In CSS px, where the page or the drawing says so.
    var width: Double?
    var height: Double?
    /// Elements that draw something.
    private(set) var shapes = 0
    private(set) var holdsText = false
    private(set) var address = ""
    private let isNamed: Bool

    /// Smaller drawings are icons.
    static let leastSide = 65.0
    /// More markup than this is left out: bytes.
    static let maximumBytes = 1 << 20
    /// Shapes beyond this number are left out.
    static let maximumShapes = 20_000

    /// Nil where there is nothing drawn, or too much.
    init?(_ node: NodeID, in document: HTMLDocument) {
        let box = (document.attribute("viewBox", of: node) ?? "").split { $0 == " " || $0 == "," }.compactMap {
            Double($0)
        }
        width = Self.length(document.attribute(.width, of: node)) ?? (box.count == 4 ? box[2] : nil)
        height = Self.length(document.attribute(.height, of: node)) ?? (box.count == 4 ? box[3] : nil)
        isNamed = document.attribute(.role, of: node) == "img" || document.attribute(.ariaLabel, of: node) != nil
        guard document.attribute(.ariaHidden, of: node) != "true" || (width ?? 0) > 3 * Self.leastSide else {
            return nil
        }
        var builder = HTMLDocumentBuilder()
        copy(node, from: document, to: &builder, isRoot: true)
        guard shapes > 0 else { return nil }
        let copy = builder.document()
        guard let root = copy.firstChild(of: HTMLDocument.root) else { return nil }
        let markup = XHTMLSerializer().string(copy, root)
        guard markup.utf8.count <= Self.maximumBytes else { return nil }
        address = "data:image/svg+xml;base64," + Data(markup.utf8).base64EncodedString()
    }

    /// Whether it is large enough to be looked at, and more than the one path of an icon.
    var isPicture: Bool {
        guard let width, let height, width >= Self.leastSide, height >= Self.leastSide else { return false }
        return width >= 2 * Self.leastSide || shapes > 3 || holdsText || isNamed
    }

    private static func length(_ value: String?) -> Double? {
        guard let value, !value.hasSuffix("%"), !value.hasSuffix("em") else { return nil }
        return Double(value.prefix { $0.isNumber || $0 == "." }).flatMap { $0 > 0 && $0 < 100_000 ? $0 : nil }
    }

    // MARK: Copying

    private static let drawing: Set<String> = [
        "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "image",
    ]

    /// Elements that may stand in a still picture (SVG 2, §3); others, and what is in them, are left out.
    private static let known: Set<String> = drawing.union([
        "svg", "g", "defs", "symbol", "use", "tspan", "textPath", "title", "desc", "linearGradient", "radialGradient",
        "stop", "pattern", "clipPath", "mask", "marker", "switch", "a", "style", "filter", "feGaussianBlur", "feOffset",
        "feBlend", "feColorMatrix", "feComposite", "feFlood", "feMerge", "feMergeNode",
    ])

    private mutating func copy(
        _ node: NodeID, from document: HTMLDocument, to builder: inout HTMLDocumentBuilder, isRoot: Bool = false,
        depth: Int = 0
    ) {
        let name = document.name(of: node)
        guard depth < 200, shapes < Self.maximumShapes, Self.known.contains(name) else { return }
        if Self.drawing.contains(name) { shapes += 1 }
        if name == "text" { holdsText = true }
        var attributes: [(name: String, value: String)] = isRoot ? [("xmlns", "http://www.w3.org/2000/svg")] : []
        for attribute in document.attributes(of: node) where Self.isHarmless(attribute.name, attribute.value) {
            let name = attribute.name == "xlink:href" ? "href" : attribute.name
            if !attributes.contains(where: { $0.name == name }) { attributes.append((name, attribute.value)) }
        }
        builder.open(name == "a" ? "g" : name, name == "a" ? attributes.filter { $0.name != "href" } : attributes)
        var child = document.firstChild(of: node)
        while let current = child {
            switch document.kind(of: current) {
            case .element: copy(current, from: document, to: &builder, depth: depth + 1)
            case .text:
                let text = document.text(of: current)
                if name != "style" || Self.loadsNothing(text) { builder.text(text) }
            case .comment, .document: break
            }
            child = document.nextSibling(of: current)
        }
        builder.close()
    }

    private static func isHarmless(_ name: String, _ value: String) -> Bool {
        let lower = name.lowercased()
        if lower.hasPrefix("on") || lower.hasPrefix("xmlns") || lower.hasPrefix("data-")
            || lower == "class" && value.isEmpty
        {
            return false
        }
        if lower.contains(":"), lower != "xlink:href", lower != "xml:space", lower != "xml:lang" { return false }
        if lower == "href" || lower == "xlink:href" || lower == "src" {
            return value.hasPrefix("#") || value.lowercased().hasPrefix("data:image/")
        }
        return loadsNothing(value)
    }

    /// Whether style text names nothing outside the drawing.
    private static func loadsNothing(_ style: String) -> Bool {
        let plain = style.lowercased().filter { !$0.isWhitespace && $0 != "'" && $0 != "\"" }
        guard !plain.contains("\\"), !plain.contains("@import"), !plain.contains("javascript:") else { return false }
        var rest = plain[...]
        while let url = rest.firstRange(of: "url(") {
            guard rest[url.upperBound...].hasPrefix("#") else { return false }
            rest = rest[url.upperBound...]
        }
        return true
    }
}
