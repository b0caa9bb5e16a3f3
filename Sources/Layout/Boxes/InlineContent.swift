public import CSS
public import Geometry
public import Pages

/// The inline-level content of one block container: one text with styled spans (CSS Inline 3, §2).
///
/// White space is already processed (CSS Text 3, §4). Offsets count UTF-16 code units.
public struct InlineContent: Sendable {
    public var text: [UInt16] = []
    /// In order, covering the text.
    public var spans: [InlineSpan] = []
    /// The inline boxes that the text is in, outer ones first; what is in none is in the block's root inline box.
    public var boxes: [InlineBox] = []
    /// Pictures and other boxes in the text, each at a U+FFFC.
    public var atoms: [InlineAtom] = []
    /// Structure elements inside the block's own, parents first.
    public var elements: [InlineElement] = []
    public var links: [InlineLink] = []
    /// Calls of footnotes: the offset just after the call, and the note's index in `BoxTree.footnotes`.
    public var footnoteCalls: [FootnoteCall] = []
    /// What is noted where its line falls on a page.
    public var marks: [InlineMark] = []
    /// Floats, where they are met in the text; they are no part of it.
    public var floats: [InlineFloat] = []
    /// A letter that stands beside the first lines, taken out of the text.
    public var initialLetter: InitialLetter?
    /// The block's `::first-line`.
    public var firstLine: SharedStyle?
    /// Some box has `position: relative`.
    public var hasMovedBoxes = false
    /// Texts above parts of the text.
    public var annotations: [RubyAnnotation] = []
    /// Leaders in the text, each at a U+FFFC.
    public var leaders: [InlineLeader] = []

    public var isEmpty: Bool { text.isEmpty }
}

/// A stretch of text in one style.
public struct InlineSpan: Sendable {
    public var range: Range<Int>
    public var style: SharedStyle
    /// Index into `InlineContent.elements`; nil is the block's own element.
    public var element: Int?
    /// Index into `InlineContent.links`.
    public var link: Int?
    /// Lines under, over or through the text, outermost first.
    public var decorations: [InlineDecoration]
    /// Index into `InlineContent.boxes` of the innermost box; nil is the root inline box.
    public var box: Int?
    /// Drawn, and no part of the text.
    public var isOrnament = false
}

/// An inline box (CSS Inline 3, §2.1): what an inline element becomes, over all lines that it is on.
public struct InlineBox: Sendable {
    public var style: SharedStyle
    /// Index of the inline box round it; nil is the root inline box.
    public var parent: Int?
    /// UTF-16 offsets.
    public var range: Range<Int>
    /// False where a block in the element has cut the box in parts, and this is not the first or the last.
    public var hasStart = true
    public var hasEnd = true
}

/// The first letter of a block that lines stand beside (CSS Inline 3, §7; a floated `::first-letter`, CSS Pseudo 4, §2.3).
public indirect enum InitialLetter: Sendable {
    /// `initial-letter`.
    case sized(InlineContent, style: SharedStyle)
    /// `float`.
    case floated(InlineContent, style: SharedStyle)
}

/// A ruby annotation (CSS Ruby 1, §2): small text above its base.
public struct RubyAnnotation: Sendable {
    /// The base's UTF-16 offsets in the text.
    public var base: Range<Int>
    public var content: InlineContent
    public var style: SharedStyle
    /// Index into `InlineContent.elements` of the annotation's own element.
    public var element: Int
}

/// A text decoration in force, its colour settled.
public struct InlineDecoration: Sendable, Hashable {
    public var line: Line
    public var color: Color
    /// Points; nil is the font's own.
    public var thickness: Double?
    /// Points below the baseline; nil is the font's own.
    public var offset: Double?
    public var style = TextStyle.Decoration.Style.solid
    public var position = TextStyle.Decoration.UnderlinePosition.auto
    /// Index into `InlineContent.boxes` of the box that it decorates; nil is the root inline box.
    public var box: Int?

    public enum Line: Sendable, Hashable { case underline, overline, lineThrough }
}

/// An atomic inline (CSS Display 3, §2.3): a picture, or a block container laid out by itself.
public struct InlineAtom: Sendable {
    public var offset: Int
    public var style: SharedStyle
    public var content: Content

    public indirect enum Content: Sendable {
        case replaced(ReplacedContent)
        case block(BlockBox)
    }
}

/// A structure element inside a paragraph; it joins the tree when its first content is placed on a page.
public struct InlineElement: Sendable {
    public var element: StructureElement
    /// Index of the inline element round it; nil is the block's own element.
    public var parent: Int?
}

public struct InlineLink: Sendable {
    public var target: LinkAnnotation.Target
    public var description: String
    /// Index into `InlineContent.elements`.
    public var element: Int
}

public struct FootnoteCall: Sendable {
    public var offset: Int
    public var footnote: Int
}

/// A `leader()` (CSS Generated Content 3, §2.5): a pattern repeated as often as its line has room for.
public struct InlineLeader: Sendable {
    public var offset: Int
    public var pattern: String
}

/// A box beside the lines (CSS 2.2, §9.5), anchored at a place in the text.
public struct InlineFloat: Sendable {
    public var offset: Int
    public var box: BlockBox
}

public struct InlineMark: Sendable {
    public var offset: Int
    public var mark: FlowMark
}

extension InlineContent {
    /// The span that an offset, in UTF-16 units, lies in.
    func spanIndex(at offset: Int) -> Int { spans.index(at: offset) }
}

extension [InlineSpan] {
    /// Index of the span that an offset, in UTF-16 units, lies in.
    func index(at offset: Int) -> Int {
        var low = 0
        var high = count - 1
        while low < high {
            let middle = (low + high) / 2
            if self[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
