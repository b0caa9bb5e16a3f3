/// Web and mail addresses, paths and names of files in a text, and where a line may end inside of them.
///
/// Addresses are divided without a hyphen, which a reader would take for a part of them (*The Chicago Manual of
/// Style*, 17th ed., §14.18): after a slash, a colon and an equals sign, and before `. - _ ~ ? # & % + , @`, so that
/// nothing at a line's end looks like the end of a sentence or a hyphen.
public enum TextAddresses {
    /// The addresses of a text, in order.
    public static func ranges(in text: [UInt16]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var offset = 0
        while offset < text.count {
            guard !isDelimiter(text[offset]) else {
                offset += 1
                continue
            }
            let start = offset
            // What an address has and a word has not.
            var isSuspect = false
            while offset < text.count, !isDelimiter(text[offset]) {
                switch text[offset] {
                case 0x2E, 0x2F, 0x40, 0x5C, 0x5F: isSuspect = true
                default: break
                }
                offset += 1
            }
            guard isSuspect else { continue }
            let token = trimmed(start..<offset, text)
            if token.count > 3, isAddress(text[token]) { ranges.append(token) }
        }
        return ranges
    }

    /// True where a line may end before an offset inside of an address.
    public static func allowsBreak(before offset: Int, of address: Range<Int>, in text: [UInt16]) -> Bool {
        // One sign alone on a line is more puzzle than help.
        guard offset - address.lowerBound > 1, address.upperBound - offset > 1 else { return false }
        let (before, after) = (text[offset - 1], text[offset])
        switch before {
        case 0x2F, 0x5C: return after != before
        case 0x3D: return true
        case 0x3A: return after != 0x2F && after != 0x5C
        default: break
        }
        guard opensPart(after) else { return false }
        return !opensPart(before) && before != 0x2F
    }

    /// `. - _ ~ ? # & % + , @`
    private static func opensPart(_ unit: UInt16) -> Bool {
        switch unit {
        case 0x2E, 0x2D, 0x5F, 0x7E, 0x3F, 0x23, 0x26, 0x25, 0x2B, 0x2C, 0x40: true
        default: false
        }
    }

    // MARK: Tokens

    /// White space, quotation marks, angle brackets, bars and what is written without spaces.
    private static func isDelimiter(_ unit: UInt16) -> Bool {
        switch unit {
        case 0...0x20, 0x22, 0x3C, 0x3E, 0x7C, 0xA0, 0xAB, 0xAD, 0xBB: true
        case 0x2000...0x2060, 0x2066...0x206F, 0x2E80...0xD7FF, 0xF900...0xFFFF: true
        default: false
        }
    }

    /// Without brackets round it and the sentence's own stops behind it.
    private static func trimmed(_ token: Range<Int>, _ text: [UInt16]) -> Range<Int> {
        var (start, end) = (token.lowerBound, token.upperBound)
        while start < end, isOpening(text[start]) { start += 1 }
        while end > start, isClosing(text[end - 1]) {
            // A bracket that was opened inside belongs to the address.
            if text[end - 1] == 0x29, text[start..<end].contains(0x28) { break }
            end -= 1
        }
        return start..<end
    }

    private static func isOpening(_ unit: UInt16) -> Bool {
        unit == 0x28 || unit == 0x5B || unit == 0x7B || unit == 0x27
    }

    private static func isClosing(_ unit: UInt16) -> Bool {
        switch unit {
        case 0x21, 0x27, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0x7D: true
        default: false
        }
    }

    // MARK: What is an address

    private static func isAddress(_ token: ArraySlice<UInt16>) -> Bool {
        var slashes = 0
        var letters = 0
        var hasScheme = false
        var hasUnderscore = false
        var at: Int?
        var previous: UInt16 = 0
        for (offset, unit) in zip(token.indices, token) {
            switch unit {
            case 0x2F, 0x5C:
                slashes += 1
                if unit == 0x2F, previous == 0x2F, offset - 2 > token.startIndex, token[offset - 2] == 0x3A {
                    hasScheme = true
                }
            case 0x40: at = at ?? offset
            case 0x5F: hasUnderscore = hasUnderscore || previous.isAddressLetter
            default: if unit.isASCIILetter { letters += 1 }
            }
            previous = unit
        }
        if hasScheme { return true }
        if let at { return at > token.startIndex && token[at...].contains(0x2E) || slashes > 0 }
        if token.starts(with: "10.".utf16), slashes > 0 { return true }
        guard letters > 0 else { return false }
        return hasUnderscore || slashes > 1 || isDotted(token)
    }

    /// Parts of two and more letters or digits with dots between them, the last of letters: `www.example.org/a`,
    /// `main.swift`; a slash ends the name.
    private static func isDotted(_ token: ArraySlice<UInt16>) -> Bool {
        let name = token.prefix { $0 != 0x2F && $0 != 0x3A }
        let parts = name.split(separator: 0x2E, omittingEmptySubsequences: false)
        guard parts.count > 1, let last = parts.last, last.count > 1 else { return false }
        // A capital after a stop is a new sentence, its space forgotten.
        return last.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 } && last.contains { $0.isASCIILetter }
            && parts.allSatisfy { $0.count > 1 && $0.allSatisfy { $0.isAddressLetter || $0 == 0x2D || $0 == 0x5F } }
    }
}

extension UInt16 {
    fileprivate var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

    fileprivate var isAddressLetter: Bool { isASCIILetter || 0x30...0x39 ~= self || self >= 0xC0 }
}
