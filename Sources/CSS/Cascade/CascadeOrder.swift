import Geometry

/// All selectors and page rules of some sheets, weakest first (CSS Cascade 5, §6).
///
/// Each sheet of Offprint's own is a layer by itself (base, then the medium's), then come the theme and the user, whose
/// sheets share the names of their cascade layers.
struct CascadeOrder {
    private(set) var entries: [RuleIndex.Entry] = []
    private(set) var pageRules: [RankedPageRule] = []
    private(set) var counterStyles: [CounterStyleRule] = []
    private(set) var registrations: [String: PropertyRegistration] = [:]

    /// What rules for the root alone declare, before any element is known.
    var rootCustomProperties: [String: String] {
        var declared: [String: String] = [:]
        for entry in entries where entry.selector.compounds.count == 1 && entry.selector.subject.isRoot {
            for custom in entry.rule.custom { declared[custom.name] = custom.text }
        }
        return declared
    }

    struct RankedPageRule: Sendable {
        var rule: PageRule
        var origin: StyleSheet.Origin
        var level: Int
    }

    private struct Rank: Comparable {
        var level: Int
        var specificity: Specificity
        var order: Int

        static func < (a: Rank, b: Rank) -> Bool {
            (a.level, a.specificity, a.order) < (b.level, b.specificity, b.order)
        }
    }

    init(_ sheets: [StyleSheet], medium: Medium, page: Size) {
        var ranked: [(rank: Rank, entry: RuleIndex.Entry)] = []
        var styles: [(level: Int, rule: CounterStyleRule)] = []
        var level = 0
        var order = 0
        for group in Self.groups(sheets) {
            var layers = CascadeLayers()
            let places = group.enumerated().map { layers.merge($1.layers, sheet: $0) }
            let ranks = layers.ranks
            // Rules outside of all layers are the strongest.
            let unlayered = level + layers.count
            for (sheet, places) in zip(group, places) {
                func rank(_ layer: Int?) -> Int { layer.map { level + ranks[places[$0]] } ?? unlayered }
                func holds(_ media: [MediaQueryList]) -> Bool {
                    media.allSatisfy { $0.holds(for: medium, page: page) }
                }
                for rule in sheet.rules where holds(rule.media) {
                    for selector in rule.selectors {
                        let own = rank(rule.layer)
                        let entry = RuleIndex.Entry(selector: selector, rule: rule, origin: sheet.origin, level: own)
                        ranked.append((Rank(level: own, specificity: selector.specificity, order: order), entry))
                        order += 1
                    }
                }
                for rule in sheet.counterStyles where holds(rule.media) { styles.append((rank(rule.layer), rule)) }
                for rule in sheet.pageRules where holds(rule.media) {
                    pageRules.append(RankedPageRule(rule: rule, origin: sheet.origin, level: rank(rule.layer)))
                }
                for registration in sheet.registrations where holds(registration.media) {
                    registrations[registration.name] = registration
                }
            }
            level = unlayered + 1
        }
        entries = ranked.sorted { $0.rank < $1.rank }.map(\.entry)
        counterStyles = styles.enumerated().sorted { ($0.element.level, $0.offset) < ($1.element.level, $1.offset) }
            .map(\.element.rule)
    }

    /// The sheets that share their layers, weakest first: each of Offprint's own alone, the theme's, the user's.
    private static func groups(_ sheets: [StyleSheet]) -> [[StyleSheet]] {
        let sorted = sheets.enumerated().sorted { ($0.element.origin, $0.offset) < ($1.element.origin, $1.offset) }
            .map(\.element)
        var groups: [[StyleSheet]] = []
        for sheet in sorted {
            if let last = groups.last?.last, last.origin == sheet.origin, sheet.origin != .base {
                groups[groups.count - 1].append(sheet)
            } else {
                groups.append([sheet])
            }
        }
        return groups
    }
}
