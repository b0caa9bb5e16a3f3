internal import ArticleModel
internal import HTML
internal import TextAnalysis

extension ArticleBuilder {
    mutating func appendMath(_ node: NodeID, to flow: inout Flow) {
        let annotation = subtree(node).map { NodeID($0) }.first {
            document.has(.annotation, at: $0) && (document.attribute("encoding", of: $0) ?? "").holds("tex")
        }
        let tex = (annotation.map { preformatted($0) } ?? document.attribute("alttext", of: node)).map(Self.bareTeX)
        let isDisplay =
            document.attribute("display", of: node) == "block" || document.attribute("mode", of: node) == "display"
        let text = LinearFormula(of: node, in: document)?.plainText ?? tex ?? ""
        add(
            Math(mathML: XHTMLSerializer().string(document, node), tex: tex, text: text, isDisplay: isDisplay),
            to: &flow)
    }

    /// MathJax's sources: `<script type="math/tex">`, or MathML in a script.
    mutating func appendScriptMath(_ node: NodeID, to flow: inout Flow) {
        guard let type = document.attribute(.type, of: node)?.lowercased(), type.hasPrefix("math/") else { return }
        let source = Self.trimmed(document.firstChild(of: node).map { document.text(of: $0) } ?? "")
        guard !source.isEmpty, !type.holds("mml") else { return }
        add(Math(tex: source, text: source, isDisplay: type.holds("mode=display")), to: &flow)
    }

    private mutating func add(_ math: Math, to flow: inout Flow) {
        guard !math.text.isEmpty else { return }
        flow.inlines.append(Inline(.math(math)))
        flow.endsInSpace = false
    }

    // MARK: What scripts drew

    /// Whether an element is what a script drew for a formula: its source stands beside it, or MathML in it.
    func isDrawnFormula(_ node: NodeID) -> Bool {
        guard isNamedAsDrawn(node) || document.name(of: node) == "mjx-math" else { return false }
        return hasFormulaSource(beside: node) || holdsMathML(node)
    }

    private func isNamedAsDrawn(_ node: NodeID) -> Bool {
        document.attribute(.class, of: node)?.split(whereSeparator: \.isWhitespace)
            .contains { Self.drawnFormulas.contains($0) } ?? false
    }

    private static let drawnFormulas: Set<Substring> = [
        "katex-html", "MathJax_Preview", "MathJax", "MathJax_SVG", "MathJax_CHTML", "MathJax_Display", "MathJax_MathML",
        "MathJax_SVG_Display", "mjx-chtml",
    ]

    /// The formula without the drawing of it: nothing where the source comes by itself, else the MathML inside.
    mutating func appendDrawnFormula(_ node: NodeID, to flow: inout Flow) {
        guard !hasFormulaSource(beside: node) else { return }
        for index in subtree(node) where document.has(.math, at: NodeID(index)) {
            appendMath(NodeID(index), to: &flow)
        }
    }

    private func holdsMathML(_ node: NodeID) -> Bool {
        subtree(node).contains { document.has(.math, at: NodeID($0)) }
    }

    /// Whether MathML or TeX stands in an element next to this one. What another formula was drawn as is none.
    func hasFormulaSource(beside node: NodeID) -> Bool {
        guard let parent = document.parent(of: node) else { return false }
        return Element(parent, in: document).children.contains { sibling in
            sibling.node != node && isFormulaSource(sibling.node) && !isNamedAsDrawn(sibling.node)
        }
    }

    private func isFormulaSource(_ node: NodeID) -> Bool {
        subtree(node).contains { index in
            let id = NodeID(index)
            return document.has(.math, at: id)
                || document.has(.script, at: id)
                    && (document.attribute(.type, of: id) ?? "").lowercased().hasPrefix("math/")
        }
    }

    // MARK: Pictures of formulas

    /// Adds a picture that is a formula; false where it is none. One that stands beside its MathML becomes that
    /// formula's picture, another one has its TeX in the alternative text.
    mutating func appendFormulaPicture(_ node: NodeID, to flow: inout Flow) -> Bool {
        guard isFormulaPicture(node) else { return false }
        var picture = image(node)
        if picture?.width == nil { picture?.width = exLength("width", of: node) }
        if picture?.height == nil { picture?.height = exLength("height", of: node) }
        if let picture, hasFormulaSource(beside: node), flow.give(picture) { return true }
        let tex = Self.bareTeX(document.attribute(.alt, of: node) ?? "")
        guard !tex.isEmpty else { return false }
        let isDisplay = (document.attribute(.class, of: node) ?? "").holds("display")
        add(Math(tex: tex, text: tex, isDisplay: isDisplay, picture: picture), to: &flow)
        return true
    }

    /// Told by its class, or by the program that draws it, with TeX to say what it shows.
    private func isFormulaPicture(_ node: NodeID) -> Bool {
        let classes = (document.attribute(.class, of: node) ?? "").lowercased().split(whereSeparator: \.isWhitespace)
        if classes.contains(where: { Self.formulaClasses.contains($0) || $0.hasPrefix("mwe-math-fallback") }) {
            return true
        }
        let alternative = document.attribute(.alt, of: node) ?? ""
        guard alternative.contains("\\") || alternative.contains("$") || alternative.contains("^") else { return false }
        let source = (document.attribute(.src, of: node) ?? "").lowercased()
        return ["latex.php", "latex.codecogs.com", "mathtex.cgi", "mimetex.cgi", "/math/render/", "/texvc/", "/latex/"]
            .contains(where: source.holds)
    }

    private static let formulaClasses: Set<Substring> = ["tex", "latex", "formula", "ee_img", "wp-katex", "mathimg"]

    /// TeX without the dollars or brackets round it, and without MediaWiki's `{\displaystyle …}`.
    private static func bareTeX(_ text: String) -> String {
        var tex = trimmed(text)
        for (start, end) in [("$$", "$$"), ("\\[", "\\]"), ("\\(", "\\)"), ("$", "$"), ("{\\displaystyle ", "}")]
        where tex.hasPrefix(start) && tex.hasSuffix(end) && tex.count > start.count + end.count {
            tex = trimmed(String(tex.dropFirst(start.count).dropLast(end.count)))
        }
        return tex
    }

    /// CSS px of a length in ex in the inline style; an ex is half an em of 16 px (CSS Values 3, §5.1.1).
    private func exLength(_ property: String, of node: NodeID) -> Double? {
        guard let style = document.attribute(.style, of: node)?.lowercased().filter({ $0 != " " }),
            let start = style.split(separator: ";").first(where: { $0.hasPrefix(property + ":") }),
            start.hasSuffix("ex"),
            let number = Double(start.dropFirst(property.count + 1).dropLast(2)), number > 0, number < 500
        else { return nil }
        return number * 8
    }
}
