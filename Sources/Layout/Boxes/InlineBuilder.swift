import CSS
import Geometry
import Pages

/// Gathers inline-level content while elements are walked: white space is processed, spans follow the open inline boxes.
struct InlineBuilder {
    private(set) var content = InlineContent()
    /// The open inline boxes; the first is the block container's own context.
    private var contexts: [Context]
    /// A collapsible space was the last thing added, or the line has just begun.
    private var swallowsSpace = true

    struct Context {
        var style: SharedStyle
        var element: Int?
        var link: Int?
        var decorations: [InlineDecoration] = []
        /// Index into `InlineContent.boxes`.
        var box: Int?
        /// No part of the text.
        var isOrnament = false
    }

    init(style: SharedStyle, decorations: [InlineDecoration] = []) {
        contexts = [Context(style: style, decorations: decorations)]
    }

    var current: Context { contexts[contexts.count - 1] }
    var isInsideInline: Bool { contexts.count > 1 }

    // MARK: Inline boxes

    /// Opens what changes how text is noted, but is no box.
    mutating func open(_ context: Context) { contexts.append(context) }

    /// Opens an inline box; the decorations that its parent has not are the box's own.
    mutating func openBox(_ context: Context) {
        var context = context
        let inherited = current.decorations.count
        context.box = addBox(context.style, parent: current.box)
        for index in context.decorations.indices.dropFirst(inherited) { context.decorations[index].box = context.box }
        contexts.append(context)
    }

    mutating func close() {
        let closed = contexts.removeLast()
        if let box = closed.box, box != current.box { endBox(box) }
    }

    private mutating func addBox(_ style: SharedStyle, parent: Int?) -> Int {
        let place = content.text.count
        if style.box.position == .relative { content.hasMovedBoxes = true }
        content.boxes.append(InlineBox(style: style, parent: parent, range: place..<place))
        return content.boxes.count - 1
    }

    private mutating func endBox(_ box: Int) {
        let start = min(content.boxes[box].range.lowerBound, content.text.count)
        content.boxes[box].range = start..<content.text.count
    }

    /// Adds a structure element inside the one that is open.
    mutating func add(_ element: StructureElement, parent: Int?) -> Int {
        content.elements.append(InlineElement(element: element, parent: parent))
        return content.elements.count - 1
    }

    mutating func add(_ link: InlineLink) -> Int {
        content.links.append(link)
        return content.links.count - 1
    }

    mutating func add(_ mark: FlowMark) {
        content.marks.append(InlineMark(offset: content.text.count, mark: mark))
    }

    mutating func addFootnoteCall(_ note: Int) {
        content.footnoteCalls.append(FootnoteCall(offset: content.text.count, footnote: note))
    }

    mutating func addFloat(_ box: BlockBox) {
        content.floats.append(InlineFloat(offset: content.text.count, box: box))
    }

    mutating func add(_ atom: InlineAtom.Content, style: SharedStyle) {
        content.atoms.append(InlineAtom(offset: content.text.count, style: style, content: atom))
        put(0xFFFC)
        swallowsSpace = false
    }

    /// Adds a picture, with an element for it unless it is ornament.
    mutating func add(_ picture: ReplacedContent, style: SharedStyle) {
        var context = current
        context.style = style
        if !picture.isDecoration { context.element = add(picture.figure(in: nil), parent: context.element) }
        open(context)
        add(.replaced(picture), style: style)
        close()
    }

    /// Says how generated content inside of a box is read aloud.
    mutating func mark(_ context: inout Context, as speech: GeneratedSpeech) {
        switch speech {
        case .itself: break
        case .nothing: context.isOrnament = true
        case .words(let words):
            let span = StructureElement(role: .span, parent: nil, alternative: words)
            context.element = add(span, parent: context.element)
        }
    }

    /// Adds a part of generated content.
    mutating func add(_ piece: GeneratedPiece) {
        switch piece {
        case .text(let text): add(text)
        case .leader(let pattern): addLeader(pattern)
        case .picture(let picture, let style): add(picture, style: style)
        }
    }

    /// The place that text is added at.
    var offset: Int { content.text.count }

    /// Sets text above what was added since an offset.
    mutating func annotate(from start: Int, with annotation: InlineContent, style: SharedStyle, element: Int) {
        guard start < content.text.count, !annotation.isEmpty else { return }
        content.annotations.append(
            RubyAnnotation(base: start..<content.text.count, content: annotation, style: style, element: element))
    }

    /// Adds a leader in a span of its own.
    mutating func addLeader(_ pattern: String) {
        var context = current
        context.style = SharedStyle(context.style.value)
        open(context)
        content.leaders.append(InlineLeader(offset: content.text.count, pattern: pattern))
        put(0xFFFC)
        swallowsSpace = false
        close()
    }

    /// Sets the letter beside the first lines; false where text stands before it.
    mutating func setInitialLetter(_ letter: InitialLetter) -> Bool {
        guard content.text.isEmpty, content.initialLetter == nil else { return false }
        content.initialLetter = letter
        return true
    }

    // MARK: Text

    /// Adds text under the open inline box's `white-space` and `text-transform`.
    mutating func add(_ text: String) {
        let style = current.style.text
        let text = style.transform.applied(to: text, language: style.language)
        switch style.whiteSpaceCollapse {
        case .collapse: addCollapsed(text, keepsLineBreaks: false)
        case .preserveBreaks: addCollapsed(text, keepsLineBreaks: true)
        case .preserve, .breakSpaces: addPreserved(text, tabSize: style.tabSize)
        case .preserveSpaces: addSpaces(text)
        }
    }

    /// A forced line break.
    mutating func addLineBreak() {
        dropTrailingSpace()
        put(0x2028)
        swallowsSpace = true
    }

    /// What has been gathered, trailing white space removed; the open inline boxes stay open for what follows.
    mutating func finish() -> InlineContent {
        dropTrailingSpace()
        for box in openBoxes {
            endBox(box)
            content.boxes[box].hasEnd = false
        }
        // A letter by itself has no lines to stand beside.
        switch content.initialLetter {
        case .sized(let letter, _), .floated(let letter, _):
            if content.text.isEmpty {
                content.text = letter.text
                content.spans = letter.spans
                content.initialLetter = nil
            }
        case nil: break
        }
        // A space that has gone may have been the last character of a box.
        let all = 0..<content.text.count
        for box in content.boxes.indices { content.boxes[box].range = content.boxes[box].range.clamped(to: all) }
        let finished = content
        content = InlineContent()
        // Boxes that stay open go on naming their elements.
        if isInsideInline {
            content.elements = finished.elements
            content.links = finished.links
            reopenBoxes(finished.boxes)
        }
        swallowsSpace = true
        return finished
    }

    private var openBoxes: [Int] {
        var boxes: [Int] = []
        for case let box? in contexts.map(\.box) where box != boxes.last { boxes.append(box) }
        return boxes
    }

    /// The boxes that stay open begin again in the content to come.
    private mutating func reopenBoxes(_ old: [InlineBox]) {
        var renamed: [Int: Int] = [:]
        for box in openBoxes {
            let new = addBox(old[box].style, parent: old[box].parent.flatMap { renamed[$0] })
            content.boxes[new].hasStart = false
            renamed[box] = new
        }
        for index in contexts.indices {
            contexts[index].box = contexts[index].box.flatMap { renamed[$0] }
            for place in contexts[index].decorations.indices {
                contexts[index].decorations[place].box = contexts[index].decorations[place].box.flatMap { renamed[$0] }
            }
        }
    }

    /// CSS Text 3, §4.1.1: runs of spaces, tabs and segment breaks become one space.
    private mutating func addCollapsed(_ text: String, keepsLineBreaks: Bool) {
        var pendingBreak = false
        for unit in text.utf16 {
            switch unit {
            case 0x0A, 0x0D:
                if keepsLineBreaks {
                    addLineBreak()
                } else {
                    pendingBreak = pendingBreak || !swallowsSpace
                    addSpace()
                }
            case 0x20, 0x09, 0x0C: addSpace()
            default:
                // §4.1.3: a segment break between ideographs leaves no space.
                if pendingBreak, unit.isIdeographic, content.text.count > 1,
                    content.text[content.text.count - 2].isIdeographic
                {
                    dropTrailingSpace()
                }
                pendingBreak = false
                put(unit)
                swallowsSpace = false
            }
        }
    }

    private mutating func addSpace() {
        guard !swallowsSpace else { return }
        put(0x20)
        swallowsSpace = true
    }

    private mutating func addPreserved(_ text: String, tabSize: TextStyle.TabSize) {
        let stop: Int
        switch tabSize {
        case .number(let count): stop = max(1, Int(min(count, 64)))
        // Half an em, the width of a character of most fonts for code.
        case .length(let points): stop = max(1, Int(min(points / (current.style.font.size / 2), 64)))
        }
        for unit in text.utf16 {
            switch unit {
            case 0x0A: put(0x2028)
            case 0x0D: continue
            case 0x09:
                let lineStart = (content.text.lastIndex(of: 0x2028) ?? -1) + 1
                for _ in 0..<(stop - (content.text.count - lineStart) % stop) { put(0x20) }
            default: put(unit)
            }
        }
        swallowsSpace = false
    }

    /// All white space as spaces (CSS Text 4, §4.1: `preserve-spaces`).
    private mutating func addSpaces(_ text: String) {
        for unit in text.utf16 where unit != 0x0D { put(unit == 0x0A || unit == 0x09 ? 0x20 : unit) }
        swallowsSpace = false
    }

    private mutating func dropTrailingSpace() {
        guard swallowsSpace, content.text.last == 0x20, let last = content.spans.indices.last else { return }
        content.text.removeLast()
        content.spans[last].range = content.spans[last].range.lowerBound..<content.text.count
        if content.spans[last].range.isEmpty { content.spans.removeLast() }
        for index in content.footnoteCalls.indices {
            content.footnoteCalls[index].offset = min(content.footnoteCalls[index].offset, content.text.count)
        }
    }

    private mutating func put(_ unit: UInt16) {
        content.text.append(unit)
        let end = content.text.count
        let context = current
        if let last = content.spans.indices.last, content.spans[last].belongs(to: context) {
            content.spans[last].range = content.spans[last].range.lowerBound..<end
        } else {
            content.spans.append(
                InlineSpan(
                    range: end - 1..<end, style: context.style, element: context.element, link: context.link,
                    decorations: context.decorations, box: context.box, isOrnament: context.isOrnament))
        }
    }
}

extension InlineSpan {
    fileprivate func belongs(to context: InlineBuilder.Context) -> Bool {
        style === context.style && element == context.element && link == context.link && box == context.box
            && decorations.count == context.decorations.count && isOrnament == context.isOrnament
    }
}

extension UInt16 {
    /// Han, kana and CJK punctuation of the basic plane.
    var isIdeographic: Bool {
        (0x2E80...0x9FFF).contains(self) || (0xF900...0xFAFF).contains(self) || (0xFF00...0xFF60).contains(self)
    }
}
