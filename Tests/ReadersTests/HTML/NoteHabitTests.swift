import ArticleModel
import Testing

/// The ways in which pages write footnotes and endnotes.
@Suite struct NoteHabitTests {
    static let habits: [(name: String, markup: String)] = [
        (
            "an encyclopedia",
            """
            <p>Paper<sup id=cite_ref-1 class=reference><a href="#cite_note-1">[1]</a></sup> was dear.</p>
            <ol class=references><li id=cite_note-1><span class=mw-cite-backlink><b><a href="#cite_ref-1">^</a></b></span>
            <span class=reference-text>Four pence a quire.</span></li></ol>
            """
        ),
        (
            "DPUB-ARIA",
            """
            <p>Paper<a href="#fn1" class=footnote-ref id=fnref1 role=doc-noteref><sup>1</sup></a> was dear.</p>
            <section class=footnotes role=doc-endnotes><hr><ol><li id=fn1><p>Four pence a quire.<a href="#fnref1"
            class=footnote-back role=doc-backlink>↩︎</a></p></li></ol></section>
            """
        ),
        (
            "Markdown's",
            """
            <p>Paper<sup><a href="#user-content-fn-1" id=user-content-fnref-1 data-footnote-ref>1</a></sup> was dear.</p>
            <section data-footnotes class=footnotes><h2 class=sr-only id=footnote-label>Footnotes</h2><ol>
            <li id=user-content-fn-1><p>Four pence a quire. <a href="#user-content-fnref-1" data-footnote-backref
            class=data-footnote-backref>↩</a></p></li></ol></section>
            """
        ),
        (
            "a word processor",
            """
            <p>Paper[<a href="#_ftn1" name="_ftnref1">1</a>] was dear.</p>
            <p><a href="#_ftnref1" name="_ftn1">[1]</a> Four pence a quire.</p>
            """
        ),
        (
            "newsletters",
            """
            <p>Paper<a id=footnote-anchor-1 href="#footnote-1" class=footnote-anchor>1</a> was dear.</p>
            <div class=footnote><a id=footnote-1 href="#footnote-anchor-1" class=footnote-number>1</a>
            <div class=footnote-content><p>Four pence a quire.</p></div></div>
            """
        ),
        (
            "a weblog's add-on",
            """
            <p>Paper<span class=easy-footnote><a href="#easy-1"><sup>1</sup></a></span> was dear.</p>
            <ol><li><span id=easy-1></span>Four pence a quire.<a href="#top-1"></a></li></ol>
            """
        ),
        (
            "EPUB's vocabulary",
            """
            <p>Paper<a epub:type=noteref href="#e1">1</a> was dear.</p>
            <aside epub:type=footnote id=e1><p>Four pence a quire.</p></aside>
            """
        ),
        (
            "a raised sign",
            """
            <p>Paper<sup><a href="#star">*</a></sup> was dear.</p><dl><dt id=star>*</dt><dd>Four pence a quire.</dd></dl>
            """
        ),
        (
            "a note beside the line",
            """
            <p>Paper<label for=s class="margin-toggle sidenote-number"></label><input type=checkbox id=s><span
            class=sidenote>Four pence a quire.</span> was dear.</p>
            """
        ),
        (
            "a note under the pointer",
            """
            <p>Paper<sup class=footnote-mark>1</sup><span class=modern-footnotes-footnote__note>Four pence a
            quire.</span> was dear.</p>
            """
        ),
    ]

    @Test(arguments: habits.indices) func becomesANote(index: Int) throws {
        let article = try PageSample.article(Self.habits[index].markup)
        #expect(article.notes.map { $0.blocks.plainText } == ["Four pence a quire."], "\(Self.habits[index].name)")
        #expect(article.blocks.contains { $0.plainText == "Paper was dear." }, "\(Self.habits[index].name)")
    }

    @Test func aNoteOutsideTheArticlesElementIsFound() throws {
        let page = "<p>Paper<sup><a href='#n'>1</a></sup> was dear.</p>"
        let article = try PageSample.article(page + "</article><aside><p id=n>Four pence.</p></aside><article>")
        #expect(article.notes.map { $0.blocks.plainText } == ["Four pence."])
    }

    @Test func bracketsRoundACitationStayALink() throws {
        let dump = try PageSample.dump(
            "<p>See the list of papers [<a href='#r'>3</a>] for all of this and more.</p><ul><li id=r>A paper.</li></ul>"
        )
        #expect(dump.contains("[link #r: 3]"))
        #expect(!dump.contains("note "))
    }

    @Test func aHeadingOverNothingButNotesGoesWithThem() throws {
        let article = try PageSample.article(
            """
            <p>A press stood here.<sup><a href="#n1">1</a></sup></p>
            <h2>References</h2><h3>Books</h3><ol><li id=n1>Moxon, 1683.</li></ol>
            <h2>Colophon</h2><h2>Further reading</h2><ul><li>Tschichold</li></ul>
            """)
        let headings = article.blocks.compactMap { block -> String? in
            if case .heading(_, let text) = block.content { text.plainText } else { nil }
        }
        #expect(headings == ["Colophon", "Further reading"])
        #expect(article.notes.count == 1)
    }

    @Test func aHeadingOverANoteThatNothingCallsStays() throws {
        let article = try PageSample.article(
            """
            <p>A press stood here.<sup><a href="#n1">1</a></sup></p>
            <h2>References</h2><ol><li id=n1>Moxon, 1683.</li><li>Tschichold, 1953.</li></ol>
            """)
        #expect(article.blocks.contains { $0.plainText == "References" })
    }

    @Test func callsKeepTheirIDsAndNotesTheirs() throws {
        let dump = try PageSample.dump(Self.habits[0].markup)
        #expect(dump.contains("[noteReference #cite_ref-1 cite_note-1]"))
    }
}
