/// What a scan of an XML document tells: whether it is well-formed, and the elements and attributes in it.
///
/// It knows the part of XML 1.0 that drawings use: no entities but the five of §4.6, no internal subset of a document type.
struct XMLOutline {
    struct Element: Hashable {
        var name: String
        var attributes: [String: String]
    }

    private(set) var elements: [Element] = []
    /// The targets of processing instructions.
    private(set) var instructions: [String] = []

    /// The outline, or nil where the document is not well-formed.
    init?(_ bytes: [UInt8]) {
        var scanner = XMLScanner(bytes: bytes)
        guard scanner.scan() else { return nil }
        elements = scanner.elements
        instructions = scanner.instructions
    }
}

/// One walk over a document's bytes.
private struct XMLScanner: XMLScanning {
    let bytes: [UInt8]
    var position = 0
    var open: [String] = []
    var elements: [XMLOutline.Element] = []
    var instructions: [String] = []

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func scan() -> Bool {
        if bytes.starts(with: [0xef, 0xbb, 0xbf]) { position = 3 }
        guard String(validating: bytes, as: UTF8.self) != nil else { return false }
        while position < bytes.count {
            let isRead = bytes[position] == 0x3c ? scanMarkup() : scanText()
            guard isRead else { return false }
        }
        return open.isEmpty && !elements.isEmpty
    }

    /// Text up to the next tag; outside the root element there may be white space only.
    private mutating func scanText() -> Bool {
        let end = bytes[position...].firstIndex(of: 0x3c) ?? bytes.count
        let text = bytes[position..<end]
        position = end
        return open.isEmpty ? text.allSatisfy(\.isXMLSpace) : isCharacterData(text)
    }

    private mutating func scanMarkup() -> Bool {
        if skip("<!--") { return skip(through: "-->") }
        if skip("<![CDATA[") { return !open.isEmpty && skip(through: "]]>") }
        if skip("<?") {
            guard let target = name() else { return false }
            instructions.append(target)
            return skip(through: "?>")
        }
        if skip("<!DOCTYPE") {
            let end = bytes[position...].firstIndex { $0 == 0x3e || $0 == 0x5b } ?? bytes.count
            guard elements.isEmpty, end < bytes.count, bytes[end] == 0x3e else { return false }
            position = end + 1
            return true
        }
        if skip("</") {
            guard let name = name(), open.popLast() == name else { return false }
            skipSpaces()
            return skip(">")
        }
        return skip("<") && scanElement()
    }

    private mutating func scanElement() -> Bool {
        guard !open.isEmpty || elements.isEmpty, let name = name() else { return false }
        var attributes: [String: String] = [:]
        while true {
            let hasSpace = skipSpaces()
            if skip("/>") { break }
            if skip(">") {
                open.append(name)
                break
            }
            guard hasSpace, let attribute = self.name(), let value = value(), attributes[attribute] == nil else {
                return false
            }
            attributes[attribute] = value
        }
        elements.append(XMLOutline.Element(name: name, attributes: attributes))
        return true
    }

    /// `= "value"`
    private mutating func value() -> String? {
        guard let range = attributeValue() else { return nil }
        let text = bytes[range]
        return !text.contains(0x3c) && isCharacterData(text) ? String(decoding: text, as: UTF8.self) : nil
    }

    /// Characters that XML allows, with references to known entities only.
    private func isCharacterData(_ text: ArraySlice<UInt8>) -> Bool {
        var index = text.startIndex
        while index < text.endIndex {
            if text[index] < 0x20, !text[index].isXMLSpace { return false }
            if text[index] == 0x26 {
                guard let end = text[index...].firstIndex(of: 0x3b), isReference(text[(index + 1)..<end]) else {
                    return false
                }
                index = end
            }
            index += 1
        }
        return true
    }

    private func isReference(_ name: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: name, as: UTF8.self)
        if ["amp", "lt", "gt", "quot", "apos"].contains(text) { return true }
        guard text.hasPrefix("#") else { return false }
        let number = text.hasPrefix("#x") ? UInt32(text.dropFirst(2), radix: 16) : UInt32(text.dropFirst())
        return number.flatMap(Unicode.Scalar.init).map { $0.value >= 0x20 || $0.value == 9 || $0.value == 10 } ?? false
    }

    private mutating func name() -> String? {
        let end = bytes[position...].firstIndex { !$0.isXMLNameByte } ?? bytes.count
        guard end > position, !bytes[position].isXMLDigitOrSign else { return nil }
        defer { position = end }
        return String(decoding: bytes[position..<end], as: UTF8.self)
    }

    @discardableResult
    mutating func skipSpaces() -> Bool {
        let start = position
        while position < bytes.count, bytes[position].isXMLSpace { position += 1 }
        return position > start
    }
}

extension UInt8 {
    fileprivate var isXMLSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0a || self == 0x0d }
    fileprivate var isXMLDigitOrSign: Bool { (0x30...0x39).contains(self) || self == 0x2d || self == 0x2e }
    fileprivate var isXMLNameByte: Bool {
        (0x41...0x5a).contains(self) || (0x61...0x7a).contains(self) || self == 0x5f || self == 0x3a || self > 0x7f
            || isXMLDigitOrSign
    }
}
