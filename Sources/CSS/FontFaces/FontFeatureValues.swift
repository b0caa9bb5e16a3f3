/// What the names of `font-variant-alternates` mean in each family, as `@font-feature-values` rules say (CSS Fonts 4,
/// §6.9).
public struct FontFeatureValues: Hashable, Sendable {
    /// One rule.
    struct Rule: Hashable, Sendable {
        /// Lower case.
        var families: [String]
        var values: [FontStyle.Alternate.Kind: [String: [Int]]] = [:]
        var media: [MediaQueryList] = []
    }

    /// Weakest first.
    var rules: [Rule] = []

    public init() {}

    /// The features that alternates switch in a family; names that no rule defines switch none.
    public func features(of alternates: [FontStyle.Alternate], family: String) -> [FontStyle.Feature] {
        if alternates.isEmpty || rules.isEmpty { return [] }
        let family = family.asciiLowercased
        let known = rules.filter { $0.families.contains(family) }
        return alternates.flatMap { alternate in
            alternate.names.flatMap { name -> [FontStyle.Feature] in
                guard let values = known.last(where: { $0.values[alternate.kind]?[name] != nil })?.values else {
                    return []
                }
                return alternate.kind.features(values[alternate.kind]![name]!)
            }
        }
    }
}

extension FontStyle.Alternate.Kind {
    /// The rule inside of `@font-feature-values` that defines names of this kind.
    init?(ruleName: String) {
        switch ruleName {
        case "stylistic": self = .stylistic
        case "styleset": self = .styleset
        case "character-variant": self = .characterVariant
        case "swash": self = .swash
        case "ornaments": self = .ornaments
        case "annotation": self = .annotation
        default: return nil
        }
    }

    /// The features that a name's numbers stand for (§6.8).
    fileprivate func features(_ numbers: [Int]) -> [FontStyle.Feature] {
        func numbered(_ prefix: String, _ number: Int) -> String { prefix + (number < 10 ? "0" : "") + String(number) }
        let first = numbers.first ?? 1
        switch self {
        case .stylistic: return [.init(tag: "salt", value: first)]
        case .swash: return [.init(tag: "swsh", value: first), .init(tag: "cswh", value: first)]
        case .ornaments: return [.init(tag: "ornm", value: first)]
        case .annotation: return [.init(tag: "nalt", value: first)]
        case .styleset:
            return numbers.filter { (1...20).contains($0) }.map { .init(tag: numbered("ss", $0), value: 1) }
        case .characterVariant:
            guard (1...99).contains(first) else { return [] }
            return [.init(tag: numbered("cv", first), value: numbers.count > 1 ? numbers[1] : 1)]
        }
    }
}

extension StyleResolver {
    /// The `@font-feature-values` rules that hold for the medium.
    public var fontFeatureValues: FontFeatureValues {
        let sorted = sheets.enumerated().sorted { ($0.element.origin, $0.offset) < ($1.element.origin, $1.offset) }
        var values = FontFeatureValues()
        values.rules = sorted.flatMap(\.element.fontFeatureValues).filter { rule in
            rule.media.allSatisfy { $0.holds(for: medium, page: pageSize) }
        }
        return values
    }
}
