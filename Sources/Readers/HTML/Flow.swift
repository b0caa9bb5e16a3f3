internal import ArticleModel

/// The blocks of a container as they come, with the running text that is not yet a paragraph.
struct Flow {
    private(set) var blocks: [Block] = []
    /// Running text since the last block; white space is collapsed as it comes.
    var inlines: [Inline] = []
    /// What comes next begins after white space or at a line's start, so that its own leading space is nothing.
    var endsInSpace = true
    /// An anchor's id, for the next block.
    var pendingID: String?
    /// A bracket was opened round nothing but a note's call; where it closes at once, it says nothing.
    private var closesBracket = false

    /// Adds text, white space collapsed (CSS Text 3, §4.1).
    mutating func text(_ utf8: ArraySlice<UInt8>) {
        var utf8 = utf8
        if closesBracket, let first = utf8.first {
            closesBracket = false
            if first == UInt8(ascii: "]") || first == UInt8(ascii: ")") { utf8 = utf8.dropFirst() }
        }
        var result: [UInt8] = []
        for byte in utf8 {
            if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
                if !endsInSpace { result.append(0x20) }
                endsInSpace = true
            } else {
                result.append(byte)
                endsInSpace = false
            }
        }
        guard !result.isEmpty else { return }
        let text = String(decoding: result, as: UTF8.self)
        if let last = inlines.last, last.attributes.isEmpty, case .text(let before) = last.content {
            inlines[inlines.count - 1] = .text(before + text)
        } else {
            inlines.append(.text(text))
        }
    }

    /// Adds a note's call, without a bracket that stands open before it.
    mutating func addCall(of id: Note.ID, _ attributes: Attributes) {
        if let last = inlines.last, last.attributes.isEmpty, case .text(let text) = last.content, text.hasSuffix("[") {
            inlines[inlines.count - 1] = .text(String(text.dropLast()))
            closesBracket = true
        }
        inlines.append(Inline(.noteReference(id), attributes: attributes))
        endsInSpace = false
    }

    mutating func lineBreak() {
        if let last = inlines.last, case .text(let text) = last.content, text.hasSuffix(" ") {
            inlines[inlines.count - 1].content = .text(String(text.dropLast()))
        }
        inlines.append(Inline(.lineBreak))
        endsInSpace = true
    }

    /// Adds a block behind what is there.
    mutating func add(_ block: Block) {
        flush()
        var block = block
        if block.attributes.id == nil, let id = pendingID {
            block.attributes.id = id
            pendingID = nil
        }
        blocks.append(block)
    }

    /// Gives the figure that stands last its caption; false where there is no figure that lacks one.
    mutating func caption(_ inlines: [Inline]) -> Bool {
        flush()
        guard let last = blocks.indices.last, case .figure(var figure) = blocks[last].content, figure.caption.isEmpty,
            figure.credit.isEmpty
        else { return false }
        figure.caption = inlines
        blocks[last].content = .figure(figure)
        return true
    }

    /// Gives the formula that stands last its picture; false where there is no formula that lacks one.
    mutating func give(_ picture: Image) -> Bool {
        if case .math(var math)? = inlines.last?.content, math.picture == nil {
            math.picture = picture
            inlines[inlines.count - 1].content = .math(math)
            return true
        }
        guard InlineText.isEmpty(inlines), case .math(var math)? = blocks.last?.content, math.picture == nil else {
            return false
        }
        math.picture = picture
        blocks[blocks.count - 1].content = .math(math)
        return true
    }

    mutating func add(_ more: [Block]) {
        if more.isEmpty { flush() }
        for block in more { add(block) }
    }

    /// Makes the running text paragraphs, split at empty lines; pictures alone become figures.
    mutating func flush() {
        let text = inlines
        inlines = []
        endsInSpace = true
        for var piece in InlineText.split(text) {
            InlineText.trimStart(&piece)
            InlineText.trimEnd(&piece)
            for block in Paragraphs.blocks(of: piece) {
                var block = block
                if let id = pendingID {
                    block.attributes.id = id
                    pendingID = nil
                }
                blocks.append(block)
            }
        }
    }
}

/// Running text → paragraphs and figures.
enum Paragraphs {
    /// Pictures this large or smaller (CSS px) belong to the line they stand in.
    static let inlineSize = 64.0

    /// The formula that is all there is, set apart from the text.
    private static func displayedFormula(_ inlines: [Inline]) -> Math? {
        guard inlines.count == 1, case .math(let math) = inlines[0].content, math.isDisplay else { return nil }
        return math
    }

    /// A paragraph; large pictures at its ends, or alone, are figures before and after it.
    static func blocks(of inlines: [Inline]) -> [Block] {
        if let formula = displayedFormula(inlines) { return [Block(.math(formula))] }
        var middle = inlines[...]
        var before: [Block] = []
        var after: [Block] = []
        while let first = middle.first, isPicture(first) || (!before.isEmpty && isBlank(first)) {
            if !isBlank(first) { before.append(figure(first)) }
            middle = middle.dropFirst()
        }
        while let last = middle.last, isPicture(last) || (!after.isEmpty && isBlank(last)) {
            if !isBlank(last) { after.insert(figure(last), at: 0) }
            middle = middle.dropLast()
        }
        var rest = Array(middle)
        InlineText.trimStart(&rest)
        InlineText.trimEnd(&rest)
        guard !InlineText.isEmpty(rest) else { return before + after }
        return before + [Block(.paragraph(rest))] + after
    }

    private static func figure(_ picture: Inline) -> Block {
        Block(.figure(Figure(blocks: [Block(.paragraph([picture]))])))
    }

    private static func isBlank(_ inline: Inline) -> Bool {
        switch inline.content {
        case .text(let text): text.allSatisfy { $0 == " " }
        case .lineBreak: true
        default: false
        }
    }

    /// A large picture, alone or as the only content of a link or span.
    private static func isPicture(_ inline: Inline) -> Bool {
        switch inline.content {
        case .image(let image):
            (image.width ?? .infinity) > inlineSize || (image.height ?? .infinity) > inlineSize
        case .link(_, let children), .span(let children), .emphasis(let children), .strong(let children):
            // Each child is looked into once: twice would be a power of two at the bottom of many.
            !children.allSatisfy(isBlank) && children.allSatisfy { isBlank($0) || isPicture($0) }
        default: false
        }
    }
}
