/// Bytes of PDF syntax (PDF 32000-1, §7.3).
struct PDFText {
    private(set) var bytes: [UInt8] = []

    var count: Int { bytes.count }

    /// Syntax as it stands.
    mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func raw(_ text: some Sequence<UInt8>) { bytes.append(contentsOf: text) }

    mutating func raw(byte: UInt8) { bytes.append(byte) }

    mutating func integer(_ value: Int) {
        if value < 0 { bytes.append(45) }
        var rest = value.magnitude
        if rest < 10 {
            bytes.append(UInt8(truncatingIfNeeded: 48 + rest))
            return
        }
        var unit: UInt = 10
        while rest / unit >= 10 { unit *= 10 }
        while unit > 0 {
            bytes.append(UInt8(truncatingIfNeeded: 48 + rest / unit))
            rest %= unit
            unit /= 10
        }
    }

    /// A number with at most three decimals, which is a 1/25,000 inch; what is no number becomes 0.
    mutating func real(_ value: Double) {
        // Far beyond any page, and within what a number of three decimals can hold.
        let largest = 1e9
        let bounded = value.isNaN ? 0 : min(max(value, -largest), largest)
        let thousandths = Int(bounded * 1000 + (bounded < 0 ? -0.5 : 0.5))
        if thousandths < 0 { bytes.append(45) }
        let (whole, rest) = abs(thousandths).quotientAndRemainder(dividingBy: 1000)
        integer(whole)
        guard rest > 0 else { return }
        bytes.append(46)
        bytes.append(UInt8(48 + rest / 100))
        if rest % 100 > 0 { bytes.append(UInt8(48 + rest / 10 % 10)) }
        if rest % 10 > 0 { bytes.append(UInt8(48 + rest % 10)) }
    }

    /// `12 0 R`
    mutating func reference(_ number: Int) {
        integer(number)
        raw(" 0 R")
    }

    /// A text string (§7.9.2.2): ASCII in parentheses, everything else in UTF-16 with its mark.
    mutating func string(_ text: String) {
        if text.utf8.allSatisfy({ $0 >= 32 && $0 < 127 }) {
            byteString(text)
            return
        }
        raw("<FEFF")
        for unit in text.utf16 {
            hexadecimal(UInt8(unit >> 8))
            hexadecimal(UInt8(unit & 0xFF))
        }
        bytes.append(62)
    }

    /// A byte string of the text's UTF-8, for names that are only compared.
    mutating func byteString(_ text: String) {
        bytes.append(40)
        for byte in text.utf8 { literal(byte) }
        bytes.append(41)
    }

    /// `[a b c d]`
    mutating func array(_ values: [Double]) {
        bytes.append(91)
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(32) }
            real(value)
        }
        bytes.append(93)
    }

    /// Four hexadecimal digits.
    mutating func hexadecimal(_ value: Int) {
        hexadecimal(UInt8(truncatingIfNeeded: value >> 8))
        hexadecimal(UInt8(truncatingIfNeeded: value))
    }

    /// One byte of a string in parentheses.
    mutating func literal(_ byte: UInt8) {
        switch byte {
        case 40, 41, 92:
            bytes.append(92)
            bytes.append(byte)
        case 10: raw("\\n")
        case 13: raw("\\r")
        default: bytes.append(byte)
        }
    }

    private mutating func hexadecimal(_ byte: UInt8) {
        let (high, low) = (byte >> 4, byte & 15)
        bytes.append(high < 10 ? 48 + high : 55 + high)
        bytes.append(low < 10 ? 48 + low : 55 + low)
    }
}
