import CSS
import Diagnostics
import Readers
import Testing

@testable import Offprint

/// What one sets before printing becomes style rules that are understood, and shows in what is laid out.
@Suite struct SettingsTests {
    private func dump(_ stage: DumpStage, _ change: (inout PublicationOptions) -> Void) async throws -> String {
        var options = PublicationOptions()
        options.sourceDateEpoch = 0
        change(&options)
        let page = """
            # Paper

            Made from [rags](https://example.org/rags) once, and from [wood](https://example.org/wood) now.

            ## Rags

            Sorted by hand.

            ## Wood

            See [rags](https://example.org/rags) again.
            """
        let source = Source(name: "paper.md", bytes: Array(page.utf8), address: "file:///nowhere/paper.md")
        return try await Publisher(options: options).dump(source, stage: stage).output
    }

    @Test func areAllUnderstood() {
        var options = PublicationOptions()
        options.paper = Paper(argument: "a5")
        options.isLandscape = true
        options.margin = "10mm 12mm"
        options.fontSize = "12pt"
        options.fontFamily = "A \"strange\" name"
        options.columns = 2
        options.isGrayscale = true
        options.numbersHeadings = true
        options.images = .small
        for links in LinkPolicy.allCases {
            options.links = links
            let sheets = options.styleSheets
            #expect(sheets.count > 6)
            #expect(sheets.flatMap(\.diagnostics).isEmpty)
        }
    }

    @Test(arguments: [
        ("a5", "a5 landscape"), ("a5 portrait", "a5 landscape"), ("148mm 210mm", "210mm 148mm"),
        ("9in 6in", "9in 6in"), ("letter landscape", "letter landscape"),
    ])
    func turnPaper(argument: String, css: String) throws {
        #expect(try #require(Paper(argument: argument)).turned == css)
    }

    @Test func shapeThePage() async throws {
        let pages = try await dump(.pages) {
            $0.paper = Paper(argument: "a5")
            $0.isLandscape = true
        }
        #expect(pages.contains("595.28 x 419.53"), "\(pages.prefix(400))")
    }

    @Test func turnTheStylesOwnPaper() async throws {
        let pages = try await dump(.pages) {
            $0.theme = .named("e-ink")
            $0.isLandscape = true
        }
        #expect(pages.contains("345.83 x 255.12"), "\(pages.prefix(400))")
    }

    @Test(arguments: ["newspaper", "notes", "book"])
    func leaveTheCoversMarginsEmpty(theme: String) async throws {
        let pages = try await dump(.pages) {
            $0.theme = .named(theme)
            $0.includesCover = true
        }
        let cover = pages[..<(try #require(pages.ranges(of: "\npage 1 ").first?.lowerBound))]
        #expect(!cover.contains("artifact pageFooter") && !cover.contains("artifact pageHeader"), "\(cover)")
    }

    @Test func overruleTheStylesTypeAndColumns() async throws {
        let styles = try await dump(.styles) {
            $0.fontSize = "14pt"
            $0.fontFamily = "Gentium"
            $0.columns = 3
            $0.isGrayscale = true
        }
        for expected in ["font-size: 14pt", "font-family: Gentium, serif", "column-count: 3", "filter: grayscale(1)"] {
            #expect(styles.contains(expected), "\(expected)")
        }
    }

    @Test(arguments: [
        (LinkPolicy.footnotes, 2, 0), (.endnotes, 2, 0), (.inline, 0, 3), (.none, 0, 0),
    ])
    func printAddresses(links: LinkPolicy, notes: Int, inline: Int) async throws {
        let pages = try await dump(.pages) { $0.links = links }
        func count(_ text: String) -> Int { pages.ranges(of: text).count }
        #expect(count("text \"example.org/rags\"") + count("text \"example.org/wood\"") == notes)
        #expect(count("example.org/rags)\"") + count("example.org/wood)\"") == inline)
    }

    @Test func listAndNumberTheHeadings() async throws {
        let boxes = try await dump(.boxes) {
            $0.includesContents = true
            $0.includesCover = true
            $0.numbersHeadings = true
        }
        #expect(boxes.contains("nav.toc") && boxes.contains("section.cover"))
        #expect(boxes.contains("\"2\u{2002}\""), "\(boxes)")
    }
}
