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
    let strings: NamedStringLog
    let counters: PageCounterLog

    /// A margin box with its one line of text.
    struct Box {
        var style: SharedStyle
        var rect: Rect
        var artifact: MarkedContent.Artifact
        var content: InlineContent
        var line: LineBox?
        var origin: Point
    }

    func boxes(of context: PageContext) throws(FontError) -> [Box] {
        var result: [Box] = []
        for box in context.marginBoxes {
            let text = text(of: box.content)
            let rect = rect(of: box.place, in: context)
            result.append(try set(text, box, in: rect))
        }
        return result
    }

    private func set(_ text: String, _ box: PageContext.MarginBox, in rect: Rect) throws(FontError) -> Box {
        var value = box.style
        if value.text.align == .start { value.text.align = box.place.alignment }
        value.text.wrap = .nowrap
        value.text.hyphens = .none
        value.text.indent = .zero
        let style = SharedStyle(value)
        let geometry = BlockGeometry(style, x: rect.minX, available: rect.width)
        var content = try fitted(text, style, width: geometry.contentWidth)
        var line: LineBox?
        if !content.isEmpty {
            let prepared = try PreparedParagraph(
                content, style: style, available: geometry.contentWidth, maximumHeight: rect.height, context: context)
            line = ParagraphLayout(paragraph: prepared, context: context, width: geometry.contentWidth).lines().first
        } else {
            content = InlineContent()
        }
        let margin = value.box.margin
        let edges = geometry.border.vertical + geometry.padding.vertical
        let height = line?.height ?? 0
        let top = margin.top.resolved(against: rect.height) ?? 0
        let bottom = margin.bottom.resolved(against: rect.height) ?? 0
        // A box with a height of its own keeps it; else it is as high as its line, and vertical-align places it.
        let boxHeight = value.box.height.resolved(against: rect.height) ?? (height + edges)
        let free = max(0, rect.height - boxHeight - top - bottom)
        let y: Double =
            switch value.text.verticalAlign {
            case .top, .textTop: rect.minY + top
            case .bottom, .textBottom: rect.minY + top + free
            default: rect.minY + top + free / 2
            }
        let border = Rect(x: geometry.borderX, y: y, width: geometry.borderWidth, height: boxHeight)
        return Box(
            style: style, rect: border, artifact: box.place.artifact, content: content, line: line,
            origin: Point(x: geometry.contentX, y: y + geometry.border.top + geometry.padding.top))
    }

    /// The text, cut with an ellipsis where it is longer than its box.
    private func fitted(_ text: String, _ style: SharedStyle, width: Double) throws(FontError) -> InlineContent {
        func content(_ text: String) -> InlineContent {
            var inline = InlineBuilder(style: style)
            inline.add(text)
            return inline.finish()
        }
        func measure(_ content: InlineContent) throws(FontError) -> Double {
            try PreparedParagraph(content, style: style, available: width, maximumHeight: 1_000, context: context)
                .contentWidths.maximum
        }
        let whole = content(text)
        guard !whole.isEmpty, try measure(whole) > width else { return whole }
        let characters = Array(text)
        var low = 0
        var high = characters.count
        while low < high {
            let middle = (low + high + 1) / 2
            if try measure(content(String(characters[..<middle]) + "…")) <= width {
                low = middle
            } else {
                high = middle - 1
            }
        }
        return content(String(characters[..<low]).trimmingEnd + "…")
    }

    private func text(of items: [ContentItem]) -> String {
        items.reduce(into: "") { text, item in
            switch item {
            case .string(let string): text += string
            case .counter(let name, let style), .counters(let name, _, let style):
                text += counterStyles.text(of: counters.value(of: name, on: page), style: style)
            case .namedString(let name, let keyword): text += strings.value(of: name, keyword, on: page)
            case .attribute, .openQuote, .closeQuote, .noOpenQuote, .noCloseQuote, .elementContent, .targetCounter,
                .targetCounters, .targetText, .leader, .running, .image:
                break
            }
        }
    }

    /// Where a margin box lies; the three of one side share its length (§6.3), centre boxes keeping to the middle.
    private func rect(of place: PageContext.Place, in context: PageContext) -> Rect {
        let (size, margin) = (context.size, context.margin)
        let width = size.width - margin.horizontal
        let height = size.height - margin.vertical
        let present = Set(context.marginBoxes.map(\.place))
        let bottom = size.height - margin.bottom
        let right = size.width - margin.right
        switch place {
        case .topLeftCorner: return Rect(x: 0, y: 0, width: margin.left, height: margin.top)
        case .topRightCorner: return Rect(x: right, y: 0, width: margin.right, height: margin.top)
        case .bottomLeftCorner: return Rect(x: 0, y: bottom, width: margin.left, height: margin.bottom)
        case .bottomRightCorner: return Rect(x: right, y: bottom, width: margin.right, height: margin.bottom)
        case .topLeft, .topCenter, .topRight:
            let (x, share) = Self.share(place, .topLeft, .topCenter, .topRight, present)
            return Rect(x: margin.left + x * width, y: 0, width: share * width, height: margin.top)
        case .bottomLeft, .bottomCenter, .bottomRight:
            let (x, share) = Self.share(place, .bottomLeft, .bottomCenter, .bottomRight, present)
            return Rect(x: margin.left + x * width, y: bottom, width: share * width, height: margin.bottom)
        case .leftTop, .leftMiddle, .leftBottom:
            let (y, share) = Self.share(place, .leftTop, .leftMiddle, .leftBottom, present)
            return Rect(x: 0, y: margin.top + y * height, width: margin.left, height: share * height)
        case .rightTop, .rightMiddle, .rightBottom:
            let (y, share) = Self.share(place, .rightTop, .rightMiddle, .rightBottom, present)
            return Rect(x: right, y: margin.top + y * height, width: margin.right, height: share * height)
        }
    }

    /// The start and the length of a box, as parts of its side.
    private static func share(
        _ place: PageContext.Place, _ first: PageContext.Place, _ middle: PageContext.Place, _ last: PageContext.Place,
        _ present: Set<PageContext.Place>
    ) -> (Double, Double) {
        let hasMiddle = present.contains(middle)
        if place == middle {
            return present.contains(first) || present.contains(last) ? (1.0 / 3, 1.0 / 3) : (0, 1)
        }
        let share = hasMiddle ? 1.0 / 3 : present.contains(place == first ? last : first) ? 0.5 : 1
        return (place == first ? 0 : 1 - share, share)
    }
}

extension PageContext.Place {
    /// The initial `text-align` of the box (§6.4).
    fileprivate var alignment: TextStyle.Align {
        switch self {
        case .topLeft, .bottomLeft, .topRightCorner, .bottomRightCorner: .left
        case .topRight, .bottomRight, .topLeftCorner, .bottomLeftCorner: .right
        default: .center
        }
    }

    fileprivate var artifact: MarkedContent.Artifact {
        switch self {
        case .bottomLeftCorner, .bottomLeft, .bottomCenter, .bottomRight, .bottomRightCorner: .pageFooter
        default: .pageHeader
        }
    }
}

extension String {
    fileprivate var trimmingEnd: String {
        var text = self[...]
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
