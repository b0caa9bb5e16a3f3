import Geometry

/// The glyph runs of a document with the block that each belongs to, moved to where their groups put them.
struct PlacedText {
    struct Run {
        var page: Int
        /// The nearest element that is set as a block; nil in an artifact.
        var block: StructureElement.ID?
        var artifact: MarkedContent.Artifact?
        var text: String
        var size: Double
        var baseline: Double
        /// Blank glyphs at either end left out.
        var left: Double
        var right: Double
    }

    private(set) var runs: [Run] = []
    /// For each element the block it belongs to.
    let blocks: [StructureElement.ID]

    init(of document: Document) {
        blocks = document.structure.elements.indices.map { document.structure.block(of: StructureElement.ID($0)) }
        for (page, content) in document.pages.enumerated() {
            for piece in content.content {
                for item in piece.items { add(item, of: piece.owner, on: page, moved: .identity) }
            }
        }
    }

    private mutating func add(_ item: DisplayItem, of owner: MarkedContent.Owner, on page: Int, moved: Transform) {
        switch item {
        case .picture, .path: break
        case .group(let group):
            let map = moved.after(group.transform)
            for item in group.items { add(item, of: owner, on: page, moved: map) }
        case .glyphs(let glyphs):
            guard let edges = glyphs.edges, let y = glyphs.y.first else { return }
            let start = moved.apply(Point(x: edges.left, y: y))
            let end = moved.apply(Point(x: edges.right, y: y))
            var run = Run(
                page: page, block: nil, artifact: nil, text: glyphs.text, size: glyphs.size * abs(moved.d),
                baseline: start.y, left: min(start.x, end.x), right: max(start.x, end.x))
            switch owner {
            case .element(let id): run.block = blocks.indices.contains(id.index) ? blocks[id.index] : nil
            case .artifact(let kind): run.artifact = kind
            }
            runs.append(run)
        }
    }
}

extension GlyphRun {
    /// Left and right end of what can be seen; nil where there is nothing but blanks.
    fileprivate var edges: (left: Double, right: Double)? {
        guard let first = x.first else { return nil }
        let leading = text.unicodeScalars.prefix { $0.properties.isWhitespace }.count
        let trailing = text.unicodeScalars.reversed().prefix { $0.properties.isWhitespace }.count
        guard leading < text.unicodeScalars.count, leading + trailing < x.count else { return nil }
        let (before, after) = isRightToLeft ? (trailing, leading) : (leading, trailing)
        return (x[before], after == 0 ? first + width : x[x.count - after])
    }
}

extension StructureTree {
    /// The element itself or the nearest one above that is set as a block of its own.
    fileprivate func block(of id: StructureElement.ID) -> StructureElement.ID {
        var id = id
        while elements[id.index].role.isInline, let parent = elements[id.index].parent,
            !elements[parent.index].role.isGrouping
        {
            id = parent
        }
        return id
    }
}

extension StructureElement.Role {
    /// Set within a line of its parent.
    var isInline: Bool {
        switch self {
        case .span, .quote, .reference, .code, .link, .label, .ruby, .rubyBase, .rubyText, .formula: true
        case .document, .article, .section, .division, .heading1, .heading2, .heading3, .heading4, .heading5,
            .heading6, .paragraph, .blockQuote, .caption, .list, .listItem, .listBody, .table, .tableRow,
            .tableHeaderCell, .tableDataCell, .tableHead, .tableBody, .tableFoot, .note, .figure, .tableOfContents,
            .tableOfContentsItem:
            false
        }
    }

    /// Holds blocks and no text of its own.
    var isGrouping: Bool {
        switch self {
        case .document, .article, .section, .division, .blockQuote, .list, .table, .tableRow, .tableHead, .tableBody,
            .tableFoot, .tableOfContents:
            true
        case .heading1, .heading2, .heading3, .heading4, .heading5, .heading6, .paragraph, .caption, .listItem,
            .label, .listBody, .tableHeaderCell, .tableDataCell, .span, .quote, .note, .reference, .code, .link,
            .figure, .formula, .ruby, .rubyBase, .rubyText, .tableOfContentsItem:
            false
        }
    }

    var isHeading: Bool {
        switch self {
        case .heading1, .heading2, .heading3, .heading4, .heading5, .heading6: true
        case .document, .article, .section, .division, .paragraph, .blockQuote, .caption, .list, .listItem, .label,
            .listBody, .table, .tableRow, .tableHeaderCell, .tableDataCell, .tableHead, .tableBody, .tableFoot, .span,
            .quote, .note, .reference, .code, .link, .figure, .formula, .ruby, .rubyBase, .rubyText,
            .tableOfContents, .tableOfContentsItem:
            false
        }
    }
}

extension Transform {
    /// The map that applies the other first.
    fileprivate func after(_ other: Transform) -> Transform {
        Transform(
            a: a * other.a + c * other.b, b: b * other.a + d * other.b, c: a * other.c + c * other.d,
            d: b * other.c + d * other.d, tx: a * other.tx + c * other.ty + tx, ty: b * other.tx + d * other.ty + ty)
    }

    fileprivate func apply(_ point: Point) -> Point {
        Point(x: a * point.x + c * point.y + tx, y: b * point.x + d * point.y + ty)
    }
}
