public import Geometry

/// CSS 2.2 box model, Backgrounds 3, Fragmentation 3, Sizing 3.
public struct BoxStyle: Hashable, Sendable {
    public var display = Display.inline
    public var float = Float.none
    public var floatReference = FloatReference.inline
    public var clear = Clear.none
    public var position = Position.static
    /// `top`, `right`, `bottom` and `left`.
    public var inset = Sides<AutoLength>(.auto)
    public var margin = Sides<AutoLength>(.length(.zero))
    public var padding = Sides<LengthPercentage>(.zero)
    public var border = Sides<BorderSide>(BorderSide())
    public var boxDecorationBreak = DecorationBreak.slice
    public var width = AutoLength.auto
    public var height = AutoLength.auto
    public var minWidth = AutoLength.auto
    public var minHeight = AutoLength.auto
    /// `auto` stands for `none`.
    public var maxWidth = AutoLength.auto
    public var maxHeight = AutoLength.auto
    public var sizing = Sizing.contentBox
    public var backgroundColor = Color.transparent
    public var objectFit = ObjectFit.fill
    public var objectPosition = BackgroundPosition.center
    public var overflowHidden = false
    /// Empty where nothing of it is said, as in most styles.
    private var ownPainting: [BoxPainting] = []

    public init() {}

    /// Pictures, round corners, shadows, outline.
    public var painting: BoxPainting {
        get { ownPainting.first ?? .initial }
        set { ownPainting = newValue == .initial ? [] : [newValue] }
    }

    /// Something of `painting` is not as it is at first.
    public var hasPainting: Bool { !ownPainting.isEmpty }

    /// A colour or a picture.
    public var hasBackground: Bool {
        !backgroundColor.isTransparent || hasPainting && !painting.background.layers.isEmpty
    }

    public enum Display: String, Hashable, Sendable {
        case none, inline, block, inlineBlock, listItem, flowRoot, contents
        case table, inlineTable, tableRowGroup, tableHeaderGroup, tableFooterGroup, tableRow, tableCell
        case tableColumn, tableColumnGroup, tableCaption
        case ruby, rubyBase, rubyText
        case flex, inlineFlex, grid, inlineGrid
    }
    public enum Float: String, Hashable, Sendable {
        case none, left, right, inlineStart, inlineEnd, footnote, top, bottom
    }
    /// What a float goes to the edge of (CSS Page Floats 3, §3).
    public enum FloatReference: String, Hashable, Sendable { case inline, column, region, page }
    public enum Clear: String, Hashable, Sendable { case none, left, right, inlineStart, inlineEnd, both }
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

        /// As specified at first: a width, which does not count without a style.
        static let medium: BorderSide = {
            var side = BorderSide()
            side.width = BorderWidth.medium
            return side
        }()

        public enum Style: String, Hashable, Sendable {
            case none, hidden, solid, dashed, dotted, double, groove, ridge, inset, outset
        }
    }
}
