import Testing

@testable import Transport

@Suite struct HTTPAddressTests {
    private func address(_ text: String) throws -> HTTPAddress { try HTTPAddress(text, policy: AddressPolicy()) }

    @Test(arguments: [
        ("http://Example.ORG", "http://example.org/"),
        ("HTTPS://example.org:443/a b?c d#e", "https://example.org/a%20b?c%20d"),
        ("http://example.org:8080/x", "http://example.org:8080/x"), ("http:\\\\example.org\\a", "http://example.org/a"),
        ("http://example.org:/", "http://example.org/"),
        ("https://[2606:4700::1]:8443/", "https://[2606:4700::1]:8443/"),
        ("https://bücher.example/ü", "https://xn--bcher-kva.example/%C3%BC"),
        ("https://例え.jp/", "https://xn--r8jz45g.jp/"), ("https://пример。рф/", "https://xn--e1afmkfd.xn--p1ai/"),
        ("https://Ελλάδα.example/", "https://xn--hxakic4aa.example/"),
        (" https://example.org/\n", "https://example.org/"),
    ])
    func hasOneForm(text: String, form: String) throws {
        #expect(try address(text).text == form)
    }

    @Test(arguments: [
        ("ftp://example.org/", TransportError.Code.unsupportedScheme), ("file:///etc/passwd", .refused),
        ("gopher://example.org/", .unsupportedScheme), ("javascript:alert(1)", .unsupportedScheme),
        ("example.org", .malformed), ("http://", .malformed), ("http:///a", .malformed), ("http:a", .malformed),
        ("http://a b/", .malformed), ("http://127%2e0.0.1/", .malformed), ("http://a:b/", .malformed),
        ("http://a:99999/", .malformed), ("http://[::1/", .malformed), ("http://[::1]x/", .malformed),
        ("http://[fe80::1%25eth0]/", .malformed), ("http://name:word@example.org/", .refused),
        ("http://example.org@127.0.0.1/", .refused), ("http://example.org:22/", .refused),
        ("http://example.org:6667/", .refused), ("http://exa\u{0}mple.org:25/", .refused),
        ("http://a^b/", .malformed), ("http://a$b/", .malformed),
    ])
    func refusesWhatIsNoAddressOfTheWeb(text: String, code: TransportError.Code) {
        let error = #expect(throws: TransportError.self) { try address(text) }
        #expect(error?.code == code)
    }

    @Test func comparesOriginsBySchemeHostAndPort() throws {
        #expect(try address("https://Example.org/a").origin == address("https://example.org:443/b").origin)
        #expect(try address("https://example.org/").origin != address("http://example.org/").origin)
        #expect(try address("https://example.org/").origin != address("https://example.org:444/").origin)
        #expect(try address("https://example.org/").origin != address("https://www.example.org/").origin)
    }
}
