import Drawing
import Geometry
import Pages

/// Writes each page with its marked content, its text, its links and its place in the parent tree.
struct PageWriter {
    let document: Document
    let numbers: ObjectNumbers
    let drawn: DrawnDocument
    let texts: TextWriter
    /// The number of the resource dictionary of all fonts.
    let fonts: Int

    func write(_ file: borrowing QPDFFile, to update: inout PDFUpdate) throws(PDFError) {
        for index in document.pages.indices {
            let object = file.object(numbers.pages[index])
            let content = update.reserve()
            update.stream(content, "", try marked(try file.content(of: object), ofPage: index).bytes)
            let resources = file[object, "/Resources"]
            file.remove("/Font", from: resources)
            let resourceEntries = file.entries(of: resources)
            file.remove("/Resources", from: object)
            file.remove("/Contents", from: object)
            let entries = file.entries(of: object)
            update.object(numbers.pages[index]) { text in
                text.raw("<<\(entries)/Contents \(content) 0 R /StructParents \(index) /Tabs /S")
                text.raw(" /Resources <<\(resourceEntries)/Font \(fonts) 0 R >>")
                writeBoxes(of: document.pages[index], to: &text)
                let links = document.pages[index].links
                if !links.isEmpty {
                    text.raw(" /Annots [")
                    for link in links.indices {
                        text.reference(numbers.link(page: index, index: link))
                        text.raw(" ")
                    }
                    text.raw("]")
                }
                text.raw(" >>")
            }
        }
    }

    /// PDF 32000-1, §14.11.2: where the sheet is cut, upwards from its lower left corner.
    private func writeBoxes(of page: Page, to text: inout PDFText) {
        for (name, box) in [("/TrimBox", page.trim), ("/BleedBox", page.bleed)] {
            guard let box else { continue }
            text.raw(" \(name) ")
            text.array([box.minX, page.size.height - box.maxY, box.maxX, page.size.height - box.minY])
        }
    }

    private func marked(_ content: [UInt8], ofPage index: Int) throws(PDFError) -> PDFText {
        let page = document.pages[index]
        let records = drawn.pages[index]
        let counts = ContentMarker.Counts(
            contents: page.content.count, spans: records.spans.count, texts: records.texts.count)
        let marker = ContentMarker(counts: counts) { sentinel, place, text in
            switch sentinel {
            case .contentBegin: writeMark(of: page.content[place], place, on: page, to: &text)
            case .spanBegin:
                text.beginSpan(records.spans[place].text)
                texts.writeBlank(for: records.spans[place], to: &text)
            case .text:
                let record = records.texts[place]
                texts.write(page.content[record.content].items[record.items], to: &text)
            case .contentEnd, .spanEnd, .wholeText: break
            }
        }
        do throws(ContentMarker.Failure) {
            return try marker.mark(content)
        } catch {
            throw PDFError(.finishingFailed, subject: "page \(index + 1)", message: error.message)
        }
    }

    private func writeMark(of content: MarkedContent, _ index: Int, on page: Page, to text: inout PDFText) {
        switch content.owner {
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
    }
}

extension ContentMarker.Failure {
    fileprivate var message: String {
        switch self {
        case .counts(let found, let expected):
            "has marks for \(found.contents) pieces of content, \(found.spans) spans and \(found.texts) texts"
                + " in place of \(expected.contents), \(expected.spans) and \(expected.texts)"
        case .unbalanced: "has marks in its content that do not match"
        case .paintOutside: "paints something outside of its marks"
        case .inlineImage: "has an inline image in its content"
        }
    }
}
