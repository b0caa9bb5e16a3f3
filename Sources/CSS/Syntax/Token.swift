/// A token of CSS Syntax 3, §4: what it is and where it stands; its text is made when someone asks.
struct Token: Sendable, BitwiseCopyable {
    var kind: Kind
    var flags: Flags = []
    /// The whole token in the buffer's bytes.
    var start: Int32
    var end: Int32
    /// The name, the string's or the address's content, the digits of a number.
    var textStart: Int32
    var textEnd: Int32
    /// A number's value; a unicode range's first code point; a delimiter's code point.
    var number = 0.0
    /// Of a token that opens a block or function: the index of the token that closes it, or the number of tokens where
    /// the input ended first. Of others -1.
    var mate: Int32 = -1

    enum Kind: UInt8, Sendable {
        case ident, function, atKeyword, hash, string, badString, url, badURL, delimiter
        case number, percentage, dimension, unicodeRange, whitespace, cdo, cdc
        case colon, semicolon, comma
        case openSquare, closeSquare, openParenthesis, closeParenthesis, openCurly, closeCurly
    }

    struct Flags: OptionSet, Sendable, BitwiseCopyable {
        var rawValue: UInt8
        /// The text holds escapes.
        static let escaped = Flags(rawValue: 1)
        /// A number without fraction and exponent.
        static let integer = Flags(rawValue: 2)
        /// A number that begins with a sign.
        static let signed = Flags(rawValue: 4)
        /// A hash that could be an identifier.
        static let identifier = Flags(rawValue: 8)
        /// The input ended inside this string or address.
        static let unfinished = Flags(rawValue: 16)
    }

    /// The kind that closes this one, for what opens a block or function.
    var closingKind: Kind? {
        switch kind {
        case .function, .openParenthesis: .closeParenthesis
        case .openSquare: .closeSquare
        case .openCurly: .closeCurly
        default: nil
        }
    }
}
