import Testing

@testable import Drawing
@testable import PDF

@Suite struct ContentMarkerTests {
    private func sentinel(_ sentinel: Sentinel) -> String {
        "0 0 \(Int((sentinel.width * 1000).rounded()).thousandths) \(Int((sentinel.height * 1000).rounded()).thousandths) re f"
    }

    private func mark(_ lines: [String], contents: Int = 1, texts: Int = 0) throws(ContentMarker.Failure) -> String {
        let marker = ContentMarker(counts: .init(contents: contents, texts: texts)) { sentinel, index, text in
            switch sentinel {
            case .contentBegin: text.raw("/P << /MCID \(index) >> BDC")
            case .text: text.raw("BT \(index) ET")
            case .contentEnd, .spanBegin, .spanEnd, .wholeText: break
            }
        }
        return String(decoding: try marker.mark(Array(lines.joined(separator: "\n").utf8)).bytes, as: UTF8.self)
    }

    @Test func putsMarksAndTextInPlaceOfSentinels() throws {
        let marked = try mark(
            [
                "1 0 0 -1 0 842 cm q", "0 0 0 rg /a0 gs", sentinel(.contentBegin), "1 0 0 rg", sentinel(.text),
                "72 400 300 0.5 re f", sentinel(.contentEnd), "Q",
            ], texts: 1)
        #expect(
            marked == """
                1 0 0 -1 0 842 cm q
                0 0 0 rg /a0 gs
                /P << /MCID 0 >> BDC
                1 0 0 rg
                BT 0 ET
                72 400 300 0.5 re f
                EMC
                Q
                """)
    }

    @Test func putsTheOnlyTextOfAPieceBetweenItsMarks() throws {
        #expect(try mark(["q", sentinel(.wholeText), "Q"], texts: 1) == "q\n/P << /MCID 0 >> BDC\nBT 0 ET\nEMC\nQ")
    }

    @Test func looksForNoOperatorsInStrings() throws {
        let lines = [sentinel(.contentBegin), "(0 0 1 1 re \\) f) Tj <66> Tj /f gs", sentinel(.contentEnd)]
        #expect(try mark(lines).contains("(0 0 1 1 re \\) f) Tj <66> Tj /f gs"))
    }

    @Test func refusesAPageThatHasLostAMark() {
        #expect(throws: ContentMarker.Failure.self) { try mark([sentinel(.contentBegin)]) }
        #expect(throws: ContentMarker.Failure.self) { try mark([]) }
        #expect(throws: ContentMarker.Failure.counts(found: .init(contents: 1), expected: .init(contents: 2))) {
            try mark([sentinel(.contentBegin), sentinel(.contentEnd)], contents: 2)
        }
    }

    @Test func refusesWhatIsPaintedOutsideOfMarks() {
        #expect(throws: ContentMarker.Failure.paintOutside) {
            try mark([sentinel(.contentBegin), sentinel(.contentEnd), "/x5 Do"])
        }
    }
}

extension Int {
    /// As Cairo writes it.
    fileprivate var thousandths: String {
        var text = "0." + String(repeating: "0", count: 3 - String(self).count) + String(self)
        while text.last == "0" { text.removeLast() }
        return text
    }
}
