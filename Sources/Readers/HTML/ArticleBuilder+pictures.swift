internal import ArticleModel
internal import Extraction
internal import HTML
internal import TextAnalysis

extension ArticleBuilder {
    mutating func appendImage(_ node: NodeID, to flow: inout Flow) {
        if let character = pictogram(node) { return flow.text(Array(character.utf8)[...]) }
        guard let image = image(node) else { return }
        // The twin for readers without scripts stood before it.
        if let address = image.address, twins.remove(Self.pictureKey(address)) != nil { return }
        flow.inlines.append(Inline(.image(image), attributes: attributes(of: node)))
        flow.endsInSpace = false
    }

    /// The character that a small picture stands for, which fonts have by now.
    private func pictogram(_ node: NodeID) -> String? {
        guard let classes = document.attribute(.class, of: node)?.lowercased(),
            classes.holds("emoji") || classes.holds("smiley"),
            let alternative = document.attribute(.alt, of: node).map(Self.trimmed), !alternative.isEmpty,
            alternative.count <= 4, alternative.unicodeScalars.contains(where: { $0.properties.isEmoji })
        else { return nil }
        return alternative
    }

    /// The picture that an `img` is, or nil where it is a pixel, an icon of the page or nothing.
    mutating func image(_ node: NodeID) -> Image? {
        let width = length(.width, of: node)
        let height = length(.height, of: node)
        if let width, let height, width <= 2 || height <= 2 { return nil }
        // A counter: no size at all, or a pixel and nothing said of the other side.
        if isNothing(.width, of: node) || isNothing(.height, of: node) { return nil }
        guard let choice = PictureSource(document: document).choice(of: node),
            let address = addresses.picture(choice.reference), !isTracker(address)
        else { return nil }
        let screen = choice.screen.flatMap(addresses.picture)
        pictures.insert(Self.pictureKey(address))
        if let screen { pictures.insert(Self.pictureKey(screen)) }
        return Image(
            address: address, alternative: document.attribute(.alt, of: node).map(Self.trimmed), width: width,
            height: height, title: document.attribute(.title, of: node), screenAddress: screen)
    }

    /// CSS px of a `width` or `height`; percentages say nothing here.
    private func length(_ name: AttributeName, of node: NodeID) -> Double? {
        guard let value = document.attribute(name, of: node), !value.hasSuffix("%") else { return nil }
        return Double(value.prefix { $0.isNumber || $0 == "." }).flatMap { $0 > 0 ? $0 : nil }
    }

    /// Whether a side is given as 0 or 1 px.
    private func isNothing(_ name: AttributeName, of node: NodeID) -> Bool {
        guard let value = document.attribute(name, of: node) else { return false }
        return ["0", "1", "0px", "1px"].contains(value)
    }

    private func isTracker(_ address: String) -> Bool {
        let lower = address.lowercased()
        return [
            "/pixel.", "pixel.gif", "/beacon", "doubleclick.net", "scorecardresearch", "/b.gif", "/count?", "/tracker",
            "feedburner.com/~", "/1x1.",
        ]
        .contains(where: lower.holds)
    }

    /// What tells one picture from another, whatever size it is asked for in.
    static func pictureKey(_ address: String) -> String {
        let path = address.prefix { $0 != "?" && $0 != "#" }
        return String(path.split(separator: "/").last ?? path)
    }

    mutating func appendPictureElement(_ node: NodeID, to flow: inout Flow) {
        var child = document.firstChild(of: node)
        var found = false
        while let current = child {
            if document.has(.img, at: current) {
                appendImage(current, to: &flow)
                found = true
            } else if document.has(.noscript, at: current) {
                appendNoscript(current, to: &flow)
            }
            child = document.nextSibling(of: current)
        }
        guard !found,
            let source = Element(node, in: document).children.first(where: { $0.localName == "source" })?.node,
            let reference = PictureSource(document: document).reference(of: source),
            let address = addresses.picture(reference)
        else { return }
        flow.inlines.append(Inline(.image(Image(address: address))))
    }

    /// Pictures that scripts would load; a twin of one that is there already goes, and so does text about scripts.
    mutating func appendNoscript(_ node: NodeID, to flow: inout Flow) {
        if NoscriptText.isArticle(node, in: document) { return appendChildren(of: node, to: &flow) }
        for index in subtree(node) where document.has(.img, at: NodeID(index)) {
            let known = pictures
            guard let image = image(NodeID(index)), let address = image.address else { continue }
            if !known.contains(Self.pictureKey(address)), !followsPicture(node, flow) {
                twins.insert(Self.pictureKey(address))
                flow.inlines.append(Inline(.image(image)))
                flow.endsInSpace = false
            }
        }
    }

    /// Whether the element before is a picture that was kept: lazy loaders put the twin right behind.
    private func followsPicture(_ node: NodeID, _ flow: Flow) -> Bool {
        guard let before = Element(node, in: document).previousSiblingElement,
            before.localName == "img" || before.localName == "picture",
            case .image? = flow.inlines.last?.content
        else { return false }
        return true
    }

    // MARK: Figures

    mutating func appendFigure(_ node: NodeID, to flow: inout Flow) {
        flow.flush()
        let attributes = attributes(of: node)
        let captions = subtree(node).map { NodeID($0) }.filter { document.has(.figcaption, at: $0) && !isDropped($0) }
        var figure = Figure(blocks: [])
        for caption in captions { read(caption: caption, into: &figure) }
        noteNodes.formUnion(captions)  // read already
        figure.blocks = blocks(in: node).flatMap(Self.unwrapped)
        if !figure.blocks.contains(where: \.holdsImage), let image = microdataImage(node) ?? background(in: node) {
            figure.blocks.insert(Block(.paragraph([Inline(.image(image))])), at: 0)
        }
        if figure.blocks.isEmpty, figure.caption.isEmpty { return }
        // Figures that only hold a quotation, a table or code without a caption are just that.
        if figure.caption.isEmpty, figure.credit.isEmpty, !figure.blocks.contains(where: \.holdsImage) {
            flow.add(Self.with(attributes, figure.blocks))
        } else {
            flow.add(Block(.figure(figure), attributes: attributes))
        }
    }

    /// The picture that a figure's microdata name, where a script would put it in (schema.org's `ImageObject`).
    private func microdataImage(_ node: NodeID) -> Image? {
        guard (document.attribute(.itemtype, of: node) ?? "").holds("ImageObject"),
            let reference = document.attribute("itemid", of: node), let address = addresses.picture(reference)
        else { return nil }
        return Image(address: address)
    }

    /// A `figcaption` that stands behind its figure instead of in it.
    mutating func appendLooseCaption(_ node: NodeID, to flow: inout Flow) {
        let inlines = inlines(in: node)
        guard !InlineText.isEmpty(inlines), !flow.caption(inlines) else { return }
        flow.add(Block(.paragraph(inlines), attributes: attributes(of: node)))
    }

    /// Pictures that came as figures of their own inside another.
    private static func unwrapped(_ block: Block) -> [Block] {
        if case .figure(let inner) = block.content, inner.caption.isEmpty, inner.credit.isEmpty { return inner.blocks }
        return [block]
    }

    private mutating func read(caption: NodeID, into figure: inout Figure) {
        let credits = subtree(caption).dropFirst().map { NodeID($0) }.filter { isCredit($0) && !isDropped($0) }
        var outermost: [NodeID] = []
        for credit in credits where !outermost.contains(where: { subtree($0).contains(credit.position) }) {
            outermost.append(credit)
        }
        for credit in outermost {
            let inlines = inlines(in: credit)
            guard !InlineText.isEmpty(inlines) else { continue }
            if !figure.credit.isEmpty { figure.credit.append(.text(" ")) }
            figure.credit += inlines
        }
        noteNodes.formUnion(outermost)
        let inlines = inlines(in: caption)
        noteNodes.subtract(outermost)
        guard !InlineText.isEmpty(inlines) else { return }
        if !figure.caption.isEmpty { figure.caption.append(.text(" ")) }
        figure.caption += inlines
    }

    private func isCredit(_ node: NodeID) -> Bool {
        guard document.kind(of: node) == .element else { return false }
        let names = (document.attribute(.class, of: node) ?? "").lowercased()
        if names.holds("credit") || names.holds("copyright") || names.holds("photographer") { return true }
        return ["copyrightholder", "creditText", "creator"].contains {
            $0 == document.attribute(.itemprop, of: node)?.lowercased()
        }
    }

    /// A box of a picture and the line below it, told by its classes. False where the element is no such box.
    mutating func appendCaptioned(_ node: NodeID, to flow: inout Flow) -> Bool {
        guard let names = document.attribute(.class, of: node)?.lowercased(),
            names.holds("caption") || names.holds("figure") || names.holds("image") || names.holds("photo")
                || names.holds("media") || names.holds("thumb") || names.holds("gallery")
                || names.holds("slide")
        else { return false }
        guard let block = captioned(node) else { return false }
        flow.add(block)
        return true
    }

    /// The figure that an element is whose content is pictures and one caption.
    mutating func captioned(_ node: NodeID) -> Block? {
        let nodes = subtree(node).dropFirst().map { NodeID($0) }
        guard nodes.contains(where: { document.has(.img, at: $0) }),
            !nodes.contains(where: { document.has(.figure, at: $0) }),
            let caption = nodes.first(where: { isCaption($0) }), !isDropped(caption)
        else { return nil }
        // Everything else in the box must be pictures.
        let total = visibleText(node)
        guard visibleText(caption) > 0, total - visibleText(caption) < 40, total < 2_500 else { return nil }
        var figure = Figure(blocks: [])
        read(caption: caption, into: &figure)
        noteNodes.insert(caption)
        figure.blocks = blocks(in: node).flatMap(Self.unwrapped)
        guard figure.blocks.contains(where: \.holdsImage) else {
            noteNodes.remove(caption)
            return nil
        }
        return Block(.figure(figure), attributes: attributes(of: node))
    }

    private func isCaption(_ node: NodeID) -> Bool {
        guard document.kind(of: node) == .element, !noteNodes.contains(node),
            let names = document.attribute(.class, of: node)?.lowercased()
        else { return false }
        guard names.holds("caption") || names.holds("legend") || names.holds("credit") || names.holds("attribution")
        else { return false }
        return !subtree(node).contains { document.has(.img, at: NodeID($0)) }
    }

    func visibleText(_ node: NodeID) -> Int {
        subtree(node).reduce(0) { sum, index in
            guard document.kind(of: NodeID(index)) == .text, let parent = document.parent(of: NodeID(index)),
                !Self.isOpaque(document.tag(of: parent))
            else { return sum }
            return sum + document.utf8[document.textRange(of: NodeID(index))].count { $0 > 0x20 }
        }
    }
}

extension Block {
    var isFigure: Bool {
        if case .figure = content { return true }
        return false
    }

    /// Whether a picture or a video stands in it.
    var holdsImage: Bool {
        switch content {
        case .paragraph(let inlines): inlines.contains(where: \.holdsImage)
        case .figure(let figure): figure.blocks.contains(where: \.holdsImage)
        case .division(let blocks), .blockQuote(let blocks), .aside(let blocks): blocks.contains(where: \.holdsImage)
        case .media: true
        default: false
        }
    }
}

extension Inline {
    var holdsImage: Bool {
        if case .image = content { return true }
        return InlineText.children(of: self)?.contains(where: \.holdsImage) ?? false
    }
}
