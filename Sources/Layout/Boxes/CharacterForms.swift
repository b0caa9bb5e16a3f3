/// Other forms of single characters that `text-transform` asks for (CSS Text 4, §2.1 and appendix F).
enum CharacterForms {
    /// The form of East Asian width `F` or `W` of a character that has one (Unicode, `<wide>` and `<narrow>`).
    static func fullWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x20: "\u{3000}"
        case 0x21...0x7E: moved(scalar, by: 0xFEE0)
        case 0x2985...0x2986: moved(scalar, by: 0xFF5F - 0x2985)
        case 0xFF61...0xFF9F: kana[Int(scalar.value - 0xFF61)]
        case 0xFFA0: "\u{3164}"
        case 0xFFA1...0xFFBE: moved(scalar, by: 0x3131 - 0xFFA1)
        case 0xFFC2...0xFFC7: moved(scalar, by: 0x314F - 0xFFC2)
        case 0xFFCA...0xFFCF: moved(scalar, by: 0x3155 - 0xFFCA)
        case 0xFFD2...0xFFD7: moved(scalar, by: 0x315B - 0xFFD2)
        case 0xFFDA...0xFFDC: moved(scalar, by: 0x3161 - 0xFFDA)
        case 0xFFE9...0xFFEC: moved(scalar, by: 0x2190 - 0xFFE9)
        default: symbols[scalar] ?? scalar
        }
    }

    /// The large letter of a small kana.
    static func fullSizeKana(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        (0x3041...0x31FF).contains(scalar.value) || scalar.value >= 0xFF67 ? largeKana[scalar] ?? scalar : scalar
    }

    /// The mathematical italic of a letter (MathML Core, §C.1).
    static func mathItalic(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x68: "\u{210E}"
        case 0x41...0x5A: moved(scalar, by: 0x1D434 - 0x41)
        case 0x61...0x7A: moved(scalar, by: 0x1D44E - 0x61)
        case 0x0391...0x03A1, 0x03A3...0x03A9: moved(scalar, by: 0x1D6E2 - 0x0391)
        case 0x03B1...0x03C9: moved(scalar, by: 0x1D6FC - 0x03B1)
        default: mathSymbols[scalar] ?? scalar
        }
    }

    private static func moved(_ scalar: Unicode.Scalar, by distance: Int) -> Unicode.Scalar {
        Unicode.Scalar(UInt32(Int(scalar.value) + distance)) ?? scalar
    }

    /// Of U+FF61 and what follows; the voicing marks at the end are those that join the letter before.
    private static let kana = Array(
        "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u{3099}\u{309A}"
            .unicodeScalars)

    private static let symbols: [Unicode.Scalar: Unicode.Scalar] = [
        "¢": "￠", "£": "￡", "¬": "￢", "¯": "￣", "¦": "￤", "¥": "￥", "₩": "￦", "\u{FFE8}": "│", "\u{FFED}": "■",
        "\u{FFEE}": "○",
    ]

    private static let largeKana = Dictionary(
        uniqueKeysWithValues: zip(
            "ぁぃぅぇぉゕゖっゃゅょゎァィゥェォヵㇰヶㇱㇲッㇳㇴㇵㇶㇷㇸㇹㇺャュョㇻㇼㇽㇾㇿヮｧｨｩｪｫｬｭｮｯ".unicodeScalars,
            "あいうえおかけつやゆよわアイウエオカクケシスツトヌハヒフヘホムヤユヨラリルレロワｱｲｳｴｵﾔﾕﾖﾂ".unicodeScalars))

    private static let mathSymbols: [Unicode.Scalar: Unicode.Scalar] = [
        "ı": "\u{1D6A4}", "ȷ": "\u{1D6A5}", "ϴ": "\u{1D6F3}", "∇": "\u{1D6FB}", "∂": "\u{1D715}", "ϵ": "\u{1D716}",
        "ϑ": "\u{1D717}", "ϰ": "\u{1D718}", "ϕ": "\u{1D719}", "ϱ": "\u{1D71A}", "ϖ": "\u{1D71B}",
    ]
}

extension String {
    /// The text with each character in another form.
    func mappingScalars(_ form: (Unicode.Scalar) -> Unicode.Scalar) -> String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars { result.append(form(scalar)) }
        return String(result)
    }

    /// A lone letter as a variable is set in formulas; other texts as they are.
    var mathItalic: String {
        var scalars = unicodeScalars.makeIterator()
        guard let only = scalars.next(), scalars.next() == nil else { return self }
        return String(Character(CharacterForms.mathItalic(only)))
    }
}
