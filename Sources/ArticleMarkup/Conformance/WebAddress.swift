/// Addresses of links as documents may carry them: valid URL strings of harmless schemes.
public enum WebAddress {
    /// The address with what a URL may not hold percent-encoded (URL Standard, §4.3); nil where the scheme is not one that
    /// a document should lead to, or the host cannot be one.
    public static func valid(_ text: String) -> String? {
        let bytes = text.utf8.filter { $0 != 0x09 && $0 != 0x0a && $0 != 0x0d }.trimmed { $0 <= 0x20 }
        guard let colon = bytes.firstIndex(of: 0x3a) else { return nil }
        let scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
        let rest = bytes[(colon + 1)...]
        if hostedSchemes.contains(scheme) { return hosted(scheme, rest) }
        guard opaqueSchemes.contains(scheme), !rest.isEmpty else { return nil }
        return scheme + ":" + encoded(rest)
    }

    /// Schemes followed by `//host`.
    private static let hostedSchemes: Set<String> = ["http", "https", "ftp"]
    /// Schemes that open a program of the reader's choice and load nothing.
    private static let opaqueSchemes: Set<String> = ["mailto", "tel", "sms", "geo", "news", "xmpp"]

    private static func hosted(_ scheme: String, _ rest: ArraySlice<UInt8>) -> String? {
        let afterSlashes = rest.drop { $0 == 0x2f || $0 == 0x5c }
        let end = afterSlashes.firstIndex { "/\\?#".utf8.contains($0) } ?? afterSlashes.endIndex
        guard let authority = authority(afterSlashes[..<end]) else { return nil }
        var path = Array(afterSlashes[end...])
        let pathEnd = path.firstIndex { $0 == 0x3f || $0 == 0x23 } ?? path.count
        for index in 0..<pathEnd where path[index] == 0x5c { path[index] = 0x2f }
        return scheme + "://" + authority + encoded(path[...])
    }

    /// Host and port; names and passwords are left out, since they are not for readers.
    private static func authority(_ bytes: ArraySlice<UInt8>) -> String? {
        let hostAndPort = bytes.lastIndex(of: 0x40).map { bytes[($0 + 1)...] } ?? bytes
        var host = hostAndPort
        var port = ""
        if let colon = hostAndPort.lastIndex(of: 0x3a), hostAndPort.last != 0x5d {
            let digits = hostAndPort[(colon + 1)...]
            guard digits.allSatisfy(\.isDigit) else { return nil }
            if !digits.isEmpty {
                guard let number = Int(String(decoding: digits, as: UTF8.self)), number < 65_536 else { return nil }
                port = ":\(number)"
            }
            host = hostAndPort[..<colon]
        }
        return isHost(host) ? String(decoding: host, as: UTF8.self) + port : nil
    }

    private static func isHost(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first else { return false }
        if first == 0x5b {  // IPv6
            let inside = bytes.dropFirst().dropLast()
            return bytes.last == 0x5d && inside.count > 1
                && inside.allSatisfy { $0.isHexadecimalDigit || $0 == 0x3a || $0 == 0x2e }
        }
        let isName = bytes.allSatisfy { $0.isLetter || $0.isDigit || "-._".utf8.contains($0) || $0 > 0x7f }
        let labels = bytes.split(separator: 0x2e, omittingEmptySubsequences: false)
        guard isName, let last = labels.last(where: { !$0.isEmpty }) else { return false }
        guard labels.dropLast().allSatisfy({ !$0.isEmpty && $0.count < 64 }) else { return false }
        if last.allSatisfy(\.isDigit) {  // a host that ends in a number is an IPv4 address (URL Standard, §3.5)
            return labels.count == 4 && labels.allSatisfy { UInt8(String(decoding: $0, as: UTF8.self)) != nil }
        }
        return true
    }

    /// Path, query and fragment with all but URL code points percent-encoded; a second `#` too.
    private static func encoded(_ bytes: ArraySlice<UInt8>) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var hasFragment = false
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == 0x25 {
                let isEscape =
                    index + 2 < bytes.endIndex && bytes[index + 1].isHexadecimalDigit
                    && bytes[index + 2].isHexadecimalDigit
                result += isEscape ? [byte] : Array("%25".utf8)
            } else if byte == 0x23, !hasFragment {
                hasFragment = true
                result.append(byte)
            } else if byte.isLetter || byte.isDigit || "!$&'()*+,-./:;=?@_~".utf8.contains(byte) {
                result.append(byte)
            } else {
                result += byte.percentEncoded
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Text with `%41` decoded to `A`; other percent signs stay.
    static func percentDecoded(_ text: some StringProtocol) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x25, index + 2 < bytes.count,
                let byte = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
            {
                result.append(byte)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate var percentEncoded: [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [0x25, digits[Int(self >> 4)], digits[Int(self & 15)]]
    }
}

extension [UInt8] {
    /// Without the bytes at either end that a test names.
    fileprivate func trimmed(_ isTrimmed: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        guard let start = firstIndex(where: { !isTrimmed($0) }), let end = lastIndex(where: { !isTrimmed($0) }) else {
            return []
        }
        return self[start...end]
    }
}
