internal import ArticleModel
internal import Diagnostics
internal import Extraction
internal import HTML

/// The kept part of a page → blocks and notes.
struct ArticleBuilder {
    let document: HTMLDocument
    let dropped: NodeSet
    let addresses: PageAddresses
    /// The page's title, which is not repeated as a heading.
    let title: String?
    /// Ids that links of the article lead to; no other id is kept.
    var targets: Set<String> = []
    /// Ids given to a block already.
    var usedIDs: Set<String> = []
    /// Elements that are notes, by their id, and what became of them.
    var noteElements: [String: NodeID] = [:]
    var noteNodes: Set<NodeID> = []
    /// Links that call notes.
    var calls: Set<NodeID> = []
    var notes: [Note] = []
    var noteIDs: Set<String> = []
    /// Ids that look like notes' and that nothing kept calls.
    var unreachable: Set<String> = []
    /// Whether an element holds block elements.
    let holdsBlocks: [Bool]
    /// Whether it is a letter, whose tables place things unless they say that they are data.
    var isMessage = false
    var depth = 0
    var diagnostics: [Diagnostic] = []
    /// References of pictures already kept, for their `noscript` twins.
    var pictures: Set<String> = []
    /// Of those, the ones that stood in a `noscript` and whose `img` may still come.
    var twins: Set<String> = []

    init(document: HTMLDocument, dropped: NodeSet, addresses: PageAddresses, title: String?) {
        self.document = document
        self.dropped = dropped
        self.addresses = addresses
        self.title = title
        var holds = [Bool](repeating: false, count: document.nodeCount)
        for index in stride(from: document.nodeCount - 1, to: 0, by: -1) {
            guard let parent = document.parent(of: NodeID(index)) else { continue }
            if holds[index] || Self.isBlock(document.tag(of: NodeID(index))) { holds[parent.position] = true }
        }
        holdsBlocks = holds
    }

    /// Whether the extractor dropped an element.
    func isDropped(_ node: NodeID) -> Bool { dropped.contains(node) }

    /// The blocks of an element's children.
    mutating func blocks(in node: NodeID) -> [Block] {
        var flow = Flow()
        appendChildren(of: node, to: &flow)
        flow.flush()
        return flow.blocks
    }

    /// The blocks of the article's elements; the notes are found on the way.
    mutating func blocks(ofRoots roots: [NodeID]) -> [Block] {
        prepare(roots: roots)
        return roots.flatMap { blocks(ofRoot: $0) }
    }

    /// The blocks of one of the article's elements. A standfirst set as a heading is a paragraph all the same.
    mutating func blocks(ofRoot node: NodeID) -> [Block] {
        var flow = Flow()
        switch document.tag(of: node) {
        case .h1, .h2, .h3, .h4, .h5, .h6: appendChildren(of: node, to: &flow)
        case .p, .li, .blockquote, .pre, .figure, .picture, .img: append(node, to: &flow)
        default: appendChildren(of: node, to: &flow)
        }
        flow.flush()
        return flow.blocks
    }

    /// The running text of an element, whatever blocks are in it.
    mutating func inlines(in node: NodeID) -> [Inline] {
        var flow = Flow()
        appendInlineChildren(of: node, to: &flow)
        var inlines = flow.inlines
        InlineText.trimStart(&inlines)
        InlineText.trimEnd(&inlines)
        return inlines
    }

    mutating func appendChildren(of node: NodeID, to flow: inout Flow) {
        var child = document.firstChild(of: node)
        while let current = child {
            append(current, to: &flow)
            child = document.nextSibling(of: current)
        }
    }

    mutating func append(_ node: NodeID, to flow: inout Flow) {
        switch document.kind(of: node) {
        case .text: if !isDropped(node) { flow.text(document.utf8[document.textRange(of: node)]) }
        case .comment, .document: break
        case .element:
            guard !isDropped(node), !noteNodes.contains(node), !isInterface(node) else { return }
            let tag = document.tag(of: node)
            if Self.isBlock(tag) {
                appendBlock(node, tag, to: &flow)
            } else if holdsBlocks[node.position], !Self.isOpaque(tag) {
                appendBroken(node, tag, to: &flow)
            } else {
                appendInline(node, tag, to: &flow)
            }
        }
    }

    /// An inline element round blocks: its meaning is repeated inside the blocks.
    private mutating func appendBroken(_ node: NodeID, _ tag: Tag?, to flow: inout Flow) {
        keepID(of: node, in: &flow)
        guard let wrapper = wrapper(of: node, tag), depth < Article.maximumDepth else {
            return appendChildren(of: node, to: &flow)
        }
        depth += 1
        var inner = Flow()
        appendChildren(of: node, to: &inner)
        inner.flush()
        depth -= 1
        flow.add(
            inner.blocks.map { block in
                var block = block
                switch block.content {
                case .paragraph(let inlines): block.content = .paragraph([InlineText.inline(wrapper, with: inlines)])
                case .heading(let level, let inlines):
                    block.content = .heading(level: level, [InlineText.inline(wrapper, with: inlines)])
                default: break
                }
                return block
            })
    }

    // MARK: Attributes

    /// Language, direction and, where a link leads to it, the id.
    mutating func attributes(of node: NodeID) -> Attributes {
        var attributes = Attributes()
        if let id = document.attribute(.id, of: node), targets.contains(id), usedIDs.insert(id).inserted {
            attributes.id = id
        }
        attributes.language = (document.attribute(.lang, of: node) ?? document.attribute(.xmlLang, of: node)).flatMap(
            Self.language)
        attributes.direction = document.attribute(.dir, of: node).flatMap { Direction(rawValue: $0.lowercased()) }
        return attributes
    }

    /// A tag that BCP 47 could hold.
    static func language(_ text: String) -> String? {
        let tag = String(text.map { $0 == "_" ? "-" : $0 })
        let isTag = tag.utf8.allSatisfy {
            $0 == 0x2D || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x30 && $0 <= 0x39
        }
        return tag.utf8.count >= 2 && tag.utf8.count <= 35 && isTag ? tag : nil
    }

    /// Remembers the id of an element that becomes no block or inline of its own.
    mutating func keepID(of node: NodeID, in flow: inout Flow) {
        let name = document.attribute(.id, of: node) ?? document.attribute(.name, of: node)
        if let id = name, flow.pendingID == nil, targets.contains(id), usedIDs.insert(id).inserted {
            flow.pendingID = id
        }
    }

    // MARK: Kinds of elements

    /// Elements that start a block (HTML, §15.3.3 "flow content", with the table and list elements).
    static func isBlock(_ tag: Tag?) -> Bool {
        switch tag {
        case .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details, .dir, .div, .dl, .dt,
            .fieldset,
            .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr, .html, .legend,
            .li,
            .listing, .main, .menu, .nav, .ol, .p, .plaintext, .pre, .search, .section, .summary, .table, .tbody, .td,
            .tfoot,
            .th, .thead, .tr, .ul, .xmp, .video, .audio, .iframe, .embed, .object, .marquee:
            true
        default: false
        }
    }

    /// Elements whose children are not read as text.
    static func isOpaque(_ tag: Tag?) -> Bool {
        switch tag {
        case .script, .style, .template, .svg, .math, .canvas, .select, .textarea, .button, .noscript, .head, .ruby,
            .input,
            .datalist, .dialog, .progress, .meter, .applet, .frameset, .frame, .noframes, .noembed, .map, .title, .meta,
            .link,
            .picture, .img:
            true
        default: false
        }
    }
}
