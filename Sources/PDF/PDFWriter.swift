public import Diagnostics
import Drawing
public import Pages

/// Writes a document as a tagged PDF that conforms to PDF/UA-1 and PDF/A-2a.
public struct PDFWriter: Sendable {
    public var options: PDFOptions

    public init(options: PDFOptions = PDFOptions()) { self.options = options }

    /// Writes a file: beside its path at first, and renamed when it is whole, so that a failure leaves what was there.
    public func write(_ document: Document, to path: String) throws(PDFError) -> Diagnosed<Void> {
        let file = try bytes(of: document)
        try OutputFile(path: path).replace(with: file.output)
        return Diagnosed((), file.diagnostics)
    }

    /// The PDF's bytes; the same document always gives the same ones.
    public func bytes(of document: Document) throws(PDFError) -> Diagnosed<[UInt8]> {
        do throws(PDFError) {
            return try bytes(of: document, drawing: DocumentDrawing())
        } catch  where error.code == .finishingFailed && document.hasVectorPictures {
            // Some SVG pictures make Cairo rebuild the page, and then its marks are lost.
            var file = try bytes(of: document, drawing: DocumentDrawing(rasterizesVectors: true))
            file.diagnostics.append(Diagnostic(.note, .rasterizedVectors))
            return file
        }
    }

    private func bytes(of document: Document, drawing: DocumentDrawing) throws(PDFError) -> Diagnosed<[UInt8]> {
        let drawn: Diagnosed<DrawnDocument>
        do {
            drawn = try drawing.draw(document)
        } catch {
            throw PDFError(error)
        }
        let finished = try PDFFinisher(options: options).finish(drawn.output, of: document)
        return Diagnosed(finished, drawn.diagnostics)
    }
}

extension Document {
    fileprivate var hasVectorPictures: Bool { pictures.contains { $0.mediaType == "image/svg+xml" } }
}

extension Diagnostic.Message {
    static let rasterizedVectors: Self = "SVG pictures were drawn as pixels, since the PDF cannot hold them as vectors"
}
