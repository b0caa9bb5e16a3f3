import Diagnostics
import FontFiles
import Foundation
import PDF
import Pages
import TestSupport
import Testing

/// The validator of shared tools, where it is present.
let validator = sharedFolder.map { $0 + "/tools/pdf-validate" }

@Suite struct PDFWriterTests {
    let folder = TemporaryFolder()

    @Test func writesTheSameBytesTwice() throws {
        let document = SampleDocument.ofEverything().document
        let first = try PDFWriter().bytes(of: document).output
        let second = try PDFWriter().bytes(of: document).output
        #expect(first == second)
    }

    @Test func passesTheSyntaxCheckOfQPDF() throws {
        let path = folder.path + "/sample.pdf"
        _ = try PDFWriter().write(SampleDocument.ofEverything().document, to: path)
        #expect(try run("/usr/bin/qpdf", ["--check", path]).status == 0)
    }

    // Skipped where the shared tools are absent.
    @Test(.enabled(if: validator != nil, "needs ../shared/tools/pdf-validate"))
    func conformsToPDFUAAndPDFA() throws {
        let path = folder.path + "/sample.pdf"
        _ = try PDFWriter().write(SampleDocument.ofEverything().document, to: path)
        let result = try run(validator!, ["-f", "ua1,2a", path])
        #expect(result.status == 0, "\(result.output)")
    }

    @Test func givesTheTextBackInReadingOrder() throws {
        let path = folder.path + "/sample.pdf"
        _ = try PDFWriter().write(SampleDocument.ofEverything().document, to: path)
        let text = try run("/usr/bin/pdftotext", ["-raw", path, "-"]).output
        #expect(text.contains("An offprint is a separate printing of one article"))
        #expect(text.contains("“fine”"))
    }

    @Test func leavesAnExistingFileWhenTheFolderIsMissing() throws {
        let path = folder.path + "/missing/sample.pdf"
        #expect {
            _ = try PDFWriter().write(SampleDocument().document, to: path)
        } throws: { error in
            (error as? PDFError)?.code == .cannotCreate && (error as? PDFError)?.subject == path
        }
    }

    @Test func leavesNoPartBehind() throws {
        let path = folder.path + "/sample.pdf"
        _ = try PDFWriter().write(SampleDocument().document, to: path)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["sample.pdf"])
    }

    @Test func namesTheFontThatIsMissing() throws {
        var document = SampleDocument().document
        document.fonts[0].path = "/nowhere/absent.otf"
        #expect {
            _ = try PDFWriter().bytes(of: document)
        } throws: { error in
            (error as? PDFError)?.code == .fontUnreadable && (error as? PDFError)?.subject == "/nowhere/absent.otf"
        }
    }
}
