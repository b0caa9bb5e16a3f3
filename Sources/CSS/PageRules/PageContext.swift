public import Geometry

/// Which page is asked about, for `@page` selectors (CSS Paged Media 3, §3).
public struct PageSelectorContext: Hashable, Sendable {
    /// From 1.
    public var number: Int
    public var isFirst: Bool
    /// A left-hand page.
    public var isLeft: Bool
    public var isBlank: Bool
    /// The `page` property's name.
    public var name: String?

    public init(number: Int, isFirst: Bool, isLeft: Bool, isBlank: Bool = false, name: String? = nil) {
        self.number = number
        self.isFirst = isFirst
        self.isLeft = isLeft
        self.isBlank = isBlank
        self.name = name
    }
}

/// The computed page box, its margins and its margin boxes (CSS Paged Media 3, §5 and §6).
public struct PageContext: Hashable, Sendable {
    /// Points.
    public var size: Size
    public var margin: Edges
    /// How far the page's background goes over its edges, in points.
    public var bleed = 0.0
    /// What a printer cuts and aligns by.
    public var marks: PageMarks = []
    /// Padding, border and background of the page area; inherited values for the margin boxes.
    public var style: ComputedStyle
    /// Only boxes whose `content` is not `none`, in painting order.
    public var marginBoxes: [MarginBox]
    /// `@footnote`: the footnote area's style (its border-top is the rule above the notes).
    public var footnoteArea: ComputedStyle
    /// `@offprint-line-numbers`: the style of the numbers beside lines.
    public var lineNumbers = ComputedStyle.initial

    public init(
        size: Size, margin: Edges, style: ComputedStyle, marginBoxes: [MarginBox], footnoteArea: ComputedStyle
    ) {
        self.size = size
        self.margin = margin
        self.style = style
        self.marginBoxes = marginBoxes
        self.footnoteArea = footnoteArea
    }

    public struct MarginBox: Hashable, Sendable {
        public var place: Place
        public var style: ComputedStyle
        public var content: [ContentItem]

        public init(place: Place, style: ComputedStyle, content: [ContentItem]) {
            self.place = place
            self.style = style
            self.content = content
        }
    }

    /// The sixteen places; the raw value is the at-rule's name.
    public enum Place: String, Hashable, Sendable, CaseIterable {
        case topLeftCorner = "top-left-corner"
        case topLeft = "top-left"
        case topCenter = "top-center"
        case topRight = "top-right"
        case topRightCorner = "top-right-corner"
        case rightTop = "right-top"
        case rightMiddle = "right-middle"
        case rightBottom = "right-bottom"
        case bottomRightCorner = "bottom-right-corner"
        case bottomRight = "bottom-right"
        case bottomCenter = "bottom-center"
        case bottomLeft = "bottom-left"
        case bottomLeftCorner = "bottom-left-corner"
        case leftBottom = "left-bottom"
        case leftMiddle = "left-middle"
        case leftTop = "left-top"
    }
}

/// The printer's marks that `marks` asks for (CSS Paged Media 3, §7.3).
public struct PageMarks: OptionSet, Hashable, Sendable {
    public var rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public static let crop = PageMarks(rawValue: 1)
    public static let cross = PageMarks(rawValue: 2)

    /// `none`, or the marks in any order.
    init?(_ parser: ValueParser) {
        var parser = parser
        self = []
        if !parser.take("none") {
            while !parser.isAtEnd {
                if parser.take("crop") {
                    insert(.crop)
                } else if parser.take("cross") {
                    insert(.cross)
                } else {
                    return nil
                }
            }
            if isEmpty { return nil }
        }
        if !parser.isAtEnd { return nil }
    }
}

/// The `bleed` descriptor (CSS Paged Media 3, §7.2).
enum PageBleed: Hashable, Sendable {
    /// 6 points where crop marks are drawn, else nothing.
    case auto
    case length(Length)

    init?(_ parser: ValueParser) {
        var parser = parser
        if parser.take("auto") {
            self = .auto
        } else {
            guard let length = parser.length([]) else { return nil }
            self = .length(length)
        }
        if !parser.isAtEnd { return nil }
    }

    /// Points.
    func computed(with marks: PageMarks, in context: ComputationContext) -> Double {
        switch self {
        case .auto: marks.contains(.crop) ? 6 : 0
        case .length(let length): max(0, length.computed(in: context).points)
        }
    }
}
