internal import TextAnalysis

/// Makes a page safe and light before the parser sees it, following the tokenizer's states (HTML, §13.2.5).
///
/// Comments and the bodies of scripts and styles go (JSON-LD and formulas stay); tags that would nest deeper than
/// `maximumDepth`, or make more than `maximumElements` elements, go and their text stays.
struct Prescan {
    /// Open elements that have no optional end tag. Deeper real pages have not been seen; time is quadratic in it.
    static let maximumDepth = 512
    /// Open formatting elements; every block reopens them all.
    static let maximumFormatting = 64
    /// Elements in all, those that the parser reopens counted too.
    static let maximumElements = 1_000_000
    /// Attributes of one tag; the parser compares each with all before it.
    static let maximumAttributes = 256

    /// The page for the parser.
    struct Page {
        var utf8: [UInt8]
        /// Where output positions and input positions part, in order.
        var cuts: [(output: Int, input: Int)] = []
        var droppedTags = 0

        /// The input position of an output position.
        func source(of output: Int) -> Int {
            var low = 0
            var high = cuts.count
            while low < high {
                let middle = (low + high) / 2
                if cuts[middle].output <= output { low = middle + 1 } else { high = middle }
            }
            guard low > 0 else { return output }
            return cuts[low - 1].input + output - cuts[low - 1].output
        }
    }

    private let bytes: [UInt8]
    private var page: Page
    private var position = 0
    /// Start of what is not yet copied.
    private var pending = 0
    private var depth = OpenElements()

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        page = Page(utf8: [])
        page.utf8.reserveCapacity(bytes.count)
    }

    /// The page made from these bytes.
    static func page(from bytes: [UInt8]) -> Page {
        var scan = Prescan(bytes)
        scan.run()
        return scan.page
    }

    private mutating func run() {
        while let tag = next(0x3C, from: position), tag + 1 < bytes.count {
            position = tag
            let following = bytes[tag + 1]
            if isLetter(following) {
                startTag(at: tag)
            } else if following == 0x2F, tag + 2 < bytes.count, isLetter(bytes[tag + 2]) {
                endTag(at: tag)
            } else if following == 0x21 {
                declaration(at: tag)
            } else if following == 0x3F || (following == 0x2F && tag + 2 < bytes.count) {
                cut(tag, to: (next(0x3E, from: tag) ?? bytes.count - 1) + 1)
            } else {
                position = tag + 1
            }
        }
        copy(to: bytes.count)
    }

    // MARK: Tags

    private mutating func startTag(at start: Int) {
        let nameEnd = endOfName(from: start + 1)
        guard let tag = endOfTag(from: nameEnd) else {
            // End of file in a tag: the tokenizer drops it.
            cut(start, to: bytes.count)
            return
        }
        let end = tag.end
        let name = TagName(bytes, start + 1, nameEnd)
        let isSelfClosing = bytes[end - 2] == 0x2F && end - 2 >= nameEnd
        if depth.accepts(name, isSelfClosing: isSelfClosing) {
            if let surplus = tag.surplus { cut(surplus, to: end - 1) }
            position = end
        } else {
            page.droppedTags += 1
            cut(start, to: end)
        }
        body(of: name, tag: start..<end)
    }

    private mutating func endTag(at start: Int) {
        let nameEnd = endOfName(from: start + 2)
        guard let end = endOfTag(from: nameEnd)?.end else {
            cut(start, to: bytes.count)
            return
        }
        if depth.acceptsEnd(TagName(bytes, start + 2, nameEnd)) {
            position = end
        } else {
            cut(start, to: end)
        }
    }

    /// Text that is no markup, after the tags that bring it.
    private mutating func body(of name: TagName, tag: Range<Int>) {
        guard !depth.isForeign else { return }
        switch name.kind {
        case .script:
            let end = endOfScript(from: tag.upperBound)
            if keepsScript(tag) { position = end } else { cut(tag.upperBound, to: end) }
        case .style:
            cut(tag.upperBound, to: endOfText(named: name, from: tag.upperBound))
        case .rawText:
            position = endOfText(named: name, from: tag.upperBound)
        case .plainText:
            position = bytes.count
        default: break
        }
    }

    /// JSON-LD holds metadata and MathJax's scripts hold formulas; the other scripts say nothing to a reader.
    private func keepsScript(_ tag: Range<Int>) -> Bool {
        let head = String(decoding: bytes[tag], as: UTF8.self).lowercased()
        return head.holds("ld+json") || head.holds("math/")
    }

    // MARK: Declarations and comments

    private mutating func declaration(at start: Int) {
        if matches("<!--", at: start) {
            cut(start, to: endOfComment(from: start + 4))
        } else if matches("<![cdata[", at: start), depth.isForeign {
            position = min(bytes.count, (find("]]>", from: start) ?? bytes.count) + 3)
        } else if matches("<!doctype", at: start) {
            position = (next(0x3E, from: start) ?? bytes.count - 1) + 1
        } else {
            cut(start, to: (next(0x3E, from: start) ?? bytes.count - 1) + 1)
        }
    }

    /// HTML, §13.2.5.43 and after: `>` and `->` close at once, `-->` and `--!>` later.
    private func endOfComment(from start: Int) -> Int {
        if start < bytes.count, bytes[start] == 0x3E { return start + 1 }
        if start + 1 < bytes.count, bytes[start] == 0x2D, bytes[start + 1] == 0x3E { return start + 2 }
        var at = start
        while let dash = next(0x2D, from: at) {
            if matches("-->", at: dash) { return dash + 3 }
            if matches("--!>", at: dash) { return dash + 4 }
            at = dash + 1
        }
        return bytes.count
    }

    // MARK: Text

    /// HTML, §13.2.5.15 to 31: `<!--` and `<script` inside a script hide its end tag until `-->`.
    private func endOfScript(from start: Int) -> Int {
        enum State { case data, escaped, doubleEscaped }
        var state = State.data
        var at = start
        while at < bytes.count {
            switch bytes[at] {
            case 0x3C:
                if state != .doubleEscaped, isEnd("</script", at: at) { return at }
                if state == .data, matches("<!--", at: at) {
                    state = .escaped
                    // `<!-->` and `<!--->` are over at once.
                    at += 2
                } else if state == .escaped, isEnd("<script", at: at) {
                    state = .doubleEscaped
                } else if state == .doubleEscaped, isEnd("</script", at: at) {
                    state = .escaped
                }
            case 0x2D where state != .data && matches("-->", at: at): state = .data
            default: break
            }
            at += 1
        }
        return bytes.count
    }

    private func endOfText(named name: TagName, from start: Int) -> Int {
        let end = "</" + String(decoding: bytes[name.range], as: UTF8.self).lowercased()
        var at = start
        while let angle = next(0x3C, from: at) {
            if isEnd(end, at: angle) { return angle }
            at = angle + 1
        }
        return bytes.count
    }

    private func isEnd(_ tag: String, at index: Int) -> Bool {
        let after = index + tag.utf8.count
        guard matches(tag, at: index) else { return false }
        return after >= bytes.count || isSpace(bytes[after]) || bytes[after] == 0x2F || bytes[after] == 0x3E
    }

    // MARK: Bytes

    private mutating func copy(to end: Int) {
        if pending < end { page.utf8.append(contentsOf: bytes[pending..<end]) }
        pending = end
        position = end
    }

    private mutating func cut(_ start: Int, to end: Int) {
        copy(to: start)
        pending = end
        position = end
        page.cuts.append((page.utf8.count, end))
    }

    private func endOfName(from start: Int) -> Int {
        var at = start
        while at < bytes.count, !isSpace(bytes[at]), bytes[at] != 0x2F, bytes[at] != 0x3E { at += 1 }
        return at
    }

    /// Where a tag ends, and where its attributes beyond the limit begin.
    private struct TagEnd {
        /// After the `>`.
        var end: Int
        var surplus: Int?
    }

    /// The end of the tag whose name ends here, by the tokenizer's attribute states (HTML, §13.2.5.32 to 40).
    private func endOfTag(from start: Int) -> TagEnd? {
        var at = start
        var attributes = 0
        var surplus: Int?
        while at < bytes.count {
            if bytes[at] == 0x3E { return TagEnd(end: at + 1, surplus: surplus) }
            if isSpace(bytes[at]) || bytes[at] == 0x2F {
                at += 1
                continue
            }
            attributes += 1
            if attributes == Self.maximumAttributes + 1 { surplus = at }
            at += 1
            while at < bytes.count, !isSpace(bytes[at]), bytes[at] != 0x2F, bytes[at] != 0x3E, bytes[at] != 0x3D {
                at += 1
            }
            while at < bytes.count, isSpace(bytes[at]) { at += 1 }
            guard at < bytes.count, bytes[at] == 0x3D else { continue }
            at += 1
            while at < bytes.count, isSpace(bytes[at]) { at += 1 }
            guard let end = endOfValue(from: at) else { return nil }
            at = end
        }
        return nil
    }

    private func endOfValue(from start: Int) -> Int? {
        guard start < bytes.count else { return nil }
        let quote = bytes[start]
        if quote == 0x22 || quote == 0x27 { return next(quote, from: start + 1).map { $0 + 1 } }
        var at = start
        while at < bytes.count, !isSpace(bytes[at]), bytes[at] != 0x3E { at += 1 }
        return at
    }

    private func next(_ byte: UInt8, from start: Int) -> Int? {
        var at = start
        while at < bytes.count {
            if bytes[at] == byte { return at }
            at += 1
        }
        return nil
    }

    private func find(_ text: String, from start: Int) -> Int? {
        guard let first = text.utf8.first else { return nil }
        var at = start
        while let candidate = next(first, from: at) {
            if matches(text, at: candidate) { return candidate }
            at = candidate + 1
        }
        return nil
    }

    /// Whether lower-case ASCII text stands here in any case.
    private func matches(_ text: String, at index: Int) -> Bool {
        guard index + text.utf8.count <= bytes.count else { return false }
        var at = index
        for byte in text.utf8 {
            guard asciiLowercase(bytes[at]) == byte else { return false }
            at += 1
        }
        return true
    }

    private func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D && byte != 0x0B) }
}

/// A byte with A to Z made small.
func asciiLowercase(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
