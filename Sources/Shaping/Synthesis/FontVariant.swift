/// `font-variant-caps` (CSS Fonts 4, §6.6).
public enum CapsVariant: Hashable, Sendable {
    case normal, smallCaps, allSmallCaps, petiteCaps, allPetiteCaps, unicase, titlingCaps

    /// The features that make it, and those that do where a font lacks them.
    var features: (own: [String], instead: [String]) {
        switch self {
        case .normal: ([], [])
        case .smallCaps: (["smcp"], [])
        case .allSmallCaps: (["smcp", "c2sc"], [])
        case .petiteCaps: (["pcap"], ["smcp"])
        case .allPetiteCaps: (["pcap", "c2pc"], ["smcp", "c2sc"])
        case .unicase: (["unic"], ["c2sc"])
        case .titlingCaps: (["titl"], [])
        }
    }

    /// The form that stands in for the features.
    var form: SynthesizedForm {
        switch self {
        case .normal, .titlingCaps, .unicase: .none
        case .smallCaps, .petiteCaps: .smallCapitals
        case .allSmallCaps, .allPetiteCaps: .allSmallCapitals
        }
    }
}

/// `font-variant-emoji` (CSS Fonts 4, §6.10): how characters are shown that have both a plain and a coloured form.
public enum EmojiVariant: Hashable, Sendable {
    /// As Unicode has it for each character; `unicode` is the same.
    case normal
    case text, emoji
}

/// `font-variant-position` (CSS Fonts 4, §6.5).
public enum PositionVariant: Hashable, Sendable {
    case normal, sub, `super`

    /// The features that make it, the preferred one first: scientific inferiors are subscripts, too.
    var features: [String] {
        switch self {
        case .normal: []
        case .sub: ["subs", "sinf"]
        case .super: ["sups"]
        }
    }

    var form: SynthesizedForm {
        switch self {
        case .normal: .none
        case .sub: .subscript
        case .super: .superscript
        }
    }
}
