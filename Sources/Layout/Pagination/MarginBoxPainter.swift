import CSS
import Geometry
import Pages
import Shaping

/// Sets the margin boxes of a page: running heads, page numbers (CSS Paged Media 3, §5 and §6).
struct MarginBoxPainter {
    let context: LayoutContext
    let counterStyles: CounterStyles
    /// From 0.
    let page: Int
    let strings: PageAssignments<String>
    let runningElements: PageAssignments<Int>
    let counters: PageCounterLog

    /// A margin box with its lines.
    struct Box {
        var style: SharedStyle
        /// The border box.
        var rect: Rect
        /// Points between border and content.
        var padding: Edges
        var artifact: MarkedContent.Artifact
        var content: Content

        enum Content {
            case lines([(line: LineBox, origin: Point)], of: InlineContent)
            /// A running element.
            case element(Flow, origin: Point)
        }
    }

    func boxes(of page: PageContext) throws(FontError) -> [Box] {
        var contents: [PageContext.Place: MarginBoxContent] = [:]
        for box in page.marginBoxes {
            contents[box.place] = try MarginBoxContent(
                inline(box.content, SharedStyle(box.style), isAllPicture: box.style.generated.replacement != nil),
                running(box.content), box, in: page, context)
        }
        let rects = try rects(of: contents, on: page)
        var result: [Box] = []
        for box in page.marginBoxes {
            guard let content = contents[box.place], let rect = rects[box.place] else { continue }
            result.append(try content.set(in: rect, context))
        }
        return result
    }

    // MARK: Places

    private typealias Places = (
        first: PageContext.Place, middle: PageContext.Place, last: PageContext.Place
    )

    /// The margin boxes' outer edges, from the sheet's top left corner.
    private func rects(
        of contents: [PageContext.Place: MarginBoxContent], on page: PageContext
    ) throws(FontError) -> [PageContext.Place: Rect] {
        let (box, margin) = (page.pageBox, page.margin)
        let area = box.inset(by: margin)
        var rects: [PageContext.Place: Rect] = [
            .topLeftCorner: Rect(x: box.minX, y: box.minY, width: margin.left, height: margin.top),
            .topRightCorner: Rect(x: area.maxX, y: box.minY, width: margin.right, height: margin.top),
            .bottomLeftCorner: Rect(x: box.minX, y: area.maxY, width: margin.left, height: margin.bottom),
            .bottomRightCorner: Rect(x: area.maxX, y: area.maxY, width: margin.right, height: margin.bottom),
        ]
        let horizontal: [(places: Places, y: Double, height: Double)] = [
            ((.topLeft, .topCenter, .topRight), box.minY, margin.top),
            ((.bottomLeft, .bottomCenter, .bottomRight), area.maxY, margin.bottom),
        ]
        for (places, y, height) in horizontal {
            let lengths = MarginBoxLengths(available: area.width).lengths(
                try contents[places.first]?.widths(available: area.width, context),
                try contents[places.middle]?.widths(available: area.width, context),
                try contents[places.last]?.widths(available: area.width, context))
            for (place, start, length) in Self.starts(places, lengths, available: area.width) {
                rects[place] = Rect(x: area.minX + start, y: y, width: length, height: height)
            }
        }
        let vertical: [(places: Places, x: Double, width: Double)] = [
            ((.leftTop, .leftMiddle, .leftBottom), box.minX, margin.left),
            ((.rightTop, .rightMiddle, .rightBottom), area.maxX, margin.right),
        ]
        for (places, x, width) in vertical {
            let lengths = MarginBoxLengths(available: area.height).lengths(
                try contents[places.first]?.heights(width: width, available: area.height, context),
                try contents[places.middle]?.heights(width: width, available: area.height, context),
                try contents[places.last]?.heights(width: width, available: area.height, context))
            for (place, start, length) in Self.starts(places, lengths, available: area.height) {
                rects[place] = Rect(x: x, y: area.minY + start, width: width, height: length)
            }
        }
        return rects
    }

    /// The first box at the side's start, the last one at its end, and between them the middle one in the middle.
    private static func starts(
        _ places: Places, _ lengths: [Double], available: Double
    ) -> [(PageContext.Place, start: Double, length: Double)] {
        [
            (places.first, 0, lengths[0]), (places.middle, (available - lengths[1]) / 2, lengths[1]),
            (places.last, available - lengths[2], lengths[2]),
        ]
    }

    // MARK: Content

    /// The box that `element()` names on this page, which stands instead of any text (GCPM 3, §1.3.2).
    private func running(_ items: [ContentItem]) -> BlockBox? {
        for case .running(let name, let keyword) in items {
            return runningElements.value(of: name, keyword, on: page).map { context.tree.runningElements[$0].box }
        }
        return nil
    }

    private func inline(_ items: [ContentItem], _ style: SharedStyle, isAllPicture: Bool) -> InlineContent {
        var inline = InlineBuilder(style: style)
        var quoteDepth = 0
        let isMissing = items.contains {
            if case .picture(let picture) = $0 { context.pictures[picture] == nil } else { false }
        }
        for item in isMissing ? style.value.generated.alternative ?? items : items {
            switch item {
            case .string(let string): inline.add(string)
            case .counter(let name, let counterStyle), .counters(let name, _, let counterStyle):
                inline.add(counterStyles.text(of: counters.value(of: name, on: page), style: counterStyle))
            case .namedString(let name, let keyword): inline.add(strings.value(of: name, keyword, on: page) ?? "")
            case .leader(let pattern): inline.addLeader(pattern)
            case .openQuote, .closeQuote:
                let pairs = style.text.quotes ?? Quotes.pairs(for: style.text.language)
                if item == .closeQuote { quoteDepth = max(0, quoteDepth - 1) }
                guard !pairs.isEmpty else { break }
                let pair = pairs[min(quoteDepth, pairs.count - 1)]
                inline.add(item == .openQuote ? pair.open : pair.close)
                if item == .openQuote { quoteDepth += 1 }
            case .noOpenQuote: quoteDepth += 1
            case .noCloseQuote: quoteDepth = max(0, quoteDepth - 1)
            case .picture(let picture):
                // A picture by itself is as wide and high as its box says.
                let own = isAllPicture ? SharedStyle(style.value.forReplacedContent) : style
                if isAllPicture, let content = context.pictures.content(of: picture, in: own.value) {
                    inline.add(content, style: own)
                } else {
                    for piece in context.pictures.pieces(of: picture, in: style, alternative: nil) { inline.add(piece) }
                }
            case .attribute, .elementContent, .targetCounter, .targetCounters, .targetText, .running: break
            }
        }
        return inline.finish()
    }
}
