import ArticleModel
import Testing

@testable import Editing

@Suite("Addresses as notes")
struct LinkNotesTests {
    private func paragraph(_ inlines: Inline...) -> Block { Block(.paragraph(inlines)) }
    private func link(_ address: String, _ text: String) -> Inline {
        Inline(.link(Link(address: address), [.text(text)]))
    }
    private func calls(in article: Article) -> [String] {
        var ids: [String] = []
        article.blocks.forEachInline { if case .noteReference(let id) = $0.content { ids.append(id) } }
        return ids
    }
    private func text(of note: Note) -> String { note.blocks.map(\.plainText).joined(separator: " ") }

    @Test("each address gets one note, in the order of reading and among the article's own")
    func numbering() {
        let article = Article(
            blocks: [
                paragraph(link("https://a.example/x", "first"), Inline(.noteReference("own"))),
                paragraph(link("https://b.example/", "second"), link("https://a.example/x", "again")),
            ],
            notes: [Note(id: "own", blocks: [paragraph(.text("Its own."))])])
        let edited = LinkNotes.added(to: article)
        #expect(calls(in: edited) == ["link-1", "own", "link-2", "link-1"])
        #expect(edited.notes.map(\.id) == ["link-1", "own", "link-2"])
        #expect(edited.notes.map(text) == ["a.example/x", "Its own.", "b.example"])
        #expect(edited.notes[0].attributes.classes == ["link"])
    }

    @Test(
        "a link that already says its address, leads nowhere else or holds only a picture gets none",
        arguments: [
            ("https://a.example/x/", "a.example/x"), ("https://www.a.example", "A.example"),
            ("mailto:mail@a.example", "mail@a.example"), ("#part", "a part"), ("ftp://a.example", "files"),
            ("https://a.example/%C3%BCber", "https://a.example/über"), ("https://a.example", ""),
        ])
    func withoutNote(address: String, text: String) {
        let edited = LinkNotes.added(to: Article(blocks: [paragraph(link(address, text))]))
        #expect(edited.notes.isEmpty && calls(in: edited).isEmpty)
    }

    @Test("the call stands at the link's last word")
    func spaceAfterLink() {
        let edited = LinkNotes.added(
            to: Article(blocks: [paragraph(link("https://a.example", "there "), .text("after"))]))
        guard case .paragraph(let inlines)? = edited.blocks.first?.content else {
            Issue.record("no paragraph")
            return
        }
        #expect(inlines.map(\.plainText) == ["there", "", " ", "after"])
    }

    @Test("links inside notes get no notes of their own")
    func insideNotes() {
        let note = Note(id: "n", blocks: [paragraph(link("https://a.example", "there"))])
        let article = Article(blocks: [paragraph(Inline(.noteReference("n")))], notes: [note])
        #expect(LinkNotes.added(to: article) == article)
    }

    @Test("an id that the article uses is not taken twice")
    func takenID() {
        let own = Note(id: "link-1", blocks: [paragraph(.text("Taken."))])
        let article = Article(
            blocks: [paragraph(link("https://a.example", "there"), Inline(.noteReference("link-1")))], notes: [own])
        #expect(LinkNotes.added(to: article).notes.map(\.id) == ["link-2", "link-1"])
    }

    @Test(
        "addresses are written as people read them",
        arguments: [
            ("https://a.example/", "a.example"), ("http://a.example/b?c=d%20e", "a.example/b?c=d%20e"),
            ("https://a.example/%E6%97%A5%E6%9C%AC", "a.example/日本"), ("https://a.example/%2F%C3", "a.example/%2F%C3"),
            ("https://a.example/%E2%80%AE", "a.example/%E2%80%AE"), ("mailto:x@y.example", "x@y.example"),
        ])
    func readable(address: String, shown: String) {
        #expect(address.readableAddress == shown)
    }
}
