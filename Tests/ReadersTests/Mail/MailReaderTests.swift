import ArticleModel
import Diagnostics
import Extraction
import Readers
import Testing
import Transport

@Suite struct MailReaderTests {
    private let head = Letter.head

    @Test func subjectSenderAndDateAreTheMetadata() throws {
        let metadata = try Letter.reading(head + Letter.html(Letter.paragraphs(2))).article.metadata
        #expect(metadata.title == "On presses")
        #expect(metadata.authors == ["The Paper"])
        #expect(metadata.published == "2024-03-05T08:30:00+01:00")
        #expect(metadata.language == "en")
    }

    @Test func takesThePageBeforeTheText() throws {
        let page = Letter.html(
            "<p>The <em>page</em> says it with emphasis, and at some length, so that it is a text.</p>")
        for parts in [[Letter.plain("The text."), page], [page, Letter.plain("The text.")]] {
            let reading = try Letter.reading(head + Letter.multipart("alternative", parts))
            #expect(Letter.body(reading).hasPrefix("The *page* says"))
        }
    }

    @Test func takesTheTextWhereThePageIsEmpty() throws {
        let parts = [Letter.plain("The text, which is all there is of it."), "Content-Type: text/html\n\n"]
        #expect(
            Letter.body(try Letter.reading(head + Letter.multipart("alternative", parts)))
                == "The text, which is all there is of it.")
    }

    @Test func picturesInTheMessageAreItsParts() throws {
        let page = Letter.html("<p>Look:</p><img src='cid:press@example.org' alt='A press' width=300 height=200>")
        let related = Letter.multipart(
            "related", [page, Letter.picture("Content-ID: <press@example.org>")], boundary: "b2")
        let reading = try Letter.reading(head + Letter.multipart("alternative", [Letter.plain("Look"), related]))
        #expect(reading.article.images.map(\.address) == ["cid:press@example.org"])
        #expect(reading.embedded?["cid:press@example.org"]?.mediaType == "image/gif")
    }

    @Test func picturesBetweenTextsStandWhereTheyCame() throws {
        let parts = [
            Letter.plain("Before the picture there is a text."),
            Letter.picture("Content-ID: <1@x>\nContent-Disposition: inline; filename=a.gif"),
        ]
        let reading = try Letter.reading(head + Letter.multipart("mixed", parts))
        #expect(reading.article.images.map(\.address) == ["cid:1@x"])
    }

    @Test func attachmentsAreNoText() throws {
        let parts = [
            Letter.plain("The text of the letter."),
            "Content-Type: text/plain\nContent-Disposition: attachment; filename=log.txt\n\nA log.",
            "Content-Type: application/pdf\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\nJVBERg==",
        ]
        #expect(Letter.body(try Letter.reading(head + Letter.multipart("mixed", parts))) == "The text of the letter.")
    }

    @Test func layoutTablesAreUnwrapped() throws {
        let page = Letter.html(
            """
            <table width=600 cellpadding=0><tr><td><table><tr><td><h1>Lead</h1></td></tr></table></td></tr>
            <tr><td><table><tr><td><p>The left column of the letter says one thing.</p></td>
            <td><p>The right column says another thing at some length.</p></td></tr>
            <tr><td><p>And below it one more.</p></td><td><p>And the last.</p></td></tr></table></td></tr></table>
            """)
        let reading = try Letter.reading(head + page)
        #expect(
            !reading.article.blocks.contains {
                if case .table = $0.content { return true }
                return false
            })
        #expect(Letter.body(reading).hasSuffix("And the last."))
    }

    @Test func tablesOfDataStay() throws {
        let rows = (1...4).map { "<tr><td>Row \($0)</td><td>\($0 * 100)</td></tr>" }.joined()
        let reading = try Letter.reading(head + Letter.html("<p>These are the figures:</p><table>\(rows)</table>"))
        #expect(
            reading.article.blocks.contains {
                if case .table = $0.content { return true }
                return false
            })
    }

    @Test func whatStandsRoundTheTextGoes() throws {
        let page = Letter.html(
            """
            <div style="display:none;max-height:0">What the list shows of this letter. &zwnj;&nbsp;&zwnj;&nbsp;</div>
            <table role=presentation><tr><td><a href="https://example.org/v/1">View this email in your browser</a></td></tr>
            <tr><td>\(Letter.paragraphs(4))</td></tr>
            <tr><td><a href="https://s.example/f"><img src="https://x.example/f.png" width=24 height=24></a>
            <a href="https://s.example/g"><img src="https://x.example/g.png" width=24 height=24></a></td></tr>
            <tr><td><p>You are receiving this because you signed up on our site.</p></td></tr>
            <tr><td><p>Our mailing address is: 1 Yard Lane</p></td></tr>
            <tr><td><p><a href="https://example.org/u">Unsubscribe</a> or <a href="https://example.org/p">update your
            preferences</a></p></td></tr></table>
            <img src="https://example.org/open?id=1" width=1 height=1>
            """)
        let reading = try Letter.reading(head + page)
        let body = Letter.body(reading)
        #expect(body.hasPrefix("Paragraph 1"))
        #expect(body.hasSuffix("swore at the rain."))
        #expect(reading.article.images.isEmpty)
        #expect(reading.article.metadata.summary?.text == "What the list shows of this letter.")
        let rules = Set(reading.report?.entries.map(\.rule) ?? [])
        #expect(rules.isSuperset(of: ["link to the web", "footer"]))
    }

    @Test func theWholeMessageStaysWhereItIsAskedFor() throws {
        let page = Letter.html(Letter.paragraphs(2) + "<p><a href='https://example.org/u'>Unsubscribe</a></p>")
        #expect(Letter.body(try Letter.reading(head + page, extract: false)).contains("Unsubscribe"))
    }

    @Test func aShortLetterAboutUnsubscribingStays() throws {
        let page = Letter.html("<p>To leave the list, <a href='https://example.org'>unsubscribe</a> by Friday.</p>")
        #expect(Letter.body(try Letter.reading(head + page)).contains("by Friday"))
    }

    @Test func textLettersLoseTheirSignature() throws {
        let text = """
            View this email in your browser:
            https://example.org/v/1

            The press stood in the yard, where the light was good,
            and the first sheets came off it before noon.

            It was the third of the month.

            --\u{20}
            The Paper, 1 Yard Lane
            Unsubscribe: https://example.org/u
            """
        let reading = try Letter.reading(head + Letter.plain(text))
        #expect(Letter.body(reading).hasPrefix("The press stood in the yard"))
        #expect(Letter.body(reading).hasSuffix("before noon.\n\nIt was the third of the month."))
    }

    @Test func forwardedMessagesAreTheArticle() throws {
        let inner =
            "From: A. Writer <a@example.org>\nDate: Mon, 4 Mar 2024 10:00:00 +0000\nSubject: The letter\n"
            + Letter.html(Letter.paragraphs(2))
        let parts = [Letter.plain("FYI"), "Content-Type: message/rfc822\n\n" + inner]
        let article = try Letter.reading(
            head.replacing("On presses", with: "Fwd: The letter") + Letter.multipart("mixed", parts)
        ).article
        #expect(article.metadata.title == "The letter")
        #expect(article.metadata.authors == ["A. Writer"])
        #expect(article.metadata.published == "2024-03-04T10:00:00Z")
        #expect(article.blocks.count == 2)
    }

    static let forwarded = [
        // Gmail
        "<div dir=ltr>Worth reading.<br><br><div class=gmail_quote><div dir=ltr class=gmail_attr>---------- Forwarded "
            + "message ---------<br>From: <strong>A. Writer</strong> <span>&lt;a@example.org&gt;</span><br>Date: Mon, Mar "
            + "4, 2024 at 10:00 AM<br>Subject: The letter<br>To: Me &lt;me@example.org&gt;<br></div><br><br>BODY</div></div>",
        // Apple Mail
        "<div>Begin forwarded message:</div><br><blockquote type=cite><div><b>From: </b>A. Writer &lt;a@example.org&gt;"
            + "<br></div><div><b>Subject: </b>The letter<br></div><div><b>Date: </b>4 March 2024 at 10:00:00 GMT<br></div>"
            + "<div><b>To: </b>me@example.org<br></div><br><div>BODY</div></blockquote>",
        // Outlook
        "<p>See below.</p><hr><p><b>From:</b> A. Writer &lt;a@example.org&gt;<br><b>Sent:</b> Monday, March 4, 2024 10:00"
            + "<br><b>To:</b> Me<br><b>Subject:</b> The letter</p><div>BODY</div>",
        // Thunderbird, in German
        "<p>-------- Weitergeleitete Nachricht --------</p><p>Betreff: The letter<br>Datum: Mon, 4 Mar 2024 10:00:00 +0000"
            + "<br>Von: A. Writer &lt;a@example.org&gt;<br>An: me@example.org</p>BODY",
    ]

    @Test(arguments: forwarded.indices) func forwardedTextIsTheArticle(index: Int) throws {
        let page = Self.forwarded[index].replacing("BODY", with: Letter.paragraphs(2))
        let article = try Letter.reading(head.replacing("On presses", with: "Fwd: The letter") + Letter.html(page))
            .article
        #expect(article.metadata.title == "The letter")
        #expect(article.metadata.authors == ["A. Writer"])
        #expect(article.metadata.published?.hasPrefix("2024-03-04") == true)
        #expect(Letter.body(Reading(article: article)).hasPrefix("Paragraph 1"))
    }

    @Test func anEncryptedMessageIsRefused() {
        let parts = [
            "Content-Type: application/pgp-encrypted\n\nVersion: 1", "Content-Type: application/octet-stream\n\nx",
        ]
        #expect(throws: ReaderError.self) {
            try Letter.reading(head + Letter.multipart("encrypted", parts))
        }
    }

    @Test func theSendersOwnPictureGoes() throws {
        let logo = "<img src='https://x.example/logo.png' alt='The Paper' width=300 height=80>"
        let page = Letter.html(logo + Letter.paragraphs(2) + "<img src='https://x.example/a.png' alt='The Paper mill'>")
        #expect(try Letter.reading(head + page).article.images.map(\.alternative) == ["The Paper mill"])
    }

    @Test func theReaderOverrulesTheRules() throws {
        let page = Letter.html(
            Letter.paragraphs(3)
                + "<p class=ps>And a word more.</p><p class=u><a href='https://x.example/u'>Unsubscribe</a></p>")
        let source = Letter.source(head + page)
        let kept = try MailReader().read(source, options: ReadingOptions(keep: [".u"], drop: [".ps"])).output
        #expect(Letter.body(kept).contains("Unsubscribe") && !Letter.body(kept).contains("a word more"))
    }

    @Test func aMessageIsToldByItsHeader() {
        func format(_ text: String) -> SourceFormat? { ReaderRegistry.format(of: Letter.source(text, named: "-")) }
        #expect(format(head + Letter.plain("x")) == .mail)
        #expect(
            format("Received: from a by b; Tue, 5 Mar 2024 08:30:00 +0100\nFrom: a@b.example\nTo: c\n\nx") == .mail)
        #expect(format("From: <Saved by Blink>\nSnapshot-Content-Location: https://a.example/\n\n") == .mhtml)
        #expect(format("Date: 5 March 2024\nSubject: A text file\n\nIts text.") == .plainText)
        #expect(format("X: the letter that he never wrote") == .plainText)
    }
}
