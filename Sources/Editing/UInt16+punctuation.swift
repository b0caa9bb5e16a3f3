import TextAnalysis

extension UInt16 {
    /// White space, a line's end included.
    var isSpace: Bool {
        switch self {
        case 0x09...0x0D, 0x20, 0xA0, 0x2000...0x200A, 0x2028, 0x202F, 0x3000: true
        default: false
        }
    }

    /// White space that a line may end at.
    var isPlainSpace: Bool { self == 0x20 || self == 0x0A }

    var isDigit: Bool { 0x30...0x39 ~= self }
    var isLetter: Bool { CharacterProperties.isLetter(self) }
    /// A letter, a digit, or what stands for something that is no prose.
    var isWord: Bool { isDigit || self == 0xFFFC || isLetter || CharacterProperties.isMark(UInt32(self)) }
    var isUppercase: Bool { CharacterProperties.isUppercase(UInt32(self)) }
    var isDash: Bool { 0x2012...0x2015 ~= self || self == 0x2D }

    /// Any quotation mark, straight or not.
    var isQuotationMark: Bool {
        switch self {
        case 0x22, 0x27, 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A, 0x300C...0x300F: true
        default: false
        }
    }

    /// What a quotation may open behind: brackets and opening marks.
    var opens: Bool {
        switch self {
        case 0x28, 0x5B, 0x7B, 0xA1, 0xBF, 0xAB, 0x2018, 0x201A, 0x201C, 0x201E, 0x2039, 0x2F: true
        default: false
        }
    }

    /// What may follow a sentence's last mark.
    var closes: Bool {
        switch self {
        case 0x29, 0x5D, 0x7D, 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x2026: true
        default: isQuotationMark
        }
    }
}
