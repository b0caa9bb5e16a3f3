internal import CSS
internal import Diagnostics
internal import Extraction
internal import HTML

extension PartSelection {
    /// The elements of a page that the reader's selectors match; one that matches nothing gives a warning.
    static func matching(
        keep: [String], drop: [String], in document: HTMLDocument, source: String
    ) throws(ReaderError) -> Diagnosed<PartSelection> {
        var diagnostics: [Diagnostic] = []
        var parts = PartSelection()
        for text in keep { parts.keep += try nodes(text, in: document, source, &diagnostics) }
        for text in drop { parts.drop += try nodes(text, in: document, source, &diagnostics) }
        return Diagnosed(parts, diagnostics)
    }

    /// Matching elements in document order; elements inside another match are left out.
    private static func nodes(
        _ text: String, in document: HTMLDocument, _ source: String, _ diagnostics: inout [Diagnostic]
    ) throws(ReaderError) -> [NodeID] {
        let selector: Selector
        do {
            selector = try Selector(parsing: text)
        } catch {
            throw ReaderError(code: .badSelector, subject: source, message: error.description)
        }
        var nodes: [NodeID] = []
        for index in 0..<document.nodeCount where document.kind(of: NodeID(index)) == .element {
            let node = NodeID(index)
            guard selector.matches(Element(node, in: document)) else { continue }
            if let last = nodes.last, isInside(node, last, document) { continue }
            nodes.append(node)
        }
        if nodes.isEmpty { diagnostics.append(Diagnostic(.warning, .noMatch(text))) }
        return nodes
    }

    private static func isInside(_ node: NodeID, _ other: NodeID, _ document: HTMLDocument) -> Bool {
        var ancestor = document.parent(of: node)
        while let current = ancestor, current >= other {
            if current == other { return true }
            ancestor = document.parent(of: current)
        }
        return false
    }
}

extension Diagnostic.Message {
    static func noMatch(_ selector: String) -> Self { "nothing in this page matches the selector '\(selector)'" }
}
