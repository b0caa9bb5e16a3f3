import CSS
import Geometry

/// Where the nine parts of a border image are, in the picture and round the box (CSS Backgrounds 3, §5.2 to §5.5).
struct BorderImageGrid {
    let area: Rect
    /// The picture's own size in points.
    let natural: Size
    /// How far from the picture's edges it is cut, as shares of its sides.
    let slices: Edges
    /// Points.
    let widths: Edges
    let repetition: BorderImage.Repetition

    /// One of the nine.
    struct Part: Equatable {
        /// In the picture, whose sides are 1.
        var slice: Rect
        /// What is painted.
        var region: Rect
        /// The first one.
        var tile: Rect
        /// The first one with the gap to the next, where there are several.
        var cell: Rect?
    }

    /// A third of a side: in the picture from 0 to 1, and on the page.
    private struct Band {
        var slice: (start: Double, length: Double)
        var start: Double
        var length: Double
        /// Neither the first nor the last.
        var isMiddle = false
    }

    /// Corners, sides, and the middle where it is wanted; what has no extent is left out.
    func parts(withMiddle: Bool) -> [Part] {
        let columns = Self.bands(area.minX, area.width, widths.left, widths.right, slices.left, slices.right)
        let rows = Self.bands(area.minY, area.height, widths.top, widths.bottom, slices.top, slices.bottom)
        return rows.flatMap { row in
            columns.compactMap { column in
                if row.isMiddle, column.isMiddle, !withMiddle { return nil }
                return part(column, row)
            }
        }
    }

    private static func bands(
        _ start: Double, _ length: Double, _ first: Double, _ last: Double, _ firstSlice: Double, _ lastSlice: Double
    ) -> [Band] {
        [
            Band(slice: (0, firstSlice), start: start, length: first),
            Band(
                slice: (firstSlice, 1 - firstSlice - lastSlice), start: start + first, length: length - first - last,
                isMiddle: true),
            Band(slice: (1 - lastSlice, lastSlice), start: start + length - last, length: last),
        ]
    }

    private func part(_ column: Band, _ row: Band) -> Part? {
        guard column.slice.length > 0, row.slice.length > 0, column.length > Self.leastSide, row.length > Self.leastSide
        else { return nil }
        let region = Rect(x: column.start, y: row.start, width: column.length, height: row.length)
        let slice = Rect(
            x: column.slice.start, y: row.slice.start, width: column.slice.length, height: row.slice.length)
        // Sides keep the picture's shape, by the width they have; the middle follows the sides beside it.
        let x =
            column.isMiddle
            ? run(
                repetition.horizontal, column, natural: slice.width * natural.width,
                scale: row.isMiddle
                    ? scale(widths.top, slices.top * natural.height) ?? scale(
                        widths.bottom, slices.bottom * natural.height) ?? 1
                    : row.length / (slice.height * natural.height)) : Run(column)
        let y =
            row.isMiddle
            ? run(
                repetition.vertical, row, natural: slice.height * natural.height,
                scale: column.isMiddle
                    ? scale(widths.left, slices.left * natural.width) ?? scale(
                        widths.right, slices.right * natural.width) ?? 1
                    : column.length / (slice.width * natural.width)) : Run(row)
        guard let x, let y else { return nil }
        let tile = Rect(x: x.start, y: y.start, width: x.length, height: y.length)
        var part = Part(slice: slice, region: region, tile: tile)
        if x.isRepeated || y.isRepeated {
            part.cell = Rect(x: x.start, y: y.start, width: x.step, height: y.step)
            // Gaps are no tiles.
            part.region = Rect(
                x: max(region.minX, x.start), y: max(region.minY, y.start),
                width: min(region.maxX, x.end) - max(region.minX, x.start),
                height: min(region.maxY, y.end) - max(region.minY, y.start))
        }
        return part
    }

    /// nil where a side has no extent.
    private func scale(_ width: Double, _ natural: Double) -> Double? {
        width > 0 && natural > 0 ? width / natural : nil
    }

    // MARK: Tiles in a row

    /// Points below which nothing is to be seen, and of which no more tiles are set beside each other.
    private static let leastSide = 0.01

    private struct Run {
        var start: Double
        var length: Double
        var step: Double
        var end: Double
        var isRepeated: Bool { end - start > length + leastSide }

        /// One tile over all of the band.
        init(_ band: Band) {
            start = band.start
            length = band.length
            step = band.length
            end = band.start + band.length
        }

        init(start: Double, length: Double, step: Double, count: Double) {
            self.start = start
            self.length = length
            self.step = step
            end = start + (count - 1) * step + length
        }
    }

    /// §5.5; nil where no tile has room.
    private func run(_ kind: BorderImage.Kind, _ band: Band, natural: Double, scale: Double) -> Run? {
        let length = natural * scale
        guard kind != .stretch, length > Self.leastSide, length.isFinite else { return Run(band) }
        switch kind {
        case .stretch: return Run(band)
        case .repeat:
            // One stands in the middle; as many as it takes at both sides of it.
            let count = ((band.length - length) / 2 / length - 1e-9).rounded(.up)
            let before = max(0, count)
            let start = band.start + (band.length - length) / 2 - before * length
            return Run(start: start, length: length, step: length, count: 2 * before + 1)
        case .round:
            let count = max(1, (band.length / length).rounded())
            return Run(start: band.start, length: band.length / count, step: band.length / count, count: count)
        case .space:
            let count = (band.length / length + 1e-9).rounded(.down)
            guard count >= 1 else { return nil }
            let gap = (band.length - count * length) / (count + 1)
            return Run(start: band.start + gap, length: length, step: length + gap, count: count)
        }
    }
}
