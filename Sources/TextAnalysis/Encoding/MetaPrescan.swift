/// Finds the encoding that a page's `<meta>` names (HTML, §13.2.3.2, "prescan a byte stream").
enum MetaPrescan {
    /// The standard looks at 1,024 bytes; pages put it later, and browsers find it there.
    static let reach = 16_384

    static func encoding(in bytes: [UInt8]) -> CharacterEncoding? {
        if let encoding = xmlDeclaration(bytes) { return encoding }
        var scanner = Scanner(bytes: Array(bytes.prefix(reach)))
        while let tag = scanner.nextMeta() {
            if let encoding = encoding(of: tag) { return encoding }
        }
        return nil
    }

    private static func encoding(of attributes: [String: String]) -> CharacterEncoding? {
        var label = attributes["charset"]
        if label == nil, attributes["http-equiv"]?.lowercased() == "content-type" {
            label = attributes["content"].flatMap(charset(in:))
        }
        guard let encoding = label.flatMap(CharacterEncoding.init(label:)) else { return nil }
        if encoding.isUTF16 { return .utf8 }
        return encoding.name == "x-user-defined" ? .windows1252 : encoding
    }

    /// HTML, §2.4.4: "extracting a character encoding from a meta element".
    static func charset(in content: String) -> String? {
        let lower = content.lowercased()
        guard let name = lower.firstRange(of: "charset") else { return nil }
        var rest = lower[name.upperBound...].drop { $0 == " " }
        guard rest.first == "=" else { return nil }
        rest = rest.dropFirst().drop { $0 == " " }
        if let quote = rest.first, quote == "\"" || quote == "'" {
            return String(rest.dropFirst().prefix { $0 != quote })
        }
        return String(rest.prefix { $0 != ";" && $0 != " " && $0 != "," })
    }

    private static func xmlDeclaration(_ bytes: [UInt8]) -> CharacterEncoding? {
        guard bytes.starts(with: Array("<?xml".utf8)) else { return nil }
        let head = String(decoding: bytes.prefix { $0 != 0x3E }, as: UTF8.self)
        guard let name = head.firstRange(of: "encoding=") else { return nil }
        let rest = head[name.upperBound...]
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
        let encoding = CharacterEncoding(label: String(rest.dropFirst().prefix { $0 != quote }))
        return encoding?.isUTF16 == true ? .utf8 : encoding
    }

    private struct Scanner {
        let bytes: [UInt8]
        var position = 0

        /// The next meta tag's attributes; comments and script bodies are stepped over.
        mutating func nextMeta() -> [String: String]? {
            while position < bytes.count {
                guard bytes[position] == UInt8(ascii: "<") else {
                    position += 1
                    continue
                }
                if matches("<!--") {
                    skip(past: "-->")
                } else if matches("<meta"), position + 5 < bytes.count,
                    Self.isSpace(bytes[position + 5]) || bytes[position + 5] == 0x2F
                {
                    position += 5
                    return attributes()
                } else if matches("<script") || matches("<style") {
                    let end = matches("<script") ? "</script" : "</style"
                    position += 1
                    skip(past: end)
                } else {
                    position += 1
                }
            }
            return nil
        }

        private mutating func attributes() -> [String: String] {
            var result: [String: String] = [:]
            while position < bytes.count, bytes[position] != 0x3E {
                if Self.isSpace(bytes[position]) || bytes[position] == 0x2F {
                    position += 1
                    continue
                }
                let name = take { !Self.isSpace($0) && $0 != 0x3D && $0 != 0x3E && $0 != 0x2F }
                _ = take(while: Self.isSpace)
                var value = ""
                if position < bytes.count, bytes[position] == 0x3D {
                    position += 1
                    _ = take(while: Self.isSpace)
                    value = self.value()
                }
                if name.isEmpty { position += 1 } else if result[name] == nil { result[name] = value }
            }
            return result
        }

        private mutating func value() -> String {
            guard position < bytes.count else { return "" }
            let quote = bytes[position]
            guard quote == 0x22 || quote == 0x27 else { return take { !Self.isSpace($0) && $0 != 0x3E } }
            position += 1
            let value = take { $0 != quote }
            position += 1
            return value
        }

        private mutating func take(while condition: (UInt8) -> Bool) -> String {
            let start = position
            while position < bytes.count, condition(bytes[position]) { position += 1 }
            return String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
        }

        private func matches(_ lower: String) -> Bool {
            var index = position
            for byte in lower.utf8 {
                guard index < bytes.count else { return false }
                let here = bytes[index] >= 0x41 && bytes[index] <= 0x5A ? bytes[index] | 0x20 : bytes[index]
                guard here == byte else { return false }
                index += 1
            }
            return true
        }

        private mutating func skip(past text: String) {
            while position < bytes.count, !matches(text) { position += 1 }
            position = min(bytes.count, position + text.utf8.count)
        }

        private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
    }
}
