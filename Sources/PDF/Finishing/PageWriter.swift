import Geometry
import Pages

/// Writes each page with its marked content, its links and its place in the parent tree.
struct PageWriter {
    let document: Document
    let numbers: ObjectNumbers
    /// For each page the texts of its spans.
    let spans: [[String]]

    func write(_ file: borrowing QPDFFile, to update: inout PDFUpdate) throws(PDFError) {
        for (index, page) in document.pages.enumerated() {
            let drawn = file.page(index)
            let content = update.reserve()
            update.stream(content, "", try marked(try file.content(of: drawn), ofPage: index))
            file.remove("/Contents", from: drawn)
            let entries = file.entries(of: drawn)
            update.object(numbers.pages[index]) { text in
                text.raw("<<\(entries)/Contents \(content) 0 R /StructParents \(index) /Tabs /S")
                if !page.links.isEmpty {
                    text.raw(" /Annots [")
                    for link in page.links.indices {
                        text.reference(numbers.link(page: index, index: link))
                        text.raw(" ")
                    }
                    text.raw("]")
                }
                text.raw(" >>")
            }
        }
    }

    private func marked(_ content: [UInt8], ofPage index: Int) throws(PDFError) -> [UInt8] {
        let page = document.pages[index]
        let marker = ContentMarker(
            contentMarks: page.content.indices.map { contentMark($0, on: page) }, spanMarks: spans[index].map(spanMark))
        do throws(ContentMarker.Failure) {
            return try marker.mark(content)
        } catch {
            throw PDFError(.finishingFailed, subject: "page \(index + 1)", message: error.message)
        }
    }

    private func contentMark(_ index: Int, on page: Page) -> [UInt8] {
        var text = PDFText()
        switch page.content[index].owner {
        case .element(let id):
            text.raw("/")
            text.raw(document.structure[id].role.rawValue)
            text.raw(" << /MCID ")
            text.integer(index)
            text.raw(" >> BDC")
        case .artifact(.background):
            text.raw("/Artifact << /Type /Background /BBox ")
            text.array([0, 0, page.size.width, page.size.height])
            text.raw(" >> BDC")
        case .artifact(.pageHeader):
            text.raw("/Artifact << /Type /Pagination /Subtype /Header /Attached [/Top] >> BDC")
        case .artifact(.pageFooter):
            text.raw("/Artifact << /Type /Pagination /Subtype /Footer /Attached [/Bottom] >> BDC")
        case .artifact(.layout): text.raw("/Artifact << /Type /Layout >> BDC")
        }
        return text.bytes
    }

    private func spanMark(_ span: String) -> [UInt8] {
        var text = PDFText()
        text.raw("/Span << /ActualText ")
        text.string(span)
        text.raw(" >> BDC")
        return text.bytes
    }
}

extension ContentMarker.Failure {
    fileprivate var message: String {
        switch self {
        case .counts(let sentinels, let records): "has \(sentinels) marks in its content for \(records) pieces of it"
        case .unbalanced: "has marks in its content that do not match"
        case .paintOutside: "paints something outside of its marks"
        case .inlineImage: "has an inline image in its content"
        }
    }
}
