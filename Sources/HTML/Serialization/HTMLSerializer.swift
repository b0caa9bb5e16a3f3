/// Trees → HTML text (HTML, §13.3: serialising HTML fragments).
public struct HTMLSerializer: Sendable {
    /// Whether every block and every line break ends a line of the markup. The newlines stand where CSS collapses white
    /// space away, so that the page looks the same and its text still has spaces between blocks.
    public var breaksLines: Bool

    public init(breaksLines: Bool = false) { self.breaksLines = breaksLines }

    /// The markup of a node with all inside it, or of the whole document with its doctype.
    public func string(_ document: HTMLDocument, _ node: NodeID? = nil) -> String {
        TreeWalk.markup(
            of: node, in: document, prologue: "<!DOCTYPE html>\n",
            enter: { enter($0, document, &$1) }, leave: { leave($0, document, &$1) })
    }

    private func enter(_ node: NodeID, _ document: HTMLDocument, _ output: inout [UInt8]) -> Bool {
        switch document.kind(of: node) {
        case .document: return true
        case .comment: return false
        case .text:
            let range = document.textRange(of: node)
            if let parent = document.parent(of: node), MarkupFacts.isRawText(parent, in: document) {
                output += document.utf8[range]
            } else {
                MarkupFacts.escape(document.utf8[range], isAttribute: false, into: &output)
            }
            return true
        case .element:
            breakLine(at: node, document, &output)
            output.append(0x3C)
            output += document.name(of: node).utf8
            for attribute in document.attributes(of: node) where MarkupFacts.isAttributeName(attribute.name) {
                output.append(0x20)
                output += attribute.name.utf8
                output += "=\"".utf8
                MarkupFacts.escape(Array(attribute.value.utf8)[...], isAttribute: true, into: &output)
                output.append(0x22)
            }
            output.append(0x3E)
            // The parser eats a newline behind these tags, so that one of the text needs another before it.
            let name = document.name(of: node)
            if name == "pre" || name == "textarea" || name == "listing", let child = document.firstChild(of: node),
                document.utf8[document.textRange(of: child)].first == 0x0A
            {
                output.append(0x0A)
            }
            return true
        }
    }

    private func leave(_ node: NodeID, _ document: HTMLDocument, _ output: inout [UInt8]) {
        let name = document.name(of: node)
        if !MarkupFacts.voidElements.contains(name) {
            output += "</".utf8
            output += name.utf8
            output.append(0x3E)
        }
        if name == "br", breaksLines, !MarkupFacts.keepsSpace(node, in: document) { output.append(0x0A) }
        breakLine(at: node, document, &output)
    }

    /// A newline before and after what starts a block.
    private func breakLine(at node: NodeID, _ document: HTMLDocument, _ output: inout [UInt8]) {
        guard breaksLines, output.last != 0x0A, MarkupFacts.isBlock(document.tag(of: node)),
            !MarkupFacts.keepsSpace(node, in: document)
        else { return }
        output.append(0x0A)
    }
}

/// What both serialisers know of markup.
enum MarkupFacts {
    static let voidElements: Set<String> = [
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link",
        "meta", "param", "source", "track", "wbr",
    ]

    /// Elements at whose ends white space is nothing (HTML, §15.3: blocks, list items, table parts, metadata).
    static func isBlock(_ tag: Tag?) -> Bool {
        switch tag {
        case .html, .head, .body, .title, .meta, .link, .style, .article, .section, .header, .footer, .aside, .main,
            .div, .p, .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .li, .dl, .dt, .dd, .blockquote, .figure, .figcaption,
            .pre, .hr, .table, .caption, .thead, .tbody, .tfoot, .tr, .td, .th:
            true
        default: false
        }
    }

    /// Whether the element stands where white space is shown.
    static func keepsSpace(_ node: NodeID, in document: HTMLDocument) -> Bool {
        var ancestor = document.parent(of: node)
        while let current = ancestor {
            switch document.tag(of: current) {
            case .pre, .textarea, .listing: return true
            case .p, .li, .td, .body: return false
            default: ancestor = document.parent(of: current)
            }
        }
        return false
    }

    /// Elements whose text HTML writes as it is.
    static func isRawText(_ node: NodeID, in document: HTMLDocument) -> Bool {
        switch document.tag(of: node) {
        case .style, .script, .xmp, .iframe, .noembed, .noframes, .plaintext: true
        default: false
        }
    }

    /// Text with what is markup escaped; a no-break space in HTML stays a character.
    static func escape(_ utf8: ArraySlice<UInt8>, isAttribute: Bool, into output: inout [UInt8]) {
        for byte in utf8 {
            switch byte {
            case 0x26: output += "&amp;".utf8
            case 0x3C: output += "&lt;".utf8
            case 0x3E: output += "&gt;".utf8
            case 0x22 where isAttribute: output += "&quot;".utf8
            default: output.append(byte)
            }
        }
    }

    /// Whether HTML's tokenizer reads the name back as it is.
    static func isAttributeName(_ name: String) -> Bool {
        !name.isEmpty
            && !name.utf8.contains {
                $0 <= 0x20 || $0 == 0x22 || $0 == 0x27 || $0 == 0x3E || $0 == 0x2F || $0 == 0x3D || $0 == 0x3C
            }
    }
}
