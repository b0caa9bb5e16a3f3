import Drawing
import Geometry
import Pages

/// Shows glyph runs (PDF 32000-1, §9.4), each glyph within a two-thousandth of an em of its place.
///
/// Text that a glyph's font does not give it is spelled out in a span round it (§14.9.4).
struct TextWriter {
    /// For each of the document's fonts how its glyphs are shown.
    private let tables: [GlyphTable]
    private let fonts: [EmbeddedFonts.Font]

    init(fonts: EmbeddedFonts, drawn: DrawnDocument) {
        self.fonts = fonts.fonts
        tables = drawn.census.fonts.indices.map { index in
            GlyphTable(
                counted: drawn.census.fonts[index], codes: fonts.codes[index], slant: drawn.slants[index])
        }
    }

    /// Writes runs as one text object.
    func write(_ items: ArraySlice<DisplayItem>, to text: inout PDFText) {
        text.raw("BT\n")
        var line = TextLine()
        for case .glyphs(let run) in items where !run.glyphs.isEmpty {
            line.begin(size: run.size, horizontalScale: run.horizontalScale, slant: tables[run.font].slant)
            show(run, with: tables[run.font], on: &line, to: &text)
            line.close(&text)
        }
        text.raw("ET")
    }

    /// Writes an unseen blank, so that programs that look for characters see that a span has some.
    func writeBlank(for span: DrawnPage.Span, to text: inout PDFText) {
        for table in tables {
            guard let place = table.counted.texts.firstIndex(of: .space) else { continue }
            text.raw("BT 3 Tr ")
            var line = TextLine()
            line.begin(size: span.size, horizontalScale: 1, slant: 0)
            line.show(table.codes[place], of: fonts, x: span.origin.x, y: span.origin.y, to: &text)
            line.close(&text)
            text.raw("0 Tr ET ")
            return
        }
    }

    private func show(_ run: GlyphRun, with table: GlyphTable, on line: inout TextLine, to text: inout PDFText) {
        let glyphs = run.glyphs.span
        let (x, y) = (run.x.span, run.y.span)
        let clusters = run.clusters.span
        let utf8 = run.text.utf8.span
        let codes = table.codes.span
        var walk = ClusterWalk(run)
        while let cluster = walk.next(clusters) {
            guard let first = cluster.glyphs.first else { continue }
            let wanted = ShortText(utf8, cluster.bytes)
            if cluster.glyphs.count == 1, let place = table.counted.place(of: glyphs[first]),
                codes[place].text == wanted
            {
                line.show(codes[place], of: fonts, x: x[first], y: y[first], to: &text)
                continue
            }
            let isPlain = wanted?.string == ownText(of: cluster.glyphs, in: run, table)
            if !isPlain { beginSpan(cluster, of: run, on: &line, to: &text) }
            for index in cluster.glyphs {
                guard let place = table.counted.place(of: glyphs[index]) else { continue }
                line.show(codes[place], of: fonts, x: x[index], y: y[index], to: &text)
            }
            if !isPlain {
                line.close(&text)
                text.raw("EMC\n")
            }
        }
    }

    /// What the font gives the glyphs as their text, in logical order.
    private func ownText(of glyphs: Range<Int>, in run: GlyphRun, _ table: GlyphTable) -> String {
        let texts = glyphs.map { index in
            table.counted.place(of: run.glyphs[index]).map { table.codes[$0].text.string } ?? ""
        }
        return (run.isRightToLeft ? texts.reversed() : texts).joined()
    }

    private func beginSpan(
        _ cluster: ClusterWalk.Piece, of run: GlyphRun, on line: inout TextLine, to text: inout PDFText
    ) {
        line.close(&text)
        let utf8 = run.text.utf8.dropFirst(cluster.bytes.lowerBound).prefix(cluster.bytes.count)
        text.beginSpan(String(decoding: utf8, as: UTF8.self))
    }
}

/// How the glyphs of one of the document's fonts are shown, by their place in the census.
private struct GlyphTable {
    var counted: GlyphCensus.Font
    var codes: [EmbeddedFonts.Code]
    /// The shear of its letters.
    var slant: Double
}

extension PDFText {
    /// Begins marked content that stands for other text than it shows.
    mutating func beginSpan(_ words: String) {
        raw("/Span << /ActualText ")
        string(words)
        raw(" >> BDC\n")
    }
}

/// Where the pen stands while a run is shown, and what is open.
private struct TextLine {
    /// Index of the PDF's font that is set; -1 for none.
    private var font = -1
    /// The line matrix: scale and shear, and where its origin is.
    private var scaleX = 1.0
    private var scaleY = 1.0
    private var shear = 0.0
    private var origin = Point.zero
    private var isPlaced = false
    /// From the origin, in thousandths of the horizontal scale.
    private var pen = 0.0
    private var isArrayOpen = false
    private var isStringOpen = false
    private var isHexadecimal = false

    mutating func begin(size: Double, horizontalScale: Double, slant: Double) {
        scaleX = size * horizontalScale
        scaleY = size
        shear = slant * size
        isPlaced = false
    }

    /// Shows one glyph with its origin at a point.
    mutating func show(
        _ code: EmbeddedFonts.Code, of fonts: [EmbeddedFonts.Font], x: Double, y: Double, to text: inout PDFText
    ) {
        if !isPlaced || y != origin.y { place(at: Point(x: x, y: y), &text) }
        if code.font != font { set(code.font, fonts, &text) }
        let shift = (x - origin.x) / scaleX * 1000 - pen
        if abs(shift) >= 0.5 {
            let rounded = Int(max(-1e6, min(1e6, shift < 0 ? shift - 0.5 : shift + 0.5)))
            closeString(&text)
            openArray(&text)
            text.integer(-rounded)
            pen += Double(rounded)
        }
        if !isStringOpen {
            openArray(&text)
            text.raw(byte: isHexadecimal ? UInt8(ascii: "<") : UInt8(ascii: "("))
            isStringOpen = true
        }
        if isHexadecimal {
            text.hexadecimal(code.code)
        } else {
            text.literal(UInt8(truncatingIfNeeded: code.code))
        }
        pen += code.width
    }

    private mutating func place(at point: Point, _ text: inout PDFText) {
        close(&text)
        // The page's own matrix turns y down, so letters are turned back up.
        text.real(scaleX)
        text.raw(" 0 ")
        text.real(shear)
        text.raw(" ")
        text.real(-scaleY)
        text.raw(" ")
        text.real(point.x)
        text.raw(" ")
        text.real(point.y)
        text.raw(" Tm\n")
        origin = point
        pen = 0
        isPlaced = true
    }

    private mutating func set(_ index: Int, _ fonts: [EmbeddedFonts.Font], _ text: inout PDFText) {
        close(&text)
        text.raw(fonts[index].name)
        text.raw(" 1 Tf\n")
        font = index
        isHexadecimal = fonts[index].isComposite
    }

    private mutating func openArray(_ text: inout PDFText) {
        if isArrayOpen { return }
        text.raw(byte: UInt8(ascii: "["))
        isArrayOpen = true
    }

    private mutating func closeString(_ text: inout PDFText) {
        if isStringOpen { text.raw(byte: isHexadecimal ? UInt8(ascii: ">") : UInt8(ascii: ")")) }
        isStringOpen = false
    }

    /// Ends what is open, so that other operators can follow.
    mutating func close(_ text: inout PDFText) {
        closeString(&text)
        if isArrayOpen { text.raw("]TJ\n") }
        isArrayOpen = false
    }
}
