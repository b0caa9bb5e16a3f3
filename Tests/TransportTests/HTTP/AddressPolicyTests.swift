import TestSupport
import Testing

@testable import Transport

/// Every way round the policy that is known, tried on a server of this machine, which must not notice.
@Suite struct AddressPolicyTests {
    private let server: LoopbackServer

    init() throws { server = try LoopbackServer { _ in .text("secret") } }

    @Test(arguments: [
        "127.0.0.1", "localhost", "LOCALHOST", "127.1", "127.0.1", "0x7f.1", "0x7F000001", "2130706433",
        "0177.0.0.1", "017700000001", "0", "0.0.0.0", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]",
        "[::127.0.0.1]", "[0:0:0:0:0:ffff:7f00:0001]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[2001:0:7f00:1::]",
        "127.0.0.2", "10.0.0.1", "192.168.0.1", "169.254.169.254", "[fe80::1]", "[fd00:ec2::254]", "255.255.255.255",
    ])
    func refusesHosts(host: String) async throws {
        for scheme in ["http", "HTTP", "https"] {
            let error = try #require(try await WebFixture().error("\(scheme)://\(host):\(server.port)/"))
            #expect(error.code == .refused, "\(error)")
        }
        #expect(server.connections == 0)
    }

    /// Digits and dots of other scripts are letters of names, which are not found, or numbers again, which are refused.
    @Test(arguments: [
        "１２７.0.0.1", "127。0。0。1", "①②⑦.0.0.1", "127%2e0%2e0%2e1", "127.0.0.1%00.example.org", "localhost.",
    ])
    func doesNotReachItByOtherLetters(host: String) async throws {
        let error = try await WebFixture().error("http://\(host):\(server.port)/")
        #expect(error != nil)
        #expect(server.connections == 0)
    }

    @Test(arguments: [
        "http://example.org@127.0.0.1", "http://example.org:80@127.0.0.1", "http://127.0.0.1\\@example.org",
    ])
    func isNotMisledByNamesInAddresses(start: String) async throws {
        let error = try await WebFixture().error("\(start):\(server.port)/")
        #expect(error != nil)
        #expect(server.connections == 0)
    }

    @Test func saysWhatStoodInTheWayAndWhatToDo() async throws {
        let error = try #require(try await WebFixture().error(server.address(host: "localhost")))
        #expect(error.message.contains("loopback address"))
        #expect(error.remedy?.contains("--allow-private") == true)
    }

    @Test func readsItWhereTheUserSaysSo() async throws {
        #expect(try await WebFixture.local.text(server.address(host: "localhost")) == "secret")
    }

    /// The first hop may be read, as any on the internet; where it leads may not.
    @Test(arguments: [
        "http://127.0.0.1:PORT/", "http://localhost:PORT/", "//127.0.0.1:PORT/", "HTTP://0x7f.1:PORT/",
        "http://[::ffff:127.0.0.1]:PORT/", "file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1:PORT/",
        "dict://127.0.0.1:PORT/", "data:text/html,x", "http://name@127.0.0.1:PORT/", "\\\\127.0.0.1:PORT\\",
    ])
    func refusesRedirects(location: String) async throws {
        let port = server.port
        let outside = try LoopbackServer(host: "127.0.0.2") { _ in
            .redirect(location.replacing("PORT", with: String(port)))
        }
        var fixture = WebFixture()
        fixture.options.policy.exceptions = [.v4(0x7F00_0002)]
        let error = try #require(try await fixture.error(outside.address()))
        #expect([.refused, .unsupportedScheme].contains(error.code), "\(error)")
        #expect(error.address == outside.address())
        #expect(outside.requests.count == 1)
        #expect(server.connections == 0)
    }

    /// What was read with permission is not given to one without.
    @Test func keepsThePrivateOutOfTheCacheOfOthers() async throws {
        let folder = try TemporaryFolder()
        var fixture = WebFixture.local
        fixture.options.cacheFolder = folder.path + "/cache"
        #expect(try await fixture.text(server.address(host: "localhost")) == "secret")
        fixture.options.policy = AddressPolicy()
        #expect(try await fixture.error(server.address(host: "localhost"))?.code == .refused)
        fixture.options.isOffline = true
        #expect(try await fixture.error(server.address(host: "localhost"))?.code == .notCached)
    }

    @Test func givesFetchedPagesNoFiles() async throws {
        let loader = ArticleLoader(web: try WebFixture().loader())
        for address in ["file:///etc/hostname", "/etc/hostname", "FILE:/etc/hostname"] {
            let error = await #expect(throws: TransportError.self) { try await loader.load(address) }
            #expect(error?.code == .refused)
        }
        #expect(try await loader.load("data:,ab").bytes == Array("ab".utf8))
    }

    @Test func givesFilesNothingRemoteUnlessAsked() async throws {
        let loader = ArticleLoader(files: FileLoader(root: "/nowhere"), web: nil)
        let error = await #expect(throws: TransportError.self) { try await loader.load(server.address()) }
        #expect(error?.message == "remote pictures are read only with --remote")
        #expect(server.connections == 0)
    }
}
