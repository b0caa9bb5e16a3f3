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
        guard file.pageCount == document.pages.count else {
            throw PDFError(.finishingFailed, subject: "the PDF", message: "has \(file.pageCount) pages")
        }
        let (previous, size) = try CrossReferences.find(in: drawn.bytes)
        var update = PDFUpdate(followingBytes: drawn.bytes.count, size: size)
        let pages = (0..<file.pageCount).map { file.number(of: file.page($0)) }
        let numbers = ObjectNumbers(pages: pages, document: document, update: &update)
        try PageWriter(document: document, numbers: numbers, spans: drawn.spans).write(file, to: &update)
        try FontRepair().write(file, to: &update)
        StructureWriter(document: document, numbers: numbers).write(to: &update)
        LinkWriter(document: document, numbers: numbers).write(to: &update)
        let root = CatalogWriter(document: document, numbers: numbers, producer: options.producer)
            .write(pageTree: file.number(of: file[file.root, "/Pages"]), to: &update)
        let properties = PropertiesWriter(metadata: document.metadata, producer: options.producer).write(to: &update)
        return update.finish(root: root, properties: properties, previous: previous)
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
