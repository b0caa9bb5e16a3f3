import Geometry

/// What a document is made for (CSS Media Queries 5, §2.3).
public enum Medium: String, Sendable { case print, screen }

/// A media query list: it holds where any of its queries does (Media Queries 5, §2).
struct MediaQueryList: Hashable, Sendable {
    /// As written.
    var text: String
    private var queries: [Query]

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
        /// Syntax that is not known, which never holds.
        case unknown
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
                queries.append(Self.query(ValueParser(buffer, start..<index)))
                start = index + 1
            }
            index = buffer.next(after: index)
        }
        queries.append(Self.query(ValueParser(buffer, start..<range.upperBound)))
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

    private static func query(_ parser: ValueParser) -> Query {
        var parser = parser
        var query = Query()
        if parser.token?.kind == .ident {
            if parser.take("not") {
                if parser.token?.kind != .ident {
                    query.condition = .not(inParentheses(&parser))
                    return parser.isAtEnd ? query : Query(type: "unknown")
                }
                query.isNegated = true
            } else {
                _ = parser.take("only")
            }
            query.type = parser.keyword()
            if parser.take("and") { query.condition = conjunction(&parser) }
        } else {
            query.condition = conjunction(&parser)
        }
        return parser.isAtEnd ? query : Query(type: "unknown")
    }

    private static func conjunction(_ parser: inout ValueParser) -> Condition {
        if parser.take("not") { return .not(inParentheses(&parser)) }
        var conditions = [inParentheses(&parser)]
        if parser.take("or") {
            repeat { conditions.append(inParentheses(&parser)) } while parser.take("or")
            return .any(conditions)
        }
        while parser.take("and") { conditions.append(inParentheses(&parser)) }
        return conditions.count == 1 ? conditions[0] : .all(conditions)
    }

    private static func inParentheses(_ parser: inout ValueParser) -> Condition {
        guard parser.token?.kind == .openParenthesis, var inner = parser.block() else { return .unknown }
        if inner.token?.kind == .openParenthesis || inner.token.map({ $0.kind == .ident }) == true && inner.peeksNot {
            return conjunction(&inner)
        }
        return feature(&inner)
    }

    /// `(min-width: 40em)`, `(width >= 40em)`, `(color)`, `(prefers-color-scheme: dark)`.
    private static func feature(_ parser: inout ValueParser) -> Condition {
        if let value = featureValue(&parser), let comparison = comparison(&parser), let name = parser.keyword() {
            let first = Condition.feature(name: name, comparison.reversed, value: value, keyword: nil)
            if parser.isAtEnd { return first }
            // `400px <= width < 700px`
            guard let second = Self.comparison(&parser), let limit = featureValue(&parser), parser.isAtEnd else {
                return .unknown
            }
            return .all([first, .feature(name: name, second, value: limit, keyword: nil)])
        }
        guard let name = parser.keyword() else { return .unknown }
        if parser.isAtEnd { return .feature(name: name, .present, value: nil, keyword: nil) }
        var plain = name
        var relation = Comparison.equal
        if name.hasPrefix("min-") || name.hasPrefix("max-") {
            plain = String(name.dropFirst(4))
            relation = name.hasPrefix("min-") ? .atLeast : .atMost
        }
        if let token = parser.token, token.kind == .colon {
            parser.advance()
        } else {
            guard let explicit = comparison(&parser) else { return .unknown }
            relation = explicit
        }
        let value = featureValue(&parser)
        return .feature(name: plain, relation, value: value, keyword: value == nil ? parser.keyword() : nil)
    }

    private static func featureValue(_ parser: inout ValueParser) -> Double? {
        if let number = parser.number() {
            // A ratio, `16/9`.
            if parser.slash() { return parser.number().flatMap { $0 == 0 ? nil : number / $0 } }
            return number
        }
        // Lengths in media queries are against the initial font size.
        let context = ComputationContext(
            fontSize: FontSize.medium, rootFontSize: FontSize.medium, lineHeight: 14.4, rootLineHeight: 14.4,
            viewport: .zero)
        return parser.length([])?.computed(in: context).points
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
            switch name {
            case "width": return comparison.holds(page.width, value)
            case "height": return comparison.holds(page.height, value)
            case "aspect-ratio": return comparison.holds(page.width / max(page.height, 1), value)
            case "orientation": return keyword == (page.width > page.height ? "landscape" : "portrait")
            case "color": return comparison.holds(8, value)
            case "color-gamut": return keyword == "srgb"
            case "monochrome", "grid": return comparison.holds(0, value)
            case "prefers-color-scheme": return keyword == "light"
            case "prefers-reduced-motion": return keyword == "reduce"
            case "hover", "pointer", "any-hover", "any-pointer", "update", "scripting": return keyword == "none"
            default: return nil
            }
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

    fileprivate func holds(_ actual: Double, _ value: Double?) -> Bool {
        switch self {
        case .present: actual != 0
        case .equal: actual == value
        case .atLeast: actual >= (value ?? .infinity)
        case .atMost: actual <= (value ?? -.infinity)
        case .above: actual > (value ?? .infinity)
        case .below: actual < (value ?? -.infinity)
        }
    }
}

extension ValueParser {
    /// Whether `not` stands here, without taking it.
    fileprivate var peeksNot: Bool {
        var copy = self
        return copy.take("not")
    }
}
