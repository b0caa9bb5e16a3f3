import CSS
import Geometry
import Pages

/// Text decorations as paths (CSS Text Decoration 4, §2 and §6).
enum DecorationPainter {
    /// What is painted under the text, and what over it (§5.1); the origin is the line's baseline.
    static func paths(of strokes: [DecorationStroke], origin: Point) -> (under: [Path], over: [Path]) {
        var under: [Path] = []
        var over: [Path] = []
        for stroke in strokes where stroke.width > 0 && stroke.thickness > 0 {
            let start = Point(x: origin.x + stroke.x, y: origin.y + stroke.y)
            if stroke.line == .lineThrough {
                over += paths(of: stroke, from: start)
            } else {
                under += paths(of: stroke, from: start)
            }
        }
        return (under, over)
    }

    private static func paths(of stroke: DecorationStroke, from start: Point) -> [Path] {
        let width = stroke.thickness
        var pen = Path.Stroke(color: stroke.color, width: width)
        switch stroke.style {
        case .solid: return [line(from: start, stroke, pen)]
        case .dashed:
            pen.dashes = [3 * width, 2 * width]
            return [line(from: start, stroke, pen)]
        case .dotted:
            pen.dashes = [0, 2 * width]
            pen.cap = .round
            return [line(from: start, stroke, pen)]
        case .double:
            // The second line is on the side that is away from the text.
            let away = stroke.line == .overline ? -2 * width : 2 * width
            return [line(from: start, stroke, pen), line(from: start + Point(x: 0, y: away), stroke, pen)]
        case .wavy: return [wave(from: start, stroke, pen)]
        }
    }

    private static func line(from start: Point, _ stroke: DecorationStroke, _ pen: Path.Stroke) -> Path {
        Path(
            segments: [.move(start), .line(Point(x: start.x + stroke.width, y: start.y))], paint: .stroke(pen))
    }

    /// Half waves of three thicknesses each, as high as two.
    private static func wave(from start: Point, _ stroke: DecorationStroke, _ pen: Path.Stroke) -> Path {
        let count = max(1, min(10_000, Int((stroke.width / (3 * stroke.thickness)).rounded())))
        let step = stroke.width / Double(count)
        var segments: [Path.Segment] = [.move(start)]
        for index in 0..<count {
            let x = start.x + Double(index) * step
            let y = start.y + (index % 2 == 0 ? -2 : 2) * stroke.thickness
            segments.append(
                .curve(
                    Point(x: x + step / 2, y: y), Point(x: x + step / 2, y: y), Point(x: x + step, y: start.y)))
        }
        return Path(segments: segments, paint: .stroke(pen))
    }
}
