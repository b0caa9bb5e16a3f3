import ArticleModel
import Diagnostics
import Extraction
import FoundationEssentials
import Readers
import TestSupport
import Testing

struct PlainTextReaderTests {
    private func read(_ text: String, extract: Bool = true) throws -> Diagnosed<Reading> {
        try PlainTextReader().read(
            Source(name: "a.txt", bytes: Array(text.utf8)), options: ReadingOptions(extract: extract))
    }

    private func dump(_ text: String) throws -> String { ArticleDump.text(of: try read(text).output.article) }

    @Test func readsAPageCopiedFromABrowser() throws {
        let result = try read(
            """
            Skip to content
            Menu

            The Tram That Never Ran

            By Anna Holm and P. Vries | 3 March 2021 | 6 min read

            Share Tweet Email
            Print this article
            The depot in 1934, with the unused car. Photo from the town archive.
            The depot in 1934, with the unused car. Photo from the town archive.

            In the spring of 1931 the town council bought one tram, four hundred metres of rail, and no wire. Nobody has been able to say why, although the minutes of eleven meetings survive.

            A car without a current

            The car stood in its shed for thirty years. The first person to write about it was a visitor, who asked the caretaker. He answered:

            “They bought the tram because the neighbours had one. When they heard what the wire would cost, they bought the neighbours a round instead.

            And that was that.”

            Whether this is true can be doubted. The accounts say something else entirely (see https://example.org/accounts).

            Read more: Ten sheds worth a detour

            What is left

            Year\tCars\tVisitors
            1931\t1\t0
            1961\t1\t12

            The rails were taken up in 1962 and sold. The shed is a bakery now, and the tram is its oven room.

            Related posts
            Five bakeries in odd places
            A short history of the spoon

            Leave a Reply

            Your email address will not be published. Required fields are marked *
            Anna says:
            Lovely piece!
            """)
        expectGolden(ArticleDump.text(of: result.output.article), "Readers/copied-page.txt")
        let entries = try #require(result.output.report).entries
        #expect(entries.allSatisfy { $0.decision == .dropped })
        #expect(entries.map(\.element).contains("line 4") == false)
        #expect(result.diagnostics.count == entries.count)
    }

    @Test func readsWrappedMailWithQuotesAndLists() throws {
        expectGolden(
            try dump(
                """
                From: Tilda Berg <tilda@example.org>
                Date: Fri, 20 Nov 2026 10:12:00 +0100
                Subject: Paper for the autumn number

                Dear all,

                the mill has answered at last, and the answer is a good one. They still
                make the laid paper that we had in spring, in two weights, and they can
                send it before the end of the month if we order within a week or so.

                What we need:

                 * forty reams of the lighter one, for the text, which should be enough
                   for both numbers
                 * five of the heavier one
                     - for the covers
                     - and for proofs

                 1. Ask the binder first.
                 2. Then order.

                Erik wrote:

                > I would rather wait. The price has gone down each winter, and we have
                > enough in the cellar.
                >
                > > Have we?

                I would not wait.

                    The quick brown fox of the proverb stands here for a longer quotation
                    that somebody has set in by four columns on both of its lines.

                ----

                Best wishes
                Tilda
                """), "Readers/mail.txt")
    }

    @Test func readsUnderlinedHeadingsAndVerse() throws {
        expectGolden(
            try dump(
                """
                Lieder vom Papier
                =================

                Der erste Teil
                --------------

                Das Papier ist geduldig, sagt man, und der Drucker ist es auch. Aber die Leser, die sind es nicht, und von ihnen handelt dieses Buch.

                Das weiße Blatt, es wartet still
                auf jeden, der noch schreiben will,
                und wer zu lange wartet, findet
                nur noch den Wind, der es verschwindet

                Der zweite Teil
                ---------------

                Nun kommt, was kommen muss, und es ist nicht für alle gleich gut zu lesen, weil die Schrift so klein ist.
                """), "Readers/underlined.txt")
    }

    @Test(arguments: [
        (
            "日本語の紙について\n\n紙は中国で生まれ、日本で独自の発展をとげた。和紙は長い繊維をもち、薄くても丈夫である。\n\n歴史\n\n七世紀のはじめに製紙の技術が伝わったとされている。その後、各地で作られるようになった。",
            "ja", "日本語の紙について"
        ),
        (
            "О бумаге\n\nБумага появилась в Китае и долго шла на запад, прежде чем её научились делать в Европе, где она стала дешевле.\n\nМельницы\n\nПервые мельницы стояли на реках, и их шум был слышен далеко, а работа не прекращалась ни днём, ни ночью.",
            "ru", "О бумаге"
        ),
        (
            "Du papier\n\nLe papier est né en Chine, et il a mis mille ans pour arriver dans les moulins de France, où il est devenu une affaire de famille.\n\nLes moulins\n\nIl y en avait un sur chaque rivière, et le bruit des maillets ne cessait pas de la nuit.",
            "fr", "Du papier"
        ),
    ])
    func readsOtherLanguages(text: String, language: String, title: String) throws {
        let article = try read(text).output.article
        #expect(article.metadata.language == language)
        #expect(article.metadata.title == title)
        #expect(article.blocks.count == 3)
        #expect(article.blocks.count { if case .heading = $0.content { true } else { false } } == 1)
    }

    @Test func keepsEveryLineWhenNotExtracting() throws {
        let text = "Share this\n\nA paragraph of some length that says something.\n\nLeave a Reply"
        #expect(try read(text, extract: false).output.article.plainText.contains("Leave a Reply"))
        #expect(try read(text).output.article.plainText == "A paragraph of some length that says something.")
    }

    @Test func keepsATextThatIsAllFurniture() throws {
        let article = try read("Share\nPrint").output.article
        #expect(article.metadata.title == "Share", "\(ArticleDump.text(of: article))")
        #expect(article.plainText == "Print")
    }

    @Test func takesNoSentenceForATitleOrHeading() throws {
        let article = try read("This is a sentence.\n\nAnd this is another one, which is a little longer.").output
            .article
        #expect(article.metadata.title == nil)
        #expect(article.blocks.count == 2)
    }

    @Test(arguments: [
        ("Published on November 3rd, 2020", "2020-11-03"), ("3. März 2020", "2020-03-03"),
        ("2020-03-04T10:00:00Z", "2020-03-04"),
        ("le 14 juillet 1989", "1989-07-14"), ("2020年3月4日", "2020-03-04"), ("31.12.1999", "1999-12-31"),
    ])
    func readsDatesBelowTheTitle(line: String, date: String) throws {
        let article = try read("A title\n\n\(line)\n\nText that is a sentence and goes on for a while.").output.article
        #expect(article.metadata.published == date)
        #expect(article.blocks.count == 1)
    }

    @Test func decodesOtherEncodings() throws {
        let text =
            "Über das Papier\n\nDas Papier ist geduldig, sagt man, und die Drucker müssen es auch sein, für alle Fälle. Die Leser aber sind es nicht, und von ihnen ist hier die Rede."
        let latin = text.unicodeScalars.map { UInt8($0.value) }
        let source = Source(name: "a.txt", bytes: latin)
        let article = try PlainTextReader().read(source, options: ReadingOptions()).output.article
        #expect(article.metadata.title == "Über das Papier")
        #expect(article.metadata.language == "de")
    }

    @Test func isFastOnTextThatIsAllAlike() throws {
        for line in ["- a", "1. a", "Short", "> a", "a\tb", "    x", "Leave a Reply", "Word word word."] {
            let text = Array(repeating: line, count: 1_500).joined(separator: "\n")
            #expect(try !read(text, extract: false).output.article.blocks.isEmpty)
            _ = try read(Array(repeating: line, count: 500).joined(separator: "\n\n"))
        }
    }

    @Test(.enabled(if: sharedFolder != nil, "skipped: ../shared is absent"))
    func readsTheSharedSample() throws {
        let folder = try #require(sharedFolder) + "/corpus/plain-text"
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".txt") })
        let bytes = try #require(FileManager.default.contents(atPath: folder + "/" + name))
        let source = Source(name: name, bytes: Array(bytes))
        let article = try PlainTextReader().read(source, options: ReadingOptions()).output.article
        let kinds = article.blocks.map { block in
            switch block.content {
            case .paragraph: "p"
            case .heading: "h"
            case .blockQuote: "q"
            case .figure: "f"
            default: "?"
            }
        }
        #expect(kinds.joined() == "fphpppqhpppqppppp")
    }
}
