import Pages
import TestSupport
import Testing

@testable import PDF

@Suite struct SyntaxTests {
    private func text(_ body: (inout PDFText) -> Void) -> String {
        var text = PDFText()
        body(&text)
        return String(decoding: text.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        (0.0, "0"), (1.0, "1"), (-1.5, "-1.5"), (0.0004, "0"), (841.8899, "841.89"), (12.005, "12.005"),
        (100.1, "100.1"),
        (.nan, "0"), (.infinity, "1000000000"),
    ])
    func writesRealsToThousandths(value: Double, expected: String) {
        #expect(text { $0.real(value) } == expected)
    }

    @Test(arguments: [0, 9, 10, 99, 100, 12345, -7, -120])
    func writesIntegers(value: Int) {
        #expect(text { $0.integer(value) } == String(value))
    }

    @Test func escapesStringsAndTakesUTF16ForWhatIsNotASCII() {
        #expect(text { $0.string("a(b)\\") } == "(a\\(b\\)\\\\)")
        #expect(text { $0.string("é𝄞") } == "<FEFF00E9D834DD1E>")
    }

    @Test(arguments: [
        ("2026-01-02T03:04:05Z", "D:20260102030405Z", "2026-01-02T03:04:05Z"),
        ("2026-01-02T03:04:05.678+02:00", "D:20260102030405+02'00'", "2026-01-02T03:04:05+02:00"),
        ("2026-01-02T03:04", "D:202601020304Z", "2026-01-02T03:04Z"), ("2026-01-02", "D:20260102", "2026-01-02"),
        ("2026", "D:2026", "2026"),
    ])
    func writesDatesAsFarAsTheyGo(iso: String, pdf: String, xmp: String) {
        #expect(PDFDate(iso: iso)?.pdf == pdf)
        #expect(PDFDate(iso: iso)?.xmp == xmp)
    }

    @Test func takesNoDateWithoutAYear() {
        #expect(PDFDate(iso: "soon") == nil)
    }

    @Test(arguments: [
        ("12", "D", 12, ""), ("iv", "r", 4, ""), ("XIV", "R", 14, ""), ("A-3", "D", 3, "A-"),
        ("cover", nil, 0, "cover"),
        ("iiii", nil, 0, "iiii"),
    ])
    func readsPageLabels(label: String, style: Character?, number: Int, prefix: String) {
        let read = PageLabel(label)
        #expect(read.style == style && read.number == number && read.prefix == prefix)
    }

    @Test func readsStringsOfTheSpecimen() {
        let content = "/a0 gs BT /f-0-0 1 Tf [(a\\)\\101\\\n)-722(b)]TJ /f-0-1 1 Tf <0001>Tj ET"
        let strings = SpecimenReader.strings(in: Array(content.utf8))
        #expect(strings.map(\.font) == ["/f-0-0", "/f-0-1"])
        #expect(strings.map(\.bytes) == [Array("a)Ab".utf8), [0, 1]])
    }

    @Test func makesAnsRGBProfileOfTheStandardsSize() {
        let profile = ColorProfile.sRGB()
        #expect(profile.count == Int(profile[2]) << 8 | Int(profile[3]))
        #expect(Array(profile[36..<40]) == Array("acsp".utf8))
        #expect(profile == ColorProfile.sRGB())
    }

    @Test func leavesOutOfXMLWhatXMLDoesNotAllow() {
        #expect("a<b>&\u{1}\u{FFFE}c".escapedForXML == "a&lt;b&gt;&amp;c")
    }

    @Test func splitsLargeTreesIntoLeavesWithLimits() {
        var update = PDFUpdate(followingBytes: 0, size: 1)
        let entries = (0..<150).map { index in
            (name: "n\(100 + index)", value: { (text: inout PDFText) in text.integer(index) })
        }
        let root = NameTree(entries: entries.reversed()).write(to: &update)
        let bytes = update.finish(root: 1, properties: 1, previous: 0)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(root == 4)
        #expect(text.contains("/Limits [(n100)(n163)]"))
        #expect(text.contains("/Limits [(n228)(n249)]"))
    }

    @Test func writesStructureLinksAndNavigation() {
        let document = SampleDocument.ofEverything().document
        var update = PDFUpdate(followingBytes: 0, size: 10)
        let numbers = ObjectNumbers(
            pages: document.pages.indices.map { $0 + 1 }, document: document, update: &update)
        StructureWriter(document: document, numbers: numbers).write(to: &update)
        LinkWriter(document: document, numbers: numbers).write(to: &update)
        let navigation = NavigationWriter(document: document, numbers: numbers)
        _ = navigation.writeDestinations(to: &update)
        _ = navigation.writeOutline(to: &update)
        let bytes = update.finish(root: 1, properties: 1, previous: 0)
        let text = String(decoding: bytes, as: UTF8.self)
        expectGolden(String(text.prefix(upTo: text.firstRange(of: "xref\n")!.lowerBound)), "PDF/structure.txt")
    }
}
