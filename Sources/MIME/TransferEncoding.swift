/// How a body's bytes are written (RFC 2045, §6).
enum TransferEncoding: String {
    case sevenBit = "7bit"
    case quotedPrintable = "quoted-printable"
    case base64

    /// 7bit where the text is ASCII in short lines, else the shorter of the other two.
    static func smallest(forText text: String) -> TransferEncoding {
        var escapes = 0
        var column = 0
        var longest = 0
        var previous: UInt8 = 0x0a
        var needsEncoding = false
        for byte in text.utf8 {
            if byte == 0x0a || byte == 0x0d {
                column = 0
                if previous == 0x20 { needsEncoding = true }
            } else {
                column += 1
                longest = max(longest, column)
            }
            if byte > 0x7e || (byte < 0x20 && byte != 0x09 && byte != 0x0a && byte != 0x0d) || byte == 0x3d {
                escapes += 1
            }
            if byte > 0x7e || (byte < 0x20 && byte != 0x0a && byte != 0x0d) { needsEncoding = true }
            previous = byte
        }
        if !needsEncoding, longest <= FoldedLine.width { return .sevenBit }
        return escapes * 2 <= text.utf8.count / 3 ? .quotedPrintable : .base64
    }
}

/// Text in MIME's canonical form: line ends are CRLF (RFC 2046, §4.1.1).
enum CanonicalText {
    static func bytes(of text: String) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count)
        var previous: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case 0x0a where previous == 0x0d: break
            case 0x0a, 0x0d: output += [0x0d, 0x0a]
            default: output.append(byte)
            }
            previous = byte
        }
        return output
    }
}

/// RFC 2045, §6.7.
enum QuotedPrintable {
    /// The longest line, its soft break included.
    private static let width = 76

    /// Appends canonical text; what mail transport is known to change (trailing spaces, "From ", a lone stop) is encoded.
    static func append(_ bytes: [UInt8], to output: inout [UInt8]) {
        var column = 0
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x0d, index + 1 < bytes.count, bytes[index + 1] == 0x0a {
                output += [0x0d, 0x0a]
                column = 0
                index += 2
                continue
            }
            let isPlain = isPlain(bytes, index, atStart: column == 0)
            let length = isPlain ? 1 : 3
            if column + length > width - 1 {
                output += [0x3d, 0x0d, 0x0a]
                column = 0
                continue
            }
            if isPlain {
                output.append(bytes[index])
            } else {
                output.append(contentsOf: ("=" + bytes[index].hexadecimal).utf8)
            }
            column += length
            index += 1
        }
    }

    private static func isPlain(_ bytes: [UInt8], _ index: Int, atStart: Bool) -> Bool {
        let byte = bytes[index]
        if byte == 0x20 || byte == 0x09 {
            return index + 1 < bytes.count && bytes[index + 1] != 0x0d && bytes[index + 1] != 0x0a
        }
        if atStart, byte == 0x2e { return false }
        if atStart, byte == 0x46, bytes[index...].starts(with: "From ".utf8) { return false }
        return byte > 0x20 && byte < 0x7f && byte != 0x3d
    }
}

/// RFC 2045, §6.8.
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// Appends lines of 76 characters, each ended.
    static func append(_ bytes: [UInt8], to output: inout [UInt8]) {
        output.reserveCapacity(output.count + bytes.count * 78 / 57 + 4)
        var start = 0
        while start < bytes.count {
            let end = min(start + 57, bytes.count)
            encode(bytes[start..<end], to: &output)
            output += [0x0d, 0x0a]
            start = end
        }
    }

    /// Without line ends.
    static func text(of bytes: [UInt8]) -> String {
        var output: [UInt8] = []
        encode(bytes[...], to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    private static func encode(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let count = min(3, bytes.endIndex - index)
            let group =
                Int(bytes[index]) << 16 | (count > 1 ? Int(bytes[index + 1]) << 8 : 0)
                | (count > 2 ? Int(bytes[index + 2]) : 0)
            output.append(alphabet[group >> 18])
            output.append(alphabet[group >> 12 & 63])
            output.append(count > 1 ? alphabet[group >> 6 & 63] : 0x3d)
            output.append(count > 2 ? alphabet[group & 63] : 0x3d)
            index += count
        }
    }
}
