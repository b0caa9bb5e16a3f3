import CSS
import Geometry
import Pages

/// A stack of content in one column, cut nowhere yet: what block layout makes and page breaking divides
/// (CSS Fragmentation 3, §3). Horizontal places are settled, vertical ones follow from the order.
struct Flow {
    var items: [FlowItem] = []
    var paragraphs: [FlowParagraph] = []
    var decorations: [BoxDecoration] = []
    var columns: [ColumnSet] = []
    /// Boxes that stand at the top or foot of pages, in the order in which marks name them.
    var pageFloats: [PageFloat] = []
    /// Boxes that are placed by their containing blocks, as marks name them.
    var absolutes: [AbsoluteBox] = []
    /// Footnotes that stand in page floats; indices into `BoxTree.footnotes`.
    var notesInFloats: Set<Int> = []
    /// Names that pages have from an item on (CSS Paged Media 3, §3.4), in order; before the first they have none.
    var pageNames: [(item: Int, name: String?)] = []

    /// The name of a page that begins with an item.
    func pageName(at item: Int) -> String? {
        let next = pageNames.partitioningIndex { $0.item > item }
        return next > 0 ? pageNames[next - 1].name : nil
    }

    /// The height of all items one above the other, in points.
    var height: Double { items.reduce(0) { $0 + $1.height } }

    /// Slices the boxes round columns, where pieces could not be told apart from columns.
    mutating func sliceBoxesRoundColumns() {
        guard decorations.contains(where: { $0.clonedEdges != nil }) else { return }
        var open: Set<Int> = []
        for item in items {
            switch item.kind {
            case .open(let decoration): open.insert(decoration)
            case .close(let decoration): open.remove(decoration)
            case .columns: for decoration in open { decorations[decoration].clonedEdges = nil }
            default: break
            }
        }
    }
}

/// One piece of a flow.
struct FlowItem {
    var kind: Kind
    /// Points.
    var height = 0.0

    enum Kind {
        /// A line of `Flow.paragraphs[paragraph]`.
        case line(paragraph: Int, LineBox)
        case replaced(PlacedPicture)
        /// One slice of a table's row.
        case row(TableSlice)
        /// Border and padding: stays at a page's top.
        case strut
        /// A margin: vanishes at a page's top and foot.
        case space
        /// A page or column may end here; `column` is what it costs to end a column whose page goes on, `cost` if nil.
        case breakpoint(cost: Double, column: Double? = nil)
        /// A page, or for `column` at least a column, has to end here.
        case forcedBreak(PageStyle.Break)
        /// What follows, up to `columnsEnd`, is set in columns; the index is into `Flow.columns`.
        case columns(Int)
        case columnsEnd
        /// A box with background or border begins or ends; the index is into `Flow.decorations`.
        case open(Int)
        case close(Int)
        /// Something that is noted where it falls on a page.
        case mark(FlowMark)
        /// A list marker beside something that is no line.
        case marker(PlacedMarker)
    }
}

/// What the lines of a paragraph share.
struct FlowParagraph {
    /// Tells the paragraph apart from all others of the document.
    var id: Int
    var content: InlineContent
    var style: SharedStyle
    /// nil for ornament.
    var element: StructureElement.ID?
    /// Points from the page area's left edge.
    var x: Double
    /// The measure, in points.
    var width: Double
    /// A float stood beside it, or it brings one.
    var isBesideFloat = false
    /// Beside the first line.
    var marker: PlacedMarker?
    /// What the breaker thinks of the lines.
    var breaking = BreakingFigures()
}

/// A list item's marker, set and placed.
struct PlacedMarker {
    var paragraph: Int = 0
    var line: LineBox
    var content: InlineContent
    var style: SharedStyle
    /// nil for ornament.
    var element: StructureElement.ID?
    /// Points from the page area's left edge to the marker's.
    var x: Double
}

struct PlacedPicture {
    var content: ReplacedContent
    var element: StructureElement.ID
    /// Points from the page area's left edge.
    var x: Double
    var width: Double
}

/// Background and border of a block box.
struct BoxDecoration {
    var style: SharedStyle
    /// Border box, points from the page area's left edge.
    var x: Double
    var width: Double
    /// Points between border and content.
    var padding: Edges
    /// How far the box stands from its place in the flow, in points.
    var offset = Point.zero
    /// Border and padding above and below the content, in points, where every piece of a divided box has them
    /// (`box-decoration-break: clone`, CSS Fragmentation 3, §5.4); nil where the box is sliced.
    var clonedEdges: (top: Double, bottom: Double)?
}

/// Part of a table row, side by side cells cut at the same height.
struct TableSlice {
    var cells: [Cell]
    /// Index of the table in the layout; rows of one table repeat its head.
    var table: Int
    var isHead: Bool
    /// A float: one cell that reaches below the item, which has no height.
    var isFloat = false

    struct Cell {
        var flow: Flow
        /// Border box, points from the page area's left edge.
        var x: Double
        var width: Double
        /// Points from the slice's top to the cell's box.
        var top: Double
        /// Points from the box's top to the first item.
        var inset: Double
        var style: SharedStyle
        var edges: Edges
        /// Height of the cell's box within the slice.
        var height: Double
        /// The cell's box begins and ends in this slice.
        var isFirst: Bool
        var isLast: Bool
        /// The backgrounds of the row that the cell begins in and of its group, the group's first.
        var underlays: [Underlay] = []
        /// Points by which the cell's items stand to the right of where they were laid out.
        var shift = 0.0

        /// A background that is painted in cells, and placed in a box round them (CSS 2.2, §17.5.1).
        struct Underlay {
            var style: SharedStyle
            /// The box; `x` as the cell's, `y` from the slice's top.
            var rect: Rect
        }

        struct Edges: Equatable {
            var top: Double
            var right: Double
            var bottom: Double
            var left: Double
        }
    }
}

extension TableSlice.Cell {
    /// Points between border and content.
    var padding: Geometry.Edges {
        let border = style.value.box.borderWidths
        return Geometry.Edges(
            top: edges.top - border.top, right: edges.right - border.right, bottom: edges.bottom - border.bottom,
            left: edges.left - border.left)
    }

    /// An empty cell of a table with `empty-cells: hide` has neither background nor border (CSS 2.2, §17.6.1.1).
    var isPainted: Bool {
        guard style.value.isVisible else { return false }
        guard style.table.hidesEmptyCells, !style.table.collapsesBorders else { return true }
        return flow.items.contains { item in
            switch item.kind {
            case .line, .replaced, .row: true
            default: false
            }
        }
    }
}
