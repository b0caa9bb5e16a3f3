internal import Diagnostics
internal import TextAnalysis

extension MediaType {
    /// The type in a `Content-Type` field; nil where there is none (RFC 2045, §5.1).
    init?(field: String) {
        let name = field.prefix { $0 != ";" && $0 != "(" }.filter { !$0.isWhitespace }.lowercased()
        let halves = name.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2, halves.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isMIMETokenByte) }) else {
            return nil
        }
        self.init(name, HeaderParameter.list(behind: field))
    }
}

extension HeaderParameter {
    /// The parameters behind the first semicolon of a field, those in pieces put together (RFC 2231, §3 and §4); names are
    /// in lower case, a name that comes twice counts once.
    static func list(behind field: String) -> [HeaderParameter] {
        var scanner = ParameterScanner(bytes: Array(field.utf8))
        var plain: [HeaderParameter] = []
        var pieces: [String: [Piece]] = [:]
        var order: [String] = []
        while let (name, value) = scanner.next(), order.count < 200 {
            guard let star = name.firstIndex(of: "*") else {
                if !plain.contains(where: { $0.name == name }) {
                    plain.append(HeaderParameter(name, EncodedWord.decoded(value)))
                    order.append(name)
                }
                continue
            }
            let base = String(name[..<star])
            let section = name[star...].dropFirst()
            let isExtended = section.isEmpty || section.hasSuffix("*")
            let number = Int(section.prefix { $0 != "*" }) ?? 0
            if pieces[base] == nil { order.append(base) }
            pieces[base, default: []].append(Piece(number: number, isExtended: isExtended, value: value))
        }
        return order.compactMap { name in
            if let pieces = pieces[name] { return HeaderParameter(name, Piece.joined(pieces)) }
            return plain.first { $0.name == name }
        }
    }

    private struct Piece {
        var number: Int
        var isExtended: Bool
        var value: String

        static func joined(_ pieces: [Piece]) -> String {
            var charset = "utf-8"
            var bytes: [UInt8] = []
            for (index, piece) in pieces.sorted(by: { $0.number < $1.number }).enumerated() {
                var value = piece.value[...]
                guard piece.isExtended else {
                    bytes += value.utf8
                    continue
                }
                // charset'language'text
                let quotes = value.indices.filter { value[$0] == "'" }.prefix(2)
                if index == 0, quotes.count == 2 {
                    charset = value[..<quotes[0]].lowercased()
                    value = value[value.index(after: quotes[1])...]
                }
                bytes += percentDecoded(value)
            }
            let decoded = TextDecoder(readsMeta: false).decode(bytes, transportLabel: charset.isEmpty ? nil : charset)
            return String(decoding: decoded.output.utf8, as: UTF8.self)
        }

        private static func percentDecoded(_ text: Substring) -> [UInt8] {
            var result: [UInt8] = []
            result.append(unescaping: Array(text.utf8)[...], after: 0x25)
            return result
        }
    }
}

/// `; name=value` one after the other; comments are passed over.
private struct ParameterScanner {
    let bytes: [UInt8]
    var position = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
        while position < bytes.count, bytes[position] != 0x3B {
            if bytes[position] == 0x28 { skipComment() } else { position += 1 }
        }
    }

    /// The next parameter, its name in lower case.
    mutating func next() -> (name: String, value: String)? {
        while position < bytes.count {
            skipSeparators()
            let start = position
            while position < bytes.count, bytes[position] != 0x3D, bytes[position] != 0x3B { position += 1 }
            let name = String(decoding: bytes[start..<position], as: UTF8.self).trimmingSpaces.lowercased()
            guard position < bytes.count, bytes[position] == 0x3D else { continue }
            position += 1
            let value = value()
            if !name.isEmpty { return (name, value) }
        }
        return nil
    }

    private mutating func skipSeparators() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x3B, 0x20, 0x09: position += 1
            case 0x28: skipComment()
            default: return
            }
        }
    }

    private mutating func skipComment() {
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case 0x28: depth += 1
            case 0x29: depth -= 1
            case 0x5C: position += 1
            default: break
            }
            position += 1
            if depth == 0 { return }
        }
    }

    private mutating func value() -> String {
        while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
        guard position < bytes.count, bytes[position] == 0x22 else {
            let start = position
            while position < bytes.count, bytes[position] != 0x3B, bytes[position] != 0x28 { position += 1 }
            return String(decoding: bytes[start..<position], as: UTF8.self).trimmingSpaces
        }
        position += 1
        var value: [UInt8] = []
        while position < bytes.count, bytes[position] != 0x22 {
            if bytes[position] == 0x5C, position + 1 < bytes.count { position += 1 }
            value.append(bytes[position])
            position += 1
        }
        position += 1
        return String(decoding: value, as: UTF8.self)
    }
}
