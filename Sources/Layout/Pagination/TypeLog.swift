import CSS
import LineBreaking
import Pages
import Shaping

/// What is noted of paragraphs while their lines are placed, for the report on the type.
struct TypeLog {
    private var report = TypeReport()
    /// Of all justified lines, in ems.
    private var gaps: [Double] = []
    /// Index in the report of each paragraph, by its number.
    private var indices: [Int: Int] = [:]
    private var rivers: [Int: RiverSearch] = [:]
    /// Hyphenated lines in a row up to the last line noted.
    private var ladders: [Int: Int] = [:]

    /// A line is loose, or tight, whose gaps are so many spaces wide: where the adjustment ratio would be 1 and -0.5.
    private static let looseGap = 1.5
    private static let tightGap = 5.0 / 6

    /// Notes a line where it falls on a page; lines of one paragraph come in their order.
    mutating func note(_ line: LineBox, of paragraph: FlowParagraph, page: Int) {
        let id = paragraph.id
        let index = indices[id] ?? begin(paragraph, page: page)
        report.paragraphs[index].lineCount += 1
        let number = report.paragraphs[index].lineCount
        if line.overflow > 0.5 {
            report.paragraphs[index].overfull.append(.init(line: number, points: line.overflow))
        }
        ladders[id] = line.endsInHyphen ? ladders[id, default: 0] + 1 : 0
        if line.endsInHyphen {
            report.paragraphs[index].hyphenated.append(number)
            report.paragraphs[index].ladder = max(report.paragraphs[index].ladder, ladders[id] ?? 0)
        }
        let found = LineGaps(line, paragraph)
        note(found, in: index, number: number)
        rivers[id, default: RiverSearch()].add(found.extents)
        guard line.range.upperBound == paragraph.content.text.count else { return }
        var search = rivers.removeValue(forKey: id)
        report.paragraphs[index].rivers = search?.finish() ?? []
    }

    private mutating func begin(_ paragraph: FlowParagraph, page: Int) -> Int {
        indices[paragraph.id] = report.paragraphs.count
        report.paragraphs.append(
            TypeReport.Paragraph(
                page: page + 1, text: paragraph.content.excerpt(paragraph.content.text.indices),
                isJustified: paragraph.style.text.isJustified, demerits: paragraph.breaking.demerits,
                pass: "\(paragraph.breaking.pass)"))
        return report.paragraphs.count - 1
    }

    /// Judges the gaps of a justified line.
    private mutating func note(_ found: LineGaps, in index: Int, number: Int) {
        guard found.isJustified, let mean = found.mean else { return }
        gaps.append(mean.ems)
        let gap = TypeReport.Gap(line: number, ems: mean.ems)
        if mean.spaces > Self.looseGap + 0.001 { report.paragraphs[index].loose.append(gap) }
        if mean.spaces < Self.tightGap - 0.001 { report.paragraphs[index].tight.append(gap) }
    }

    /// The report on all that was noted.
    consuming func finish() -> TypeReport {
        report.total(gaps: gaps)
        return report
    }
}

/// The gaps between the words of one line.
private struct LineGaps {
    /// From left to right, in points from the container's left edge.
    private(set) var extents: [ClosedRange<Double>] = []
    let isJustified: Bool
    private var spaces = 0.0
    private let em: Double

    init(_ line: LineBox, _ paragraph: FlowParagraph) {
        let text = paragraph.content.text
        var end = line.range.upperBound
        while end > line.range.lowerBound, text[end - 1] == 0x20 || text[end - 1] == 0x2028 { end -= 1 }
        isJustified =
            paragraph.style.text.isJustified && line.range.upperBound < text.count
            && text[line.range.upperBound - 1] != 0x2028
        em = paragraph.style.font.size
        for fragment in line.fragments {
            guard case .text(let run) = fragment.content, let face = run.face else { continue }
            var x = fragment.x
            for (glyph, unit) in run.glyphUnits.enumerated() {
                let width = run.advances[glyph]
                if unit < end, text[unit] == 0x20, face.spaceAdvance > 0, width > 0 {
                    extents.append(x...x + width)
                    spaces += width / (face.spaceAdvance * run.size)
                }
                x += width
            }
        }
    }

    /// The mean gap, in ems of the paragraph and in spaces of the font; nil without any.
    var mean: (ems: Double, spaces: Double)? {
        guard !extents.isEmpty, em > 0 else { return nil }
        let count = Double(extents.count)
        let total = extents.reduce(0) { $0 + $1.upperBound - $1.lowerBound }
        return (total / count / em, spaces / count)
    }
}

/// Finds gaps that stand below each other on three or more lines.
private struct RiverSearch {
    private var line = 0
    /// The rivers that reach the last line.
    private var open: [(extent: ClosedRange<Double>, length: Int)] = []
    private var found: [TypeReport.River] = []

    private static let shortest = 3

    /// Adds the next line's gaps; two stand below each other that share half of the narrower one.
    mutating func add(_ gaps: [ClosedRange<Double>]) {
        line += 1
        var isContinued = [Bool](repeating: false, count: open.count)
        var next: [(extent: ClosedRange<Double>, length: Int)] = []
        for gap in gaps {
            var length = 0
            for (index, river) in open.enumerated() where gap.sharesHalf(with: river.extent) {
                isContinued[index] = true
                length = max(length, river.length)
            }
            next.append((gap, length + 1))
        }
        close(zip(open, isContinued).filter { !$0.1 }.map(\.0.length), at: line - 1)
        open = next
    }

    private mutating func close(_ lengths: [Int], at last: Int) {
        for length in lengths where length >= Self.shortest {
            found.append(.init(firstLine: last - length + 1, lineCount: length))
        }
    }

    mutating func finish() -> [TypeReport.River] {
        close(open.map(\.length), at: line)
        return found.sorted { ($0.firstLine, $0.lineCount) < ($1.firstLine, $1.lineCount) }
    }
}

extension ClosedRange<Double> {
    fileprivate func sharesHalf(with other: ClosedRange<Double>) -> Bool {
        let shared = Swift.min(upperBound, other.upperBound) - Swift.max(lowerBound, other.lowerBound)
        return shared >= 0.5 * Swift.min(upperBound - lowerBound, other.upperBound - other.lowerBound)
    }
}
