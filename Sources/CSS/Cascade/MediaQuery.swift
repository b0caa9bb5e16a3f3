import Geometry

/// What a document is made for (CSS Media Queries 5, §2.3).
public enum Medium: String, Sendable { case print, screen }

/// A media query list: it holds where any of its queries does (Media Queries 5, §2).
struct MediaQueryList: Hashable, Sendable {
    /// As written.
    var text: String
    private var queries: [Query]
    /// What is no query that is known, as written: features, and whole queries.
    private(set) var unknown: [String] = []

    private struct Query: Hashable, Sendable {
        var isNegated = false
        /// nil is any.
        var type: String?
        var condition: Condition?
    }

    /// A condition on features.
    indirect enum Condition: Hashable, Sendable {
        case feature(name: String, Comparison, value: Double?, keyword: String?)
        case not(Condition)
        case all([Condition])
        case any([Condition])
        /// Syntax that is not known, which never holds; as written.
        case unknown(String)
    }

    enum Comparison: Hashable, Sendable { case present, equal, atLeast, atMost, above, below }

    init(_ buffer: TokenBuffer, _ range: Range<Int>) {
        text = buffer.source(buffer.trimmed(range))
        queries = []
        guard !buffer.trimmed(range).isEmpty else { return }
        var start = range.lowerBound
        var index = start
        while index < range.upperBound {
            if buffer.tokens[index].kind == .comma {
                add(ValueParser(buffer, start..<index))
                start = index + 1
            }
            index = buffer.next(after: index)
        }
        add(ValueParser(buffer, start..<range.upperBound))
    }

    private mutating func add(_ parser: ValueParser) {
        if let query = Self.query(parser) {
            queries.append(query)
            unknown += query.condition?.unknownFeatures ?? []
        } else {
            queries.append(Query(type: "not all"))
            unknown.append(parser.buffer.source(parser.buffer.trimmed(parser.rest)))
        }
    }

    /// Whether the list holds for a medium and a page; an empty list always does.
    func holds(for medium: Medium, page: Size) -> Bool {
        queries.isEmpty
            || queries.contains { query in
                let type = query.type.map { $0 == "all" || $0 == medium.rawValue } ?? true
                let result = type && (query.condition.map { Self.holds($0, medium, page) ?? false } ?? true)
                return query.isNegated ? !result : result
            }
    }

    // MARK: Parsing

    /// nil where it is none.
    private static func query(_ parser: ValueParser) -> Query? {
        var parser = parser
        var query = Query()
        if parser.token?.kind == .ident, !parser.peeksNegatedCondition {
            if parser.take("not") { query.isNegated = true } else { _ = parser.take("only") }
            guard let type = parser.keyword(), !["and", "or", "not", "only", "layer"].contains(type) else { return nil }
            query.type = type
            if parser.take("and") {
                // No `or` beside a type without parentheses (§3).
                query.condition = condition(&parser, mayChoose: false)
                if query.condition == nil { return nil }
            }
        } else {
            query.condition = condition(&parser, mayChoose: true)
            if query.condition == nil { return nil }
        }
        return parser.isAtEnd ? query : nil
    }

    private static func condition(_ parser: inout ValueParser, mayChoose: Bool) -> Condition? {
        if parser.take("not") { return inParentheses(&parser).map(Condition.not) }
        guard let first = inParentheses(&parser) else { return nil }
        var conditions = [first]
        for word in mayChoose ? ["and", "or"] : ["and"] where parser.take(word) {
            repeat {
                guard let next = inParentheses(&parser) else { return nil }
                conditions.append(next)
            } while parser.take(word)
            return word == "and" ? .all(conditions) : .any(conditions)
        }
        return first
    }

    private static func inParentheses(_ parser: inout ValueParser) -> Condition? {
        guard let token = parser.token, token.kind == .openParenthesis || token.kind == .function else { return nil }
        let start = parser.index
        guard var inner = parser.block() else { return nil }
        let unknown = Condition.unknown(parser.buffer.source(start..<parser.buffer.next(after: start)))
        if token.kind == .function { return unknown }
        let kind = inner.token?.kind
        if kind == .openParenthesis || kind == .function && inner.functionName != "calc" || inner.peeksNot {
            let condition = condition(&inner, mayChoose: true)
            return inner.isAtEnd ? condition ?? unknown : unknown
        }
        guard let feature = feature(&inner), inner.isAtEnd else { return unknown }
        return feature
    }

    /// `(min-width: 40em)`, `(width >= 40em)`, `(color)`, `(prefers-color-scheme: dark)`.
    private static func feature(_ parser: inout ValueParser) -> Condition? {
        if let value = featureValue(&parser) {
            guard let comparison = comparison(&parser), let name = parser.keyword() else { return nil }
            let first = Condition.feature(name: name, comparison.reversed, value: value, keyword: nil)
            if parser.isAtEnd { return first }
            // `400px <= width < 700px`
            guard let second = Self.comparison(&parser), comparison.pointsLike(second),
                let limit = featureValue(&parser)
            else { return nil }
            return .all([first, .feature(name: name, second, value: limit, keyword: nil)])
        }
        guard let name = parser.keyword() else { return nil }
        if parser.isAtEnd { return .feature(name: name, .present, value: nil, keyword: nil) }
        var plain = name
        var relation = Comparison.equal
        if parser.token?.kind == .colon {
            parser.advance()
            for (prefix, comparison) in [("min-", Comparison.atLeast), ("max-", .atMost)] {
                for browser in ["", "-webkit-"] where name.hasPrefix(browser + prefix) {
                    plain = browser + name.dropFirst(browser.utf8.count + 4)
                    relation = comparison
                }
            }
        } else {
            guard let explicit = comparison(&parser) else { return nil }
            relation = explicit
        }
        if let value = featureValue(&parser) { return .feature(name: plain, relation, value: value, keyword: nil) }
        guard relation == .equal, let keyword = parser.keyword() else { return nil }
        return .feature(name: plain, relation, value: nil, keyword: keyword)
    }

    private static func featureValue(_ parser: inout ValueParser) -> Double? {
        if let number = parser.number() {
            // A ratio, `16/9`.
            if parser.slash() { return parser.number().map { number / $0 } }
            return number
        }
        if let resolution = parser.resolution() { return resolution }
        // Lengths in media queries are against the initial font size.
        let initial = StyleValues()
        return parser.length(.negative)?.computed(in: ComputationContext(initial, .zero)).points
    }

    private static func comparison(_ parser: inout ValueParser) -> Comparison? {
        if parser.takeDelimiter("<") { return parser.takeDelimiter("=") ? .atMost : .below }
        if parser.takeDelimiter(">") { return parser.takeDelimiter("=") ? .atLeast : .above }
        return parser.takeDelimiter("=") ? .equal : nil
    }

    // MARK: Evaluation

    /// nil where it is not known, which no `not` makes true (§3).
    private static func holds(_ condition: Condition, _ medium: Medium, _ page: Size) -> Bool? {
        switch condition {
        case .unknown: return nil
        case .not(let inner): return holds(inner, medium, page).map { !$0 }
        case .all(let list):
            let results = list.map { holds($0, medium, page) }
            return results.contains(false) ? false : results.contains(nil) ? nil : true
        case .any(let list):
            let results = list.map { holds($0, medium, page) }
            return results.contains(true) ? true : results.contains(nil) ? nil : false
        case .feature(let name, let comparison, let value, let keyword):
            if let actual = number(name, page) {
                guard keyword == nil || name == "resolution" else { return nil }
                return comparison.holds(actual, keyword == "infinite" ? .infinity : value)
            }
            guard let actual = word(name, medium, page), value == nil else { return nil }
            // Without a value it asks for anything but none of it (§2.4.4).
            return keyword.map { $0 == actual } ?? !["none", "no-preference"].contains(actual)
        }
    }

    /// What features of numbers are; nil for others. A page that is drawn has no dots (Media Queries 5, §4.1).
    fileprivate static func number(_ name: String, _ page: Size) -> Double? {
        switch name {
        case "width", "device-width": page.width
        case "height", "device-height": page.height
        case "aspect-ratio", "device-aspect-ratio": page.width / max(page.height, 1)
        case "color": 8
        case "color-index", "monochrome", "grid", "horizontal-viewport-segments", "vertical-viewport-segments": 0
        case "resolution", "-webkit-device-pixel-ratio": .infinity
        default: nil
        }
    }

    /// What features of keywords are; nil for those that are not known.
    fileprivate static func word(_ name: String, _ medium: Medium, _ page: Size) -> String? {
        switch name {
        case "orientation": page.width > page.height ? "landscape" : "portrait"
        case "overflow-block": medium == .print ? "paged" : "scroll"
        case "color-gamut", "video-color-gamut": "srgb"
        case "dynamic-range", "video-dynamic-range": "standard"
        case "prefers-color-scheme": "light"
        case "prefers-reduced-motion": "reduce"
        case "prefers-contrast", "prefers-reduced-transparency", "prefers-reduced-data": "no-preference"
        case "display-mode": "browser"
        case "environment-blending": "opaque"
        case "scan": "progressive"
        case "hover", "pointer", "any-hover", "any-pointer", "update", "scripting", "overflow-inline", "forced-colors",
            "inverted-colors", "nav-controls":
            "none"
        default: nil
        }
    }
}

extension MediaQueryList.Condition {
    /// The parts that are not known, as written.
    fileprivate var unknownFeatures: [String] {
        switch self {
        case .unknown(let text): [text]
        case .not(let inner): inner.unknownFeatures
        case .all(let list), .any(let list): list.flatMap(\.unknownFeatures)
        case .feature(let name, _, _, _):
            MediaQueryList.number(name, .zero) == nil && MediaQueryList.word(name, .print, .zero) == nil
                && !name.isVendorPrefixed ? [name] : []
        }
    }
}

extension MediaQueryList.Comparison {
    /// `600px < width` asks whether the width is above.
    fileprivate var reversed: Self {
        switch self {
        case .present, .equal: self
        case .atLeast: .atMost
        case .atMost: .atLeast
        case .above: .below
        case .below: .above
        }
    }

    /// Whether both ask for smaller or both for greater ones.
    fileprivate func pointsLike(_ other: Self) -> Bool {
        switch (self, other) {
        case (.atLeast, .atLeast), (.atLeast, .above), (.above, .atLeast), (.above, .above), (.atMost, .atMost),
            (.atMost, .below), (.below, .atMost), (.below, .below):
            true
        default: false
        }
    }

    fileprivate func holds(_ actual: Double, _ value: Double?) -> Bool {
        switch self {
        case .present: actual != 0
        case .equal: value.map { actual == $0 || abs(actual - $0) <= 1e-9 * abs(actual) } ?? false
        case .atLeast: actual >= (value ?? .infinity)
        case .atMost: actual <= (value ?? -.infinity)
        case .above: actual > (value ?? .infinity)
        case .below: actual < (value ?? -.infinity)
        }
    }
}

extension ValueParser {
    /// Whether `not (` stands here, without taking it.
    fileprivate var peeksNegatedCondition: Bool {
        var copy = self
        return copy.take("not") && copy.token?.kind != .ident
    }
}
