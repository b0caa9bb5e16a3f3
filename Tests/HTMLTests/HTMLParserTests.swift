import Diagnostics
import Testing

@testable import HTML

@Suite struct HTMLParserTests {
    /// The body's markup after parsing.
    private func body(_ markup: String) -> String {
        let document = HTMLParser().parse(markup)
        let body = (0..<document.nodeCount).map { NodeID($0) }.first { document.has(.body, at: $0) }
        return body.map { HTMLSerializer().string(document, $0) } ?? ""
    }

    @Test func repairsWhatBrowsersRepair() {
        #expect(body("<p>a<p>b") == "<body><p>a</p><p>b</p></body>")
        #expect(body("<table><tr><td>a</table>") == "<body><table><tbody><tr><td>a</td></tr></tbody></table></body>")
        #expect(body("<b>a<p>b</b>c") == "<body><b>a</b><p><b>b</b>c</p></body>")
    }

    @Test func resolvesCharacterReferences() {
        #expect(body("&eacute;&amp;&#x4e00;") == "<body>é&amp;一</body>")
    }

    @Test(
        arguments: [
            ("3", 3), (" +7 items", 7), ("-2147483648", -2_147_483_648), ("2147483648", nil),
            ("99999999999999999999", nil),
            ("", nil), ("-", nil), ("x1", nil), ("1.9", 1),
        ] as [(String, Int?)])
    func readsWholeNumbersAsBrowsersDo(value: String, number: Int?) throws {
        let document = HTMLParser().parse("<ol start='\(value)'>")
        let list = try #require((0..<document.nodeCount).map { NodeID($0) }.first { document.has(.ol, at: $0) })
        #expect(document.integer(.start, of: list) == number)
    }

    @Test func keepsUnknownElementsByTheirNames() {
        #expect(body("<My-Card Data-X=1>a</My-Card>") == "<body><my-card data-x=\"1\">a</my-card></body>")
    }

    @Test func aPageNestedAHundredThousandDeepIsRead() throws {
        let depth = 100_000
        let markup =
            String(repeating: "<div><span>", count: depth) + "text" + String(repeating: "</span></div>", count: depth)
        let parsed = try HTMLParser().parse(bytes: Array(markup.utf8))
        #expect(parsed.output.nodeCount < 5_000)
        #expect(parsed.diagnostics.contains { $0.severity == .warning })
        #expect(HTMLSerializer().string(parsed.output).contains("text"))
    }

    @Test func formattingElementsDoNotMultiply() throws {
        let markup = (0..<3_000).map { "<font color=\($0)><p>" }.joined() + "text"
        let document = try HTMLParser().parse(bytes: Array(markup.utf8)).output
        #expect(document.nodeCount < 500_000)
    }

    @Test func zeroBytesAreHarmless() throws {
        let document = try HTMLParser().parse(bytes: Array("<p title='a\0b'>c\0d<a\0b>e".utf8)).output
        #expect(HTMLSerializer().string(document).contains("cd"))
    }

    @Test func hugeAttributesAreRead() throws {
        let value = String(repeating: "x", count: 3_000_000)
        let document = try HTMLParser().parse(bytes: Array("<p title='\(value)'>a".utf8)).output
        let paragraph = (0..<document.nodeCount).map { NodeID($0) }.first { document.has(.p, at: $0) }
        #expect(paragraph.flatMap { document.attribute(.title, of: $0) }?.utf8.count == value.utf8.count)
    }

    @Test func readsTheTransportsEncoding() throws {
        let document = try HTMLParser().parse(bytes: [0x3C, 0x70, 0x3E, 0xE9], encodingHint: "iso-8859-1").output
        #expect(HTMLSerializer().string(document).contains("é"))
    }

    @Test func theNamesOfTagsAndAttributesAgreeWithTheirNumbers() {
        for tag in Tag.allCases { #expect(KnownNames.numbers[tag.name] == tag.rawValue) }
        for attribute in AttributeName.allCases {
            #expect(attribute.number >= 0 && KnownNames.all[Int(attribute.number)] == attribute.name)
        }
        #expect(AttributeName.ariaHidden.name == "aria-hidden")
        #expect(AttributeName.xmlLang.name == "xml:lang")
        #expect(Set(KnownNames.all).count == KnownNames.all.count)
    }

    @Test func sourceOffsetsLeadBackToTheInput() {
        let markup = "<!DOCTYPE html><script>x</script><p>one</p><!-- c --><p>two</p>"
        let document = HTMLParser().parse(markup)
        let text = (0..<document.nodeCount).map { NodeID($0) }.first {
            document.kind(of: $0) == .text && document.text(of: $0) == "two"
        }
        let offset = text.flatMap { document.sourceOffset(of: $0) } ?? 0
        #expect(Array(markup.utf8)[offset...].starts(with: "two".utf8))
    }
}
