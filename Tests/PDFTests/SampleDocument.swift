import FontFiles
import FoundationEssentials
import Geometry
import Pages

/// Builds documents line by line, as Layout would leave them.
struct SampleDocument {
    var document = Document()
    let article: StructureElement.ID
    let font = TestFont.serif
    var y = 72.0
    let measure = 72.0...520.0

    init(title: String = "On Offprints", language: String = "en") {
        document.metadata = DocumentMetadata(
            title: title, authors: ["Ada Example"], language: language, source: "https://example.org/a?b=1&c=2",
            created: "2026-01-02T03:04:05Z", modified: "2026-01-02T03:04:05Z")
        document.fonts = [FontInstance(path: font.path)]
        article = document.structure.add(StructureElement(role: .article, parent: StructureTree.root))
        addPage()
    }

    mutating func addPage() {
        document.pages.append(Page(size: Size(width: 595.28, height: 841.89), label: "\(document.pages.count + 1)"))
        y = 72
        let label = run("page \(document.pages.count)", x: 72, y: 40, size: 8)
        document.pages[document.pages.count - 1].content.append(
            MarkedContent(owner: .artifact(.pageHeader), items: [.glyphs(label)]))
    }

    /// One run with a cluster for each character.
    func run(_ text: String, x: Double, y: Double, size: Double, color: Color = .black) -> GlyphRun {
        var run = GlyphRun(
            font: 0, size: size, color: color, glyphs: [], x: [], y: [], text: text, clusters: [], width: 0)
        var pen = x
        for scalar in text.unicodeScalars {
            let glyph = font.glyph(scalar)
            run.glyphs.append(glyph)
            run.x.append(pen)
            run.y.append(y)
            pen += font.advance(glyph) * size
            run.clusters.append(.init(byteCount: UInt16(String(scalar).utf8.count), glyphCount: 1))
        }
        run.width = pen - x
        return run
    }

    /// Breaks words into lines, the first fit.
    func lines(of text: String, size: Double) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            let longer = line.isEmpty ? String(word) : line + " " + word
            if run(longer, x: 0, y: 0, size: size).width > measure.upperBound - measure.lowerBound {
                lines.append(line + " ")
                line = String(word)
            } else {
                line = longer
            }
        }
        return lines + [line]
    }

    mutating func add(
        _ role: StructureElement.Role, under parent: StructureElement.ID? = nil,
        attributes: StructureElement.Attributes = .init(), alternative: String? = nil, identifier: String? = nil
    ) -> StructureElement.ID {
        document.structure.add(
            StructureElement(
                role: role, parent: parent ?? article, alternative: alternative, identifier: identifier,
                attributes: attributes))
    }

    /// Puts items on the current page as a piece of an element.
    mutating func place(_ items: [DisplayItem], in element: StructureElement.ID) {
        let page = document.pages.count - 1
        let index = document.pages[page].content.count
        document.pages[page].content.append(MarkedContent(owner: .element(element), items: items))
        document.structure[element].children.append(.content(page: page, index: index))
    }

    /// Sets text in an element, over as many pages as it needs.
    mutating func set(_ text: String, in element: StructureElement.ID, size: Double = 11, x: Double? = nil) {
        var items: [DisplayItem] = []
        for line in lines(of: text, size: size) {
            if y > 760 {
                place(items, in: element)
                items = []
                addPage()
            }
            items.append(.glyphs(run(line, x: x ?? measure.lowerBound, y: y, size: size)))
            y += size * 1.3
        }
        place(items, in: element)
        y += 4
    }

    mutating func paragraph(_ text: String) {
        let element = add(.paragraph)
        set(text, in: element)
    }

    /// A paragraph that is one link.
    mutating func link(_ text: String, to target: LinkAnnotation.Target) {
        let paragraph = add(.paragraph)
        let element = add(.link, under: paragraph)
        let line = run(text, x: 72, y: y, size: 11, color: Color(red: 0, green: 0, blue: 0.6))
        place([.glyphs(line)], in: element)
        let page = document.pages.count - 1
        document.structure[element].children.append(
            .link(page: page, index: document.pages[page].links.count))
        document.pages[page].links.append(
            LinkAnnotation(
                rects: [Rect(x: 72, y: y - 9, width: line.width, height: 12)], target: target, description: text,
                element: element))
        y += 18
    }

    mutating func heading(_ text: String, role: StructureElement.Role, destination: String) {
        let element = add(role)
        document.destinations.append(
            Destination(name: destination, page: document.pages.count - 1, x: 72, y: y - 14))
        document.outline.append(OutlineItem(title: text, destination: destination))
        set(text, in: element, size: 16)
    }

    mutating func list(_ items: [String]) {
        let list = add(.list, attributes: .init(listNumbering: "Decimal"))
        for (index, text) in items.enumerated() {
            let item = add(.listItem, under: list)
            let label = add(.label, under: item)
            place([.glyphs(run("\(index + 1).", x: 72, y: y, size: 11))], in: label)
            let body = add(.listBody, under: item)
            let paragraph = add(.paragraph, under: body)
            set(text, in: paragraph, x: 90)
        }
    }

    mutating func table(_ rows: [[String]]) {
        let table = add(.table)
        for (rowIndex, row) in rows.enumerated() {
            let rowElement = add(.tableRow, under: table)
            for (column, text) in row.enumerated() {
                let cell = add(
                    rowIndex == 0 ? .tableHeaderCell : .tableDataCell, under: rowElement,
                    attributes: .init(scope: rowIndex == 0 ? "Column" : nil))
                if !text.isEmpty {
                    place([.glyphs(run(text, x: 72 + 120 * Double(column), y: y, size: 11))], in: cell)
                }
            }
            y += 14
            let page = document.pages.count - 1
            let rule = Path.rectangle(Rect(x: 72, y: y - 10, width: 300, height: 0.5), fill: .black)
            document.pages[page].content.append(MarkedContent(owner: .artifact(.layout), items: [.path(rule)]))
        }
        y += 10
    }

    mutating func figure(_ source: PictureSource, width: Double, height: Double, alternative: String) {
        if !document.pictures.contains(source) { document.pictures.append(source) }
        let figure = add(.figure, alternative: alternative)
        let rect = Rect(x: 72, y: y, width: width, height: height)
        place(
            [.picture(.init(source: document.pictures.firstIndex(of: source)!, rect: rect))], in: figure)
        y += height + 14
    }

    /// Some of everything on a few pages.
    static func ofEverything() -> SampleDocument {
        var sample = SampleDocument()
        sample.heading("On Offprints", role: .heading1, destination: "title")
        for _ in 0..<6 { sample.paragraph(paragraphText) }
        sample.heading("Überschrift (zwei) — und mehr", role: .heading2, destination: "zwei-ü(")
        sample.link("A link to the title", to: .destination("title"))
        sample.link("A link to elsewhere", to: .address("https://example.org/ä?x=(1)"))
        sample.list(["First of all, something.", "Then a second thing that is somewhat longer than the first."])
        sample.table([["Year", "Sheets"], ["1900", "12"], ["1901", ""]])
        _ = sample.add(.paragraph)  // an empty element, to be left out
        let note = sample.add(.note, identifier: "note-1")
        sample.set("A note at the end of everything.", in: note, size: 9)
        return sample
    }
}

let paragraphText = """
    An offprint is a separate printing of one article that first came out as part of a larger publication. Authors \
    sent them to colleagues long before anyone could make a copy at the press of a button, and a good deal of what \
    we know about who read whom comes from the boxes in which they were kept. Nobody wrote “fine” on them by chance.
    """
