/// Spaces that no line ends at: between number and unit, initials, titles and names, abbreviations and their numbers.
enum NoBreakSpaces {
    static func edits(of text: RunningText) -> [RunningText.Edit] {
        var edits: [RunningText.Edit] = []
        for (offset, unit) in text.units.enumerated() {
            if unit.isPlainSpace, let space = space(at: offset, text) {
                edits.append(RunningText.Edit(offset..<offset + 1, space))
            } else if unit == 0x2E, isInsideAbbreviation(offset, text) {
                edits.append(RunningText.Edit(offset + 1..<offset + 1, narrow))
            }
        }
        return edits
    }

    private static let narrow = "\u{202F}"
    private static let wide = "\u{A0}"

    /// The space in place of a plain one, or nil to leave it.
    private static func space(at offset: Int, _ text: RunningText) -> String? {
        guard let before = text[offset - 1], let after = text[offset + 1], !before.isSpace, !after.isSpace else {
            return nil
        }
        let language = text.language(at: offset)
        if before.isDigit {
            if after.isDigit { return isThousands(offset, text, language) ? narrow : nil }
            return units.contains(text.unit(from: offset + 1)) ? wide : nil
        }
        if before == 0xA7 || before == 0x2116 { return after.isDigit ? wide : nil }
        if before == 0x2E { return afterStop(offset, text, language) }
        if language.isOne(of: Set(lonelyWords.keys)), isLonely(offset, text, language) { return wide }
        return titlesWithoutStop.contains(text.word(endingAt: offset)) && after.isUppercase ? wide : nil
    }

    /// Behind a full stop: initials, titles, abbreviations.
    private static func afterStop(_ offset: Int, _ text: RunningText, _ language: TextLanguage) -> String? {
        let after = text[offset + 1]!
        var start = offset - 1
        while let unit = text[start - 1], unit.isLetter, offset - start < 12 { start -= 1 }
        let isWhole = text[start - 1].map { !$0.isWord && $0 != 0x2E } ?? true
        if isInAbbreviation(offset, text, language) { return narrow }
        guard isWhole || text[start - 1] == 0x2E else { return nil }
        let word = String(decoding: text.units[start..<offset - 1], as: UTF16.self)
        if after.isDigit { return isWhole && beforeNumbers.contains(word) ? wide : nil }
        guard after.isUppercase else { return nil }
        if word.utf16.count == 1, text[start]!.isUppercase { return wide }
        return isWhole && titles.contains(word) ? wide : nil
    }

    // MARK: Abbreviations of several words

    /// By language, each with the parts that its full stops end.
    private static let abbreviations: [String: [[String]]] = [
        "de": [
            ["z", "B"], ["d", "h"], ["u", "a"], ["i", "d", "R"], ["s", "o"], ["s", "u"], ["o", "ä"], ["u", "ä"],
            ["z", "T"], ["u", "U"], ["v", "a"], ["i", "A"], ["z", "Zt"], ["u", "v", "m"], ["v", "Chr"], ["n", "Chr"],
        ],
        "en": [["e", "g"], ["i", "e"], ["p", "m"], ["a", "m"], ["B", "C"], ["A", "D"]],
        "es": [["p", "ej"], ["EE", "UU"], ["a", "C"], ["d", "C"]], "it": [["a", "C"], ["d", "C"], ["p", "es"]],
        "pt": [["p", "ex"], ["a", "C"], ["d", "C"]], "fr": [["p", "ex"], ["c", "à", "d"]],
        "sv": [["t", "ex"], ["bl", "a"], ["d", "v", "s"], ["m", "m"]],
        "nb": [["f", "eks"], ["bl", "a"], ["m", "m"]],
        "nn": [["f", "eks"], ["m", "m"]], "da": [["f", "eks"], ["bl", "a"], ["m", "m"]],
        "cs": [["t", "j"], ["n", "l"]],
        "sk": [["t", "j"], ["n", "l"]], "pl": [["m", "in"], ["n", "e"], ["p", "n", "e"]],
        "ru": [["т", "е"], ["т", "д"], ["т", "п"], ["н", "э"]],
        "uk": [["т", "д"], ["т", "п"], ["н", "е"]], "hu": [["i", "sz"], ["i", "e"]], "nl": [],
    ]

    /// Languages that set a space where the writer left none.
    private static let opening: Set = ["de", "ru", "uk"]

    /// A space between two parts of an abbreviation.
    private static func isInAbbreviation(_ space: Int, _ text: RunningText, _ language: TextLanguage) -> Bool {
        parts(endingAt: space - 1, continuingAt: space + 1, text, language)
    }

    /// A full stop between two parts of one, without a space.
    private static func isInsideAbbreviation(_ stop: Int, _ text: RunningText) -> Bool {
        guard text[stop + 1]?.isLetter == true, text[stop - 1]?.isLetter == true, !text.isFixed(at: stop) else {
            return false
        }
        let language = text.language(at: stop)
        return language.isOne(of: opening) && parts(endingAt: stop, continuingAt: stop + 1, text, language)
    }

    /// A part of an abbreviation ends with the full stop at `stop`, its next part begins at `next`.
    private static func parts(
        endingAt stop: Int, continuingAt next: Int, _ text: RunningText, _ language: TextLanguage
    ) -> Bool {
        guard let known = abbreviations[language.primary] else { return false }
        for parts in known {
            for index in 0..<parts.count - 1 {
                guard let start = matched(parts[...index], endingAt: stop, text),
                    text[start - 1].map({ !$0.isWord && $0 != 0x2E }) ?? true,
                    continues(parts[(index + 1)...], at: next, text)
                else { continue }
                return true
            }
        }
        return false
    }

    /// Where parts begin that end with a full stop at an offset.
    private static func matched(_ parts: ArraySlice<String>, endingAt stop: Int, _ text: RunningText) -> Int? {
        var end = stop
        for (index, part) in parts.reversed().enumerated() {
            if index > 0 {
                if text[end - 1]?.isSpace == true { end -= 1 }
                end -= 1
            }
            guard text[end] == 0x2E else { return nil }
            for unit in part.utf16.reversed() {
                end -= 1
                guard text[end] == unit else { return nil }
            }
        }
        return end
    }

    private static func continues(_ parts: ArraySlice<String>, at start: Int, _ text: RunningText) -> Bool {
        var offset = start
        for (index, part) in parts.enumerated() {
            if index > 0, text[offset]?.isSpace == true { offset += 1 }
            for unit in part.utf16 {
                guard text[offset] == unit else { return false }
                offset += 1
            }
            guard text[offset] == 0x2E else { return false }
            offset += 1
        }
        return true
    }

    // MARK: Numbers

    /// 12 500, in languages that part thousands by spaces.
    private static func isThousands(_ offset: Int, _ text: RunningText, _ language: TextLanguage) -> Bool {
        guard !language.isOne(of: ["en", "", "zh", "ja", "ko"]) else { return false }
        var start = offset
        while let unit = text[start - 1], unit.isDigit, offset - start < 4 { start -= 1 }
        guard offset - start <= 3, text[start - 1].map({ !$0.isWord && $0 != 0x2E && $0 != 0x2C }) ?? true,
            text[start] != 0x30
        else { return false }
        let after = offset + 1
        return text[after]?.isDigit == true && text[after + 1]?.isDigit == true && text[after + 2]?.isDigit == true
            && text[after + 3]?.isWord != true
    }

    /// Signs of units that follow a number.
    private static let units: Set<String> = [
        "mm", "cm", "dm", "m", "km", "µm", "nm", "mg", "g", "kg", "t", "ml", "cl", "dl", "l", "L", "ms", "s", "min",
        "h",
        "Hz", "kHz", "MHz", "GHz", "W", "kW", "MW", "GW", "kWh", "V", "kV", "mA", "A", "Ω", "N", "J", "kJ", "Pa", "hPa",
        "bar", "K", "°C", "°F", "°", "%", "‰", "€", "$", "£", "¥", "Fr.", "CHF", "EUR", "USD", "kr", "zł", "Kč", "Ft",
        "₽", "ha", "m²", "m³", "km²", "cm²", "cm³", "km/h", "m/s", "mph", "ft", "lb", "oz", "kB", "MB", "GB", "TB",
        "Mb",
        "px", "pt", "dpi", "dB", "мм", "см", "м", "км", "г", "кг", "руб.", "am", "pm", "a.m.", "p.m.",
    ]

    /// Abbreviations without their full stop that a number follows.
    private static let beforeNumbers: Set<String> = [
        "No", "Nos", "Nr", "Nrs", "p", "pp", "S", "s", "Abb", "Fig", "Figs", "fig", "Tab", "Eq", "vol", "Vol", "Bd",
        "ch",
        "chap", "sec", "Art", "art", "Abs", "Kap", "Nn", "núm", "n", "pág", "págs", "pag", "blz", "nr", "č", "str",
        "rys",
        "г", "с", "рис", "ca", "c", "ed", "ff", "Z",
    ]

    /// Titles without their full stop that a name follows.
    private static let titles: Set<String> = [
        "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Rev", "Hr", "Fr", "Sr", "Sra", "Dra", "Sig", "Dott", "Mag", "Ing", "Hl",
        "Mt", "Lt", "Capt", "Gen", "Col", "Sgt", "гр", "г",
    ]
    /// Titles that have none.
    private static let titlesWithoutStop: Set<String> = ["Mr", "Mrs", "Ms", "Dr", "Mme", "Mlle", "MM", "Mgr", "Me"]

    // MARK: Words of one letter

    /// Words that do not stand at a line's end, in languages whose printers keep that rule.
    private static let lonelyWords: [String: Set<UInt16>] = [
        "cs": Set("kKsSvVzZoOuUaAiI".utf16), "sk": Set("kKsSvVzZoOuUaAiI".utf16), "pl": Set("aAiIoOuUwWzZ".utf16),
        "sl": Set("vVsSzZkKhHoOaA".utf16), "ru": Set("вВкКсСоОуУиИаАяЯ".utf16), "uk": Set("вВзЗуУоОіІйЙаАяЯ".utf16),
        "be": Set("уУўЎзЗіІаАяЯ".utf16),
    ]

    private static func isLonely(_ offset: Int, _ text: RunningText, _ language: TextLanguage) -> Bool {
        guard text[offset - 2].map({ !$0.isWord && $0 != 0x2E && $0 != 0x2019 }) ?? true, text[offset + 1]!.isWord,
            let words = lonelyWords[language.primary]
        else { return false }
        return words.contains(text[offset - 1]!)
    }
}

extension RunningText {
    /// A unit's sign from an offset on: a word without the sentence's marks behind it.
    fileprivate func unit(from start: Int) -> String {
        var word = word(from: start)
        while let last = word.last, ",;:!?)]”“»…".contains(last) { word.removeLast() }
        if word.last == ".", !["Fr.", "руб.", "a.m.", "p.m."].contains(word) { word.removeLast() }
        return word
    }
}
