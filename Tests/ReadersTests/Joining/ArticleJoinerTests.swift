import ArticleModel
import Readers
import Testing

@Suite struct ArticleJoinerTests {
    private func article(
        _ title: String?, published: String? = nil, address: String? = nil, notes: [Note] = [], _ blocks: Block...
    ) -> Article {
        Article(metadata: Metadata(title: title, published: published, address: address), blocks: blocks, notes: notes)
    }

    private func article(_ blocks: Block...) -> Article {
        Article(metadata: Metadata(title: "On Paper"), blocks: blocks)
    }

    private func paragraph(_ text: String) -> Block { Block(.paragraph([.text(text)])) }
    private func heading(_ text: String) -> Block { Block(.heading(level: 2, [.text(text)])) }
    private func picture(_ address: String) -> Block {
        Block(.figure(Figure(blocks: [Block(.paragraph([Inline(.image(Image(address: address)))]))])))
    }

    private func joined(_ pages: Article...) throws -> [String] {
        var joiner = ArticleJoiner(pages[0])
        for page in pages.dropFirst() { try joiner.append(page) }
        return joiner.article.blocks.map(\.plainText)
    }

    @Test func putsPagesBehindOneAnother() throws {
        let texts = try joined(
            article(paragraph("One.")), article(paragraph("Two.")), article(heading("Part"), paragraph("Three.")))
        #expect(texts == ["One.", "Two.", "Part", "Three."])
    }

    @Test func saysOnceWhatEachPageSays() throws {
        let lead = paragraph("What rags were, and where they went.")
        let bio = paragraph("The author lives by the river.")
        let texts = try joined(
            article(
                lead, picture("a.png"), paragraph("Rags were sorted by hand, by women mostly, at long tables."), bio),
            article(
                heading("On Paper"), lead, picture("a.png"),
                paragraph(
                    "Wood came later, and with it the newspaper, the paperback, the yellowing shelf and the acid."), bio
            ),
            article(
                lead, paragraph("Straw never came to much, except in boards and in the war, when there was no rag."),
                bio))
        #expect(texts.count == 6)
        #expect(texts[0].hasPrefix("What rags") && texts[3].hasPrefix("Wood") && texts[4].hasPrefix("Straw"))
        #expect(texts[5].hasPrefix("The author"))
    }

    @Test(arguments: [
        ("the rags were", "sorted by hand.", true), ("the rags,", "sorted by hand.", true),
        ("the rags were sorted.", "by hand.", false), ("the rags were", "Sorted by hand.", false),
        ("the rags were:", "sorted by hand.", false),
    ])
    func makesAParagraphWholeThatWasCut(end: String, start: String, isJoined: Bool) throws {
        let texts = try joined(article(paragraph(end)), article(paragraph(start)))
        #expect(texts == (isJoined ? [end + " " + start] : [end, start]))
    }

    @Test(arguments: [
        ("On Paper - Page 2", true), ("On Paper (2/5)", true), ("On Paper | Seite 2 von 5", true),
        ("On paper: The Vat", true),
        ("Of Wood", false), ("In Print", false), (nil, true),
    ])
    func comparesTitles(title: String?, isSame: Bool) throws {
        var joiner = ArticleJoiner(article(paragraph("One.")))
        do throws(ArticleJoiner.Refusal) {
            try joiner.append(article(title, paragraph("Two.")))
            #expect(isSame)
        } catch {
            #expect(!isSame && error == .anotherArticle)
        }
    }

    @Test func comparesDatesAndAddresses() throws {
        var joiner = ArticleJoiner(
            article("A", published: "2024-05-17T10:00", address: "https://a/b", paragraph("One.")))
        #expect(throws: ArticleJoiner.Refusal.anotherArticle) {
            try joiner.append(article("A", published: "2024-05-18", paragraph("Two.")))
        }
        try joiner.append(article("B", published: "2024-05-17", address: "https://a/b", paragraph("Two.")))
        #expect(joiner.article.blocks.count == 2)
    }

    @Test func refusesWhatSaysTheSame() throws {
        let text = paragraph("Rags were sorted by hand, by women mostly, at long tables.")
        var joiner = ArticleJoiner(article(text, paragraph("So it was.")))
        #expect(throws: ArticleJoiner.Refusal.repetition) { try joiner.append(article(text, paragraph("Comments: 2"))) }
        #expect(throws: ArticleJoiner.Refusal.repetition) { try joiner.append(article()) }
        #expect(joiner.article.blocks.count == 2)
    }

    @Test func keepsNotesAndLinksApart() throws {
        func page(_ text: String) -> Article {
            var call = Block(
                .paragraph([
                    .text(text), Inline(.noteReference("fn1")), Inline(.link(Link(address: "#top"), [.text("up")])),
                ]))
            call.attributes.id = "top"
            return article("On Paper", notes: [Note(id: "fn1", blocks: [paragraph("Note to " + text)])], call)
        }
        var joiner = ArticleJoiner(page("One."))
        try joiner.append(page("Two."))
        try joiner.append(page("Three."))
        let whole = joiner.article
        #expect(whole.notes.map(\.id) == ["fn1", "page2-fn1", "page3-fn1"])
        #expect(whole.blocks.map(\.attributes.id) == ["top", "page2-top", "page3-top"])
        var calls: [String] = []
        whole.forEachInline { inline in
            switch inline.content {
            case .noteReference(let id): calls.append(id)
            case .link(let link, _): calls.append(link.address)
            default: break
            }
        }
        #expect(calls == ["fn1", "#top", "page2-fn1", "#page2-top", "page3-fn1", "#page3-top"])
    }
}
