import ArticleModel
import Diagnostics
import Foundation
import Readers
import TestSupport
import Testing

@testable import Offprint

@Suite struct NetworkTests {
    private static let picture = "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='100'/>"

    private static func page(_ pictures: String..., encoding: String = "") -> String {
        """
        <!DOCTYPE html><html lang="en"><head>\(encoding)<title>On Paper</title></head><body><article><h1>On Paper</h1>
        <p>Paper was made from rags for five hundred years, and the rags were sorted by hand before they were beaten,
        which was slow, dirty and dangerous work that nobody who read the books had to think of, at the café.</p>
        \(pictures.map { "<figure><img src=\"\($0)\" width=200 height=100 alt=\"A vat\"></figure>" }.joined())
        <p>Wood came later, and with it the newspaper, the paperback and the yellowing shelf. It is cheaper by the ton,
        shorter in its fibres, and it carries the acid that eats it.</p></article></body></html>
        """
    }

    private func publisher(_ change: (inout PublicationOptions) -> Void = { _ in }) -> Publisher {
        var options = PublicationOptions()
        options.network.allowsPrivate = true
        // On a machine that runs many tests, time says nothing.
        options.network.seconds = 600
        options.network.connectSeconds = 600
        change(&options)
        return Publisher(options: options)
    }

    private func publish(
        _ name: String, as format: OutputFormat, by publisher: Publisher
    ) async throws -> (text: String, warnings: [String]) {
        let folder = try TemporaryFolder()
        let path = folder.path + "/out"
        let source = try await publisher.source(named: name)
        let publication = try await publisher.publish([source], as: format, to: .file(path))
        let warnings = publication.diagnostics.filter { $0.severity > .note }.map(\.message.text)
        return (try String(decoding: Data(contentsOf: URL(filePath: path)), as: UTF8.self), warnings)
    }

    @Test func publishesAnAddressWithItsPictures() async throws {
        let server = try LoopbackServer { request in
            switch request.target {
            case "/story": .redirect("/2024/story")
            case "/2024/story": .text(Self.page("a.svg", "/b.svg"))
            default: .init(200, ["Content-Type: image/svg+xml"], body: Array(Self.picture.utf8))
            }
        }
        let (html, warnings) = try await publish(server.address("/story"), as: .html, by: publisher())
        #expect(warnings == [])
        #expect(html.contains("sorted by hand") && html.contains("data:image/svg"))
        #expect(Set(server.targets) == ["/story", "/2024/story", "/2024/a.svg", "/b.svg"])
    }

    @Test(arguments: [OutputFormat.txt, .md, .json]) func fetchesNoPicturesForText(format: OutputFormat) async throws {
        let server = try LoopbackServer { _ in .text(Self.page("a.svg")) }
        _ = try await publish(server.address("/story"), as: format, by: publisher())
        #expect(server.targets == ["/story"])
    }

    @Test(arguments: [ImagePolicy.link, .none]) func fetchesNoPicturesThatStayAway(images: ImagePolicy) async throws {
        let server = try LoopbackServer { _ in .text(Self.page("a.svg")) }
        _ = try await publish(server.address("/story"), as: .html, by: publisher { $0.images = images })
        #expect(server.targets == ["/story"])
    }

    @Test func believesTheServerAboutTheEncoding() async throws {
        let bytes = try #require(Self.page().data(using: .windowsCP1252))
        let server = try LoopbackServer { _ in
            .init(200, ["Content-Type: text/html; charset=windows-1252"], body: [UInt8](bytes))
        }
        let (text, _) = try await publish(server.address("/story"), as: .txt, by: publisher())
        #expect(text.contains("at the café."))
    }

    @Test func givesAFetchedPageNoFile() async throws {
        let folder = try TemporaryFolder()
        try Self.picture.write(toFile: folder.path + "/mine.svg", atomically: false, encoding: .utf8)
        let address = "file://\(folder.path)/mine.svg"
        let server = try LoopbackServer { _ in .text(Self.page(address)) }
        let (html, warnings) = try await publish(server.address("/story"), as: .html, by: publisher())
        #expect(warnings == ["picture 'mine.svg' is missing: a fetched page may not name files"])
        #expect(!html.contains("data:image/svg"))
    }

    @Test func refusesPicturesOfPrivateMachines() async throws {
        let server = try LoopbackServer { _ in .init(body: Array(Self.picture.utf8)) }
        let folder = try TemporaryFolder()
        let page = folder.path + "/page.html"
        try Self.page(server.address("/a.svg")).write(toFile: page, atomically: false, encoding: .utf8)
        let refusing = publisher {
            $0.network.allowsPrivate = false
            $0.network.readsRemote = true
        }
        let (_, warnings) = try await publish(page, as: .html, by: refusing)
        #expect(warnings.count == 1 && warnings[0].contains("loopback address 127.0.0.1"))
        #expect(server.connections == 0)
    }

    @Test func fetchesASavedPagesPicturesOnlyWhenAsked() async throws {
        let server = try LoopbackServer { _ in
            .init(200, ["Content-Type: image/svg+xml"], body: Array(Self.picture.utf8))
        }
        let folder = try TemporaryFolder()
        let page = folder.path + "/page.html"
        try Self.page(server.address("/a.svg")).write(toFile: page, atomically: false, encoding: .utf8)
        let (_, warnings) = try await publish(page, as: .html, by: publisher())
        #expect(warnings == ["picture 'a.svg' is missing: remote pictures are read only with --remote"])
        #expect(server.connections == 0)
        let (html, _) = try await publish(page, as: .html, by: publisher { $0.network.readsRemote = true })
        #expect(html.contains("data:image/svg"))
        #expect(server.targets == ["/a.svg"])
    }

    @Test func keepsPicturesInReadingOrderWhateverComesFirst() async throws {
        let server = try LoopbackServer { request in
            if request.target == "/story" { return .text(Self.page("1.svg", "2.svg", "3.svg", "4.svg")) }
            let number = Int(request.target.filter(\.isNumber)) ?? 0
            let body = "<svg xmlns='http://www.w3.org/2000/svg' width='\(number)00' height='100'/>"
            return .init(200, ["Content-Type: image/svg+xml"], body: Array(body.utf8), delay: 0.4 - Double(number) / 10)
        }
        let outputs = [
            try await publish(server.address("/story"), as: .html, by: publisher()).text,
            try await publish(server.address("/story"), as: .html, by: publisher()).text,
        ]
        #expect(outputs[0] == outputs[1])
        #expect(server.mostOpen > 1)
    }

    @Test(arguments: [
        (404, "text/html", PublicationError.Code.noInput), (403, "text/html", .noHost),
        (200, "application/pdf", .badInput),
        (200, "image/png", .badInput), (503, "text/html", .noHost),
    ])
    func saysWhyThereIsNoPage(status: Int, type: String, code: PublicationError.Code) async throws {
        let server = try LoopbackServer { _ in .init(status, ["Content-Type: \(type)"], body: [1]) }
        let error = await #expect(throws: PublicationError.self) {
            try await publisher().source(named: server.address("/story"))
        }
        #expect(error?.code == code)
        #expect(error?.subject == server.address("/story"))
    }

    @Test func saysThatFieldsWereNotSentToWhereItRedirects() async throws {
        let other = try LoopbackServer(host: "127.0.0.2") { _ in .text(Self.page()) }
        let server = try LoopbackServer { _ in .redirect(other.address("/story")) }
        let subscriber = publisher { $0.network.headers = ["Authorization: Bearer x"] }
        let (_, warnings) = try await publish(server.address("/story"), as: .txt, by: subscriber)
        #expect(warnings == ["it redirects to \(other.address("/story")), which was not sent the fields of --header"])
        #expect(other.requests[0].fields["authorization"] == nil)
        #expect(server.requests[0].fields["authorization"] == "Bearer x")
    }

    @Test func readsOffline() async throws {
        let folder = try TemporaryFolder()
        let server = try LoopbackServer { request in
            request.target == "/story"
                ? .text(Self.page("a.svg"))
                : .init(200, ["Content-Type: image/svg+xml"], body: Array(Self.picture.utf8))
        }
        let cache = folder.path + "/cache"
        let first = try await publish(
            server.address("/story"), as: .html, by: publisher { $0.network.cacheFolder = cache })
        let offline = publisher {
            $0.network.cacheFolder = cache
            $0.network.isOffline = true
        }
        #expect(try await publish(server.address("/story"), as: .html, by: offline).text == first.text)
        #expect(server.requests.count == 2)
    }

    @Test(arguments: [
        ("http://a", true), ("HTTPS://a", true), ("https:/a", false), ("a.html", false), ("-", false),
        ("http:a", false), ("httpx://a", false),
    ])
    func tellsAddressesFromPaths(name: String, isAddress: Bool) { #expect(InputFile.isAddress(name) == isAddress) }
}
