/// A transfer encoding to be taken off (RFC 2045, §6), whatever was put into it wrongly.
struct ReceivedEncoding {
    private let name: String

    init(_ field: String?) {
        // Comments and parameters behind the name are known to occur.
        name = field?.trimmingSpaces.prefix { $0 != ";" && $0 != " " && $0 != "(" }.lowercased() ?? ""
    }

    /// `7bit`, `8bit`, `binary`, none, or one that nobody knows.
    var isIdentity: Bool { !["base64", "quoted-printable", "x-uuencode", "uuencode", "x-uue"].contains(name) }

    func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        switch name {
        case "base64": Self.base64(bytes)
        case "quoted-printable": Self.quotedPrintable(bytes)
        case "x-uuencode", "uuencode", "x-uue": Self.uuencode(bytes)
        default: Array(bytes)
        }
    }

    /// RFC 2045, §6.7. White space at a line's end is transport's; an `=` that begins nothing stands for itself.
    static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var scanner = LineScanner(bytes)
        while let line = scanner.next() {
            var text = bytes[line.content]
            while let last = text.last, last == 0x20 || last == 0x09 { text.removeLast() }
            let isSoft = text.last == 0x3D
            if isSoft { text.removeLast() }
            result.append(unescaping: text, after: 0x3D)
            if !isSoft, line.content.upperBound < line.end { result += bytes[line.content.upperBound..<line.end] }
        }
        return result
    }

    /// RFC 2045, §6.8. Bytes outside the alphabet are passed over; padding ends a group, not the data.
    static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count / 4 * 3)
        var group = 0
        var count = 0
        func flush() {
            switch count {
            case 2: result.append(UInt8(group >> 4 & 0xFF))
            case 3: result += [UInt8(group >> 10 & 0xFF), UInt8(group >> 2 & 0xFF)]
            default: break
            }
            group = 0
            count = 0
        }
        for byte in bytes {
            if byte == 0x3D {
                flush()
                continue
            }
            guard let digit = base64Digit(byte) else { continue }
            group = group << 6 | digit
            count += 1
            if count == 4 {
                result.append(UInt8(group >> 16 & 0xFF))
                result.append(UInt8(group >> 8 & 0xFF))
                result.append(UInt8(group & 0xFF))
                group = 0
                count = 0
            }
        }
        flush()
        return result
    }

    /// The alphabet, and that for addresses (RFC 4648, §5), which some programs take.
    private static func base64Digit(_ byte: UInt8) -> Int? {
        switch byte {
        case 0x41...0x5A: Int(byte) - 0x41
        case 0x61...0x7A: Int(byte) - 0x61 + 26
        case 0x30...0x39: Int(byte) - 0x30 + 52
        case 0x2B, 0x2D: 62
        case 0x2F, 0x5F: 63
        default: nil
        }
    }

    /// Lines of a length and groups of four characters from 32 on, between `begin` and `end` (POSIX, uuencode).
    static func uuencode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var scanner = LineScanner(bytes)
        var isInside = false
        while let line = scanner.next() {
            let text = bytes[line.content]
            if !isInside {
                isInside = text.starts(with: "begin ".utf8)
                continue
            }
            guard let first = text.first, !text.elementsEqual("end".utf8) else { break }
            var left = Int(first &- 0x20) & 63
            if left == 0 { break }
            var digits = text.dropFirst()
            while left > 0, !digits.isEmpty {
                let group = digits.prefix(4).map { Int($0 &- 0x20) & 63 } + [0, 0, 0]
                let value = group[0] << 18 | group[1] << 12 | group[2] << 6 | group[3]
                let decoded = [UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)]
                result += decoded.prefix(left)
                left -= 3
                digits = digits.dropFirst(4)
            }
        }
        return result
    }
}

extension UInt8 {
    /// The value of a hexadecimal digit in either case.
    fileprivate var hexadecimalDigit: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x41 + 10
        case 0x61...0x66: self - 0x61 + 10
        default: nil
        }
    }
}

extension [UInt8] {
    /// Appends bytes, a mark and two hexadecimal digits as the byte that they stand for; a mark that begins nothing stands
    /// for itself.
    mutating func append(unescaping bytes: ArraySlice<UInt8>, after mark: UInt8) {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == mark, index + 2 < bytes.endIndex, let high = bytes[index + 1].hexadecimalDigit,
                let low = bytes[index + 2].hexadecimalDigit
            {
                append(high << 4 | low)
                index += 3
            } else {
                append(bytes[index])
                index += 1
            }
        }
    }
}
