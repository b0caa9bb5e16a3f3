internal import CICU

/// A paragraph's own direction.
public enum BaseDirection: String, Hashable, Sendable {
    case leftToRight, rightToLeft
    /// That of the first strong character outside isolates (UAX 9, P2 and P3), else left to right.
    case auto
}

/// The embedding level of each UTF-16 unit of a paragraph (UAX 9): even ones run left to right, odd ones right to left.
public struct BidiLevels: Hashable, Sendable {
    /// One for each unit; empty stands for the paragraph's level throughout.
    public var levels: [UInt8]
    public var paragraph: UInt8

    public init(levels: [UInt8], paragraph: UInt8) {
        self.levels = levels
        self.paragraph = paragraph
    }

    /// The level of one unit.
    public subscript(offset: Int) -> UInt8 { levels.isEmpty ? paragraph : levels[offset] }

    /// Resolves one paragraph; embeddings, overrides and isolates are read from the control characters in the text.
    public static func resolve(_ text: [UInt16], base: BaseDirection) -> BidiLevels {
        if base != .rightToLeft && !text.contains(where: mayTurn) {
            return BidiLevels(levels: [], paragraph: 0)
        }
        let requested: UInt8 =
            switch base {
            case .leftToRight: 0
            case .rightToLeft: 1
            case .auto: 254
            }
        if text.isEmpty { return BidiLevels(levels: [], paragraph: base == .rightToLeft ? 1 : 0) }
        var paragraph: Int32 = 0
        let levels = unsafe [UInt8](unsafeUninitializedCapacity: text.count) { buffer, count in
            unsafe text.withUnsafeBufferPointer { units in
                paragraph = unsafe icu_bidi_levels(
                    units.baseAddress!, Int32(units.count), requested, buffer.baseAddress!)
            }
            if paragraph < 0 { unsafe buffer.initialize(repeating: base == .rightToLeft ? 1 : 0) }
            count = text.count
        }
        return BidiLevels(levels: levels, paragraph: paragraph < 0 ? levels[0] : UInt8(paragraph))
    }

    /// True for units that may give a left-to-right paragraph a level above 0: strong right-to-left characters, Arabic
    /// numbers, explicit controls and, to be safe, everything beyond the Basic Multilingual Plane from there.
    private static func mayTurn(_ unit: UInt16) -> Bool {
        guard unit >= 0x0590 else { return false }
        return switch unit {
        case 0x0590...0x08FF, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        case 0xFB1D...0xFDFF, 0xFE70...0xFEFF: true
        // Leading surrogates of U+10800...U+10FFF and U+1E800...U+1EFFF.
        case 0xD802...0xD803, 0xD83A...0xD83B: true
        default: false
        }
    }
}
