/// `content` and its kin (CSS Content 3, GCPM 3).
extension ValueParser {
    mutating func content() -> GeneratedStyle? {
        var style = GeneratedStyle()
        if take("normal") { return style }
        if take("none") {
            style.content = .none
            return style
        }
        guard let items = contentList() else { return nil }
        style.content = .items(items)
        if slash() {
            guard let alternative = contentList() else { return nil }
            style.alternative = alternative
        }
        return style
    }

    /// One or more items.
    mutating func contentList() -> [ContentItem]? {
        var items: [ContentItem] = []
        while let item = contentItem() { items.append(item) }
        return items.isEmpty ? nil : items
    }

    private mutating func contentItem() -> ContentItem? {
        if let text = string() { return .string(text) }
        if let picture = picture() { return .picture(picture) }
        return attempt { parser in
            if parser.functionName != nil { return parser.contentFunction() }
            switch parser.keyword() {
            case "open-quote": return .openQuote
            case "close-quote": return .closeQuote
            case "no-open-quote": return .noOpenQuote
            case "no-close-quote": return .noCloseQuote
            case "contents": return .elementContent(.text)
            default: return nil
            }
        }
    }

    private mutating func contentFunction() -> ContentItem? {
        guard let name = functionName, var arguments = block() else { return nil }
        let item: ContentItem?
        switch name {
        case "counter": item = arguments.name().map { .counter(name: $0, style: arguments.counterStyle()) }
        case "counters":
            guard let counter = arguments.name(), arguments.comma(), let separator = arguments.string() else {
                return nil
            }
            item = .counters(name: counter, separator: separator, style: arguments.counterStyle())
        case "attr": item = arguments.attribute().map { .attribute($0.name, fallback: $0.fallback) }
        case "string", "element":
            guard let string = arguments.name() else { return nil }
            let keyword = arguments.comma() ? arguments.keyword(ContentItem.StringKeyword.self) : .first
            item = keyword.map {
                name == "string" ? .namedString(name: string, keyword: $0) : .running(name: string, keyword: $0)
            }
        case "content":
            item =
                arguments.isAtEnd
                ? .elementContent(.text) : arguments.keyword(ContentItem.ElementPart.self).map { .elementContent($0) }
        case "target-counter":
            guard let target = arguments.targetAddress(), arguments.comma(), let counter = arguments.name() else {
                return nil
            }
            item = .targetCounter(target: target, name: counter, style: arguments.counterStyle())
        case "target-counters":
            guard let target = arguments.targetAddress(), arguments.comma(), let counter = arguments.name(),
                arguments.comma(), let separator = arguments.string()
            else { return nil }
            item = .targetCounters(
                target: target, name: counter, separator: separator, style: arguments.counterStyle())
        case "target-text":
            guard let target = arguments.targetAddress() else { return nil }
            let part = arguments.comma() ? arguments.targetPart() : .text
            item = part.map { .targetText(target: target, part: $0) }
        case "leader": item = arguments.leader().map { .leader($0) }
        default: item = nil
        }
        return arguments.isAtEnd ? item : nil
    }

    /// `attr()`'s name, type and fallback: in text an attribute is a string whatever it is read as (CSS Values 5, §7.7).
    private mutating func attribute() -> (name: String, fallback: String)? {
        guard let name = name() else { return nil }
        if functionName == "type" { advance() } else { _ = self.name() }
        var fallback = ""
        if comma() {
            if let text = string() { fallback = text } else { takeRest() }
        }
        return (name.asciiLowercased, fallback)
    }

    private mutating func counterStyle() -> String {
        guard comma() else { return "decimal" }
        return (name() ?? string() ?? "decimal").asciiLowercased
    }

    private mutating func targetPart() -> ContentItem.ElementPart? {
        take("content") ? .text : keyword(ContentItem.ElementPart.self)
    }

    private mutating func targetAddress() -> ContentItem.TargetAddress? {
        if let text = string() ?? address() { return .address(text) }
        guard var arguments = function("attr"), let attribute = arguments.attribute(), arguments.isAtEnd else {
            return nil
        }
        return .attribute(attribute.name)
    }

    private mutating func leader() -> String? {
        if let text = string() { return text }
        switch keyword() {
        case "dotted": return "."
        case "solid": return "_"
        case "space": return " "
        default: return nil
        }
    }
}
