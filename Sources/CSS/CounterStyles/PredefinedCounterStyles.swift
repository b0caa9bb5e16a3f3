/// The predefined counter styles (CSS Counter Styles 3, §6 and §7).
enum PredefinedCounterStyles {
    static let decimal = digits(0x30)

    static let table: [String: CounterStyle] = {
        var table = simple
        for (name, first) in digitsByName { table[name] = digits(first) }
        table["cjk-decimal"] = numeric("〇一二三四五六七八九", suffix: "、")
        var leadingZero = decimal
        leadingZero.padLength = 2
        leadingZero.padSymbol = "0"
        table["decimal-leading-zero"] = leadingZero
        for (name, style) in additive { table[name] = style }
        for (name, style) in eastAsian { table[name] = style }
        return table
    }()

    // MARK: Symbols, letters and digits

    private static let simple: [String: CounterStyle] = [
        "disc": cyclic("•"), "circle": cyclic("◦"), "square": cyclic("▪"), "disclosure-open": cyclic("▾"),
        "disclosure-closed": cyclic("▸"),
        "lower-alpha": alphabetic(latin), "lower-latin": alphabetic(latin), "upper-alpha": alphabetic(capitals),
        "upper-latin": alphabetic(capitals), "lower-greek": alphabetic("αβγδεζηθικλμνξοπρστυφχψω"),
        "hiragana": alphabetic(kana, suffix: "、"), "hiragana-iroha": alphabetic(iroha, suffix: "、"),
        "katakana": alphabetic(katakana(kana), suffix: "、"),
        "katakana-iroha": alphabetic(katakana(iroha), suffix: "、"),
        "cjk-earthly-branch": fixed("子丑寅卯辰巳午未申酉戌亥"), "cjk-heavenly-stem": fixed("甲乙丙丁戊己庚辛壬癸"),
    ]

    private static let latin = "abcdefghijklmnopqrstuvwxyz"
    private static let capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    private static let kana = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわゐゑをん"
    private static let iroha = "いろはにほへとちりぬるをわかよたれそつねならむうゐのおくやまけふこえてあさきゆめみしゑひもせす"

    /// Each style's digit zero; the others follow it in Unicode.
    private static let digitsByName: [String: UInt32] = [
        "decimal": 0x30, "arabic-indic": 0x660, "bengali": 0x9E6, "cambodian": 0x17E0, "khmer": 0x17E0,
        "devanagari": 0x966, "gujarati": 0xAE6, "gurmukhi": 0xA66, "kannada": 0xCE6, "lao": 0xED0,
        "malayalam": 0xD66, "mongolian": 0x1810, "myanmar": 0x1040, "oriya": 0xB66, "persian": 0x6F0, "tamil": 0xBE6,
        "telugu": 0xC66, "thai": 0xE50, "tibetan": 0xF20,
    ]

    private static func cyclic(_ symbols: String) -> CounterStyle {
        make(.cyclic, symbols.map(String.init), suffix: " ")
    }

    private static func alphabetic(_ symbols: String, suffix: String = ". ") -> CounterStyle {
        make(.alphabetic, symbols.map(String.init), suffix: suffix)
    }

    private static func numeric(_ symbols: String, suffix: String = ". ") -> CounterStyle {
        make(.numeric, symbols.map(String.init), suffix: suffix)
    }

    private static func fixed(_ symbols: String) -> CounterStyle {
        var style = make(.fixed(1), symbols.map(String.init), suffix: "、")
        style.fallback = "cjk-decimal"
        return style
    }

    private static func digits(_ zero: UInt32) -> CounterStyle {
        make(.numeric, (0..<10).compactMap { Unicode.Scalar(zero + $0) }.map { String($0) }, suffix: ". ")
    }

    private static func katakana(_ hiragana: String) -> String {
        String(String.UnicodeScalarView(hiragana.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0x60) }))
    }

    private static func make(_ system: CounterStyle.System, _ symbols: [String], suffix: String) -> CounterStyle {
        var style = CounterStyle()
        style.system = system
        style.symbols = symbols
        style.suffix = suffix
        return style
    }

    // MARK: Additive systems

    private static let additive: [String: CounterStyle] = [
        "upper-roman": weights(roman, 1...3999),
        "lower-roman": weights(roman.map { ($0.0, $0.1.lowercased()) }, 1...3999),
        "armenian": weights(armenian(0x531), 1...9999), "upper-armenian": weights(armenian(0x531), 1...9999),
        "lower-armenian": weights(armenian(0x561), 1...9999),
        "georgian": weights(letters("ჵჰჯჴხჭწძცჩშყღქფჳტსრჟპოჲნმლკითჱზვედგბა", from: 10_000), 1...19_999),
        "hebrew": weights(hebrew, 1...10_999), "ethiopic-numeric": ethiopic,
    ]

    private static let roman: [(Int, String)] = [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
        (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]

    /// The alphabet is in the order of the values: ones, tens, hundreds, thousands.
    private static func armenian(_ first: UInt32) -> [(Int, String)] {
        (0..<36).reversed().compactMap { index in
            let weight = (index % 9 + 1) * [1, 10, 100, 1000][index / 9]
            return Unicode.Scalar(first + UInt32(index)).map { (weight, String($0)) }
        }
    }

    /// Letters for ten thousand, nine thousand and so on down to one.
    private static func letters(_ letters: String, from weight: Int) -> [(Int, String)] {
        var weight = weight
        return letters.map { letter in
            defer {
                let unit = String(weight).dropFirst().reduce(1) { power, _ in power * 10 }
                weight -= weight == unit ? unit / 10 : unit
            }
            return (weight, String(letter))
        }
    }

    /// 15 and 16 avoid what spells a name of God.
    private static let hebrew: [(Int, String)] =
        letters("יטחזוהדגבא", from: 10_000).map { ($0.0, $0.1 + "׳") }
        + [
            (400, "ת"), (300, "ש"), (200, "ר"), (100, "ק"), (90, "צ"), (80, "פ"), (70, "ע"), (60, "ס"), (50, "נ"),
            (40, "מ"), (30, "ל"), (20, "כ"), (19, "יט"), (18, "יח"), (17, "יז"), (16, "טז"), (15, "טו"), (10, "י"),
            (9, "ט"), (8, "ח"), (7, "ז"), (6, "ו"), (5, "ה"), (4, "ד"), (3, "ג"), (2, "ב"), (1, "א"),
        ]

    private static let ethiopic: CounterStyle = {
        var style = make(.ethiopic, [], suffix: "/ ")
        style.range = [1...Int.max]
        return style
    }()

    private static func weights(_ pairs: [(Int, String)], _ range: ClosedRange<Int>) -> CounterStyle {
        var style = make(.additive, [], suffix: ". ")
        style.range = [range]
        style.additiveSymbols = pairs.map { CounterStyle.Weighted(weight: $0.0, symbol: $0.1) }
        return style
    }

    // MARK: Chinese, Japanese, Korean

    private static let eastAsian: [String: CounterStyle] = [
        "japanese-informal": longhand("〇一二三四五六七八九", "十百千", keepsOne: false, "マイナス", "、"),
        "japanese-formal": longhand("零壱弐参四伍六七八九", "拾百阡", keepsOne: true, "マイナス", "、"),
        "korean-hangul-formal": longhand("영일이삼사오육칠팔구", "십백천", keepsOne: true, "마이너스 ", ", "),
        "korean-hanja-informal": longhand("零一二三四五六七八九", "十百千", keepsOne: false, "마이너스 ", ", "),
        "korean-hanja-formal": longhand("零壹貳參四五六七八九", "拾百仟", keepsOne: true, "마이너스 ", ", "),
        "simp-chinese-informal": chinese("零一二三四五六七八九十百千", isFormal: false, "负"),
        "simp-chinese-formal": chinese("零壹贰叁肆伍陆柒捌玖拾佰仟", isFormal: true, "负"),
        "trad-chinese-informal": chinese("零一二三四五六七八九十百千", isFormal: false, "負"),
        "trad-chinese-formal": chinese("零壹貳參肆伍陸柒捌玖拾佰仟", isFormal: true, "負"),
        "cjk-ideographic": chinese("零一二三四五六七八九十百千", isFormal: false, "負"),
    ]

    /// Each digit before its mark of ten, hundred or thousand; where `keepsOne` is false the mark alone stands for one.
    private static func longhand(
        _ digits: String, _ marks: String, keepsOne: Bool, _ negative: String, _ suffix: String
    ) -> CounterStyle {
        let digits = digits.map(String.init)
        let marks = [""] + marks.map(String.init)
        var pairs: [(Int, String)] = []
        for (place, unit) in [1, 10, 100, 1000].enumerated().reversed() {
            for digit in (1...9).reversed() {
                let isBare = digit == 1 && place > 0 && !keepsOne
                pairs.append((digit * unit, (isBare ? "" : digits[digit]) + marks[place]))
            }
        }
        var style = weights(pairs + [(0, digits[0])], -9999...9999)
        style.negative = CounterStyle.Pair(before: negative, after: "")
        style.suffix = suffix
        style.fallback = "cjk-decimal"
        return style
    }

    private static func chinese(_ symbols: String, isFormal: Bool, _ negative: String) -> CounterStyle {
        var style = make(.chinese(isFormal: isFormal), symbols.map(String.init), suffix: "、")
        style.negative = CounterStyle.Pair(before: negative, after: "")
        style.fallback = "cjk-decimal"
        return style
    }
}
