internal import ArticleModel

/// The numbers of a list's items as text.
enum ListNumbering {
    /// The number of each item, as HTML's ordinal values: from `start`, downwards where reversed, reset by `value`.
    static func ordinals(of items: [ListItem], _ ordered: List.Ordered) -> [Int] {
        var next = ordered.start
        return items.map { item in
            let ordinal = item.value ?? next
            next = ordered.isReversed ? ordinal &- 1 : ordinal &+ 1
            return ordinal
        }
    }

    /// An ordinal in a style, as CSS Counter Styles 3 writes it; decimal where the style has no sign for it.
    static func text(of ordinal: Int, _ style: List.Ordered.Style) -> String {
        switch style {
        case .decimal: "\(ordinal)"
        case .lowerAlpha: alphabetic(ordinal) ?? "\(ordinal)"
        case .upperAlpha: alphabetic(ordinal)?.uppercased() ?? "\(ordinal)"
        case .lowerRoman: roman(ordinal) ?? "\(ordinal)"
        case .upperRoman: roman(ordinal)?.uppercased() ?? "\(ordinal)"
        }
    }

    /// CSS Counter Styles 3, §3.1.4: a…z, aa, ab….
    private static func alphabetic(_ ordinal: Int) -> String? {
        guard ordinal > 0 else { return nil }
        var letters: [UInt8] = []
        var rest = ordinal
        while rest > 0 {
            letters.append(UInt8(ascii: "a") + UInt8((rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }

    /// CSS Counter Styles 3, §6.1: Roman numerals reach from 1 to 3999.
    private static func roman(_ ordinal: Int) -> String? {
        guard (1...3999).contains(ordinal) else { return nil }
        let signs = [
            (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
            (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
        ]
        var text = ""
        var rest = ordinal
        for (value, sign) in signs {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }
}
