import ArticleModel
import Testing

struct TraversalTests {
    @Test func plainTextHoldsWordsAndNothingElse() {
        let text = everyCase.plainText
        #expect(text.hasPrefix("Inlines\n\nplain attributedemphasisnestedstruck"))
        #expect(text.contains("“quote”"))
        #expect(text.contains("漢(かん)"))
        #expect(text.hasSuffix("A film\n\nThe note."))
        #expect(!text.contains("example.org"))
        #expect(!text.contains("Every"))
    }

    @Test func plainTextOfATableIsLinesOfTabbedCells() {
        let cells = ["a", "b"].map { Table.Cell([Block(.paragraph([.text($0)]))]) }
        #expect(Table(caption: [.text("C")], body: [.init(cells), .init(cells)]).plainText == "C\na\tb\na\tb")
    }

    @Test func mappingWithIdentityChangesNothing() {
        #expect(everyCase.mappingBlocks { [$0] } == everyCase)
        #expect(everyCase.mappingInlines { [$0] } == everyCase)
        #expect(everyCase.mappingImages { $0 } == everyCase)
    }

    @Test func mappingReachesEachImageWhereverItStands() {
        let mapped = everyCase.mappingImages { _ in Image(address: "x") }
        #expect(mapped.images.map(\.address) == ["x", "x", "x", "x"])
        #expect(everyCase.images.count == 4)
    }

    @Test func mappingBlocksMayRemoveAndMultiply() {
        let paragraph = Block(.paragraph([.text("a")]))
        let article = Article(blocks: [Block(.blockQuote([paragraph, Block(.thematicBreak)]))])
        let mapped = article.mappingBlocks { block in
            if case .thematicBreak = block.content { return [] }
            if case .paragraph = block.content { return [block, block] }
            return [block]
        }
        #expect(mapped.blocks == [Block(.blockQuote([paragraph, paragraph]))])
    }

    @Test func mappingInlinesComesFromTheInsideOut() {
        let article = Article(blocks: [Block(.paragraph([Inline(.emphasis([Inline(.strong([.text("a")]))]))]))])
        let unwrapped = article.mappingInlines { $0.children.isEmpty ? [$0] : $0.children }
        #expect(unwrapped.blocks == [Block(.paragraph([.text("a")]))])
    }

    @Test func visitingGoesInReadingOrder() {
        var words: [String] = []
        everyCase.blocks.forEachInline { if case .text(let text) = $0.content { words.append(text) } }
        #expect(words.prefix(4) == ["Inlines", "plain ", "attributed", "emphasis"])
        var count = 0
        everyCase.forEachBlock { _ in count += 1 }
        #expect(count == 27)
    }
}
