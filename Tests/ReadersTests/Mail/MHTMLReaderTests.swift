import ArticleModel
import Diagnostics
import Foundation
import Readers
import Testing
import Transport

@Suite struct MHTMLReaderTests {
    private static func page(_ pictures: String) -> String {
        "<html><head><title>On presses</title></head><body><article><h1>On presses</h1>\(Letter.paragraphs(5))"
            + "<figure>\(pictures)<figcaption>The press</figcaption></figure></article></body></html>"
    }

    private static func picture(_ reading: Reading) throws -> LoadedResource {
        let address = try #require(reading.article.images.first?.address)
        return try #require(EmbeddedLoader.resource(at: address, in: reading.embedded ?? [:]))
    }

    @Test func readsAPageAsChromiumSavesIt() throws {
        let parts = [
            "Content-Type: text/html\nContent-ID: <frame-1@mhtml.blink>\nContent-Transfer-Encoding: binary\n"
                + "Content-Location: https://a.example/news/press\n\n"
                + Self.page("<img src='/pictures/press one.gif?w=2#x' width=400 height=300>"),
            "Content-Type: text/css\nContent-Location: cid:css-1@mhtml.blink\n\np { color: red }",
            Letter.picture("Content-Location: https://a.example/pictures/press%20one.gif?w=2"),
        ]
        let file =
            "From: <Saved by Blink>\nSnapshot-Content-Location: https://a.example/news/press\nSubject: On presses\n"
            + "Date: Tue, 5 Mar 2024 08:30:00 -0000\nMIME-Version: 1.0\n"
            + Letter.multipart(
                "related", parts, boundary: "----MultipartBoundary--x----", more: ";\n\ttype=\"text/html\"")
        let reading = try Letter.reading(file, named: "page.mhtml")
        #expect(reading.article.metadata.title == "On presses")
        #expect(try Self.picture(reading).mediaType == "image/gif")
        #expect(try Letter.reading(file, named: "-").article == reading.article)
    }

    @Test func theRootIsThePartThatStartNames() throws {
        let parts = [
            Letter.picture("Content-Location: press.gif"),
            "Content-Type: text/html\nContent-ID: <other@x>\n\n<html><body><p>A frame of no weight.</p></body></html>",
            "Content-Type: text/html\nContent-ID: <root@x>\n\n" + Self.page("<img src=press.gif width=400 height=300>"),
        ]
        let file =
            "MIME-Version: 1.0\nContent-Location: http://a.example/index.html\n"
            + Letter.multipart("related", parts, more: "; start=\"<root@x>\"; type=text/html")
        let reading = try Letter.reading(file, named: "page.mht")
        #expect(reading.article.blocks.count > 5)
        #expect(reading.article.images.first?.address == "http://a.example/press.gif")
        #expect(try Self.picture(reading).mediaType == "image/gif")
    }

    @Test(arguments: ["file:///C:/pages/press.html", "file://C:\\pages\\press.htm"])
    func aPageThatWasAFileNamesItsPartsByRelativeLocations(location: String) throws {
        let parts = [
            "Content-Type: text/html; charset=\"utf-8\"\nContent-Transfer-Encoding: quoted-printable\n"
                + "Content-Location: \(location)\n\n"
                + Self.page("<img src=3D\"press_files/image001.gif\" width=3D400 height=3D300>"),
            Letter.picture("Content-Location: press_files/image001.gif"),
        ]
        let file = "From: \"Saved by a browser\"\nMIME-Version: 1.0\n" + Letter.multipart("related", parts)
        let reading = try Letter.reading(file, named: "page.mht")
        #expect(try Self.picture(reading).mediaType == "image/gif")
        #expect(reading.article.metadata.address == nil)
    }

    @Test func picturesAreNamedByContentIDToo() throws {
        let parts = [
            "Content-Type: text/html\n\n" + Self.page("<img src='CID:a%2Bb@x' width=400 height=300>"),
            Letter.picture("Content-ID: <a+b@x>"),
        ]
        let file = "From: <Saved by X>\nMIME-Version: 1.0\n" + Letter.multipart("related", parts)
        #expect(try Self.picture(try Letter.reading(file, named: "page.mht")).mediaType == "image/gif")
    }

    @Test func aPageWithoutPartsIsRead() throws {
        let file =
            "From: <Saved by X>\nMIME-Version: 1.0\nContent-Type: text/html; charset=windows-1252\n"
            + "Content-Location: http://a.example/\nContent-Transfer-Encoding: quoted-printable\n\n"
            + "<html><body><article>" + Letter.paragraphs(4)
            + "<p>It was in the Caf=E9 de Flore that they met, as all =\nof "
            + "them remembered later on.</p></article></body></html>"
        #expect(
            Letter.body(try Letter.reading(file, named: "page.mht")).contains("Café de Flore that they met, as all of"))
    }

    @Test func theLettersOwnEndingMayBeWrong() throws {
        let reading = try Letter.reading(
            Letter.head + Letter.plain("Just a letter, sent and kept."), named: "letter.mht")
        #expect(Letter.body(reading) == "Just a letter, sent and kept.")
    }

    @Test func filesOfTheReadersAreNotLoaded() async {
        let loader = EmbeddedLoader([:], further: FileLoader(root: "/"))
        await #expect(throws: TransportError.self) { try await loader.load("file:///etc/hostname") }
        await #expect(throws: TransportError.self) { try await loader.load("cid:none@x") }
        await #expect(throws: Never.self) { try await loader.load("data:,a") }
    }
}
