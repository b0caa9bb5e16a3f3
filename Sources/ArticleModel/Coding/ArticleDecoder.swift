internal import Diagnostics

/// Turns a JSON value into an article; the counterpart of `ArticleEncoder`.
enum ArticleDecoder {
    static func article(from node: JSONNode) throws(ArticleJSONError) -> Article {
        let version = try node.required("offprint").integer()
        guard version == ArticleJSON.version else {
            throw ArticleJSONError(message: "version \(version) of the form is not known", place: .path("offprint"))
        }
        var article = Article()
        if let metadata = try node.member("metadata") { article.metadata = try self.metadata(from: metadata) }
        article.blocks = try blocks(from: try node.required("blocks"))
        article.notes = try list(node.member("notes"), note)
        for resource in try list(node.member("resources"), resource) { article.resources[resource.id] = resource }
        return article
    }

    private static func metadata(from node: JSONNode) throws(ArticleJSONError) -> Metadata {
        var metadata = Metadata()
        metadata.title = try node.member("title")?.string()
        metadata.subtitle = try node.member("subtitle")?.string()
        metadata.authors = try node.member("authors")?.strings() ?? []
        metadata.published = try node.member("published")?.string()
        metadata.modified = try node.member("modified")?.string()
        metadata.site = try node.member("site")?.string()
        metadata.section = try node.member("section")?.string()
        metadata.language = try node.member("language")?.string()
        metadata.direction = try node.member("direction")?.choice(Direction.self)
        if let text = try node.member("summary")?.string() {
            let isFirst = try node.member("summaryIsFirstParagraph")?.bool() ?? false
            metadata.summary = .init(text: text, isFirstParagraph: isFirst)
        }
        metadata.address = try node.member("address")?.string()
        if let image = try node.member("leadImage") { metadata.leadImage = try self.image(from: image) }
        metadata.license = try node.member("license")?.string()
        metadata.keywords = try node.member("keywords")?.strings() ?? []
        return metadata
    }

    private static func note(from node: JSONNode) throws(ArticleJSONError) -> Note {
        var attributes = try attributes(from: node)
        attributes.id = nil
        return Note(
            id: try node.required("id").string(), blocks: try blocks(from: try node.required("blocks")),
            attributes: attributes)
    }

    private static func resource(from node: JSONNode) throws(ArticleJSONError) -> Resource {
        Resource(
            id: try node.required("id").string(), path: try node.required("path").string(),
            mediaType: try node.required("mediaType").string(),
            byteCount: try node.required("byteCount").integer(in: 0...1_000_000_000_000),
            pixelWidth: try node.required("pixelWidth").number(),
            pixelHeight: try node.required("pixelHeight").number(),
            orientation: try node.member("orientation")?.integer(in: 1...8) ?? 1,
            address: try node.member("address")?.string())
    }

    // MARK: Blocks

    private static func blocks(from node: JSONNode) throws(ArticleJSONError) -> [Block] {
        try node.children().map(block)
    }

    private static func block(from node: JSONNode) throws(ArticleJSONError) -> Block {
        var block = Block(try content(from: node), attributes: try attributes(from: node))
        if let source = try node.member("source") {
            let numbers = try source.elements().map { (node) throws(ArticleJSONError) in try node.integer() }
            guard numbers.count == 4 else { throw source.failure("four numbers are expected") }
            block.source = SourceRange(start: numbers[0], end: numbers[1], line: numbers[2], column: numbers[3])
        }
        return block
    }

    private static func content(from node: JSONNode) throws(ArticleJSONError) -> Block.Content {
        let type = try node.required("type")
        switch try type.string() {
        case "paragraph": return .paragraph(try text(of: node))
        case "heading":
            return .heading(level: try node.required("level").integer(in: 1...6), try text(of: node))
        case "blockQuote": return .blockQuote(try blocks(from: try node.required("blocks")))
        case "division": return .division(try blocks(from: try node.required("blocks")))
        case "aside": return .aside(try blocks(from: try node.required("blocks")))
        case "list":
            let marker = try node.member("ordered").map(marker) ?? .unordered
            return .list(List(marker: marker, items: try list(node.required("items"), item)))
        case "definitionList": return .definitionList(try list(node.required("groups"), group))
        case "code":
            let language = try node.member("programmingLanguage")?.string()
            return .code(CodeBlock(text: try node.required("text").string(), language: language))
        case "table":
            return .table(
                Table(
                    caption: try inlines(node.member("caption")), head: try list(node.member("head"), row),
                    body: try list(node.required("body"), row), foot: try list(node.member("foot"), row)))
        case "figure":
            return .figure(
                Figure(
                    blocks: try blocks(from: try node.required("blocks")),
                    caption: try inlines(node.member("caption")), credit: try inlines(node.member("credit"))))
        case "thematicBreak": return .thematicBreak
        case "verse":
            return .verse(
                try node.required("lines").elements().map { (line) throws(ArticleJSONError) in try inlines(line) })
        case "math": return .math(try math(from: node))
        case "media":
            return .media(
                Media(
                    kind: try node.required("kind").choice(Media.Kind.self),
                    address: try node.required("address").string(), title: try node.member("title")?.string(),
                    poster: try node.member("poster").map(image)))
        case let name: throw type.failure("no block is called '\(name)'")
        }
    }

    private static func marker(from node: JSONNode) throws(ArticleJSONError) -> List.Marker {
        .ordered(
            List.Ordered(
                start: try node.member("start")?.integer() ?? 1,
                style: try node.member("style")?.choice(List.Ordered.Style.self) ?? .decimal,
                isReversed: try node.member("isReversed")?.bool() ?? false))
    }

    private static func item(from node: JSONNode) throws(ArticleJSONError) -> ListItem {
        ListItem(
            try blocks(from: try node.required("blocks")), attributes: try attributes(from: node),
            value: try node.member("value")?.integer(), checked: try node.member("checked")?.bool())
    }

    private static func group(from node: JSONNode) throws(ArticleJSONError) -> DefinitionGroup {
        DefinitionGroup(
            terms: try node.required("terms").elements().map { (term) throws(ArticleJSONError) in try inlines(term) },
            definitions: try list(node.required("definitions"), blocks))
    }

    private static func row(from node: JSONNode) throws(ArticleJSONError) -> Table.Row {
        Table.Row(try list(node, cell))
    }

    private static func cell(from node: JSONNode) throws(ArticleJSONError) -> Table.Cell {
        Table.Cell(
            try blocks(from: try node.required("blocks")), isHeader: try node.member("isHeader")?.bool() ?? false,
            scope: try node.member("scope")?.choice(Table.Scope.self),
            columnSpan: try node.member("columnSpan")?.integer(in: 1...65534) ?? 1,
            rowSpan: try node.member("rowSpan")?.integer(in: 1...65534) ?? 1,
            alignment: try node.member("alignment")?.choice(Table.Alignment.self),
            attributes: try attributes(from: node))
    }

    // MARK: Running text

    private static func text(of node: JSONNode) throws(ArticleJSONError) -> [Inline] {
        try inlines(node.required("text"))
    }

    private static func inlines(_ node: JSONNode?) throws(ArticleJSONError) -> [Inline] {
        guard let node else { return [] }
        return try node.children().map(inline)
    }

    private static func inline(from node: JSONNode) throws(ArticleJSONError) -> Inline {
        if case .string(let text) = node.value { return .text(text) }
        return Inline(try inlineContent(from: node), attributes: try attributes(from: node))
    }

    private static func inlineContent(from node: JSONNode) throws(ArticleJSONError) -> Inline.Content {
        let type = try node.required("type")
        switch try type.string() {
        case "text": return .text(try node.required("text").string())
        case "code": return .code(try node.required("text").string())
        case "keyboard": return .keyboard(try node.required("text").string())
        case "emphasis": return .emphasis(try text(of: node))
        case "strong": return .strong(try text(of: node))
        case "strikethrough": return .strikethrough(try text(of: node))
        case "underline": return .underline(try text(of: node))
        case "mark": return .mark(try text(of: node))
        case "subscript": return .subscript(try text(of: node))
        case "superscript": return .superscript(try text(of: node))
        case "smallCaps": return .smallCaps(try text(of: node))
        case "quotation": return .quotation(try text(of: node))
        case "citation": return .citation(try text(of: node))
        case "span": return .span(try text(of: node))
        case "isolate": return .isolate(try text(of: node))
        case "abbreviation": return .abbreviation(title: try node.member("title")?.string(), try text(of: node))
        case "time": return .time(datetime: try node.member("datetime")?.string(), try text(of: node))
        case "override": return .override(try node.required("override").choice(Direction.self), try text(of: node))
        case "link":
            let link = Link(
                address: try node.required("address").string(), title: try node.member("title")?.string())
            return .link(link, try text(of: node))
        case "image": return .image(try image(from: node))
        case "ruby": return .ruby(base: try inlines(node.required("base")), text: try text(of: node))
        case "math": return .math(try math(from: node))
        case "lineBreak": return .lineBreak
        case "noteReference": return .noteReference(try node.required("note").string())
        case let name: throw type.failure("no inline is called '\(name)'")
        }
    }

    private static func image(from node: JSONNode) throws(ArticleJSONError) -> Image {
        Image(
            resource: try node.member("resource")?.string(), address: try node.member("address")?.string(),
            alternative: try node.member("alternative")?.string(), width: try node.member("width")?.number(),
            height: try node.member("height")?.number(), title: try node.member("title")?.string(),
            screenAddress: try node.member("screenAddress")?.string())
    }

    private static func math(from node: JSONNode) throws(ArticleJSONError) -> Math {
        Math(
            mathML: try node.member("mathML")?.string(), tex: try node.member("tex")?.string(),
            text: try node.required("text").string(), isDisplay: try node.member("isDisplay")?.bool() ?? false,
            picture: try node.member("picture").map(image))
    }

    private static func attributes(from node: JSONNode) throws(ArticleJSONError) -> Attributes {
        Attributes(
            id: try node.member("id")?.string(), classes: try node.member("classes")?.strings() ?? [],
            language: try node.member("language")?.string(),
            direction: try node.member("direction")?.choice(Direction.self))
    }

    private static func list<Element>(
        _ node: JSONNode?, _ element: (JSONNode) throws(ArticleJSONError) -> Element
    ) throws(ArticleJSONError) -> [Element] {
        guard let node else { return [] }
        return try node.elements().map(element)
    }
}
