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
}
