import CSS
import Geometry
import Pages
import Shaping

/// One line of a paragraph, its fragments placed from the container's left content edge (CSS Inline 3, §2.1).
struct LineBox {
    /// Text and pictures in visual order, left to right.
    var fragments: [InlineFragment]
    /// What inline boxes paint under the text, outer ones first.
    var boxes: [InlineBoxFragment] = []
    /// Ruby annotations, and other lines of their own in this one.
    var insertions: [LineInsertion] = []
    /// UTF-16 offsets in the container's content.
    var range: Range<Int>
    /// Points from the line's top to its baseline.
    var baseline: Double
    /// Points.
    var height: Double
    var endsInHyphen = false
    /// Something stands beside this line and the next: no page ends between them.
    var keepsWithNext = false
    /// Indices into `BoxTree.footnotes` of the notes called on the line.
    var footnotes: [Int] = []
    var marks: [FlowMark] = []
    /// How far the line's text passes its measure, in points; 0 where it fits.
    var overflow = 0.0
    /// How far boxes that stand at the line's top or bottom are above its baseline; points.
    var alignedShifts: [Int: Double] = [:]

    /// Points that the baseline of an inline box stands above the line's.
    func shift(of box: Int, _ metrics: InlineBoxMetrics) -> Double {
        let box = metrics.boxes[box]
        return box.shift + (box.aligned.flatMap { alignedShifts[$0] } ?? 0)
    }
}

/// What a line holds at one place.
struct InlineFragment {
    /// Points from the container's left content edge.
    var x: Double
    /// Points.
    var width: Double
    /// Points that the fragment's own baseline lies above the line's.
    var shift: Double
    /// Index into the content's spans.
    var span: Int
    var range: Range<Int>
    /// Of text; the span's but in a first line with a style of its own.
    var color: Color
    var content: Content
    /// Lines under, over and through the fragment.
    var decorations: [DecorationStroke] = []

    enum Content {
        /// Glyphs; their advances have the line's justification in them.
        case text(VisualRun)
        /// A picture of this height, standing on the baseline.
        case replaced(ReplacedContent, height: Double)
        /// A block container whose top lies so far above the baseline.
        case flow(Flow, top: Double)
        /// A leader's pattern, repeated as often as there is room.
        case leader(VisualRun)
        /// A mark that is no text: that some text is not shown.
        case mark(VisualRun)
        /// What is drawn without being text at all, in points from the start of its baseline, downwards.
        case shape([Path.Segment])
    }

    var isAtom: Bool {
        switch content {
        case .replaced, .flow: true
        case .text, .leader, .mark, .shape: false
        }
    }
}

/// The part of an inline box that is on one line: its border box (CSS Inline 3, §2.1).
struct InlineBoxFragment {
    var style: SharedStyle
    /// Those that are not on other lines.
    var edges: BoxEdges
    /// Points between border and content.
    var padding: Edges
    /// Points from the container's left content edge.
    var x: Double
    var width: Double
    /// Points that the top lies above the line's baseline.
    var top: Double
    var height: Double
    var source: Source
    /// Where a picture in its background depends on the pieces on other lines, how wide they are: those before, and all
    /// together, in points (CSS Fragmentation 3, §5.4).
    var sliced: (before: Double, all: Double)?

    /// The border box of all pieces end to end, of which one is a rectangle; nil where this is all.
    func whole(of piece: Rect) -> Rect? {
        guard let sliced else { return nil }
        let isRightToLeft = style.text.direction == .rightToLeft
        let before = isRightToLeft ? sliced.all - sliced.before - piece.width : sliced.before
        return Rect(x: piece.minX - before, y: piece.minY, width: sliced.all, height: piece.height)
    }

    enum Source: Equatable {
        /// Index into `InlineContent.boxes`.
        case box(Int)
        /// The offset of a picture.
        case atom(Int)
    }
}

/// A line of its own that stands in another one.
struct LineInsertion {
    var line: LineBox
    var content: InlineContent
    /// Points from the container's left content edge.
    var x: Double
    /// Points that its baseline lies above the line's.
    var shift: Double
    /// It is read after what ends at this offset.
    var offset: Int
    /// Index into `InlineContent.elements` of the element that owns it; nil is the block's own.
    var element: Int?
}

/// One stroke of a text decoration (CSS Text Decoration 4, §2).
struct DecorationStroke: Equatable {
    var line: InlineDecoration.Line
    var style: TextStyle.Decoration.Style
    var color: Color
    /// Points from the container's left content edge.
    var x: Double
    var width: Double
    /// Points that its middle lies below the line's baseline.
    var y: Double
    var thickness: Double
}

extension [LineBox] {
    /// Joins the pieces of inline boxes with pictures in their backgrounds, so that a break slices the picture.
    mutating func joinSlicedBoxes() {
        var widths: [Int: Double] = [:]
        var places: [(line: Int, box: Int, source: Int)] = []
        for line in indices {
            for box in self[line].boxes.indices {
                let fragment = self[line].boxes[box]
                guard case .box(let source) = fragment.source, fragment.style.box.hasPlacedPictures,
                    fragment.style.box.boxDecorationBreak == .slice
                else { continue }
                places.append((line, box, source))
                self[line].boxes[box].sliced = (widths[source, default: 0], 0)
                widths[source, default: 0] += fragment.width
            }
        }
        for place in places { self[place.line].boxes[place.box].sliced?.all = widths[place.source] ?? 0 }
    }
}
