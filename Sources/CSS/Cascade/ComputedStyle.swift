public import Geometry

/// The computed values of one element or pseudo-element (CSS Cascade 5, §4.4). All lengths are points.
///
/// Properties are grouped; `ComputedStyle.initial` holds the initial values of the specifications. The values are shared
/// until they are changed, so that copying a style costs one retain.
public struct ComputedStyle: Hashable, Sendable {
    @usableFromInline private(set) var storage: StyleStorage

    public init() { storage = Self.initial.storage }

    init(_ values: StyleValues, path: NameSet = .all) { storage = StyleStorage(values, path: path) }

    public static let initial = ComputedStyle(StyleValues())

    var values: StyleValues {
        _read { yield storage.values }
        _modify {
            if !isKnownUniquelyReferenced(&storage) { storage = StyleStorage(storage.values) }
            yield &storage.values
        }
    }

    public var font: FontStyle {
        _read { yield storage.values.font }
        _modify { yield &values.font }
    }
    public var text: TextStyle {
        _read { yield storage.values.text }
        _modify { yield &values.text }
    }
    public var box: BoxStyle {
        _read { yield storage.values.box }
        _modify { yield &values.box }
    }
    public var list: ListStyle {
        _read { yield storage.values.list }
        _modify { yield &values.list }
    }
    public var table: TableStyle {
        _read { yield storage.values.table }
        _modify { yield &values.table }
    }
    public var page: PageStyle {
        _read { yield storage.values.page }
        _modify { yield &values.page }
    }
    public var columns: ColumnStyle {
        _read { yield storage.values.columns }
        _modify { yield &values.columns }
    }
    public var generated: GeneratedStyle {
        _read { yield storage.values.generated }
        _modify { yield &values.generated }
    }
    public var color: Color {
        _read { yield storage.values.color }
        _modify { yield &values.color }
    }
    public var opacity: Double {
        _read { yield storage.values.opacity }
        _modify { yield &values.opacity }
    }
    public var isVisible: Bool {
        _read { yield storage.values.isVisible }
        _modify { yield &values.isVisible }
    }
    /// Custom properties by name with `--`; values are serialised tokens after substitution.
    public var custom: [String: String] {
        _read { yield storage.values.custom }
        _modify { yield &values.custom }
    }

    public static func == (a: ComputedStyle, b: ComputedStyle) -> Bool {
        a.storage === b.storage || a.storage.values == b.storage.values
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(storage.values) }
}

/// The values that copies of a style share.
// SAFETY: `values` is changed only through a `ComputedStyle` that holds the one reference to the storage.
@usableFromInline
final class StyleStorage: @unchecked Sendable {
    var values: StyleValues
    /// Names of the element and of its ancestors, as far as the resolver that made the style asks for them.
    @usableFromInline let path: NameSet

    init(_ values: StyleValues, path: NameSet = .all) {
        self.values = values
        self.path = path
    }
}

/// The values of a `ComputedStyle`, and what computing its children needs besides.
struct StyleValues: Hashable, Sendable {
    var font = FontStyle()
    var text = TextStyle()
    var box = BoxStyle()
    var list = ListStyle()
    var table = TableStyle()
    var page = PageStyle()
    var columns = ColumnStyle()
    var generated = GeneratedStyle()
    var color = Color.black
    var opacity = 1.0
    var isVisible = true
    var custom: [String: String] = [:]

    /// OpenType features by the property that asked for them; `font.features` is their sum.
    var features = FontFeatures()
    /// Points.
    var rootFontSize = FontSize.medium
    var rootLineHeight = FontStyle().usedLineHeight
}

/// CSS Fonts 4.
public struct FontStyle: Hashable, Sendable {
    /// Families in order; generic ones by their keyword (`serif`).
    public var families: [String] = ["serif"]
    /// Points; the initial `medium` is 12 pt (16 px).
    public var size = 12.0
    /// 1 to 1000.
    public var weight = 400.0
    public var slant = Slant.normal
    /// 1 is `normal`.
    public var stretch = 1.0
    public var lineHeight = LineHeight.normal
    public var kerning = true
    /// OpenType features from `font-variant-*` and `font-feature-settings`, sorted by tag.
    public var features: [Feature] = []
    /// `font-variation-settings`, sorted by axis.
    public var variations: [Variation] = []
    /// `font-variant-caps`, so that small capitals can be synthesised where a font has none.
    public var caps = Caps.normal
    /// `font-variant-position`.
    public var position = Position.normal
    /// `font-size-adjust`'s number (x-height to size), or nil for `none`.
    public var sizeAdjust: Double?

    public init() {}

    public enum Slant: String, Hashable, Sendable { case normal, italic, oblique }
    public enum Caps: String, Hashable, Sendable {
        case normal, smallCaps, allSmallCaps, petiteCaps, allPetiteCaps, unicase, titlingCaps
    }
    public enum Position: String, Hashable, Sendable { case normal, sub, `super` }
    public enum LineHeight: Hashable, Sendable {
        case normal
        /// A multiple of the font size.
        case number(Double)
        /// Points.
        case length(Double)
    }
    public struct Feature: Hashable, Sendable {
        /// Four letters.
        public var tag: String
        public var value: Int
        public init(tag: String, value: Int) {
            self.tag = tag
            self.value = value
        }
    }
    public struct Variation: Hashable, Sendable {
        public var axis: String
        public var value: Double
        public init(axis: String, value: Double) {
            self.axis = axis
            self.value = value
        }
    }
}

/// CSS Text 3 and 4, Text Decoration 4, Writing Modes 4.
public struct TextStyle: Hashable, Sendable {
    public var align = Align.start
    public var alignLast = AlignLast.auto
    public var justify = Justify.auto
    public var indent = LengthPercentage.zero
    public var indentHanging = false
    public var indentEachLine = false
    public var transform = CaseTransform.none
    public var whiteSpace = WhiteSpace.normal
    public var wrap = Wrap.wrap
    public var overflowWrap = OverflowWrap.normal
    public var wordBreak = WordBreak.normal
    public var lineBreak = LineBreak.auto
    public var hyphens = Hyphens.manual
    /// Least letters of a word, before and after a hyphen (`hyphenate-limit-chars`); nil is `auto`.
    public var hyphenateLimitWord: Int?
    public var hyphenateLimitBefore: Int?
    public var hyphenateLimitAfter: Int?
    /// `hyphenate-limit-lines`; nil is `no-limit`.
    public var hyphenateLimitLines: Int?
    /// `hyphenate-character`; nil is `auto`.
    public var hyphenateCharacter: String?
    /// Points; nil is `normal`.
    public var letterSpacing: Double?
    public var wordSpacing = LengthPercentage.zero
    /// A number of spaces or points.
    public var tabSize = TabSize.number(8)
    public var hangingPunctuation: HangingPunctuation = []
    public var direction = Direction.leftToRight
    public var unicodeBidi = UnicodeBidi.normal
    public var verticalAlign = VerticalAlign.baseline
    /// Lines in force on this element's text: those of its ancestors are propagated by layout.
    public var decoration = Decoration()
    /// Opening and closing marks by nesting depth; nil is `auto` (by language).
    public var quotes: [QuotePair]?
    /// BCP 47 tag of the element's content, from `lang`; nil if unknown.
    public var language: String?

    public init() {}

    public enum Align: String, Hashable, Sendable { case start, end, left, right, center, justify, justifyAll }
    public enum AlignLast: String, Hashable, Sendable { case auto, start, end, left, right, center, justify }
    public enum Justify: String, Hashable, Sendable { case auto, none, interWord, interCharacter }
    public enum CaseTransform: String, Hashable, Sendable { case none, capitalize, uppercase, lowercase, fullWidth }
    public enum WhiteSpace: String, Hashable, Sendable { case normal, pre, preWrap, preLine, breakSpaces, nowrap }
    public enum Wrap: String, Hashable, Sendable { case wrap, nowrap, balance, pretty, stable }
    public enum OverflowWrap: String, Hashable, Sendable { case normal, breakWord, anywhere }
    public enum WordBreak: String, Hashable, Sendable { case normal, keepAll, breakAll, breakWord }
    public enum LineBreak: String, Hashable, Sendable { case auto, loose, normal, strict, anywhere }
    public enum Hyphens: String, Hashable, Sendable { case none, manual, auto }
    public enum TabSize: Hashable, Sendable {
        case number(Double)
        case length(Double)
    }
    public struct HangingPunctuation: OptionSet, Hashable, Sendable {
        public var rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }
        public static let first = HangingPunctuation(rawValue: 1)
        public static let last = HangingPunctuation(rawValue: 2)
        public static let forceEnd = HangingPunctuation(rawValue: 4)
        public static let allowEnd = HangingPunctuation(rawValue: 8)
    }
    public enum Direction: String, Hashable, Sendable { case leftToRight, rightToLeft }
    public enum UnicodeBidi: String, Hashable, Sendable {
        case normal, embed, isolate, bidiOverride, isolateOverride, plaintext
    }
    public enum VerticalAlign: Hashable, Sendable {
        case baseline, sub, `super`, top, textTop, middle, bottom, textBottom
        /// Points upwards.
        case length(Double)
    }
    public struct Decoration: Hashable, Sendable {
        public var lines: Lines = []
        /// nil is `currentcolor`.
        public var color: Color?
        public var style = Style.solid
        /// Points; nil is `auto` or `from-font`.
        public var thickness: Double?
        /// Points; nil is `auto`.
        public var underlineOffset: Double?
        public init() {}
        public struct Lines: OptionSet, Hashable, Sendable {
            public var rawValue: Int
            public init(rawValue: Int) { self.rawValue = rawValue }
            public static let underline = Lines(rawValue: 1)
            public static let overline = Lines(rawValue: 2)
            public static let lineThrough = Lines(rawValue: 4)
        }
        public enum Style: String, Hashable, Sendable { case solid, double, dotted, dashed, wavy }
    }
    public struct QuotePair: Hashable, Sendable {
        public var open: String
        public var close: String
        public init(open: String, close: String) {
            self.open = open
            self.close = close
        }
    }
}

/// CSS 2.2 box model, Backgrounds 3, Fragmentation 3, Sizing 3.
public struct BoxStyle: Hashable, Sendable {
    public var display = Display.inline
    public var float = Float.none
    public var clear = Clear.none
    public var position = Position.static
    public var margin = Sides<AutoLength>(.length(.zero))
    public var padding = Sides<LengthPercentage>(.zero)
    public var border = Sides<BorderSide>(BorderSide())
    /// Corner radii from the top left, clockwise; points.
    public var borderRadius = Sides<LengthPercentage>(.zero)
    public var boxDecorationBreak = DecorationBreak.slice
    public var width = AutoLength.auto
    public var height = AutoLength.auto
    public var minWidth = AutoLength.auto
    public var minHeight = AutoLength.auto
    /// `auto` stands for `none`.
    public var maxWidth = AutoLength.auto
    public var maxHeight = AutoLength.auto
    public var sizing = Sizing.contentBox
    public var background = Color.transparent
    public var objectFit = ObjectFit.fill
    public var overflowHidden = false

    public init() {}

    public enum Display: String, Hashable, Sendable {
        case none, inline, block, inlineBlock, listItem, flowRoot, contents
        case table, inlineTable, tableRowGroup, tableHeaderGroup, tableFooterGroup, tableRow, tableCell
        case tableColumn, tableColumnGroup, tableCaption
        case ruby, rubyBase, rubyText
    }
    public enum Float: String, Hashable, Sendable { case none, left, right, footnote, top, bottom }
    public enum Clear: String, Hashable, Sendable { case none, left, right, both }
    public enum Position: Hashable, Sendable {
        case `static`, relative, absolute, fixed
        /// GCPM's `running(name)`.
        case running(String)
    }
    public enum DecorationBreak: String, Hashable, Sendable { case slice, clone }
    public enum Sizing: String, Hashable, Sendable { case contentBox, borderBox }
    public enum ObjectFit: String, Hashable, Sendable { case fill, contain, cover, none, scaleDown }
    public struct BorderSide: Hashable, Sendable {
        /// Points; 0 where the style is `none` or `hidden`.
        public var width = 0.0
        public var style = Style.none
        /// nil is `currentcolor`.
        public var color: Color?
        public init() {}
        public enum Style: String, Hashable, Sendable {
            case none, hidden, solid, dashed, dotted, double, groove, ridge, inset, outset
        }
    }
}

/// CSS Lists 3.
public struct ListStyle: Hashable, Sendable {
    public var type = MarkerType.named("disc")
    public var isInside = false
    public var counterReset: [CounterChange] = []
    public var counterSet: [CounterChange] = []
    public var counterIncrement: [CounterChange] = []

    public init() {}

    public enum MarkerType: Hashable, Sendable {
        case none
        /// A counter style's name.
        case named(String)
        case string(String)
    }
    public struct CounterChange: Hashable, Sendable {
        public var name: String
        public var value: Int
        public init(name: String, value: Int) {
            self.name = name
            self.value = value
        }
    }
}

/// CSS 2.2 §17.
public struct TableStyle: Hashable, Sendable {
    public var isFixed = false
    public var collapsesBorders = false
    /// Points.
    public var spacingHorizontal = 0.0
    public var spacingVertical = 0.0
    public var captionAtBottom = false
    public var hidesEmptyCells = false

    public init() {}
}

/// CSS Fragmentation 3 and what an element says of the page it stands on (Paged Media 3, GCPM 3).
public struct PageStyle: Hashable, Sendable {
    public var breakBefore = Break.auto
    public var breakAfter = Break.auto
    public var breakInside = BreakInside.auto
    public var orphans = 2
    public var widows = 2
    /// `page`; nil is `auto`.
    public var name: String?
    public var stringSet: [StringSet] = []
    public var footnotePolicy = FootnotePolicy.auto
    /// nil is `none`.
    public var bookmarkLevel: Int?
    /// nil is `content(text)`.
    public var bookmarkLabel: [ContentItem]?
    public var bookmarkIsOpen = true
    public var marginBreakKeep = false

    public init() {}

    public enum Break: String, Hashable, Sendable {
        case auto, avoid, avoidPage, avoidColumn, page, column, left, right, recto, verso
    }
    public enum BreakInside: String, Hashable, Sendable { case auto, avoid, avoidPage, avoidColumn }
    public enum FootnotePolicy: String, Hashable, Sendable { case auto, line, block }
    public struct StringSet: Hashable, Sendable {
        public var name: String
        public var content: [ContentItem]
        public init(name: String, content: [ContentItem]) {
            self.name = name
            self.content = content
        }
    }
}

/// CSS Multi-column 1.
public struct ColumnStyle: Hashable, Sendable {
    /// nil is `auto`.
    public var count: Int?
    /// Points; nil is `auto`.
    public var width: Double?
    /// nil is `normal`.
    public var gap: LengthPercentage?
    public var rule = BoxStyle.BorderSide()
    public var spansAll = false
    public var balances = true

    public init() {}
}

/// CSS Generated Content 3.
public struct GeneratedStyle: Hashable, Sendable {
    public var content = Content.normal

    public init() {}

    public enum Content: Hashable, Sendable {
        case normal, none
        case items([ContentItem])
    }
}

/// One item of a `content` value (CSS Content 3; GCPM 3 for the last ones).
public enum ContentItem: Hashable, Sendable {
    case string(String)
    /// `style` is a counter style's name.
    case counter(name: String, style: String)
    case counters(name: String, separator: String, style: String)
    case attribute(String)
    case openQuote, closeQuote, noOpenQuote, noCloseQuote
    /// `string(name, keyword)`.
    case namedString(name: String, keyword: StringKeyword)
    /// `content(text | before | after | first-letter)`.
    case elementContent(ElementPart)
    case targetCounter(target: TargetAddress, name: String, style: String)
    case targetText(target: TargetAddress, part: ElementPart)
    case leader(String)
    case running(name: String, keyword: StringKeyword)
    case image(address: String)

    public enum StringKeyword: String, Hashable, Sendable { case first, start, last, firstExcept }
    public enum ElementPart: String, Hashable, Sendable { case text, before, after, firstLetter, marker }
    /// Where `target-*()` looks: a fixed address or an attribute's value.
    public enum TargetAddress: Hashable, Sendable {
        case address(String)
        case attribute(String)
    }
}
