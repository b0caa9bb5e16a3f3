import Testing

@testable import Offprint

@Suite struct OptionsTests {
    @Test(arguments: [
        ("A4", "a4"), ("letter landscape", "letter landscape"), ("148mm x 210mm", "148mm 210mm"),
        ("6in 9in", "6in 9in"),
    ])
    func understandsPaper(argument: String, css: String) {
        #expect(Paper(argument: argument)?.css == css)
    }

    @Test(arguments: ["", "a99", "148mm", "a4 a4", "0 0", "10 20", "148mm 210mm 3mm"]) func refusesOtherPaper(
        argument: String
    ) {
        #expect(Paper(argument: argument) == nil)
    }

    @Test func understandsOneToFourMargins() {
        #expect(CSSLengths.isMargin("25mm"))
        #expect(CSSLengths.isMargin("1in 2cm 0 12pt"))
        #expect(!CSSLengths.isMargin(""))
        #expect(!CSSLengths.isMargin("1em"))
        #expect(!CSSLengths.isMargin("1mm 2mm 3mm 4mm 5mm"))
        #expect(!CSSLengths.isMargin("-5mm"))
    }

    @Test func writesFileAddressesWithEncodedBytes() {
        #expect(InputFile.fileAddress("/a b/ü%.html") == "file:///a%20b/%C3%BC%25.html")
    }
}
