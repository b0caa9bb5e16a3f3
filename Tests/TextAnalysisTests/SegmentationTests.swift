import Testing
import TextAnalysis

@Suite struct SegmentationTests {
    @Test func keepsGraphemeClustersWhole() {
        #expect(Segmentation.graphemeBoundaries(in: Array("ab".utf16)) == [0, 1, 2])
        #expect(Segmentation.graphemeBoundaries(in: Array("e\u{301}👩🏽‍🚀".utf16)) == [0, 2, 9])
        #expect(Segmentation.graphemeBoundaries(in: Array("\r\n".utf16)) == [0, 2])
        #expect(Segmentation.graphemeBoundaries(in: []) == [0])
    }

    @Test func findsWordsWithoutPunctuation() {
        #expect(Segmentation.words(in: Array("It’s 3.5, no?".utf16)) == [0..<4, 5..<8, 10..<12])
    }

    @Test func findsRunsOfLettersForHyphenation() {
        let text = Array("(don’t re-use naïve42)".utf16)
        #expect(Segmentation.letterRuns(in: text, range: 0..<text.count) == [1..<6, 7..<9, 10..<13, 14..<19])
    }
}
