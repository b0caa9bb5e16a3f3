import CSS
import Diagnostics
import Testing

/// The predefined counter styles and `@counter-style` (CSS Counter Styles 3).
@Suite struct CounterStyleTests {
    @Test(arguments: [
        (1, "lower-alpha", "a"), (26, "lower-alpha", "z"), (27, "lower-latin", "aa"), (703, "upper-alpha", "AAA"),
        (4, "lower-roman", "iv"), (1994, "upper-roman", "MCMXCIV"), (0, "upper-roman", "0"),
        (4000, "upper-roman", "4000"), (7, "decimal-leading-zero", "07"), (-7, "decimal-leading-zero", "-7"),
        (12, "decimal", "12"), (-3, "decimal", "-3"), (0, "lower-alpha", "0"), (24, "lower-greek", "ω"),
        (120, "arabic-indic", "١٢٠"), (45, "persian", "۴۵"), (30, "devanagari", "३०"), (19, "bengali", "১৯"),
        (8, "thai", "๘"), (7, "tibetan", "༧"), (9, "khmer", "៩"), (10, "cjk-decimal", "一〇"),
        (1996, "armenian", "ՌՋՂԶ"), (10_000, "armenian", "10000"), (1984, "lower-armenian", "ռջձդ"),
        (2023, "georgian", "ცკგ"), (15, "hebrew", "טו"), (5784, "hebrew", "ה׳תשפד"), (3, "hiragana", "う"),
        (3, "hiragana-iroha", "は"), (48, "katakana", "ン"), (47, "katakana-iroha", "ス"), (12, "cjk-earthly-branch", "亥"),
        (13, "cjk-earthly-branch", "一三"), (10, "cjk-heavenly-stem", "癸"), (11, "simp-chinese-informal", "十一"),
        (20, "simp-chinese-informal", "二十"), (101, "cjk-ideographic", "一百零一"), (110, "trad-chinese-informal", "一百一十"),
        (6001, "simp-chinese-informal", "六千零一"), (-15, "simp-chinese-formal", "负壹拾伍"), (0, "trad-chinese-formal", "零"),
        (10_000, "simp-chinese-informal", "一〇〇〇〇"), (21, "japanese-informal", "二十一"),
        (1111, "japanese-formal", "壱阡壱百壱拾壱"),
        (-2, "japanese-informal", "マイナス二"), (15, "korean-hangul-formal", "일십오"), (15, "korean-hanja-informal", "十五"),
        (1, "ethiopic-numeric", "፩"), (100, "ethiopic-numeric", "፻"), (78_010_092, "ethiopic-numeric", "፸፰፻፩፼፺፪"),
        (5, "none", ""), (5, "no-such-style", "5"), (2, "disc", "•"),
    ])
    func writesPredefinedStyles(value: Int, style: String, text: String) {
        #expect(CounterStyles.predefined.text(of: value, style: style) == text)
    }

    private static let rules = """
        @counter-style box { system: cyclic; symbols: '◆' '◇'; suffix: ' ' }
        @counter-style two { system: numeric; symbols: '0' '1' }
        @counter-style abc { system: alphabetic; symbols: A B C; prefix: '('; suffix: ')' }
        @counter-style star { system: symbolic; symbols: '*' '†'; range: 1 4; fallback: abc }
        @counter-style dice { system: additive; additive-symbols: 6 '⚅', 5 '⚄', 4 '⚃', 3 '⚂', 2 '⚁', 1 '⚀'; range: 1 20 }
        @counter-style few { system: fixed 3; symbols: c d e; fallback: lower-greek }
        @counter-style debt { system: extends decimal; negative: '(' ')'; pad: 3 '0' }
        @counter-style round1 { system: extends round2 } @counter-style round2 { system: extends round1; suffix: '!' }
        @counter-style loop1 { system: fixed; symbols: x; fallback: loop2 }
        @counter-style loop2 { system: fixed; symbols: y; fallback: loop1 }
        @counter-style only { system: cyclic; symbols: o; range: infinite -1, 5 infinite }
        @media screen { @counter-style box { system: cyclic; symbols: '#' } }
        """

    @Test(arguments: [
        (1, "box", "◆"), (2, "box", "◇"), (0, "box", "◇"), (-1, "box", "◆"), (5, "two", "101"), (-5, "two", "-101"),
        (0, "two", "0"), (4, "abc", "AA"), (3, "star", "**"), (4, "star", "††"), (5, "star", "AB"), (16, "dice", "⚅⚅⚃"),
        (21, "dice", "21"), (3, "few", "c"), (5, "few", "e"), (1, "few", "α"), (7, "debt", "007"), (-7, "debt", "(7)"),
        (-1234, "debt", "(1234)"), (3, "round1", "3"), (1, "loop1", "x"), (2, "loop1", "2"), (-3, "only", "o"),
        (3, "only", "3"), (9, "only", "o"),
    ])
    func writesStylesOfSheets(value: Int, style: String, text: String) {
        #expect(styles(Self.rules).text(of: value, style: style) == text)
    }

    @Test(arguments: [
        ("box", 1, "◆ "), ("abc", 1, "(A)"), ("round1", 2, "2!"), ("decimal", 3, "3. "), ("disc", 3, "• "),
        ("ethiopic-numeric", 2, "፪/ "), ("none", 1, ""),
    ])
    func putsPrefixAndSuffixRoundMarkers(style: String, value: Int, text: String) {
        #expect(styles(Self.rules).marker(of: value, style: style) == text)
    }

    @Test(arguments: [
        (
            "@counter-style x { system: numeric; symbols: a }",
            "the counter style 'x' has not the symbols that its system needs"
        ),
        ("@counter-style decimal { system: cyclic; symbols: a }", "no counter style can be named 'decimal'"),
        ("@counter-style x { symbols: a; frob: b }", "unknown descriptor 'frob'"),
        ("@counter-style x { symbols: a; pad: x }", "'pad' cannot be 'x'"),
        (
            "@counter-style x { system: additive; additive-symbols: 1 a, 5 b }",
            "'additive-symbols' cannot be '1 a, 5 b'"
        ),
    ])
    func warnsOfWhatItCannotRead(css: String, message: String) {
        let sheet = StyleSheet(parsing: css, name: "", origin: .user)
        #expect(sheet.diagnostics.first?.message.text == message)
    }

    @Test func bringsHostileStylesToAnEnd() {
        let hostile = styles(
            """
            @counter-style s { system: symbolic; symbols: x } @counter-style a { system: additive; additive-symbols: 1 x }
            @counter-style p { system: extends decimal; pad: 999999999 '0' }
            """)
        #expect(hostile.text(of: 1_000_000_000, style: "s") == "1000000000")
        #expect(hostile.text(of: 1_000_000_000, style: "a") == "1000000000")
        #expect(hostile.text(of: 1, style: "p").count <= 120)
        #expect(hostile.text(of: .min, style: "decimal") == String(Int.min))
    }

    @Test func takesSymbolsWithoutAName() {
        guard case .symbols(let own) = style("p { list-style-type: symbols(cyclic '*' '+') }").list.type else {
            Issue.record("symbols() is not read")
            return
        }
        #expect(CounterStyles.predefined.marker(of: 2, like: own) == "+ ")
    }

    private func styles(_ css: String) -> CounterStyles {
        StyleResolver([StyleSheet(parsing: css, name: "", origin: .user)], medium: .print).counterStyles
    }
}
