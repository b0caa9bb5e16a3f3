/// The OpenType features that `font-variant-*` and `font-feature-settings` ask for, kept apart because each is inherited
/// by itself (CSS Fonts 4, §6 and §7).
struct FontFeatures: Hashable, Sendable {
    var ligatures: [FontStyle.Feature] = []
    var numeric: [FontStyle.Feature] = []
    var eastAsian: [FontStyle.Feature] = []
    var alternates: [FontStyle.Feature] = []
    var settings: [FontStyle.Feature] = []

    /// All of them sorted by tag, a later property's value winning (§7.2).
    func merged(caps: FontStyle.Caps, position: FontStyle.Position, kerning: Bool) -> [FontStyle.Feature] {
        if ligatures.isEmpty, numeric.isEmpty, eastAsian.isEmpty, alternates.isEmpty, settings.isEmpty,
            caps == .normal, position == .normal, kerning
        {
            return []
        }
        var values: [String: Int] = kerning ? [:] : ["kern": 0]
        for feature in Self.features(of: caps) + Self.features(of: position) + ligatures + numeric + eastAsian
            + alternates + settings
        {
            values[feature.tag] = feature.value
        }
        return values.map { FontStyle.Feature(tag: $0.key, value: $0.value) }.sorted { $0.tag < $1.tag }
    }

    private static func on(_ tags: String...) -> [FontStyle.Feature] { tags.map { .init(tag: $0, value: 1) } }
    private static func off(_ tags: String...) -> [FontStyle.Feature] { tags.map { .init(tag: $0, value: 0) } }

    private static func features(of caps: FontStyle.Caps) -> [FontStyle.Feature] {
        switch caps {
        case .normal: []
        case .smallCaps: on("smcp")
        case .allSmallCaps: on("c2sc", "smcp")
        case .petiteCaps: on("pcap")
        case .allPetiteCaps: on("c2pc", "pcap")
        case .unicase: on("unic")
        case .titlingCaps: on("titl")
        }
    }

    private static func features(of position: FontStyle.Position) -> [FontStyle.Feature] {
        switch position {
        case .normal: []
        case .sub: on("subs")
        case .super: on("sups")
        }
    }

    /// The keywords of a property, by what they choose between: of each group only one may be said (§6).
    typealias Choices = [[String: [FontStyle.Feature]]]

    static let noLigatures = off("calt", "clig", "dlig", "hlig", "liga")
    static let ligatureValues: Choices = [
        ["common-ligatures": on("clig", "liga"), "no-common-ligatures": off("clig", "liga")],
        ["discretionary-ligatures": on("dlig"), "no-discretionary-ligatures": off("dlig")],
        ["historical-ligatures": on("hlig"), "no-historical-ligatures": off("hlig")],
        ["contextual": on("calt"), "no-contextual": off("calt")],
    ]
    static let numericValues: Choices = [
        ["lining-nums": on("lnum"), "oldstyle-nums": on("onum")],
        ["proportional-nums": on("pnum"), "tabular-nums": on("tnum")],
        ["diagonal-fractions": on("frac"), "stacked-fractions": on("afrc")], ["ordinal": on("ordn")],
        ["slashed-zero": on("zero")],
    ]
    static let eastAsianValues: Choices = [
        [
            "jis78": on("jp78"), "jis83": on("jp83"), "jis90": on("jp90"), "jis04": on("jp04"),
            "simplified": on("smpl"),
            "traditional": on("trad"),
        ],
        ["full-width": on("fwid"), "proportional-width": on("pwid")], ["ruby": on("ruby")],
    ]
    static let alternateValues: Choices = [["historical-forms": on("hist")]]
}

/// Keywords that each switch features, taken one by one.
struct FeatureKeywords {
    private var groups: FontFeatures.Choices
    private(set) var features: [FontStyle.Feature] = []

    init(_ groups: FontFeatures.Choices) { self.groups = groups }

    /// Takes a keyword; false where it is none of these, or where another of its group was taken.
    mutating func take(_ keyword: String) -> Bool {
        guard let group = groups.firstIndex(where: { $0[keyword] != nil }) else { return false }
        features += groups.remove(at: group)[keyword] ?? []
        return true
    }
}
