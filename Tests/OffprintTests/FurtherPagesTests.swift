import ArticleModel
import Diagnostics
import Foundation
import Readers
import TestSupport
import Testing

@testable import Offprint

@Suite struct FurtherPagesTests {
    /// Page `number` of several, with the others linked.
    private static func page(
        _ number: Int, of count: Int, title: String = "On Paper", start: String = "/story", ending: String = ""
    ) -> String {
        let links = (1...count).filter { $0 != number }.map { other in
            "<a href='\(start)\(other == 1 ? "" : "-\(other)")\(ending)'>\(other)</a>"
        }.joined(separator: " ")
        let text = String(
            repeating: "Sentence of page \(number) about rags, vats and felts, which were many. ", count: 6)
        return """
            <!DOCTYPE html><html lang="en"><head><title>\(title)</title></head><body><article><h1>\(title)</h1>
            <p class="lead">What became of rags when wood came, and why the shelves went yellow in a single lifetime.</p>
            <p>Part \(number) begins. \(text)</p><p>Part \(number) ends. \(text)</p></article>
            <div class="pager">\(links)</div></body></html>
            """
    }

    private func read(
        _ name: String, _ change: (inout PublicationOptions) -> Void = { _ in }
    ) async throws -> (text: String, diagnostics: [Diagnostic], publication: Publication) {
        var options = PublicationOptions()
        options.network.allowsPrivate = true
        // On a machine that runs many tests, time says nothing.
        options.network.seconds = 600
        options.network.connectSeconds = 600
        change(&options)
        let publisher = Publisher(options: options)
        let folder = try TemporaryFolder()
        let path = folder.path + "/out.txt"
        let publication = try await publisher.publish(
            [try await publisher.source(named: name)], as: .txt, to: .file(path))
        let text = try String(contentsOfFile: path, encoding: .utf8)
        return (text, publication.diagnostics, publication)
    }

    /// The parts that a text has, in its order.
    private func parts(_ text: String) -> [String] {
        text.split(separator: "\n").filter { $0.hasPrefix("Part ") }.map { String($0.prefix { $0 != "." }) }
    }

    @Test func joinsTheFetchedPagesOfAnArticle() async throws {
        let server = try LoopbackServer { request in
            switch request.target {
            case "/story": .text(Self.page(1, of: 3))
            case "/story-2": .text(Self.page(2, of: 3))
            case "/story-3": .text(Self.page(3, of: 3))
            default: .init(404)
            }
        }
        let (text, diagnostics, _) = try await read(server.address("/story"))
        #expect(parts(text) == [1, 2, 3].flatMap { ["Part \($0) begins", "Part \($0) ends"] })
        #expect(text.components(separatedBy: "What became of rags").count == 2)
        #expect(diagnostics.allSatisfy { $0.severity == .note })
        #expect(server.targets == ["/story", "/story-2", "/story-3"])
    }

    @Test func joinsTheSavedPagesOfAnArticle() async throws {
        let folder = try TemporaryFolder()
        for number in 1...3 {
            let name = number == 1 ? "story.html" : "story-\(number).html"
            let page = Self.page(number, of: 3, start: "story", ending: ".html")
            try page.write(toFile: folder.path + "/" + name, atomically: false, encoding: .utf8)
        }
        let (text, _, publication) = try await read(folder.path + "/story.html")
        #expect(parts(text).count == 6)
        #expect(publication.dependencies.map { $0.split(separator: "/").last } == ["story-2.html", "story-3.html"])
        #expect(parts(try await read(folder.path + "/story.html") { $0.joinsPages = false }.text).count == 2)
        #expect(parts(try await read(folder.path + "/story.html") { $0.extract = false }.text).count == 2)
    }

    @Test func startsWhereItIsTold() async throws {
        let server = try LoopbackServer { request in
            .text(request.target == "/story-2" ? Self.page(2, of: 3) : Self.page(3, of: 3))
        }
        let (text, diagnostics, _) = try await read(server.address("/story-2"))
        #expect(parts(text).count == 4)
        #expect(diagnostics.contains { $0.severity == .warning && $0.message.text.hasPrefix("this is page 2") })
    }

    @Test func saysWhichPagesAreMissing() async throws {
        let server = try LoopbackServer { $0.target == "/story" ? .text(Self.page(1, of: 4)) : .init(404) }
        let (text, diagnostics, _) = try await read(server.address("/story"))
        #expect(parts(text).count == 2)
        let warning = try #require(diagnostics.first { $0.severity == .warning })
        #expect(
            warning.message.text.hasPrefix("page 2 of the article, \(server.address("/story-2")), and what comes"))
        #expect(server.requests.count == 2)
    }

    @Test func readsNoRemotePagesOfAFile() async throws {
        let server = try LoopbackServer { _ in .text(Self.page(2, of: 2)) }
        let folder = try TemporaryFolder()
        let head = "<head><link rel=canonical href='\(server.address("/story"))'>"
        let page = Self.page(1, of: 2).replacing("<head>", with: head)
        try page.write(toFile: folder.path + "/saved.html", atomically: false, encoding: .utf8)
        let (_, diagnostics, _) = try await read(folder.path + "/saved.html")
        #expect(diagnostics.contains { $0.message.text.contains("read only with --remote") })
        #expect(server.connections == 0)
        #expect(parts(try await read(folder.path + "/saved.html") { $0.network.readsRemote = true }.text).count == 4)
    }

    @Test func leavesOtherArticlesAndEndsInCircles() async throws {
        let server = try LoopbackServer { request in
            switch request.target {
            case "/story": .text(Self.page(1, of: 2))
            case "/story-2": .text(Self.page(2, of: 2, title: "Trees of the North"))
            case "/ring": .text(Self.page(1, of: 2, start: "/ring"))
            default: .text(Self.page(1, of: 9, start: "/ring"))
            }
        }
        let (text, diagnostics, _) = try await read(server.address("/story"))
        #expect(parts(text).count == 2)
        #expect(diagnostics.contains { $0.message.text.hasSuffix("is another article") })
        #expect(parts(try await read(server.address("/ring")).text).count == 2)
    }

    @Test func endsSomewhere() async throws {
        let server = try LoopbackServer { request in
            let number = Int(request.target.filter(\.isNumber)) ?? 1
            return .text(Self.page(number, of: 25))
        }
        let (text, diagnostics, _) = try await read(server.address("/story"))
        #expect(parts(text).count == 2 * Publisher.maximumPages)
        #expect(diagnostics.contains { $0.message.text.hasPrefix("the article has more than 20 pages") })
    }

    /// The names say nothing; the relation and the titles do.
    @Test func joinsSavedPagesByTheirRelation() async throws {
        let folder = try TemporaryFolder()
        let names = ["first.html", "second.html", "third.html", "other.html"]
        for (index, name) in names.enumerated() {
            let title = name == "other.html" ? "Trees of the North" : "On Paper"
            let next = index + 1 < names.count ? "<link rel=next href='\(names[index + 1])'>" : ""
            let page = Self.page(index + 1, of: 1, title: title).replacing("<head>", with: "<head>" + next)
            try page.write(toFile: folder.path + "/" + name, atomically: false, encoding: .utf8)
        }
        let (text, diagnostics, _) = try await read(folder.path + "/first.html")
        #expect(parts(text) == [1, 2, 3].flatMap { ["Part \($0) begins", "Part \($0) ends"] })
        #expect(!diagnostics.contains { $0.severity > .note })
    }

    @Test(arguments: ["page", "", "story-"]) func joinsSavedPagesThatAllHaveNumbers(stem: String) async throws {
        let folder = try TemporaryFolder()
        for number in 1...4 {
            let next = number < 4 ? "<a rel=next href='\(stem)\(number + 1).html'>Next</a>" : ""
            let page = Self.page(number, of: 1).replacing("</article>", with: "</article>" + next)
            try page.write(toFile: "\(folder.path)/\(stem)\(number).html", atomically: false, encoding: .utf8)
        }
        #expect(parts(try await read("\(folder.path)/\(stem)1.html").text).count == 8)
    }

    @Test func takesAPageOnceThatIsAnInputToo() async throws {
        let folder = try TemporaryFolder()
        for (name, number) in [("story.html", 1), ("story-2.html", 2)] {
            let page = Self.page(number, of: 2, start: "story", ending: ".html")
            try page.write(toFile: folder.path + "/" + name, atomically: false, encoding: .utf8)
        }
        let publisher = Publisher()
        let sources = try await publisher.sources(named: ["story.html", "story-2.html"].map { folder.path + "/" + $0 })
        let edition = try await publisher.edition(of: sources, picturesIn: nil).output
        #expect(edition.articles.count == 1)
    }
}
