import ArticleModel
import Diagnostics
import FoundationEssentials
import Readers
import Testing
import Transport

struct ResourceCollectorTests {
    /// Serves what is in a table.
    private struct TableLoader: ResourceLoader {
        var files: [String: LoadedResource]

        func load(_ address: String) async throws(TransportError) -> LoadedResource {
            if let file = files[address] { return file }
            throw TransportError(code: .notFound, address: address, message: "there is no such file")
        }
    }

    private let svg = Array("<svg width='20' height='10'/>".utf8)
    private let spool = FileManager.default.temporaryDirectory.path + "/offprint-spool-" + UUID().uuidString

    private func article(_ addresses: String...) -> Article {
        Article(blocks: addresses.map { Block(.paragraph([Inline(.image(Image(address: $0, alternative: "alt")))])) })
    }

    @Test func givesPicturesTheirResource() async throws {
        defer { try? FileManager.default.removeItem(atPath: spool) }
        let loader = TableLoader(files: [
            "https://a/x.svg": LoadedResource(bytes: svg, address: "https://a/x.svg"),
            "https://a/same.svg": LoadedResource(bytes: svg, address: "https://a/same.svg"),
        ])
        let article = article("https://a/x.svg", "https://a/same.svg", "https://a/x.svg")
        let collected = await ResourceCollector(loader: loader, spool: spool).collect(article)
        #expect(collected.diagnostics.isEmpty)
        let ids = collected.output.images.map(\.resource)
        #expect(Set(ids).count == 1 && ids[0] != nil)
        let resource = try #require(collected.output.resources.values.first)
        #expect(collected.output.resources.count == 1)
        #expect(resource.pixelWidth == 20 && resource.pixelHeight == 10)
        #expect(resource.mediaType == "image/svg+xml")
        #expect(resource.path == "\(spool)/\(resource.id).svg")
        #expect(FileManager.default.contents(atPath: resource.path) == Data(svg))
    }

    @Test func leavesBytesThatHaveAFileWhereTheyAre() async throws {
        let loader = TableLoader(files: [
            "file:///x.svg": LoadedResource(bytes: svg, address: "file:///x.svg", path: "/x.svg")
        ])
        let collected = await ResourceCollector(loader: loader, spool: spool).collect(article("file:///x.svg"))
        #expect(collected.output.resources.values.first?.path == "/x.svg")
        #expect(!FileManager.default.fileExists(atPath: spool))
    }

    @Test func namesEachPictureThatCannotBeHad() async throws {
        let loader = TableLoader(files: [
            "file:///text.png": LoadedResource(bytes: [1, 2], address: "file:///text.png")
        ])
        let collected = await ResourceCollector(loader: loader, spool: spool)
            .collect(article("file:///a/my%20photo.jpg", "file:///text.png", "file:///a/my%20photo.jpg"))
        #expect(
            collected.diagnostics.map(\.message.text) == [
                "picture 'my photo.jpg' is missing: there is no such file",
                "picture 'text.png' cannot be shown: not a picture of a known format",
            ])
        #expect(collected.output.images.allSatisfy { $0.resource == nil && $0.alternative == "alt" })
    }

    @Test func stopsAtItsLimit() async throws {
        let address = "data:image/svg+xml,<svg/>"
        let loader = FileLoader(root: "/nowhere")
        let collector = ResourceCollector(loader: loader, spool: spool, maximumCount: 0)
        let collected = await collector.collect(article(address))
        #expect(collected.diagnostics.count == 1)
    }
}
