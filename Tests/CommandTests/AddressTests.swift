import Foundation
import TestSupport
import Testing

/// The program itself, with a server on this machine.
@Suite struct AddressTests {
    private static let picture = "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='100'/>"

    private static func page(_ picture: String) -> String {
        """
        <!DOCTYPE html><html lang="en"><head><title>On Paper</title></head><body><article><h1>On Paper</h1>
        <p>Paper was made from rags for five hundred years, and the rags were sorted by hand before they were beaten,
        which was slow, dirty and dangerous work that nobody who read the books had to think of.</p>
        <figure><img src="\(picture)" width=200 height=100 alt="A vat"></figure>
        <p>Wood came later, and with it the newspaper, the paperback and the yellowing shelf. It is cheaper by the ton,
        shorter in its fibres, and it carries the acid that eats it.</p></article></body></html>
        """
    }

    private let server: LoopbackServer
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        server = try LoopbackServer { request in
            switch request.target {
            case "/story": .text(Self.page("a.svg"), "ETag: \"1\"")
            case "/a.svg": .init(200, ["Content-Type: image/svg+xml"], body: Array(Self.picture.utf8))
            default: .init(404)
            }
        }
    }

    private func run(_ command: String, _ environment: [String: String] = [:]) throws -> CommandResult {
        let own = ["XDG_CACHE_HOME": folder.path + "/cache", "HOME": folder.path]
        return try runShell(command, in: folder.path, environment: own.merging(environment) { $1 })
    }

    private func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: folder.path + "/" + path) }

    @Test func publishesAnAddressAndKeepsItForLater() throws {
        let first = try run(
            "offprint --max-time 600 --allow-private \(server.address("/story")) --to pdf,epub -v && ls")
        #expect(first.exitCode == 0, "\(first.errors)")
        #expect(has("on-paper.pdf") && has("on-paper.epub") && has("cache/offprint"))
        #expect(server.targets == ["/story", "/a.svg"])
        let offline = try run(
            "offprint --max-time 600 --allow-private --offline \(server.address("/story")) --to txt -o -")
        #expect(offline.output.contains("sorted by hand"))
        #expect(server.requests.count == 2)
    }

    @Test func keepsNothingWhereItIsToldTo() throws {
        _ = try run(
            "offprint --max-time 600 --allow-private --no-cache \(server.address("/story")) --to html -o page.html")
        #expect(has("page.html") && !has("cache"))
    }

    @Test func takesNoProxyFromTheEnvironment() throws {
        let proxy = try LoopbackServer { _ in .text("<p>by proxy</p>") }
        var environment: [String: String] = [:]
        for name in ["http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"] {
            environment[name] = proxy.address()
        }
        let result = try run(
            "offprint --max-time 600 --allow-private \(server.address("/story")) --to txt -o -", environment)
        #expect(result.output.contains("sorted by hand"))
        #expect(proxy.connections == 0)
        // With it, too, nobody is asked about a machine that may not be read.
        let refused = try run("offprint --proxy env \(server.address("/story")) --to txt -o -", environment)
        #expect(refused.exitCode == 68)
        #expect(proxy.connections == 0)
    }

    @Test func fetchesNothingForABatchUnlessAsked() throws {
        let made = try run("mkdir saved")
        #expect(made.exitCode == 0)
        try Self.page(server.address("/a.svg")).write(
            toFile: folder.path + "/saved/page.html", atomically: false, encoding: .utf8)
        let local = try run("offprint batch saved --to html -o local --max-time 600 --allow-private")
        #expect(local.exitCode == 0, "\(local.errors)")
        #expect(server.connections == 0)
        let refused = try run("offprint batch saved --to html -o refused --remote")
        #expect(refused.exitCode == 0)
        #expect(server.connections == 0)
        let remote = try run("offprint batch saved --to html -o remote --remote --max-time 600 --allow-private")
        #expect(remote.exitCode == 0, "\(remote.errors)")
        #expect(server.targets == ["/a.svg"])
        let page = try String(contentsOfFile: folder.path + "/remote/page.html", encoding: .utf8)
        #expect(page.contains("data:image/svg"))
    }

    @Test func leavesNoSecretBehind() throws {
        let field = "--header 'Authorization: Bearer geheim'"
        let result = try run(
            "offprint --max-time 600 --allow-private \(field) \(server.address("/story")) --to html -o page.html -v")
        #expect(result.exitCode == 0, "\(result.errors)")
        #expect(server.requests.map { $0.fields["authorization"] } == ["Bearer geheim", "Bearer geheim"])
        let found = try run("grep -rl geheim . ; true")
        #expect(found.output.isEmpty && !result.errors.contains("geheim"))
    }

    @Test func printsNoControlCharactersOfAServer() throws {
        let rude = try LoopbackServer { _ in .init(200, ["Content-Type: \u{1B}[31mapplication/x"], body: [1]) }
        let result = try run("offprint --max-time 600 --allow-private \(rude.address("/%1B[31m.pdf")) --to txt -o -")
        #expect(result.exitCode != 0)
        #expect(!result.errors.contains("\u{1B}"))
    }
}
