/// Text whose paragraphs flow over several lines (RFC 3676, `format=flowed`).
struct FlowedText {
    /// `DelSp=yes`: the space that marks a flowing line is no part of the text.
    var deletesSpaces: Bool

    /// Each paragraph in one line; quoted lines begin with their `>`s and a space.
    func joined(_ utf8: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(utf8.count)
        var scanner = LineScanner(utf8[...])
        // The depth of the paragraph that goes on, nil where none does.
        var open: Int?
        while let line = scanner.next() {
            var text = utf8[line.content]
            let depth = text.prefix { $0 == 0x3E }.count
            text = text.dropFirst(depth)
            if text.first == 0x20 { text = text.dropFirst() }
            let isSignature = text.elementsEqual("-- ".utf8)
            let flows = text.last == 0x20 && !isSignature
            if open != depth || isSignature {
                if open != nil { result.append(0x0A) }
                if depth > 0 { result += Array(repeating: 0x3E, count: depth) + [0x20] }
            }
            result += flows && deletesSpaces ? text.dropLast() : text
            if !flows { result.append(0x0A) }
            open = flows ? depth : nil
        }
        return result
    }
}
