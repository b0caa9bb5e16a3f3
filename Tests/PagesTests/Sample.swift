import FontFiles
import Geometry
import Pages

/// A document built piece by piece; a glyph is half an em wide whatever it stands for.
struct Sample {
    var document = Document()

    init(pages: Int = 1) {
        document.fonts = [FontInstance(path: "/fonts/Square.otf")]
        document.pages = (1...pages).map { Page(size: Size(width: 300, height: 400), label: "\($0)") }
    }

    func run(_ text: String, x: Double = 20, y: Double, size: Double = 10) -> GlyphRun {
        let count = text.unicodeScalars.count
        return GlyphRun(
            font: 0, size: size, color: .black, glyphs: Array(repeating: 1, count: count),
            x: (0..<count).map { x + Double($0) * size / 2 }, y: Array(repeating: y, count: count), text: text,
            clusters: text.unicodeScalars.map { .init(byteCount: UInt16(String($0).utf8.count), glyphCount: 1) },
            width: Double(count) * size / 2)
    }

    @discardableResult
    mutating func add(
        _ role: StructureElement.Role, under parent: StructureElement.ID = StructureTree.root,
        identifier: String? = nil
    ) -> StructureElement.ID {
        document.structure.add(StructureElement(role: role, parent: parent, identifier: identifier))
    }

    mutating func place(_ runs: [GlyphRun], in element: StructureElement.ID, page: Int = 0) {
        document.structure[element].children.append(
            .content(page: page, index: document.pages[page].content.count))
        document.pages[page].content.append(
            MarkedContent(owner: .element(element), items: runs.map { .glyphs($0) }))
    }

    /// A block with a line at each height.
    @discardableResult
    mutating func block(
        _ role: StructureElement.Role, _ text: String, at heights: [Double], page: Int = 0
    ) -> StructureElement.ID {
        let element = add(role)
        place(heights.map { run(text, y: $0) }, in: element, page: page)
        return element
    }

    func kinds() -> [DocumentChecker.Kind] { DocumentChecker().findings(in: document).map(\.kind) }
}
