import ArticleMarkup
import Pages

/// Which structure type an element's box belongs to (PDF 32000-1, §14.8.4).
enum StructureRoles {
    /// The structure type of a block-level element; nil where the element adds nothing to the tree.
    static func role(ofBlock name: String) -> StructureElement.Role? {
        switch name {
        case "article": .article
        case "section", "nav": .section
        case "div", "aside", "figure": .division
        case "p", "pre", "address": .paragraph
        case "blockquote": .blockQuote
        case "ul", "ol", "dl": .list
        case "figcaption", "caption": .caption
        default: nil
        }
    }

    /// The structure type of a list or item inside a table of contents, whose lists are none to PDF (§14.8.4.2).
    static func contentsRole(
        of element: MarkupElement, parent: StructureElement.Role
    ) -> StructureElement.Role? {
        switch element.localName {
        case "ol", "ul":
            let isOutermost = element.parentElement?.attribute("role") == "doc-toc"
            return isOutermost || parent == .tableOfContentsItem ? .tableOfContents : nil
        case "li": return parent == .tableOfContents ? .tableOfContentsItem : nil
        default: return nil
        }
    }

    /// The structure type of an inline element; nil where it is plain text to the tree.
    static func role(ofInline name: String) -> StructureElement.Role? {
        switch name {
        case "code", "kbd", "samp": .code
        case "q": .quote
        default: nil
        }
    }

    /// Grouping elements hold no text themselves: text directly in them goes into a paragraph.
    static func wantsParagraph(_ role: StructureElement.Role) -> Bool {
        switch role {
        case .document, .article, .section, .division, .blockQuote, .list, .table, .note, .tableOfContentsItem: true
        default: false
        }
    }

    /// PDF's name for how a list is numbered (§14.8.5.5).
    static func listNumbering(_ style: String) -> String {
        switch style {
        case "none": "None"
        case "disc": "Disc"
        case "circle": "Circle"
        case "square": "Square"
        case "lower-alpha", "lower-latin": "LowerAlpha"
        case "upper-alpha", "upper-latin": "UpperAlpha"
        case "lower-roman": "LowerRoman"
        case "upper-roman": "UpperRoman"
        default: "Decimal"
        }
    }
}

/// Closes up the gaps that pages leave between heading levels: each level is at most one deeper than the one before.
struct HeadingLevels {
    /// The levels as written that are open, outermost first.
    private var open: [Int] = []

    /// The level, from 1, that a heading of a written level has in the tree.
    mutating func closedUp(_ level: Int) -> Int {
        while let last = open.last, last >= level { open.removeLast() }
        open.append(level)
        return open.count
    }
}

extension StructureElement.Role {
    /// `H1` to `H6` for a closed-up level.
    static func heading(_ level: Int) -> StructureElement.Role {
        [.heading1, .heading2, .heading3, .heading4, .heading5, .heading6][min(max(level, 1), 6) - 1]
    }
}
