import CSS
import Geometry
import Pages

/// Background and borders of one box as paths (CSS Backgrounds 3, §3 and §4).
struct BoxPainter {
    let box: BoxStyle
    /// `currentcolor`.
    let color: Color

    /// `hasTop` and `hasBottom` are false where a page break slices the box.
    func items(in rect: Rect, hasTop: Bool, hasBottom: Bool) -> [DisplayItem] {
        var items: [DisplayItem] = []
        let corners = CornerRadii(box, in: rect, hasTop: hasTop, hasBottom: hasBottom)
        if !box.background.isTransparent, rect.width > 0, rect.height > 0 {
            let path =
                corners.isRound
                ? Path(segments: corners.outline(of: rect, inset: 0), paint: .fill(box.background))
                : .rectangle(rect, fill: box.background)
            items.append(.path(path))
        }
        if hasTop, hasBottom, isUniform, let ring = ring(in: rect, corners) { return items + ring }
        return items + sides(in: rect, hasTop: hasTop, hasBottom: hasBottom)
    }

    private var isUniform: Bool {
        box.border.top == box.border.bottom && box.border.top == box.border.left && box.border.top == box.border.right
    }

    /// A border that is the same on all sides, drawn as one line round the box; nil where sides do as well.
    private func ring(in rect: Rect, _ corners: CornerRadii) -> [DisplayItem]? {
        let side = box.border.top
        guard side.width > 0, !paint(of: side).isTransparent else { return nil }
        func line(_ from: Double, _ to: Double) -> DisplayItem {
            let width = (to - from) * side.width
            let outline = corners.outline(of: rect, inset: (from + to) / 2 * side.width)
            return .path(Path(segments: outline, paint: .stroke(stroke(side, width: width))))
        }
        switch side.style {
        case .double where side.width >= Self.leastDouble: return [line(0, 1 / 3), line(2 / 3, 1)]
        case .solid, .double, .dashed, .dotted: return corners.isRound ? [line(0, 1)] : nil
        // Light and shade meet at corners, which then are not round.
        case .none, .hidden, .groove, .ridge, .inset, .outset: return nil
        }
    }

    // MARK: Paint

    /// Points below which two lines and the gap between them are one line.
    static let leastDouble = 1.5

    func paint(of side: BoxStyle.BorderSide) -> Color { side.color ?? color }

    /// The pen for a border's line; `length` is the straight way that dashes are fitted to.
    func stroke(_ side: BoxStyle.BorderSide, width: Double? = nil, length: Double? = nil) -> Path.Stroke {
        let width = width ?? side.width
        var pen = Path.Stroke(color: paint(of: side), width: width)
        switch side.style {
        case .dashed: pen.dashes = [3 * width, Self.gap(dash: 3 * width, least: 2 * width, length)]
        case .dotted:
            pen.dashes = [0, width + Self.gap(dash: width, least: width * 0.75, length)]
            pen.cap = .round
        case .none, .hidden, .solid, .double, .groove, .ridge, .inset, .outset: break
        }
        return pen
    }

    /// The gap with which dashes stand at both ends of a line.
    private static func gap(dash: Double, least: Double, _ length: Double?) -> Double {
        guard let length, length > 2 * dash + least else { return max(dash, least) }
        let gaps = ((length - dash) / (dash + max(dash, least))).rounded()
        return gaps >= 1 ? (length - dash) / gaps - dash : dash
    }
}

/// The radii of a box's corners, from the top left clockwise, brought down so that none overlap
/// (CSS Backgrounds 3, §4.5).
struct CornerRadii {
    private var radii: [Double]

    init(_ box: BoxStyle, in rect: Rect, hasTop: Bool, hasBottom: Bool) {
        let given = box.borderRadius
        radii = [given.top, given.right, given.bottom, given.left].map { max(0, $0.resolved(against: rect.width)) }
        if !hasTop { radii.replaceSubrange(0..<2, with: [0, 0]) }
        if !hasBottom { radii.replaceSubrange(2..<4, with: [0, 0]) }
        let sides = [
            (radii[0] + radii[1], rect.width), (radii[1] + radii[2], rect.height), (radii[2] + radii[3], rect.width),
            (radii[3] + radii[0], rect.height),
        ]
        let scale = sides.map { $0.0 > $0.1 && $0.0 > 0 ? max(0, $0.1) / $0.0 : 1 }.min() ?? 1
        if scale < 1 { radii = radii.map { $0 * scale } }
    }

    var isRound: Bool { radii.contains { $0 > 0 } }

    /// A line round the box, so many points inside of its edge; each corner a Bézier curve near a quarter circle.
    func outline(of outer: Rect, inset: Double) -> [Path.Segment] {
        let rect = outer.inset(by: Edges(inset))
        guard isRound else { return [.rectangle(rect)] }
        let r = radii.map { max(0, $0 - inset) }
        let c = r.map { $0 * (1 - 0.552_284_75) }
        let (x0, y0, x1, y1) = (rect.minX, rect.minY, rect.maxX, rect.maxY)
        return [
            .move(Point(x: x0 + r[0], y: y0)), .line(Point(x: x1 - r[1], y: y0)),
            .curve(Point(x: x1 - c[1], y: y0), Point(x: x1, y: y0 + c[1]), Point(x: x1, y: y0 + r[1])),
            .line(Point(x: x1, y: y1 - r[2])),
            .curve(Point(x: x1, y: y1 - c[2]), Point(x: x1 - c[2], y: y1), Point(x: x1 - r[2], y: y1)),
            .line(Point(x: x0 + r[3], y: y1)),
            .curve(Point(x: x0 + c[3], y: y1), Point(x: x0, y: y1 - c[3]), Point(x: x0, y: y1 - r[3])),
            .line(Point(x: x0, y: y0 + r[0])),
            .curve(Point(x: x0, y: y0 + c[0]), Point(x: x0 + c[0], y: y0), Point(x: x0 + r[0], y: y0)), .close,
        ]
    }
}
