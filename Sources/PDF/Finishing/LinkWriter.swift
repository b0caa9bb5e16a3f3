import Geometry
import Pages

/// Writes link annotations (PDF 32000-1, §12.5.6.5).
struct LinkWriter {
    let document: Document
    let numbers: ObjectNumbers

    func write(to update: inout PDFUpdate) {
        for (pageIndex, page) in document.pages.enumerated() {
            for (index, link) in page.links.enumerated() {
                update.object(numbers.link(page: pageIndex, index: index)) { text in
                    text.raw("<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /P ")
                    text.reference(numbers.pages[pageIndex])
                    text.raw(" /StructParent \(numbers.parentTreeKey(page: pageIndex, link: index))")
                    writeArea(of: link, pageHeight: page.size.height, to: &text)
                    text.raw(" /Contents ")
                    // PDF/UA wants words here, even for a link round nothing but a picture.
                    text.string(link.description.isEmpty ? link.target.name : link.description)
                    writeTarget(link.target, to: &text)
                    text.raw(" >>")
                }
            }
        }
    }

    private func writeArea(of link: LinkAnnotation, pageHeight: Double, to text: inout PDFText) {
        let rects = link.rects.isEmpty ? [Rect(origin: .zero, size: .zero)] : link.rects
        let all = rects.dropFirst().reduce(rects[0]) { $0.union($1) }
        text.raw(" /Rect ")
        text.array([all.minX, pageHeight - all.maxY, all.maxX, pageHeight - all.minY])
        text.raw(" /QuadPoints ")
        text.array(
            rects.flatMap { rect in
                let top = pageHeight - rect.minY
                let bottom = pageHeight - rect.maxY
                // Upper left, upper right, lower left, lower right, as readers take it, whatever the standard says.
                return [rect.minX, top, rect.maxX, top, rect.minX, bottom, rect.maxX, bottom]
            })
    }

    private func writeTarget(_ target: LinkAnnotation.Target, to text: inout PDFText) {
        switch target {
        case .address(let address):
            text.raw(" /A << /S /URI /URI ")
            text.byteString(address.percentEncodedForURI)
            text.raw(" >>")
        case .destination(let name):
            text.raw(" /A << /S /GoTo /D ")
            text.byteString(name)
            text.raw(" >>")
        }
    }
}

extension LinkAnnotation.Target {
    /// The address, or the destination's name.
    fileprivate var name: String {
        switch self {
        case .address(let address): address
        case .destination(let name): name
        }
    }
}

extension String {
    /// The address in ASCII (§12.6.4.7): what is not becomes %XX of its UTF-8; blanks and quotes too.
    fileprivate var percentEncodedForURI: String {
        if utf8.allSatisfy({ $0 > 32 && $0 < 127 }) { return self }
        var text: [UInt8] = []
        for byte in utf8 {
            if byte > 32, byte < 127 {
                text.append(byte)
            } else {
                let digits = Array("0123456789ABCDEF".utf8)
                text += [37, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
