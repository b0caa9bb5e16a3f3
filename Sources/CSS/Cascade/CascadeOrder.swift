import Geometry

/// All selectors and page rules of some sheets, weakest first (CSS Cascade 5, §6).
///
/// Each sheet of Offprint's own is a layer by itself (base, then the medium's), then come the theme and the user.
struct CascadeOrder {
    private(set) var entries: [RuleIndex.Entry] = []
    private(set) var pageRules: [RankedPageRule] = []
    private(set) var counterStyles: [CounterStyleRule] = []

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
        var level = 0
        var order = 0
        var previous: StyleSheet.Origin?
        let sorted = sheets.enumerated().sorted { ($0.element.origin, $0.offset) < ($1.element.origin, $1.offset) }
        for (_, sheet) in sorted {
            // Sheets of the user or of one theme are one layer; unlayered rules are its strongest.
            if sheet.origin != previous || sheet.origin == .base { level += 1 }
            level += sheet.layers.count
            previous = sheet.origin
            for rule in sheet.rules where rule.media.allSatisfy({ $0.holds(for: medium, page: page) }) {
                let own = rule.layer.map { level - sheet.layers.count + sheet.layerRanks[$0] } ?? level
                for selector in rule.selectors {
                    let entry = RuleIndex.Entry(
                        selector: selector, rule: rule, origin: sheet.origin, level: own)
                    ranked.append((Rank(level: own, specificity: selector.specificity, order: order), entry))
                    order += 1
                }
            }
            counterStyles += sheet.counterStyles.filter { rule in
                rule.media.allSatisfy { $0.holds(for: medium, page: page) }
            }
            for rule in sheet.pageRules where rule.media.allSatisfy({ $0.holds(for: medium, page: page) }) {
                pageRules.append(RankedPageRule(rule: rule, origin: sheet.origin, level: level))
            }
        }
        entries = ranked.sorted { $0.rank < $1.rank }.map(\.entry)
    }
}
