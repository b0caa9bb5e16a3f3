import CSS

extension TextStyle.Transform {
    /// CSS Text 4, §2.1: Unicode's full case mappings, and what some languages do otherwise; then kana, then widths.
    func applied(to text: String, language: String?) -> String {
        guard self != Self() else { return text }
        let rules = CaseRules(language)
        var text =
            switch letterCase {
            case .none: text
            case .uppercase: rules.uppercased(text)
            case .lowercase: rules.lowercased(text)
            case .capitalize: rules.capitalizingWords(text)
            case .mathAuto: text.mathItalic
            }
        if isFullWidth { text = text.mappingScalars(CharacterForms.fullWidth) }
        if hasFullSizeKana { text = text.mappingScalars(CharacterForms.fullSizeKana) }
        return text
    }
}

/// Case mappings of one language (Unicode, SpecialCasing.txt, and CSS Text 3, §2.1.1).
private enum CaseRules {
    case common, turkic, greek, dutch

    init(_ language: String?) {
        self =
            switch language?.split(separator: "-").first?.lowercased() {
            case "tr", "az": .turkic
            case "el": .greek
            case "nl": .dutch
            default: .common
            }
    }

    func uppercased(_ text: String) -> String {
        switch self {
        case .common, .dutch: text.uppercased()
        case .turkic: text.replacing("i", with: "İ").uppercased()
        case .greek: text.withoutTonos.uppercased()
        }
    }

    func lowercased(_ text: String) -> String {
        switch self {
        case .common, .dutch, .greek: text.lowercased()
        case .turkic: text.replacing("I", with: "ı").replacing("İ", with: "i").lowercased()
        }
    }

    /// The first letter of each word in upper case, the rest as it is; punctuation before it stays.
    func capitalizingWords(_ text: String) -> String {
        var result = ""
        var startsWord = true
        var previous: Character?
        for character in text {
            if startsWord, character.isLetter || character.isNumber {
                result += self == .turkic ? uppercased(String(character)) : character.titlecased
                startsWord = false
            } else if self == .dutch, character == "j", previous == "i" || previous == "I", result.last == "I" {
                result += "J"
            } else {
                result.append(character)
            }
            if character.isWhitespace || character == "-" || character == "\u{2010}" { startsWord = true }
            previous = character
        }
        return result
    }
}

extension Character {
    /// Unicode's mapping for a word's first letter: `ǆ` becomes `ǅ`.
    fileprivate var titlecased: String {
        unicodeScalars.enumerated().reduce(into: "") { text, scalar in
            text += scalar.offset == 0 ? scalar.element.properties.titlecaseMapping : String(scalar.element)
        }
    }
}

extension String {
    /// Greek without the accents that capitals do not have; the dialytika stay.
    fileprivate var withoutTonos: String {
        let plain: [Unicode.Scalar: Unicode.Scalar] = [
            "Ά": "Α", "Έ": "Ε", "Ή": "Η", "Ί": "Ι", "Ό": "Ο", "Ύ": "Υ", "Ώ": "Ω", "ά": "α", "έ": "ε", "ή": "η",
            "ί": "ι",
            "ό": "ο", "ύ": "υ", "ώ": "ω", "ΐ": "ϊ", "ΰ": "ϋ",
        ]
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars where scalar.value != 0x0301 { result.append(plain[scalar] ?? scalar) }
        return String(result)
    }
}
