import ArticleModel
import HTML

/// Walks articles and builds their elements; says which element, classes and attributes each case of the model is.
struct MarkupWriter {
    let options: MarkupOptions
    var builder = HTMLDocumentBuilder()
    var images: [NodeID: Image] = [:]
    var notes: [String: NodeID] = [:]
    /// Before every id of the article at hand, so that ids of several articles differ.
    private(set) var prefix = ""
    var noteNumbers: [Note.ID: Int] = [:]
    var callCounts: [Note.ID: Int] = [:]
    private var headingCount = 0

    init(options: MarkupOptions) { self.options = options }

    typealias Attribute = (name: String, value: String)

    mutating func write(_ articles: [Article]) {
        let first = articles.first?.metadata
        builder.open("html", languageAttributes(first?.language, first?.direction))
        builder.open("body")
        if options.includesCover { writeCover(of: articles) }
        if options.includesContents, articles.count > 1 {
            let headings = articles.enumerated().flatMap { index, article in
                Self.titleEntry(of: article, prefix: Self.prefix(of: index))
                    + Self.headings(of: article, prefix: Self.prefix(of: index))
            }
            writeContents(headings, language: first?.language)
        }
        for (index, article) in articles.enumerated() {
            prefix = Self.prefix(of: index)
            write(article, isFirst: index == 0, isAlone: articles.count == 1)
        }
        builder.close()
        builder.close()
    }

    /// What stands before the ids of an article; nothing for the first.
    private static func prefix(of index: Int) -> String { index == 0 ? "" : "a\(index + 1)-" }

    private mutating func write(_ article: Article, isFirst: Bool, isAlone: Bool) {
        noteNumbers = Dictionary(
            article.notes.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
        callCounts = [:]
        headingCount = 0
        let language = isFirst ? [] : languageAttributes(article.metadata.language, article.metadata.direction)
        builder.open("article", language)
        if options.includesHeader { writeHeader(article.metadata) }
        if options.includesContents, isAlone {
            writeContents(Self.headings(of: article, prefix: prefix), language: article.metadata.language)
        }
        write(article.blocks)
        writeNotes(article.notes)
        builder.close()
    }

    // MARK: Blocks

    mutating func write(_ blocks: [Block]) {
        for block in blocks { write(block) }
    }

    private mutating func write(_ block: Block) {
        switch block.content {
        case .paragraph(let inlines): element("p", block, inlines)
        case .heading(let level, let inlines): writeHeading(level, inlines, block)
        case .blockQuote(let blocks): element("blockquote", block) { $0.write(blocks) }
        case .list(let list): write(list, block)
        case .definitionList(let groups): write(groups, block)
        case .code(let code):
            element("pre", block) { writer in
                writer.builder.open("code", code.language.map { [("class", "language-\($0)")] } ?? [])
                writer.builder.text(code.text)
                writer.builder.close()
            }
        case .table(let table): write(table, block)
        case .figure(let figure): write(figure, block)
        case .thematicBreak: element("hr", block) { _ in }
        case .division(let blocks): element("div", block) { $0.write(blocks) }
        case .aside(let blocks): element("aside", block) { $0.write(blocks) }
        case .verse(let lines): writeVerse(lines, block)
        case .math(let math): element("div", block, classes: ["math"]) { $0.writeContent(of: math) }
        case .media(let media): write(media, block)
        }
    }

    private mutating func writeHeading(_ level: Int, _ inlines: [Inline], _ block: Block) {
        headingCount += 1
        var attributes = self.attributes(block.attributes)
        if block.attributes.id == nil { attributes.append(("id", prefix + Self.headingID(headingCount))) }
        builder.open("h\(min(max(level, 1), 6))", attributes)
        write(inlines)
        builder.close()
    }

    private mutating func writeVerse(_ lines: [[Inline]], _ block: Block) {
        element("p", block, classes: ["verse"]) { writer in
            for (index, line) in lines.enumerated() {
                if index > 0 { writer.builder.element("br") }
                writer.write(line)
            }
        }
    }

    private mutating func write(_ list: List, _ block: Block) {
        var own: [Attribute] = []
        var name = "ul"
        if case .ordered(let numbering) = list.marker {
            name = "ol"
            if numbering.start != 1 { own.append(("start", String(numbering.start))) }
            if numbering.style != .decimal { own.append(("type", numbering.style.rawValue)) }
            if numbering.isReversed { own.append(("reversed", "reversed")) }
        }
        builder.open(name, attributes(block.attributes) + own)
        for item in list.items {
            let classes = item.checked.map { $0 ? ["task", "checked"] : ["task"] } ?? []
            var attributes = self.attributes(item.attributes, classes: classes)
            if let value = item.value { attributes.append(("value", String(value))) }
            builder.open("li", attributes)
            writeTight(item.blocks)
            builder.close()
        }
        builder.close()
    }

    /// A lone paragraph without attributes is written as its text, as tight lists and cells have it.
    private mutating func writeTight(_ blocks: [Block]) {
        guard let first = blocks.first, case .paragraph(let inlines) = first.content, first.attributes.isEmpty,
            blocks.dropFirst().allSatisfy(\.isList)
        else { return write(blocks) }
        write(inlines)
        write(Array(blocks.dropFirst()))
    }

    private mutating func write(_ groups: [DefinitionGroup], _ block: Block) {
        element("dl", block) { writer in
            for group in groups {
                for term in group.terms {
                    writer.builder.open("dt")
                    writer.write(term)
                    writer.builder.close()
                }
                for definition in group.definitions {
                    writer.builder.open("dd")
                    writer.writeTight(definition)
                    writer.builder.close()
                }
            }
        }
    }

    private mutating func write(_ table: Table, _ block: Block) {
        element("table", block) { writer in
            if !table.caption.isEmpty {
                writer.builder.open("caption")
                writer.write(table.caption)
                writer.builder.close()
            }
            for (name, rows) in [("thead", table.head), ("tbody", table.body), ("tfoot", table.foot)]
            where !rows.isEmpty {
                writer.builder.open(name)
                for row in rows {
                    writer.builder.open("tr")
                    for cell in row.cells { writer.write(cell) }
                    writer.builder.close()
                }
                writer.builder.close()
            }
        }
    }

    private mutating func write(_ cell: Table.Cell) {
        var attributes = self.attributes(
            cell.attributes, classes: cell.alignment.map { ["align-\($0.rawValue)"] } ?? [])
        if cell.columnSpan > 1 { attributes.append(("colspan", String(cell.columnSpan))) }
        if cell.rowSpan > 1 { attributes.append(("rowspan", String(cell.rowSpan))) }
        if cell.isHeader, let scope = cell.scope { attributes.append(("scope", scope.rawValue)) }
        builder.open(cell.isHeader ? "th" : "td", attributes)
        writeTight(cell.blocks)
        builder.close()
    }

    private mutating func write(_ figure: Figure, _ block: Block) {
        element("figure", block) { writer in
            for content in figure.blocks {
                if let image = content.loneImage {
                    writer.write(image, attributes: content.attributes)
                } else {
                    writer.write(content)
                }
            }
            guard !figure.caption.isEmpty || !figure.credit.isEmpty else { return }
            writer.builder.open("figcaption")
            writer.write(figure.caption)
            if !figure.credit.isEmpty {
                if !figure.caption.isEmpty { writer.builder.text(" ") }
                writer.builder.open("span", [("class", "credit")])
                writer.write(figure.credit)
                writer.builder.close()
            }
            writer.builder.close()
        }
    }

    private mutating func write(_ media: Media, _ block: Block) {
        element("p", block, classes: ["media", media.kind.rawValue]) { writer in
            if let poster = media.poster {
                writer.write(poster, attributes: .none)
                writer.builder.text(" ")
            }
            writer.builder.open("a", [("href", media.address)])
            writer.builder.text(media.title ?? media.address.withoutScheme)
            writer.builder.close()
        }
    }

    // MARK: Running text

    mutating func write(_ inlines: [Inline]) {
        for inline in inlines { write(inline) }
    }

    private mutating func write(_ inline: Inline) {
        switch inline.content {
        case .text(let text):
            if inline.attributes.isEmpty { builder.text(text) } else { wrapped("span", inline, [.text(text)]) }
        case .emphasis(let children): wrapped("em", inline, children)
        case .strong(let children): wrapped("strong", inline, children)
        case .strikethrough(let children): wrapped("s", inline, children)
        case .underline(let children): wrapped("u", inline, children)
        case .mark(let children): wrapped("mark", inline, children)
        case .subscript(let children): wrapped("sub", inline, children)
        case .superscript(let children): wrapped("sup", inline, children)
        case .smallCaps(let children): wrapped("span", inline, children, classes: ["small-caps"])
        case .quotation(let children): wrapped("q", inline, children)
        case .citation(let children): wrapped("cite", inline, children)
        case .abbreviation(let title, let children):
            wrapped("abbr", inline, children, own: title.map { [("title", $0)] } ?? [])
        case .time(let datetime, let children):
            wrapped("time", inline, children, own: datetime.map { [("datetime", $0)] } ?? [])
        case .span(let children): wrapped("span", inline, children)
        case .isolate(let children): wrapped("bdi", inline, children)
        case .override(let direction, let children):
            wrapped("bdo", inline, children, own: [("dir", direction.rawValue)])
        case .code(let text): wrapped("code", inline, [.text(text)])
        case .keyboard(let text): wrapped("kbd", inline, [.text(text)])
        case .link(let link, let children): write(link, children, inline)
        case .image(let image): write(image, attributes: inline.attributes)
        case .ruby(let base, let text): writeRuby(base, text, inline)
        case .math(let math):
            builder.open("span", attributes(inline.attributes, classes: ["math"]))
            writeContent(of: math)
            builder.close()
        case .lineBreak: builder.element("br")
        case .noteReference(let id): writeCall(of: id, inline.attributes)
        }
    }

    private mutating func write(_ link: Link, _ children: [Inline], _ inline: Inline) {
        let address = link.address.hasPrefix("#") ? "#" + prefix + link.address.dropFirst() : link.address
        var own: [Attribute] = [("href", address)]
        if let title = link.title { own.append(("title", title)) }
        wrapped("a", inline, children, own: own)
    }

    private mutating func writeRuby(_ base: [Inline], _ text: [Inline], _ inline: Inline) {
        builder.open("ruby", attributes(inline.attributes))
        write(base)
        builder.open("rt")
        write(text)
        builder.close()
        builder.close()
    }

    mutating func write(_ image: Image, attributes: Attributes) {
        switch options.picture(image) {
        case .omitted: return
        case .replacedByAlternative:
            guard let alternative = image.alternative, !alternative.isEmpty else { return }
            builder.open("span", self.attributes(attributes, classes: ["missing-picture"]))
            builder.text(alternative)
            builder.close()
        case .shown(let address, let larger):
            var own: [Attribute] = [("src", address)]
            if let larger { own.append(("srcset", larger + " 2x")) }
            // A missing alternative and an empty one differ: the first is unknown, the second says decoration.
            if let alternative = image.alternative { own.append(("alt", alternative)) }
            if let width = image.width { own.append(("width", String(Int(width.rounded())))) }
            if let height = image.height { own.append(("height", String(Int(height.rounded())))) }
            if let title = image.title { own.append(("title", title)) }
            images[builder.open("img", self.attributes(attributes) + own)] = image
            builder.close()
        }
    }

    // MARK: Attributes

    private mutating func element(_ name: String, _ block: Block, _ inlines: [Inline]) {
        element(name, block) { $0.write(inlines) }
    }

    private mutating func element(
        _ name: String, _ block: Block, classes: [String] = [], _ content: (inout MarkupWriter) -> Void
    ) {
        builder.open(name, attributes(block.attributes, classes: classes))
        content(&self)
        builder.close()
    }

    private mutating func wrapped(
        _ name: String, _ inline: Inline, _ children: [Inline], classes: [String] = [], own: [Attribute] = []
    ) {
        builder.open(name, attributes(inline.attributes, classes: classes) + own)
        write(children)
        builder.close()
    }

    func attributes(_ attributes: Attributes, classes: [String] = []) -> [Attribute] {
        var result: [Attribute] = []
        if let id = attributes.id { result.append(("id", prefix + id)) }
        let all = classes + attributes.classes
        if !all.isEmpty { result.append(("class", all.joined(separator: " "))) }
        return result + languageAttributes(attributes.language, attributes.direction)
    }

    private func languageAttributes(_ language: String?, _ direction: Direction?) -> [Attribute] {
        var result: [Attribute] = []
        if let language { result.append(("lang", language)) }
        if let direction { result.append(("dir", direction.rawValue)) }
        return result
    }
}

extension Block {
    fileprivate var isList: Bool {
        if case .list = content { true } else { false }
    }

    /// The picture of a paragraph that holds nothing else.
    fileprivate var loneImage: Image? {
        guard case .paragraph(let inlines) = content, inlines.count == 1, case .image(let image) = inlines[0].content
        else { return nil }
        return image
    }
}

extension String {
    /// The address as it is printed: without `https://`.
    var withoutScheme: String {
        for scheme in ["https://", "http://"] where hasPrefix(scheme) { return String(dropFirst(scheme.count)) }
        return self
    }
}
