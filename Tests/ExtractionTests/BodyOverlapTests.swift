import HTML
import Testing

@testable import Extraction

@Suite struct BodyOverlapTests {
    let body = (1...100).map { "word\($0)" }.joined(separator: " ")

    /// How alike a text and the body are.
    func overlap(_ markup: String, body: String) -> Double? {
        let document = page("<div id=x>\(markup)</div>")
        let statistics = NodeStatistics(document)
        return BodyOverlap(body, statistics: statistics, dropped: NodeSet(count: statistics.count))?
            .share(of: statistics.subtree(node("x", in: document)))
    }

    @Test func theSameTextIsWhollyAlikeWhateverMarksIt() {
        #expect(overlap(body.uppercased(), body: "<p>\(body)</p>") == 1)
        #expect(overlap(body.replacing("word7 ", with: "<b>word7</b> "), body: body) == 1)
    }

    @Test func otherTextCountsAgainst() throws {
        let more = try #require(overlap(body + " " + body.replacing("word", with: "other"), body: body))
        #expect(more > 0.6 && more < 0.7)
        #expect(overlap(body.replacing("word", with: "other"), body: body) == 0)
    }

    @Test func aTeaserTellsNothing() {
        #expect(overlap(body, body: "word1 word2 word3 word4") == nil)
    }
}
