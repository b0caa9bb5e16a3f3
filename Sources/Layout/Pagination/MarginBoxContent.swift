import CSS
import Diagnostics
import Geometry
import Pages
import Shaping

/// The content of one margin box, measured and set in the room that it gets (CSS Paged Media 3, §5.3).
struct MarginBoxContent {
    private let place: PageContext.Place
    private let style: SharedStyle
    private let content: InlineContent
    /// A running element, which stands instead of the text.
    private let element: BlockBox?
    /// The page area, which percentages are of.
    private let area: Size
    /// What pictures have to fit into.
    private let room: Size
    private let padding: Edges
    private let border: Edges
    private let paragraph: PreparedParagraph?

    init(
        _ content: InlineContent, _ element: BlockBox?, _ box: PageContext.MarginBox, in page: PageContext,
        _ context: LayoutContext
    ) throws(FontError) {
        place = box.place
        style = SharedStyle(box.style)
        self.content = content
        self.element = element
        area = Size(
            width: page.size.width - page.margin.horizontal, height: page.size.height - page.margin.vertical)
        let values = box.style.box
        padding = Edges(
            top: values.padding.top.resolved(against: area.width),
            right: values.padding.right.resolved(against: area.width),
            bottom: values.padding.bottom.resolved(against: area.width),
            left: values.padding.left.resolved(against: area.width))
        border = values.borderWidths
        var room = Size(width: area.width, height: area.height)
        if place.isBeside { room.width = place.isLeft ? page.margin.left : page.margin.right }
        if place.isAboveOrBelow { room.height = place.isTop ? page.margin.top : page.margin.bottom }
        room.width -= padding.horizontal + border.horizontal + values.margin.horizontal(in: area.width)
        room.height -= padding.vertical + border.vertical + values.margin.vertical(in: room.height)
        self.room = Size(width: max(1, room.width), height: max(1, room.height))
        paragraph =
            content.isEmpty
            ? nil
            : try PreparedParagraph(
                content, style: content.isPicture ? SharedStyle(box.style.withoutLeading) : style,
                available: self.room.width, maximumHeight: self.room.height, context: context)
    }

    private var edges: Size {
        Size(width: padding.horizontal + border.horizontal, height: padding.vertical + border.vertical)
    }

    // MARK: What it needs

    /// Outer widths, for a box of the top or the bottom side.
    func widths(available: Double, _ context: LayoutContext) throws(FontError) -> MarginBoxLengths.Need {
        let box = style.box
        let outside =
            edges.width + (box.margin.left.resolved(against: available) ?? 0)
            + (box.margin.right.resolved(against: available) ?? 0)
        let content =
            try element.map { (box) throws(FontError) in
                try TableLayout(context: context, pageHeight: area.height).outerWidths(of: box, available: available)
            } ?? paragraph?.contentWidths ?? (minimum: 0, maximum: 0)
        return need(
            content.minimum, content.maximum, outside, box.width, box.minWidth, box.maxWidth, available, edges.width)
    }

    /// Outer heights, for a box of the left or the right side.
    func heights(width: Double, available: Double, _ context: LayoutContext) throws(FontError) -> MarginBoxLengths.Need
    {
        let box = style.box
        let outside =
            edges.height + (box.margin.top.resolved(against: available) ?? 0)
            + (box.margin.bottom.resolved(against: available) ?? 0)
        let inner = horizontal(in: Rect(x: 0, y: 0, width: width, height: available)).content
        let height = try contentHeight(width: inner, context)
        return need(height, height, outside, box.height, box.minHeight, box.maxHeight, available, edges.height)
    }

    private func need(
        _ minimum: Double, _ maximum: Double, _ outside: Double, _ length: AutoLength, _ lower: AutoLength,
        _ upper: AutoLength, _ available: Double, _ edges: Double
    ) -> MarginBoxLengths.Need {
        let own = style.box.sizing == .borderBox ? edges : 0
        func outer(_ length: AutoLength) -> Double? {
            length.resolved(against: available).map { max(0, $0 - own) + outside }
        }
        return MarginBoxLengths.Need(
            minimum: minimum + outside, maximum: maximum + outside, specified: outer(length),
            lowerLimit: outer(lower) ?? 0, upperLimit: outer(upper) ?? .infinity)
    }

    // MARK: Setting

    /// The box in the room it gets, its outer edges.
    func set(in room: Rect, _ context: LayoutContext) throws(FontError) -> MarginBoxPainter.Box {
        let (x, width, contentWidth) = horizontal(in: room)
        let (y, height) = vertical(in: room)
        let room = height - edges.height
        let left = x + border.left + padding.left
        func top(_ content: Double) -> Double {
            let free = room - content
            let share: Double =
                switch style.text.verticalAlign {
                case .middle: 0.5
                case .bottom, .textBottom: 1
                case .baseline, .sub, .super, .top, .textTop, .length: 0
                }
            return y + border.top + padding.top + free * share
        }
        let rect = Rect(x: x, y: y, width: width, height: height)
        if let element {
            let flow = try layOut(element, width: contentWidth, context)
            if flow.height > room + 0.5 {
                context.report(Diagnostic(.warning, .highRunningElement(element.name, place.rawValue)))
            }
            return MarginBoxPainter.Box(
                style: style, rect: rect, padding: padding, artifact: place.artifact,
                content: .element(flow, origin: Point(x: left, y: top(flow.height))))
        }
        let (lines, content) = try lines(width: contentWidth, context)
        var lineTop = top(lines.reduce(0) { $0 + $1.height })
        var placed: [(line: LineBox, origin: Point)] = []
        for line in lines {
            placed.append((line, Point(x: left, y: lineTop)))
            lineTop += line.height
        }
        return MarginBoxPainter.Box(
            style: style, rect: rect, padding: padding, artifact: place.artifact,
            content: .lines(placed, of: content))
    }

    /// Left edge and width of the border box, and width of the content box.
    private func horizontal(in room: Rect) -> (x: Double, width: Double, content: Double) {
        let margin = style.box.margin
        let left = margin.left.resolved(against: area.width)
        let right = margin.right.resolved(against: area.width)
        var width = max(0, room.width - (left ?? 0) - (right ?? 0))
        if place.isBeside, let specified = specified(style.box.width, room.width, edges.width) { width = specified }
        let free = room.width - width - (left ?? 0) - (right ?? 0)
        let x = room.minX + Self.start(left, right, free, keepsEnd: place.isLeft)
        return (x, width, max(0, width - edges.width))
    }

    /// Top edge and height of the border box.
    private func vertical(in room: Rect) -> (y: Double, height: Double) {
        let margin = style.box.margin
        let top = margin.top.resolved(against: room.height)
        let bottom = margin.bottom.resolved(against: room.height)
        var height = max(0, room.height - (top ?? 0) - (bottom ?? 0))
        if place.isAboveOrBelow, let specified = specified(style.box.height, room.height, edges.height) {
            height = specified
        }
        let free = room.height - height - (top ?? 0) - (bottom ?? 0)
        return (room.minY + Self.start(top, bottom, free, keepsEnd: place.isTop), height)
    }

    private func specified(_ length: AutoLength, _ reference: Double, _ edges: Double) -> Double? {
        length.resolved(against: reference).map { style.box.sizing == .borderBox ? max($0, edges) : $0 + edges }
    }

    /// Where a box begins: `auto` margins take what is free, else the margin towards the page's edge does (§5.3.3).
    private static func start(_ start: Double?, _ end: Double?, _ free: Double, keepsEnd: Bool) -> Double {
        switch (start, end) {
        case (nil, nil): free / 2
        case (nil, _?): free
        case (let start?, nil): start
        case (let start?, _?): keepsEnd ? start + free : start
        }
    }

    // MARK: Content

    private func contentHeight(width: Double, _ context: LayoutContext) throws(FontError) -> Double {
        guard let element else { return try lines(width: width, context).lines.reduce(0) { $0 + $1.height } }
        return try layOut(element, width: width, context).height
    }

    private func layOut(_ box: BlockBox, width: Double, _ context: LayoutContext) throws(FontError) -> Flow {
        var builder = FlowBuilder(context: context, pageHeight: area.height, isDivisible: false)
        try builder.add(box, x: 0, available: max(1, width))
        return builder.finish()
    }

    /// The lines in a measure, and their content: cut with an ellipsis where `text-overflow` asks for it.
    private func lines(
        width: Double, _ context: LayoutContext
    ) throws(FontError) -> (lines: [LineBox], content: InlineContent) {
        guard let paragraph else { return ([], content) }
        guard style.text.overflowsWithEllipsis, !style.text.wraps, content.atoms.isEmpty,
            paragraph.contentWidths.maximum > width + 0.01
        else { return (ParagraphLayout(paragraph: paragraph, context: context, width: width).lines(), content) }
        let cut = try cut(to: width, context)
        return (ParagraphLayout(paragraph: cut, context: context, width: width).lines(), cut.content)
    }

    /// As much of the text as has room with an ellipsis behind it (CSS Overflow 4, §4.1).
    private func cut(to width: Double, _ context: LayoutContext) throws(FontError) -> PreparedParagraph {
        let characters = Array(String(decoding: content.text, as: UTF16.self))
        func prepared(_ count: Int) throws(FontError) -> PreparedParagraph {
            var inline = InlineBuilder(style: style)
            var text = String(characters[..<count])
            while text.last?.isWhitespace == true { text.removeLast() }
            inline.add(text + "…")
            return try PreparedParagraph(
                inline.finish(), style: style, available: room.width, maximumHeight: room.height, context: context)
        }
        var low = 0
        var high = characters.count
        while low < high {
            let middle = (low + high + 1) / 2
            if try prepared(middle).contentWidths.maximum <= width { low = middle } else { high = middle - 1 }
        }
        return try prepared(low)
    }
}

extension InlineContent {
    /// A picture and nothing else.
    fileprivate var isPicture: Bool { text.count == 1 && atoms.count == 1 }
}

extension ComputedStyle {
    /// The style for a line that is as high as what stands in it.
    fileprivate var withoutLeading: ComputedStyle {
        var style = self
        style.font.lineHeight = .length(0)
        return style
    }

    /// A margin box's style for the picture that is all of its content; edges are the box's own.
    var forReplacedContent: ComputedStyle {
        var style = forAnonymousInline
        style.box.width = box.width
        style.box.height = box.height
        style.box.maxWidth = box.maxWidth
        style.box.maxHeight = box.maxHeight
        style.box.objectFit = box.objectFit
        style.box.objectPosition = box.objectPosition
        return style
    }
}

extension Sides<AutoLength> {
    /// Points; `auto` is nothing.
    fileprivate func horizontal(in width: Double) -> Double {
        (left.resolved(against: width) ?? 0) + (right.resolved(against: width) ?? 0)
    }

    fileprivate func vertical(in height: Double) -> Double {
        (top.resolved(against: height) ?? 0) + (bottom.resolved(against: height) ?? 0)
    }
}

extension PageContext.Place {
    fileprivate var isAboveOrBelow: Bool { isTop || isBottom }

    fileprivate var isTop: Bool {
        switch self {
        case .topLeftCorner, .topLeft, .topCenter, .topRight, .topRightCorner: true
        default: false
        }
    }

    fileprivate var isBottom: Bool {
        switch self {
        case .bottomLeftCorner, .bottomLeft, .bottomCenter, .bottomRight, .bottomRightCorner: true
        default: false
        }
    }

    /// The box's width is that of the left or right margin.
    fileprivate var isBeside: Bool {
        switch self {
        case .topLeft, .topCenter, .topRight, .bottomLeft, .bottomCenter, .bottomRight: false
        default: true
        }
    }

    fileprivate var isLeft: Bool {
        switch self {
        case .topLeftCorner, .leftTop, .leftMiddle, .leftBottom, .bottomLeftCorner: true
        default: false
        }
    }

    fileprivate var artifact: MarkedContent.Artifact { isBottom ? .pageFooter : .pageHeader }
}

extension Diagnostic.Message {
    static func highRunningElement(_ name: String, _ place: String) -> Self {
        "the running element '\(name)' is higher than @\(place), and reaches out of it"
    }
}
