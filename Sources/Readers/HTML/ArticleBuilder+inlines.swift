internal import ArticleModel
internal import HTML
internal import TextAnalysis

extension ArticleBuilder {
    /// Adds all that is in an element as running text; blocks become text with spaces round it.
    mutating func appendInlineChildren(of node: NodeID, to flow: inout Flow) {
        var child = document.firstChild(of: node)
        while let current = child {
            appendFlat(current, to: &flow)
            child = document.nextSibling(of: current)
        }
    }

    private mutating func appendFlat(_ node: NodeID, to flow: inout Flow) {
        switch document.kind(of: node) {
        case .text: if !isDropped(node) { flow.text(document.utf8[document.textRange(of: node)]) }
        case .comment, .document: break
        case .element:
            guard !isDropped(node), !noteNodes.contains(node), !isInterface(node) else { return }
            let tag = document.tag(of: node)
            if Self.isBlock(tag) {
                flow.text([0x20])
                appendInlineChildren(of: node, to: &flow)
                flow.text([0x20])
            } else {
                appendInline(node, tag, to: &flow)
            }
        }
    }

    /// Adds what an inline element is.
    mutating func appendInline(_ node: NodeID, _ tag: Tag?, to flow: inout Flow) {
        switch tag {
        case .br: flow.lineBreak()
        case .wbr: flow.inlines.append(.text("\u{200b}"))
        case .img, .image:
            if !appendFormulaPicture(node, to: &flow) { appendImage(node, to: &flow) }
        case .picture: appendPictureElement(node, to: &flow)
        case .noscript: appendNoscript(node, to: &flow)
        case .math: appendMath(node, to: &flow)
        case .script: appendScriptMath(node, to: &flow)
        case .ruby: appendRuby(node, to: &flow)
        case .code, .samp, .tt: appendCode(node, to: &flow) { .code($0) }
        case .kbd: appendCode(node, to: &flow) { .keyboard($0) }
        case .a where isNoteReference(node): appendNoteReference(node, to: &flow)
        case .sup where noteLink(in: node) != nil:
            if let link = noteLink(in: node) { appendNoteReference(link, to: &flow) }
        case .svg: appendDrawing(node, to: &flow)
        case _ where Self.isOpaque(tag): break
        case _ where isDrawnFormula(node): appendDrawnFormula(node, to: &flow)
        case _ where isNoteInText(node): appendNoteInText(node, to: &flow)
        case nil where Self.isCustomMedia(document.name(of: node)): appendMedia(node, tag, to: &flow)
        case nil where ["amp-img", "amp-anim"].contains(document.name(of: node)): appendImage(node, to: &flow)
        default: appendSpan(node, tag, to: &flow)
        }
    }

    /// An element round running text: with its meaning where it has one, else its content alone.
    private mutating func appendSpan(_ node: NodeID, _ tag: Tag?, to flow: inout Flow) {
        depth += 1
        defer { depth -= 1 }
        guard depth < Article.maximumDepth, let wrapper = wrapper(of: node, tag) else {
            keepID(of: node, in: &flow)
            return appendInlineChildren(of: node, to: &flow)
        }
        let before = flow.inlines
        flow.inlines = []
        appendInlineChildren(of: node, to: &flow)
        let inside = flow.inlines
        flow.inlines = before
        if inside.isEmpty {
            keepID(of: node, in: &flow)
        } else if InlineText.isEmpty(inside) {
            flow.inlines += inside
        } else if InlineText.says(wrapper, onlyWhatIsSaidBy: inside) {
            flow.inlines += inside
        } else {
            flow.inlines.append(InlineText.inline(wrapper, with: inside))
        }
    }

    /// The empty inline that an element means, or nil where it means nothing.
    mutating func wrapper(of node: NodeID, _ tag: Tag?) -> Inline? {
        let content: Inline.Content? =
            switch tag {
            case .em, .i, .dfn, .`var`: .emphasis([])
            case .strong, .b: .strong([])
            case .s, .strike, .del: .strikethrough([])
            case .u, .ins: .underline([])
            case .mark: .mark([])
            case .sub: .subscript([])
            case .sup: .superscript([])
            case .q: .quotation([])
            case .cite: .citation([])
            case .abbr, .acronym: .abbreviation(title: document.attribute(.title, of: node), [])
            case .time: .time(datetime: document.attribute(.datetime, of: node), [])
            case .bdi: .isolate([])
            case .bdo:
                .override(
                    Direction(rawValue: (document.attribute(.dir, of: node) ?? "").lowercased()) ?? .leftToRight, [])
            case .a:
                document.attribute(.href, of: node).flatMap(link)
                    .map { .link(Link(address: $0, title: document.attribute(.title, of: node)), []) }
            default: styled(node)
            }
        var attributes = attributes(of: node)
        if tag == .bdo { attributes.direction = nil }
        if isPageAction(node) { attributes.classes = [Attributes.pageAction] }
        guard let content else { return attributes.isEmpty ? nil : Inline(.span([]), attributes: attributes) }
        return Inline(content, attributes: attributes)
    }

    /// A link's address; links into the page lead somewhere only if their target is kept.
    private func link(_ reference: String) -> String? {
        guard let address = addresses.link(reference) else { return nil }
        if address.hasPrefix("#") {
            return targets.contains(Self.fragment(address)) ? "#" + Self.fragment(address) : nil
        }
        return address
    }

    /// The id that a fragment names, percent-decoded.
    static func fragment(_ address: String) -> String {
        let encoded = address.dropFirst()
        guard encoded.utf8.contains(0x25) else { return String(encoded) }
        var bytes: [UInt8] = []
        var rest = encoded.utf8[...]
        while let byte = rest.first {
            rest = rest.dropFirst()
            if byte == 0x25, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What the inline style of a span or font element means.
    private func styled(_ node: NodeID) -> Inline.Content? {
        if let classes = document.attribute(.class, of: node)?.lowercased(),
            classes.split(whereSeparator: \.isWhitespace).contains(where: Self.smallCapsNames.contains)
        {
            return .smallCaps([])
        }
        guard let style = document.attribute(.style, of: node)?.lowercased().filter({ $0 != " " }) else { return nil }
        if style.holds("font-variant:small-caps") || style.holds("font-variant-caps:small-caps")
            || style.holds("font-variant-caps:all-small-caps")
        {
            return .smallCaps([])
        }
        if style.holds("font-style:italic") { return .emphasis([]) }
        if ["font-weight:bold", "font-weight:600", "font-weight:700", "font-weight:800"].contains(where: style.holds) {
            return .strong([])
        }
        if style.holds("text-decoration:line-through") { return .strikethrough([]) }
        if style.holds("text-decoration:underline") { return .underline([]) }
        if style.holds("vertical-align:super") { return .superscript([]) }
        if style.holds("vertical-align:sub;") || style.hasSuffix("vertical-align:sub") { return .subscript([]) }
        return nil
    }

    private static let smallCapsNames: Set<Substring> = [
        "smallcaps", "small-caps", "small_caps", "smcap", "smallcap", "allsmallcaps", "font-small-caps",
    ]

    private mutating func appendCode(_ node: NodeID, to flow: inout Flow, _ content: (String) -> Inline.Content) {
        let attributes = attributes(of: node)
        var inner = Flow()
        inner.endsInSpace = flow.endsInSpace
        appendInlineChildren(of: node, to: &inner)
        let text = inner.inlines.plainText
        guard !text.isEmpty else { return }
        flow.inlines.append(Inline(content(text), attributes: attributes))
        flow.endsInSpace = text.hasSuffix(" ")
        // Pictures in code are rare but not text.
        for inline in inner.inlines { if case .image = inline.content { flow.inlines.append(inline) } }
    }

    // MARK: Ruby

    private mutating func appendRuby(_ node: NodeID, to flow: inout Flow) {
        var base = Flow()
        base.endsInSpace = false
        var child = document.firstChild(of: node)
        while let current = child {
            switch document.tag(of: current) {
            case .rt, .rtc:
                let text = inlines(in: current)
                flow.inlines.append(Inline(.ruby(base: base.inlines, text: text)))
                base.inlines = []
            case .rp: break
            case .rb: appendInlineChildren(of: current, to: &base)
            default: appendFlat(current, to: &base)
            }
            child = document.nextSibling(of: current)
        }
        if !InlineText.isEmpty(base.inlines) { flow.inlines += base.inlines }
        flow.endsInSpace = false
    }

    static func trimmed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
