import Testing
import TextAnalysis

@Suite struct TextAddressesTests {
    private func addresses(_ text: String) -> [String] {
        let units = Array(text.utf16)
        return TextAddresses.ranges(in: units).map { String(decoding: units[$0], as: UTF16.self) }
    }

    @Test(arguments: [
        ("See https://example.org/a/b.html.", ["https://example.org/a/b.html"]),
        ("(write to jo.doe@example.org)", ["jo.doe@example.org"]), ("in www.example.org, or", ["www.example.org"]),
        ("/usr/share/fonts and C:\\Users\\jo", ["/usr/share/fonts", "C:\\Users\\jo"]),
        ("a snake_case name, main.swift", ["snake_case", "main.swift"]), ("doi 10.1000/182", ["10.1000/182"]),
        ("https://example.org/Paper_(print)", ["https://example.org/Paper_(print)"]),
        ("和https://example.org/和", ["https://example.org/"]),
    ])
    func findsAddresses(_ text: String, _ expected: [String]) {
        #expect(addresses(text) == expected)
    }

    @Test(arguments: [
        "e.g. the U.S.A. and i.e.", "and/or", "on 1/2/2024, 3.14 and 1.000.000", "The end.The next", "50 km/h", "a@b",
        "…",
        "10.5 mm", "", "//", "_ @ /",
    ])
    func findsNoneInProse(_ text: String) {
        #expect(addresses(text).isEmpty)
    }

    @Test(arguments: [
        ("https://example.org/a-b/c?d=e&f=g", "https://|example|.org/|a|-b/|c|?d=|e|&f=g"),
        ("https://www.example.org/some-long_name.html", "https://|www|.example|.org/|some|-long|_name|.html"),
        ("jo.doe@example.org", "jo|.doe|@example|.org"),
        ("https://example.org/?query=a%20b#part", "https://|example|.org/|?query=|a|%20b|#part"),
    ])
    func breaksAddressesWithoutHyphens(_ address: String, _ expected: String) {
        let units = Array(address.utf16)
        var marked: [UInt16] = []
        for (offset, unit) in units.enumerated() {
            if TextAddresses.allowsBreak(before: offset, of: 0..<units.count, in: units) { marked.append(0x7C) }
            marked.append(unit)
        }
        #expect(String(decoding: marked, as: UTF16.self) == expected)
    }
}
