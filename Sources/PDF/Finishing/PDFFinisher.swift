import Drawing
import Pages

/// Makes of what Cairo drew a finished PDF: marks, structure, links, outline, metadata.
struct PDFFinisher {
    var options: PDFOptions

    /// The finished file.
    func finish(_ drawn: DrawnDocument, of document: Document) throws(PDFError) -> [UInt8] {
        let update = try update(for: drawn, of: document)
        return try QPDFFile(drawn.bytes + update).rewritten()
    }

    private func update(for drawn: DrawnDocument, of document: Document) throws(PDFError) -> [UInt8] {
        let file = try QPDFFile(drawn.bytes)
        let specimenPages = drawn.hasSpecimenPage ? 1 : 0
        guard file.pageCount == specimenPages + document.pages.count else {
            throw PDFError(.finishingFailed, subject: "the PDF", message: "has \(file.pageCount) pages")
        }
        let (previous, size) = try CrossReferences.find(in: drawn.bytes)
        var update = PDFUpdate(followingBytes: drawn.bytes.count, size: size)
        let pages = (specimenPages..<file.pageCount).map { file.number(of: file.page($0)) }
        let numbers = ObjectNumbers(pages: pages, document: document, update: &update)
        let fonts = try EmbeddedFonts(file, of: drawn)
        try PageWriter(
            document: document, numbers: numbers, drawn: drawn,
            texts: TextWriter(fonts: fonts, drawn: drawn),
            fonts: FontWriter(fonts: fonts).write(file, to: &update)
        ).write(file, to: &update)
        StructureWriter(document: document, numbers: numbers).write(to: &update)
        LinkWriter(document: document, numbers: numbers).write(to: &update)
        let pageTree = file.number(of: file[file.root, "/Pages"])
        writePageTree(pageTree, of: pages, to: &update)
        let root = CatalogWriter(document: document, numbers: numbers, producer: options.producer)
            .write(pageTree: pageTree, to: &update)
        let properties = PropertiesWriter(metadata: document.metadata, producer: options.producer).write(to: &update)
        return update.finish(root: root, properties: properties, previous: previous)
    }

    /// The page tree anew, without the specimen page.
    private func writePageTree(_ number: Int, of pages: [Int], to update: inout PDFUpdate) {
        update.object(number) { text in
            text.raw("<< /Type /Pages /Count \(pages.count) /Kids [")
            for page in pages {
                text.reference(page)
                text.raw(" ")
            }
            text.raw("] >>")
        }
    }
}

/// Where a file's cross-reference table is, and how many entries it has.
enum CrossReferences {
    static func find(in bytes: [UInt8]) throws(PDFError) -> (offset: Int, size: Int) {
        let tail = String(decoding: bytes.suffix(1024), as: UTF8.self)
        guard let offset = number(after: "startxref", in: tail), let size = number(after: "/Size", in: tail) else {
            throw PDFError(.finishingFailed, subject: "the PDF", message: "has no trailer")
        }
        return (offset, size)
    }

    private static func number(after keyword: String, in text: String) -> Int? {
        guard let range = text.ranges(of: keyword).last else { return nil }
        let digits = text[range.upperBound...].drop { $0.isWhitespace }.prefix { $0.isNumber }
        return Int(digits)
    }
}
