import HTML
import Testing

@testable import Extraction

@Suite struct PartSelectionTests {
    let text = String(repeating: paragraph, count: 5)

    /// The words kept of a page with the elements of these ids kept and dropped by hand.
    func kept(_ markup: String, keep: [String] = [], drop: [String] = []) -> String {
        let document = page(markup)
        let parts = PartSelection(
            keep: keep.map { NodeID(node($0, in: document)) }, drop: drop.map { NodeID(node($0, in: document)) })
        return ContentExtractor().extract(document, parts: parts).map { words(of: $0, in: document) } ?? ""
    }

    @Test func keepsWhatStandsOutsideTheArticleInItsPlace() {
        let words = kept(
            "<nav id=a>Before</nav><article>\(text)</article><footer id=z>After</footer>", keep: ["z", "a"])
        #expect(words.hasPrefix("Before The press"))
        #expect(words.hasSuffix("noon. After"))
    }

    @Test func keepsAPartOfWhatWasDroppedAndNotTheRestOfIt() {
        let box = "<div class=share-bar>Mail <p id=x>Kept</p> <p>Print</p></div>"
        let words = kept("<article>\(text)\(box)\(text)</article>", keep: ["x"])
        #expect(words.contains("Kept"))
        #expect(!words.contains("Mail"))
        #expect(!words.contains("Print"))
    }

    @Test func keepsAnElementRoundTheArticle() {
        let words = kept("<div id=all><div class=sidebar>Side</div><article>\(text)</article></div>", keep: ["all"])
        #expect(words.hasPrefix("Side The press"))
    }

    @Test func keepsWhatIsHidden() {
        #expect(kept("<article>\(text)<p id=x hidden>Kept</p></article>", keep: ["x"]).hasSuffix("Kept"))
    }

    @Test func dropsEvenInsideWhatIsKept() {
        let words = kept("<div id=all>\(text)<p id=x>Gone</p></div>", keep: ["all"], drop: ["x"])
        #expect(words.hasPrefix("The press"))
        #expect(!words.contains("Gone"))
    }

    @Test func aPageWithoutItsArticleHasNoRoots() {
        #expect(kept("<article id=x>\(text)</article>", drop: ["x"]) == "")
    }

    @Test func theReportSaysWhatWasChosenByHand() {
        let document = page("<article>\(text)<p id=x>Gone</p></article><footer id=z>After</footer>")
        let parts = PartSelection(keep: [NodeID(node("z", in: document))], drop: [NodeID(node("x", in: document))])
        let report = ContentExtractor().extract(document, parts: parts)?.report.text ?? ""
        #expect(report.contains("dropped  --drop: p#x"))
        #expect(report.contains("kept     --keep: footer#z"))
        #expect(report.contains("kept     best candidate: p ("))
        #expect(report.contains("candidate 1  +"))
    }
}
