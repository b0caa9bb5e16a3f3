import ArticleMarkup
import CSS
import Diagnostics
import Geometry
import Pages

/// One walk over a markup tree, in document order, with what CSS counts on the way.
struct BoxWalk {
    let tree: MarkupTree
    let styles: StyleResolver
    let pictures: StylePictures
    var structure = StructureTree()
    var footnotes: [BlockBox] = []
    /// Index in `footnotes` of each note that has been called, by its id.
    var footnoteIndices: [String: Int] = [:]
    /// How many elements of the text itself have become footnotes.
    var floatedNoteCount = 0
    var runningElements: [RunningElement] = []
    /// Parts of tables that stand in an anonymous table which an earlier sibling began.
    var wrappedInTable: [MarkupElement] = []
    /// It has been said that there are no flex and grid containers.
    private var saysFlexible = false
    /// A running element is being walked: nothing in it leaves it.
    var isRepeated = false
    var targets: Set<String> = []
    var diagnostics: [Diagnostic] = []
    var counters = CounterState()
    var quoteDepth = 0
    /// A marker that stands inside the first line of what follows: a note's number, or a list's with `inside`.
    var pendingMarker: InsideMarker?
    /// A block with a `::first-letter` whose text has not begun.
    var pendingFirstLetter: MarkupElement?
    /// The `::first-line` of a block whose text has not begun.
    var pendingFirstLine: SharedStyle?
    var headings = HeadingLevels()
    /// Levels of the outline, closed up like those of the headings.
    var bookmarks = HeadingLevels()

    /// What generated content may say of other elements, and what has been asked of them.
    var references: CrossReferences
    /// Counters and texts of elements that are spoken of, as this walk meets them.
    var found: [String: CrossReferences.Target] = [:]
    /// All elements that have one, by their id; made when one is first asked for.
    var elementsByID: [String: MarkupElement]?

    init(tree: MarkupTree, styles: StyleResolver, pictures: StylePictures, references: CrossReferences) {
        self.tree = tree
        self.styles = styles
        self.pictures = pictures
        self.references = references
        collectTargets(tree.root)
        targets.formUnion(references.asked)
    }

    /// The blocks that are being gathered in one block container, and the inline content between them.
    struct Flow {
        var blocks: [BlockBox] = []
        var inline: InlineBuilder
        var container: StructureElement.ID
        var style: SharedStyle
    }

    mutating func rootBox() -> BlockBox {
        let element = tree.root
        // CSS Display 3, §2.8: the root element's box is blockified.
        let style = SharedStyle(styles.style(of: element, inheriting: .initial))
        return block(element, style, parent: StructureTree.root, decorations: [])
    }

    // MARK: Blocks

    /// The box of a block-level element.
    mutating func block(
        _ element: MarkupElement, _ style: SharedStyle, parent: StructureElement.ID, decorations: [InlineDecoration]
    ) -> BlockBox {
        enterCounters(element, style)
        defer { counters.leave() }
        let name = element.localName
        let container = structureElement(of: element, name, style, parent: parent)
        var marker: ListMarker?
        var owner = container
        if style.box.display == .listItem, structure[container].role == .listItem {
            (marker, owner) = listItem(element, style, container)
        }
        var box = BlockBox(name: element.dumpName, style: style, element: owner, content: .blocks([]))
        box.marker = marker
        box.anchors = element.id.map { [$0] } ?? []
        box.strings = namedStrings(of: element, style)
        box.bookmark = bookmark(of: element, style)
        box.counters = counterMarks(of: style)
        let decorations = decorations + style.ownDecorations
        box.isArtifact = name == "hr"
        if let picture = replacement(of: element, style) {
            box.content = .replaced(picture)
            if !picture.isDecoration { box.element = structure.add(picture.figure(in: container)) }
        } else if name == "img" {
            box.content = leafContent(element, style, owner)
            if case .replaced(let replaced) = box.content { box.element = structure.add(replaced.figure(in: parent)) }
        } else if style.box.display == .table || style.box.display == .inlineTable {
            let language = element.attribute("lang")
            box.content = .table(
                table(element.children, style, owner, decorations: decorations, language: language))
        } else {
            box.content = flowContent(element, style, owner, decorations: decorations)
        }
        return box
    }

    /// Everything inside a block container, blocks and the text between them.
    mutating func flowContent(
        _ element: MarkupElement, _ style: SharedStyle, _ owner: StructureElement.ID, decorations: [InlineDecoration]
    ) -> BlockBox.Content {
        var flow = Flow(
            inline: InlineBuilder(style: style, decorations: decorations), container: owner, style: style)
        let outer = pendingFirstLetter
        let hasFirstLetter = styles.style(of: element, pseudo: .firstLetter, inheriting: style.value) != nil
        if hasFirstLetter { pendingFirstLetter = element }
        if let line = styles.style(of: element, pseudo: .firstLine, inheriting: style.value) {
            pendingFirstLine = SharedStyle(line)
        }
        generated(.before, of: element, style, into: &flow)
        walkChildren(of: element, style, into: &flow)
        generated(.after, of: element, style, into: &flow)
        if hasFirstLetter, pendingFirstLetter == element { pendingFirstLetter = outer }
        return finish(flow, isOrnament: element.localName == "hr")
    }

    mutating func walkChildren(of element: MarkupElement, _ style: SharedStyle, into flow: inout Flow) {
        walk(element.children, style, into: &flow)
    }

    mutating func walk(_ nodes: [MarkupNode], _ style: SharedStyle, into flow: inout Flow) {
        for child in nodes {
            switch child {
            case .text(let text):
                if pendingMarker != nil, !text.collapsingSpace.isEmpty { placeMarker(into: &flow) }
                addText(text, style, into: &flow)
            case .element(let child): walk(child, inheriting: style, into: &flow)
            }
        }
    }

    /// Adds one element to the flow by its `display`.
    mutating func walk(_ element: MarkupElement, inheriting parent: SharedStyle, into flow: inout Flow) {
        let style = SharedStyle(styles.style(of: element, inheriting: parent.value))
        if element.localName == "br" && style.box.display != .none { return flow.inline.addLineBreak() }
        if style.box.display != .none, takeOut(element, style, from: &flow) { return }
        if style.box.floatsBesideLines || style.box.isPageFloat || style.box.isAbsolute, style.box.display != .none {
            placeMarker(into: &flow)
            let decorations = flow.inline.current.decorations
            return flow.inline.addFloat(block(element, style, parent: flow.container, decorations: decorations))
        }
        if style.box.display.isFlexible, !saysFlexible {
            saysFlexible = true
            diagnostics.append(Diagnostic(.warning, .flexibleAsBlocks(style.box.display.cssName)))
        }
        let isPicture = element.localName == "img" || replacement(of: element, style) != nil
        switch style.box.display {
        case .none: return
        case .inline, .contents, .ruby, .rubyBase, .rubyText:
            placeMarker(into: &flow)
            inline(element, style, into: &flow)
        case .inlineBlock, .inlineTable, .inlineFlex, .inlineGrid:
            placeMarker(into: &flow)
            if isPicture {
                inline(element, style, into: &flow)
            } else {
                inlineBlock(element, style, into: &flow)
            }
        case .tableRowGroup, .tableHeaderGroup, .tableFooterGroup, .tableRow, .tableCell, .tableCaption:
            if let index = wrappedInTable.firstIndex(of: element) {
                wrappedInTable.remove(at: index)
                return
            }
            flush(&flow)
            flow.blocks.append(anonymousTable(from: element, inheriting: parent, in: flow))
        case .tableColumn, .tableColumnGroup: return
        case .block, .listItem, .flowRoot, .table, .flex, .grid:
            flush(&flow)
            let decorations = flow.inline.current.decorations
            flow.blocks.append(block(element, style, parent: flow.container, decorations: decorations))
        }
    }

    /// Ends the line of inline content that is being gathered, as an anonymous block.
    mutating func flush(_ flow: inout Flow) {
        let content = finishInline(&flow)
        // Floats without text beside them are blocks among blocks.
        if content.isEmpty { flow.blocks += content.floats.map(\.box) }
        guard !content.isEmpty || !content.footnoteCalls.isEmpty else {
            flow.blocks += marks(of: content, in: flow)
            return
        }
        let element = structure.add(StructureElement(role: .paragraph, parent: flow.container))
        flow.blocks.append(
            BlockBox(
                name: "anonymous", style: SharedStyle(flow.style.value.forAnonymousBlock), element: element,
                content: .inline(content)))
    }

    /// The inline content so far; the first of a block has the style of its first line.
    private mutating func finishInline(_ flow: inout Flow) -> InlineContent {
        var content = flow.inline.finish()
        if !content.isEmpty {
            content.firstLine = pendingFirstLine
            pendingFirstLine = nil
        }
        return content
    }

    /// A box without content for marks that no text stands round.
    private func marks(of content: InlineContent, in flow: Flow) -> [BlockBox] {
        guard content.text.isEmpty, !content.marks.isEmpty else { return [] }
        var inline = InlineContent()
        inline.marks = content.marks
        return [
            BlockBox(
                name: "anonymous", style: SharedStyle(flow.style.value.forAnonymousBlock), element: flow.container,
                content: .inline(inline))
        ]
    }

    mutating func finish(_ flow: Flow, isOrnament: Bool) -> BlockBox.Content {
        var flow = flow
        guard flow.blocks.isEmpty else {
            flush(&flow)
            return .blocks(flow.blocks)
        }
        let content = finishInline(&flow)
        guard !content.isEmpty else { return .blocks(content.floats.map(\.box) + marks(of: content, in: flow)) }
        guard StructureRoles.wantsParagraph(structure[flow.container].role) else { return .inline(content) }
        if isOrnament { return .inline(content) }
        let element = structure.add(StructureElement(role: .paragraph, parent: flow.container))
        let box = BlockBox(
            name: "anonymous", style: SharedStyle(flow.style.value.forAnonymousBlock), element: element,
            content: .inline(content))
        return .blocks([box])
    }

    // MARK: Around an element

    mutating func enterCounters(_ element: MarkupElement, _ style: SharedStyle) {
        var list = style.value.list
        switch element.localName {
        case "ol", "ul":
            let start = element.attribute("start").flatMap { Int($0) } ?? 1
            let count = element.attribute("reversed") == nil ? 0 : element.childCount(named: "li")
            if !list.counterReset.contains(where: { $0.name == "list-item" }) {
                list.counterReset.append(.init(name: "list-item", value: count > 0 ? count + 1 : start - 1))
            }
        case "li":
            let step = element.parentElement?.attribute("reversed") == nil ? 1 : -1
            if !list.counterIncrement.contains(where: { $0.name == "list-item" }) {
                list.counterIncrement.append(.init(name: "list-item", value: step))
            }
            if let value = element.attribute("value").flatMap({ Int($0) }) {
                list.counterSet.append(.init(name: "list-item", value: value))
            }
        default:
            if style.box.display == .listItem && !list.counterIncrement.contains(where: { $0.name == "list-item" }) {
                list.counterIncrement.append(.init(name: "list-item", value: 1))
            }
        }
        counters.enter(list)
        noteTarget(element)
    }

    mutating func bookmark(of element: MarkupElement, _ style: SharedStyle) -> Bookmark? {
        guard let level = style.page.bookmarkLevel else { return nil }
        let label = style.page.bookmarkLabel.map { text(of: $0, element: element, style: style) } ?? element.textContent
        return Bookmark(
            level: bookmarks.closedUp(level), label: label.collapsingSpace, isOpen: style.page.bookmarkIsOpen)
    }

    mutating func namedStrings(of element: MarkupElement, _ style: SharedStyle) -> [NamedString] {
        style.page.stringSet.map { set in
            NamedString(name: set.name, value: text(of: set.content, element: element, style: style).collapsingSpace)
        }
    }

    private mutating func collectTargets(_ element: MarkupElement) {
        if element.localName == "a", let address = element.attribute("href"), address.hasPrefix("#") {
            targets.insert(String(address.dropFirst()))
        }
        for case .element(let child) in element.children { collectTargets(child) }
    }
}

extension BoxStyle {
    /// The box stands at the side of lines (CSS 2.2, §9.5.1).
    var floatsBesideLines: Bool {
        switch float {
        case .left, .right, .inlineStart, .inlineEnd: !isAbsolute
        case .none, .footnote, .top, .bottom: false
        }
    }

    /// The box stands at the top or the foot of its page (CSS Page Floats 3, §2).
    var isPageFloat: Bool { float == .top || float == .bottom }
}

extension MarkupElement {
    /// `p.byline`, as dumps and messages name the element.
    var dumpName: String { ([localName] + classes).joined(separator: ".") }

    /// 1 to 6 for `h1` to `h6`.
    var headingLevel: Int? {
        let name = localName.utf8
        guard name.count == 2, name.first == UInt8(ascii: "h"), let digit = name.last, (0x31...0x36).contains(digit)
        else { return nil }
        return Int(digit - 0x30)
    }

    fileprivate func childCount(named name: String) -> Int {
        children.reduce(0) { count, child in
            if case .element(let element) = child, element.localName == name { count + 1 } else { count }
        }
    }
}

extension ComputedStyle {
    /// Inherited values of this style and initial values of the rest (CSS 2.2, §9.2.1.1), as a block.
    var forAnonymousBlock: ComputedStyle {
        var style = self
        style.box = BoxStyle()
        style.box.display = .block
        style.page = PageStyle()
        style.page.orphans = page.orphans
        style.page.widows = page.widows
        style.page.name = page.name
        style.columns = ColumnStyle()
        style.generated = GeneratedStyle()
        style.opacity = 1
        style.text.decoration = TextStyle.Decoration()
        style.text.verticalAlign = .baseline
        return style
    }

    /// The same for a box in a line.
    var forAnonymousInline: ComputedStyle {
        var style = forAnonymousBlock
        style.box.display = .inline
        return style
    }
}

extension String {
    /// Runs of white space become one space; none at the ends.
    var collapsingSpace: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension BoxStyle.Display {
    /// A flex or grid container, whose items stand one below the other here.
    fileprivate var isFlexible: Bool {
        switch self {
        case .flex, .grid, .inlineFlex, .inlineGrid: true
        default: false
        }
    }

    fileprivate var cssName: String { self == .flex || self == .inlineFlex ? "flex" : "grid" }
}

extension Diagnostic.Message {
    static func flexibleAsBlocks(_ name: String) -> Self {
        "'display: \(name)' is laid out as a block: its items stand one below the other"
    }
}
