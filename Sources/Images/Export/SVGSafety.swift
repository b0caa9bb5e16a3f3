/// Whether an SVG picture can be handed to others as it is.
enum SVGSafety {
    /// Nothing in it runs, and it refers to nothing outside itself.
    static func isInert(_ bytes: [UInt8]) -> Bool {
        let text = bytes.map { (0x41...0x5a).contains($0) ? $0 + 0x20 : $0 }
        return !suspicious.contains { contains(text, Array($0.utf8)) } && !hasEventHandler(text)
    }

    private static let suspicious = [
        "<script", "<foreignobject", "<iframe", "<!entity", "javascript:", "@import", "<?xml-stylesheet", "url(http",
        "url('http", "url(\"http", "url(//", "href=\"http", "href='http", "href=\"//", "href='//", "href=\"file",
        "href='file", "href=\"../", "href=\"./",
    ]

    private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        guard text.count >= part.count else { return false }
        return (0...(text.count - part.count)).contains { start in
            text[start] == part[0] && text[start..<(start + part.count)].elementsEqual(part)
        }
    }

    /// An attribute whose name begins with `on`.
    private static func hasEventHandler(_ text: [UInt8]) -> Bool {
        var index = 0
        while index + 3 < text.count {
            let isName = text[index] <= 0x20 && text[index + 1] == 0x6f && text[index + 2] == 0x6e
            if isName {
                let end = text[(index + 3)...].firstIndex { !(0x61...0x7a).contains($0) } ?? text.count
                if end > index + 3, end < text.count, text[end] == 0x3d { return true }
            }
            index += 1
        }
        return false
    }
}
