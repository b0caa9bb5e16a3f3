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
}
