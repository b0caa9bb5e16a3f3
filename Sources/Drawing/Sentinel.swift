/// A rectangle too small to be seen that says where a piece of content begins or ends.
///
/// Cairo's own structure tags lose content, so drawing leaves these fills in the page's content stream instead, and the
/// finishing stage puts marked-content operators in their place. They are told apart by their size alone.
public enum Sentinel: CaseIterable, Hashable, Sendable {
    /// The k-th on a page begins `Page.content[k]`.
    case contentBegin
    case contentEnd
    /// The k-th on a page begins the drawing of `DrawnDocument.Page.spans[k]`.
    case spanBegin
    case spanEnd
    /// The k-th on a page stands where the glyph runs `DrawnDocument.Page.texts[k]` are to be shown, in their colour.
    case text
    /// Begins a piece of content, shows its only text and ends it.
    case wholeText

    /// Width in 1/256 pt, the unit in which Cairo stores coordinates.
    var widthUnits: Double {
        switch self {
        case .contentBegin: 3
        case .contentEnd: 5
        case .spanBegin: 7
        case .spanEnd: 9
        case .text: 11
        case .wholeText: 3
        }
    }

    /// Height in 1/256 pt.
    var heightUnits: Double {
        switch self {
        case .contentBegin: 5
        case .contentEnd: 3
        case .spanBegin: 9
        case .spanEnd: 7
        case .text: 11
        case .wholeText: 11
        }
    }

    /// Points.
    var width: Double { widthUnits / 256 }
    var height: Double { heightUnits / 256 }

    /// The sentinel that a rectangle of a content stream is, or nil; Cairo writes lengths with three digits or more.
    public init?(x: Double, y: Double, width: Double, height: Double) {
        guard x == 0, y == 0, width > 0, width < 0.05, height > 0, height < 0.05 else { return nil }
        let tolerance = 0.0015
        for sentinel in Self.allCases
        where abs(sentinel.width - width) < tolerance && abs(sentinel.height - height) < tolerance {
            self = sentinel
            return
        }
        return nil
    }
}
