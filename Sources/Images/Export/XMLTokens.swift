/// Start tags, end tags and text of an XML document, entities replaced; comments, instructions and the document type are
/// passed over.
struct XMLTokens {
    enum Token {
        case start(name: String, attributes: [(name: String, value: String)], isEmpty: Bool)
        case end(name: String)
        case text(String)
    }

    private(set) var tokens: [Token] = []

    /// The ids of all elements.
    var ids: Set<String> {
        var ids: Set<String> = []
        for case .start(_, let attributes, _) in tokens {
            if let id = attributes.first(where: { $0.name == "id" })?.value { ids.insert(id) }
        }
        return ids
    }

    /// nil where tags do not match, or the bytes are no UTF-8 or no XML.
    init?(_ bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        var scanner = XMLTokenScanner(Array(text.utf8))
        guard scanner.scan() else { return nil }
        tokens = scanner.tokens
    }
}

/// One walk over a document's bytes.
private struct XMLTokenScanner: XMLScanning {
    let bytes: [UInt8]
    var position = 0
    private var open: [String] = []
    private var entities: [String: String] = [:]
    /// Characters that entities have brought so far.
    private var expanded = 0
    var tokens: [XMLTokens.Token] = []

    private static let maximumExpansion = 1_000_000
    private static let maximumDepth = 1_000

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    mutating func scan() -> Bool {
        while position < bytes.count {
            guard bytes[position] == 0x3C ? scanMarkup() : scanText() else { return false }
        }
        return open.isEmpty && !tokens.isEmpty
    }

    private mutating func scanText() -> Bool {
        let end = bytes[position...].firstIndex(of: 0x3C) ?? bytes.count
        guard let text = text(position..<end) else { return false }
        position = end
        if open.isEmpty { return text.allSatisfy(\.isWhitespace) }
        tokens.append(.text(text))
        return true
    }

    private mutating func scanMarkup() -> Bool {
        if skip("<!--") { return skip(through: "-->") }
        if skip("<?") { return skip(through: "?>") }
        if skip("<![CDATA[") {
            let start = position
            guard !open.isEmpty, skip(through: "]]>") else { return false }
            tokens.append(.text(String(decoding: bytes[start..<position - 3], as: UTF8.self).filter(Self.isAllowed)))
            return true
        }
        if skip("<!DOCTYPE") { return scanDocumentType() }
        if skip("</") {
            guard let name = name(), open.popLast() == name else { return false }
            skipSpaces()
            tokens.append(.end(name: name))
            return skip(">")
        }
        return skip("<") && scanElement()
    }

    private mutating func scanElement() -> Bool {
        guard !open.isEmpty || tokens.isEmpty, open.count < Self.maximumDepth, let name = name() else { return false }
        var attributes: [(name: String, value: String)] = []
        while true {
            let hasSpace = skipSpaces()
            let isEmpty = skip("/>")
            if isEmpty || skip(">") {
                tokens.append(.start(name: name, attributes: attributes, isEmpty: isEmpty))
                if !isEmpty { open.append(name) }
                return true
            }
            guard hasSpace, let attribute = self.name(), let value = value() else { return false }
            // A second one of a name is an error that is easily mended.
            if !attributes.contains(where: { $0.name == attribute }) { attributes.append((attribute, value)) }
        }
    }

    private mutating func value() -> String? { attributeValue().flatMap { text($0) } }

    /// Entities that the document type declares (XML 1.0, §4.2), where they are plain texts.
    private mutating func scanDocumentType() -> Bool {
        while position < bytes.count, bytes[position] != 0x3E, bytes[position] != 0x5B { position += 1 }
        guard tokens.isEmpty, position < bytes.count else { return false }
        guard skip("[") else { return skip(">") }
        while position < bytes.count, bytes[position] != 0x5D {
            if skip("<!ENTITY") {
                skipSpaces()
                let start = position
                if let name = name(), skipSpaces(), let quote = bytes[safe: position], quote == 0x22 || quote == 0x27,
                    let end = bytes[(position + 1)...].firstIndex(of: quote)
                {
                    let value = bytes[(position + 1)..<end]
                    if value.count < 2_000, !value.contains(0x26), !value.contains(0x3C) {
                        entities[name] = String(decoding: value, as: UTF8.self)
                    }
                    position = end + 1
                } else {
                    position = max(start, position)
                }
                guard skip(through: ">") else { return false }
            } else if skip("<!--") {
                guard skip(through: "-->") else { return false }
            } else if skip("<") {
                guard skip(through: ">") else { return false }
            } else {
                position += 1
            }
        }
        guard skip("]") else { return false }
        skipSpaces()
        return skip(">")
    }

    /// Characters with their references replaced; nil where one is broken or not known.
    private mutating func text(_ range: Range<Int>) -> String? {
        guard bytes[range].contains(0x26) else {
            return String(decoding: bytes[range], as: UTF8.self).filter(Self.isAllowed)
        }
        var result = ""
        var rest = bytes[range]
        while let mark = rest.firstIndex(of: 0x26) {
            result += String(decoding: rest[..<mark], as: UTF8.self)
            guard let end = rest[mark...].firstIndex(of: 0x3B), end - mark < 64,
                let replacement = replacement(of: String(decoding: rest[(mark + 1)..<end], as: UTF8.self))
            else { return nil }
            expanded += replacement.utf8.count
            guard expanded < Self.maximumExpansion else { return nil }
            result += replacement
            rest = rest[(end + 1)...]
        }
        return (result + String(decoding: rest, as: UTF8.self)).filter(Self.isAllowed)
    }

    private func replacement(of name: String) -> String? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        case "nbsp": return "\u{A0}"
        default: break
        }
        guard name.hasPrefix("#") else { return entities[name] }
        let number = name.lowercased().hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
        return number.flatMap(Unicode.Scalar.init).map { String($0) }
    }

    /// XML 1.0, §2.2.
    private static func isAllowed(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy {
            $0.value >= 0x20 && $0.value != 0xFFFE && $0.value != 0xFFFF || $0 == "\t" || $0 == "\n" || $0 == "\r"
        }
    }

    private mutating func name() -> String? {
        let end = bytes[position...].firstIndex { !Self.isNameByte($0) } ?? bytes.count
        guard end > position, !Self.isNoStart(bytes[position]) else { return nil }
        defer { position = end }
        return String(decoding: bytes[position..<end], as: UTF8.self)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F || byte == 0x3A || byte > 0x7F
            || isNoStart(byte)
    }

    private static func isNoStart(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E
    }

    @discardableResult
    mutating func skipSpaces() -> Bool {
        let start = position
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
        return position > start
    }
}

extension [UInt8] {
    fileprivate subscript(safe index: Int) -> UInt8? { indices.contains(index) ? self[index] : nil }
}
