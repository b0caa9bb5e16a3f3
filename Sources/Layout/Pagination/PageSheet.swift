import CSS
import Geometry
import Pages

/// The sheet that a page is printed on: the page box, what bleeds over its edges, and the printer's marks
/// (CSS Paged Media 3, §7.2 and §7.3).
extension PageContext {
    /// Printers' hairlines.
    private static let markWidth = 0.25
    /// Marks are 5 mm long, and stand outside of the bleed area.
    private static let markLength = 72 / 25.4 * 5

    /// What stands round the page box on the sheet, in points.
    private var sheetInset: Double { bleed + (marks.isEmpty ? 0 : Self.markLength) }

    /// The page box, from the sheet's top left corner.
    var pageBox: Rect { Rect(origin: Point(x: sheetInset, y: sheetInset), size: size) }

    /// The page box and its bleed area.
    var bleedBox: Rect { pageBox.inset(by: Edges(-bleed)) }

    /// An empty page of the sheet's size, with the boxes that a printer cuts by.
    var emptyPage: Page {
        let sheet = Size(width: size.width + 2 * sheetInset, height: size.height + 2 * sheetInset)
        return sheetInset > 0 ? Page(size: sheet, trim: pageBox, bleed: bleedBox) : Page(size: sheet)
    }

    /// Crop marks at the corners and crosses at the middles of the sides.
    var printersMarks: [DisplayItem] {
        var lines: [(Point, Point)] = []
        let (page, outer) = (pageBox, bleedBox)
        let length = Self.markLength
        if marks.contains(.crop) {
            for x in [page.minX, page.maxX] {
                lines.append((Point(x: x, y: outer.minY - length), Point(x: x, y: outer.minY)))
                lines.append((Point(x: x, y: outer.maxY), Point(x: x, y: outer.maxY + length)))
            }
            for y in [page.minY, page.maxY] {
                lines.append((Point(x: outer.minX - length, y: y), Point(x: outer.minX, y: y)))
                lines.append((Point(x: outer.maxX, y: y), Point(x: outer.maxX + length, y: y)))
            }
        }
        if marks.contains(.cross) {
            let middle = Point(x: (page.minX + page.maxX) / 2, y: (page.minY + page.maxY) / 2)
            let centres = [
                Point(x: middle.x, y: outer.minY - length / 2), Point(x: middle.x, y: outer.maxY + length / 2),
                Point(x: outer.minX - length / 2, y: middle.y), Point(x: outer.maxX + length / 2, y: middle.y),
            ]
            for centre in centres {
                lines.append(
                    (Point(x: centre.x - length / 3, y: centre.y), Point(x: centre.x + length / 3, y: centre.y)))
                lines.append(
                    (Point(x: centre.x, y: centre.y - length / 3), Point(x: centre.x, y: centre.y + length / 3)))
            }
        }
        return lines.map { line in
            .path(
                Path(
                    segments: [.move(line.0), .line(line.1)],
                    paint: .stroke(Path.Stroke(color: .black, width: Self.markWidth))))
        }
    }
}
