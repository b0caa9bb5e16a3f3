internal import Diagnostics

/// Turns an article into a JSON value, member by member in a fixed order.
enum ArticleEncoder {
    static func value(of article: Article) -> JSONValue {
        var members = Members()
        members.add("offprint", Double(ArticleJSON.version))
        members.add("metadata", object(article.metadata))
        members.add("blocks", .array(article.blocks.map(value)))
        members.addList("notes", article.notes.map(value))
        members.addList("resources", article.resources.values.sorted { $0.id < $1.id }.map(value))
        return members.object
    }

    private static func object(_ metadata: Metadata) -> JSONValue {
        var members = Members()
        members.add("title", metadata.title)
        members.add("subtitle", metadata.subtitle)
        members.addList("authors", metadata.authors.map(JSONValue.string))
        members.add("published", metadata.published)
        members.add("modified", metadata.modified)
        members.add("site", metadata.site)
        members.add("section", metadata.section)
        members.add("language", metadata.language)
        members.add("direction", metadata.direction?.rawValue)
        if let summary = metadata.summary {
            members.add("summary", summary.text)
            members.add("summaryIsFirstParagraph", summary.isFirstParagraph)
        }
        members.add("address", metadata.address)
        if let image = metadata.leadImage { members.add("leadImage", object(image)) }
        members.add("license", metadata.license)
        members.addList("keywords", metadata.keywords.map(JSONValue.string))
        return members.object
    }

    private static func value(of note: Note) -> JSONValue {
        var members = Members()
        // A note's own id is the one that counts; attributes never repeat it.
        members.add("id", note.id)
        members.add(note.attributes, includingID: false)
        members.add("blocks", .array(note.blocks.map(value)))
        return members.object
    }

    private static func value(of resource: Resource) -> JSONValue {
        var members = Members()
        members.add("id", resource.id)
        members.add("path", resource.path)
        members.add("mediaType", resource.mediaType)
        members.add("byteCount", Double(resource.byteCount))
        members.add("pixelWidth", resource.pixelWidth)
        members.add("pixelHeight", resource.pixelHeight)
        if resource.orientation != 1 { members.add("orientation", Double(resource.orientation)) }
        members.add("address", resource.address)
        return members.object
    }

    // MARK: Blocks

    private static func value(of block: Block) -> JSONValue {
        var members = Members()
        members.add("type", JSONValue.string(block.content.typeName))
        members.add(block.attributes)
        add(block.content, to: &members)
        if let source = block.source {
            let numbers = [source.start, source.end, source.line, source.column]
            members.add("source", .array(numbers.map { .number(Double($0)) }))
        }
        return members.object
    }

    private static func add(_ content: Block.Content, to members: inout Members) {
        switch content {
        case .paragraph(let text): members.add("text", value(of: text))
        case .heading(let level, let text):
            members.add("level", Double(level))
            members.add("text", value(of: text))
        case .blockQuote(let blocks), .division(let blocks), .aside(let blocks):
            members.add("blocks", .array(blocks.map(value)))
        case .list(let list): add(list, to: &members)
        case .definitionList(let groups): members.add("groups", .array(groups.map(value)))
        case .code(let code):
            members.add("programmingLanguage", code.language)
            members.add("text", JSONValue.string(code.text))
        case .table(let table):
            members.addList("caption", table.caption.map(value))
            members.addList("head", table.head.map(value))
            members.add("body", .array(table.body.map(value)))
            members.addList("foot", table.foot.map(value))
        case .figure(let figure):
            members.add("blocks", .array(figure.blocks.map(value)))
            members.addList("caption", figure.caption.map(value))
            members.addList("credit", figure.credit.map(value))
        case .thematicBreak: break
        case .verse(let lines): members.add("lines", .array(lines.map(value)))
        case .math(let math): add(math, to: &members)
        case .media(let media):
            members.add("kind", JSONValue.string(media.kind.rawValue))
            members.add("address", JSONValue.string(media.address))
            members.add("title", media.title)
            if let poster = media.poster { members.add("poster", object(poster)) }
        }
    }

    private static func add(_ list: List, to members: inout Members) {
        if case .ordered(let ordered) = list.marker {
            var numbering = Members()
            numbering.add("start", Double(ordered.start))
            numbering.add("style", JSONValue.string(ordered.style.rawValue))
            if ordered.isReversed { numbering.add("isReversed", true) }
            members.add("ordered", numbering.object)
        }
        members.add("items", .array(list.items.map(value)))
    }

    private static func value(of item: ListItem) -> JSONValue {
        var members = Members()
        members.add(item.attributes)
        if let number = item.value { members.add("value", Double(number)) }
        if let checked = item.checked { members.add("checked", checked) }
        members.add("blocks", .array(item.blocks.map(value)))
        return members.object
    }

    private static func value(of group: DefinitionGroup) -> JSONValue {
        var members = Members()
        members.add("terms", .array(group.terms.map(value)))
        members.add("definitions", .array(group.definitions.map { .array($0.map(value)) }))
        return members.object
    }

    private static func value(of row: Table.Row) -> JSONValue { .array(row.cells.map(value)) }

    private static func value(of cell: Table.Cell) -> JSONValue {
        var members = Members()
        members.add(cell.attributes)
        if cell.isHeader { members.add("isHeader", true) }
        members.add("scope", cell.scope?.rawValue)
        if cell.columnSpan != 1 { members.add("columnSpan", Double(cell.columnSpan)) }
        if cell.rowSpan != 1 { members.add("rowSpan", Double(cell.rowSpan)) }
        members.add("alignment", cell.alignment?.rawValue)
        members.add("blocks", .array(cell.blocks.map(value)))
        return members.object
    }

    // MARK: Running text

    private static func value(of inlines: [Inline]) -> JSONValue { .array(inlines.map(value)) }

    private static func value(of inline: Inline) -> JSONValue {
        if case .text(let text) = inline.content, inline.attributes.isEmpty { return .string(text) }
        var members = Members()
        members.add("type", JSONValue.string(inline.content.typeName))
        members.add(inline.attributes)
        switch inline.content {
        case .text(let text), .code(let text), .keyboard(let text): members.add("text", JSONValue.string(text))
        case .emphasis, .strong, .strikethrough, .underline, .mark, .subscript, .superscript, .smallCaps,
            .quotation, .citation, .span, .isolate:
            members.add("text", value(of: inline.children))
        case .abbreviation(let title, let text):
            members.add("title", title)
            members.add("text", value(of: text))
        case .time(let datetime, let text):
            members.add("datetime", datetime)
            members.add("text", value(of: text))
        case .override(let direction, let text):
            members.add("override", JSONValue.string(direction.rawValue))
            members.add("text", value(of: text))
        case .link(let link, let text):
            members.add("address", JSONValue.string(link.address))
            members.add("title", link.title)
            members.add("text", value(of: text))
        case .image(let image): add(image, to: &members)
        case .ruby(let base, let text):
            members.add("base", value(of: base))
            members.add("text", value(of: text))
        case .math(let math): add(math, to: &members)
        case .lineBreak: break
        case .noteReference(let id): members.add("note", JSONValue.string(id))
        }
        return members.object
    }

    private static func add(_ math: Math, to members: inout Members) {
        members.add("mathML", math.mathML)
        members.add("tex", math.tex)
        members.add("text", JSONValue.string(math.text))
        if math.isDisplay { members.add("isDisplay", true) }
        if let picture = math.picture { members.add("picture", object(picture)) }
    }

    private static func object(_ image: Image) -> JSONValue {
        var members = Members()
        add(image, to: &members)
        return members.object
    }

    private static func add(_ image: Image, to members: inout Members) {
        members.add("resource", image.resource)
        members.add("address", image.address)
        members.add("screenAddress", image.screenAddress)
        members.add("alternative", image.alternative)
        if let width = image.width { members.add("width", width) }
        if let height = image.height { members.add("height", height) }
        members.add("title", image.title)
    }
}

/// The members of an object in the order in which they are added.
private struct Members {
    private var members: [JSONValue.Member] = []

    var object: JSONValue { .object(members) }

    mutating func add(_ name: String, _ value: JSONValue) { members.append(.init(name: name, value: value)) }
    mutating func add(_ name: String, _ value: Double) { add(name, .number(value)) }
    mutating func add(_ name: String, _ value: Bool) { add(name, .bool(value)) }

    /// Adds the string unless there is none.
    mutating func add(_ name: String, _ value: String?) {
        if let value { add(name, .string(value)) }
    }

    /// Adds the list unless it is empty.
    mutating func addList(_ name: String, _ values: [JSONValue]) {
        if !values.isEmpty { add(name, .array(values)) }
    }

    mutating func add(_ attributes: Attributes, includingID: Bool = true) {
        if includingID { add("id", attributes.id) }
        addList("classes", attributes.classes.map(JSONValue.string))
        add("language", attributes.language)
        add("direction", attributes.direction?.rawValue)
    }
}
