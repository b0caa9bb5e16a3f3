import TestSupport
import Testing

@testable import Transport

@Suite struct ProxyTests {
    private let proxy: LoopbackServer

    init() throws { proxy = try LoopbackServer { .text("by proxy: \($0.target)") } }

    @Test func ignoresTheEnvironmentUnlessAsked() async throws {
        let server = try LoopbackServer { _ in .text("direct") }
        var fixture = WebFixture.local
        for name in ["http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"] {
            fixture.environment[name] = proxy.address()
        }
        #expect(try await fixture.text(server.address()) == "direct")
        fixture.options.proxy = .environment
        #expect(try await fixture.text(server.address("/x")) == "by proxy: \(server.address("/x"))")
        fixture.environment["no_proxy"] = "example.org, 127.0.0.1"
        #expect(try await fixture.text(server.address()) == "direct")
    }

    @Test(arguments: ["127.0.0.1", "localhost", "0x7f.1", "10.0.0.1", "169.254.169.254", "[::1]", "[::ffff:10.0.0.1]"])
    func looksAtTheHostBeforeAProxyIsAsked(host: String) async throws {
        var fixture = WebFixture()
        fixture.options.proxy = .address(proxy.address())
        #expect(try await fixture.error("http://\(host)/")?.code == .refused)
        #expect(proxy.connections == 0)
    }

    @Test func asksTheProxyForOthers() async throws {
        var fixture = WebFixture()
        fixture.options.proxy = .address("127.0.0.1:\(proxy.port)")
        #expect(try await fixture.text("http://8.8.8.8/a") == "by proxy: http://8.8.8.8/a")
        #expect(try await fixture.error("http://nothing.invalid/")?.message.contains("is not found here") == true)
        #expect(proxy.requests.count == 1)
    }

    /// A proxy's answer may redirect to where the proxy could go and we must not.
    @Test func looksAtEachHop() async throws {
        let proxy = try LoopbackServer { _ in .redirect("http://192.168.0.1/") }
        var fixture = WebFixture()
        fixture.options.proxy = .address(proxy.address())
        #expect(try await fixture.error("http://8.8.8.8/")?.code == .refused)
        #expect(proxy.requests.count == 1)
    }

    @Test(arguments: [(407, "--proxy http://name:password@host"), (403, "--header")])
    func saysWhatAProxyHasAgainstATunnel(status: Int, remedy: String) async throws {
        let proxy = try LoopbackServer { _ in .init(status) }
        var fixture = WebFixture()
        fixture.options.proxy = .address(proxy.address())
        let error = try #require(try await fixture.error("https://8.8.8.8/"))
        #expect(error.code == .denied && error.remedy?.contains(remedy) == true, "\(error)")
        #expect(proxy.requests[0].method == "CONNECT" && proxy.targets == ["8.8.8.8:443"])
    }

    @Test func choosesByHostAndScheme() throws {
        let variables = ["http_proxy": "a:1", "HTTPS_PROXY": "b:2", "NO_PROXY": ".example.org,other.test"]
        let settings = try ProxySettings(.environment) { variables[$0] }
        for (address, expected) in [
            ("http://x.test/", "http://a:1"), ("https://x.test/", "http://b:2"), ("http://example.org/", nil),
            ("http://www.example.org/", nil), ("http://badexample.org/", "http://a:1"), ("https://a.other.test/", nil),
        ] {
            #expect(settings.proxy(for: try HTTPAddress(address, policy: AddressPolicy())) == expected)
        }
        let upperCase = try ProxySettings(.environment) { $0 == "HTTP_PROXY" ? "a:1" : nil }
        #expect(!upperCase.isInUse)
        #expect(try !ProxySettings(.environment) { $0 == "all_proxy" ? "" : nil }.isInUse)
        #expect(try !ProxySettings(.environment) { $0 == "no_proxy" ? "*" : nil }.isInUse)
    }

    @Test(arguments: ["ftp://a:1", "file:///a", "http://", ""]) func refusesWhatIsNoProxy(address: String) {
        #expect(throws: TransportError.self) { try ProxySettings(.address(address)) { _ in nil } }
    }
}
