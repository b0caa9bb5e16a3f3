internal import CICU

/// Properties of single characters (UAX 44, UTS 51).
public enum CharacterProperties {
    /// Shown as a picture without being asked.
    public static func isEmojiPresentation(_ scalar: UInt32) -> Bool {
        scalar >= 0x231A && icu_is_emoji_presentation(Int32(bitPattern: scalar))
    }

    /// Can be shown as a picture; digits are.
    public static func isEmoji(_ scalar: UInt32) -> Bool { icu_is_emoji(Int32(bitPattern: scalar)) }

    /// Has no shape of its own: joiners, variation selectors, direction marks, soft hyphens.
    public static func isDefaultIgnorable(_ scalar: UInt32) -> Bool {
        scalar >= 0xAD && icu_is_default_ignorable(Int32(bitPattern: scalar))
    }

    /// A letter of the Basic Multilingual Plane; marks and surrogates are none.
    public static func isLetter(_ unit: UInt16) -> Bool {
        if unit < 0x80 { return (unit | 0x20) &- 0x61 < 26 }
        return unit & 0xF800 != 0xD800 && icu_is_letter(Int32(unit)) && !icu_is_mark(Int32(unit))
    }

    /// A letter or a decimal digit; marks are none.
    public static func isLetterOrDigit(_ scalar: UInt32) -> Bool {
        let scalar = Int32(bitPattern: scalar)
        return (icu_is_letter(scalar) || icu_is_digit(scalar)) && !icu_is_mark(scalar)
    }

    /// A mark that combines with the character before it (general category M).
    public static func isMark(_ scalar: UInt32) -> Bool { scalar >= 0x300 && icu_is_mark(Int32(bitPattern: scalar)) }

    /// An upper-case or title-case letter.
    public static func isUppercase(_ scalar: UInt32) -> Bool {
        scalar < 0x80 ? scalar &- 0x41 < 26 : icu_is_uppercase(Int32(bitPattern: scalar))
    }

    /// A letter, digit or mark: what CSS `word-break: keep-all` does not part.
    static func isWordCharacter(_ scalar: UInt32) -> Bool { isLetterOrDigit(scalar) || isMark(scalar) }

    /// Thai, Lao, Khmer, Myanmar and the Tai scripts: words without spaces between them (line break class SA).
    public static func isBrokenByDictionary(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x1950...0x19DF, 0x1A20...0x1AAF, 0xA9E0...0xA9FF,
            0xAA60...0xAADF:
            true
        default: false
        }
    }
}
