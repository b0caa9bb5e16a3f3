extension HTMLDocument {
    /// A known attribute's value as a whole number of at most 32 bits, the range that browsers give to lists' numbers
    /// and spans; nil where the attribute is absent, no number, or beyond.
    ///
    /// Source: HTML, §2.3.4.1 "Signed integers": white space before the number and anything after it is passed over.
    public func integer(_ name: AttributeName, of node: NodeID) -> Int? {
        guard let range = attributeRange(name, of: node) else { return nil }
        var bytes = utf8[range].drop { [0x09, 0x0A, 0x0C, 0x0D, 0x20].contains($0) }
        let isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
        let digits = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard !digits.isEmpty else { return nil }
        return Int32((isNegative ? "-" : "") + String(decoding: digits, as: UTF8.self)).map(Int.init)
    }
}
