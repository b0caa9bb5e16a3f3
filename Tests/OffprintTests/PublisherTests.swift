import ArticleModel
import Diagnostics
import FoundationEssentials
import Readers
import TestSupport
import Testing

@testable import Offprint

@Suite struct PublisherTests {
    private static let page = """
        <!DOCTYPE html><html lang="en"><head><title>On Paper</title>
        <meta property="article:published_time" content="2024-05-17"></head><body><article><h1>On Paper</h1>
        <p>Paper was made from rags for five hundred years, and the rags were sorted by hand before they were beaten,
        which was slow, dirty and dangerous work that nobody who read the books had to think of.</p>
        <figure><img src="absent.png" alt="A vat and a mould"><figcaption>The vat, the mould, the felt</figcaption></figure>
        <h2>Wood</h2>
        <p>Wood came later, and with it the newspaper, the paperback and the yellowing shelf. It is cheaper by the ton,
        shorter in its fibres, and it carries the acid that eats it.</p></article></body></html>
        """

    private func source(_ text: String = PublisherTests.page, name: String = "paper.html") -> Source {
        Source(name: name, bytes: Array(text.utf8), address: "file:///nowhere/paper.html")
    }

    private func publish(
        _ sources: [Source], as format: OutputFormat, _ options: PublicationOptions = PublicationOptions()
    ) async throws -> (bytes: [UInt8], publication: Publication) {
        let folder = try TemporaryFolder()
        let path = folder.path + "/out." + format.rawValue
        let publication = try await Publisher(options: options).publish(sources, as: format, to: .file(path))
        return (try readBytes(of: path, named: path, limit: .max), publication)
    }

    @Test(arguments: OutputFormat.allCases) func makesTheSameBytesEachTime(format: OutputFormat) async throws {
        let first = try await publish([source()], as: format)
        let second = try await publish([source()], as: format)
        #expect(!first.bytes.isEmpty)
        #expect(first.bytes == second.bytes)
    }

    @Test(arguments: [OutputFormat.html, .eml, .txt, .md, .json]) func keepsTheText(format: OutputFormat) async throws {
        let text = String(decoding: try await publish([source()], as: format).bytes, as: UTF8.self)
        #expect(text.contains("sorted by hand"))
        #expect(text.contains("Wood"))
    }

    @Test func warnsOfAPictureThatIsNotThereAndNamesIt() async throws {
        let publication = try await publish([source()], as: .html).publication
        let warnings = publication.diagnostics.filter { $0.severity == .warning }
        #expect(warnings.contains { $0.message.text.contains("absent.png") })
        #expect(warnings.allSatisfy { $0.subject != nil })
    }

    @Test func putsTheAlternativeTextInTheMissingPicturesPlace() async throws {
        let text = String(decoding: try await publish([source()], as: .html).bytes, as: UTF8.self)
        #expect(text.contains("A vat and a mould"))
    }

    @Test func leavesPicturesAtTheirAddressesWithoutLookingForThem() async throws {
        var options = PublicationOptions()
        options.images = .link
        let page = Self.page.replacing("absent.png", with: "https://example.org/a.png")
        let (bytes, publication) = try await publish([source(page)], as: .html, options)
        #expect(String(decoding: bytes, as: UTF8.self).contains("src=\"https://example.org/a.png\""))
        #expect(!publication.diagnostics.contains { $0.severity == .warning })
    }

    @Test func overrulesWhatTheInputSays() async throws {
        var options = PublicationOptions()
        options.title = "Rags"
        options.authors = ["A. Maker", "B. Vatman"]
        options.language = "en-GB"
        options.address = "https://example.org/rags"
        let json = try await publish([source()], as: .json, options).bytes
        let article = try ArticleJSON.decode(json)
        #expect(article.metadata.title == "Rags")
        #expect(article.metadata.authors == ["A. Maker", "B. Vatman"])
        #expect(article.metadata.language == "en-GB")
        #expect(article.metadata.address == "https://example.org/rags")
    }

    @Test func countsThePagesOfAPDF() async throws {
        let output = try await publish([source()], as: .pdf).publication.outputs[0]
        #expect(output.pageCount == 1)
    }

    @Test func namesTheOutputByTheTitle() async throws {
        let folder = try TemporaryFolder()
        let publication = try await Publisher().publish(
            [source()], as: .txt, to: .namedByTitle(folder: folder.path))
        #expect(publication.outputs[0].destination == .file(folder.path + "/on-paper.txt"))
        #expect(folderEntries(folder.path) == ["on-paper.txt"])
    }

    @Test(arguments: [("", PublicationError.Code.badInput), ("\u{0}\u{1}\u{2}", .badInput)])
    func refusesWhatIsNoArticle(text: String, code: PublicationError.Code) async throws {
        let error = await #expect(throws: PublicationError.self) { try await publish([source(text)], as: .txt) }
        #expect(error?.code == code)
        #expect(error?.subject == "paper.html")
    }

    /// A list's bullets and the text are in other fonts, so that one font has nothing to show but the spaces between them.
    @Test func embedsAFontOfWhichOnlySpacesAreSet() async throws {
        var options = PublicationOptions()
        options.css = ["ul { list-style-type: '\u{25AA}' } p, li { font-family: 'Linux Libertine O' }"]
        let list = Source(name: "list.md", bytes: Array("نص قصير\n\n- عنصر\n".utf8), address: nil)
        #expect(try await publish([list], as: .pdf, options).bytes.count > 1_000)
    }

    @Test func publishesSeveralArticlesAsOne() async throws {
        let second = source(Self.page.replacing("On Paper", with: "On Ink"), name: "ink.html")
        let (bytes, publication) = try await publish([source(), second], as: .html)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("On Paper") && text.contains("On Ink"))
        #expect(publication.title == "On Paper")
    }

    @Test func attachesOtherOutputsToAMessage() async throws {
        var options = PublicationOptions()
        options.attachments = [.pdf, .epub]
        let message = String(decoding: try await publish([source()], as: .eml, options).bytes, as: UTF8.self)
        #expect(message.contains("on-paper.pdf"))
        #expect(message.contains("application/epub+zip"))
    }

    @Test func givesBatchesAWishThatSurvivesJSON() throws {
        var options = PublicationOptions()
        options.theme = .sheet(name: "own.css", css: "p { margin: 0 }")
        options.paper = Paper(argument: "a5 landscape")
        options.attachments = [.pdf]
        options.sourceDateEpoch = 7
        #expect(try JSONDecoder().decode(PublicationOptions.self, from: JSONEncoder().encode(options)) == options)
    }
}
