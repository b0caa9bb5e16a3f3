import Diagnostics
import MIME
import Testing

/// A message in lines that end in CRLF.
private func message(_ lines: String) -> [UInt8] {
    Array(lines.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n").utf8)
}

private func text(_ entity: MIMEEntity?) -> String {
    String(decoding: entity?.text().output ?? [], as: UTF8.self)
}

@Suite struct ReceivedMessageTests {
    @Test func readsTheMessageThatWasWritten() {
        let entity = MIMEParser().parse(MessageTests.article.bytes).output
        #expect(
            entity.headers.text("Subject")
                == "Über Sonderdrucke – on offprints, and what became of them in the age of the photocopier")
        #expect(entity.headers.addresses("From") == [MailAddress(name: "Zoë Byron", address: "zoe@example.org")])
        #expect(entity.headers.date("Date")?.text == "1994-11-06T08:49:37Z")
        #expect(entity.leaves.map(\.mediaType.name) == ["text/plain", "text/html", "image/png", "application/pdf"])
        #expect(text(entity.leaves.first) == "Short lines.\r\nTrailing space \r\n.\r\nFrom here on = ünïcode\r\n")
        #expect(entity.leaves[2].contentID == "a@b")
        #expect(entity.leaves[2].body == [0x89, 0x50, 0x4e, 0x47])
        #expect(entity.leaves[3].isAttachment)
    }

    @Test(arguments: ["\n", "\r\n", "\r"]) func readsLinesEndedInAnyWay(ending: String) {
        let lines = [
            "Subject: A", "Content-Type: multipart/mixed;", " boundary=x", "", "preamble", "--x", "", "one", "--x ",
            "Content-Type: text/html", "", "two", "--x--", "epilogue",
        ]
        let entity = MIMEParser().parse(Array(lines.joined(separator: ending).utf8)).output
        #expect(entity.leaves.map { text($0) } == ["one", "two"])
    }

    @Test func keepsWhatStandsBehindTheLastBoundaryOfAMessageCutOff() {
        let result = MIMEParser().parse(message("Content-Type: multipart/mixed; boundary=x\n\n--x\n\none\n--x\n\ntw"))
        #expect(result.output.leaves.map { text($0) } == ["one", "tw"])
        #expect(result.diagnostics.count == 1)
    }

    @Test func findsABoundaryThatTheHeaderDoesNotTell() {
        let body = "--=_abc\nContent-Type: text/plain\n\none\n--=_abc\nContent-Type: text/html\n\n<p>two\n--=_abc--\n"
        for field in ["multipart/mixed", "multipart/mixed; boundary=wrong", "multipart/mixed; boundary="] {
            let entity = MIMEParser().parse(message("Content-Type: \(field)\n\n\(body)")).output
            #expect(entity.leaves.map { text($0) } == ["one", "<p>two"], "\(field)")
        }
    }

    @Test func readsAMultipartWithoutAnyBoundaryAsText() {
        let result = MIMEParser().parse(message("Content-Type: multipart/mixed; boundary=x\n\nJust words."))
        #expect(text(result.output) == "Just words.")
        #expect(result.diagnostics.first?.severity == .warning)
    }

    @Test func keepsNestedBoundariesThatBeginAlikeApart() {
        let entity = MIMEParser().parse(
            message(
                "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/alternative; boundary=ab\n\n"
                    + "--ab\n\none\n--ab--\n--a\n\ntwo\n--a--\n")
        ).output
        #expect(entity.leaves.map { text($0) } == ["one", "two"])
    }

    @Test func endsInnerPartsAtTheOuterBoundary() {
        let entity = MIMEParser().parse(
            message(
                "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/alternative; boundary=b\n\n"
                    + "--b\n\none\n--a\n\ntwo\n--a--\n")
        ).output
        #expect(entity.leaves.map { text($0) } == ["one", "two"])
    }

    @Test func readsAMessageInAMessage() {
        let entity = MIMEParser().parse(
            message(
                "Subject: Fwd\nContent-Type: multipart/mixed; boundary=a\n\n--a\n\nSee below.\n--a\n"
                    + "Content-Type: message/rfc822\n\nSubject: Inner\n\nWords.\n--a--\n")
        ).output
        guard case .parts(let parts) = entity.content, case .message(let inner) = parts.last?.content else {
            Issue.record("no message in it")
            return
        }
        #expect(inner.headers.text("Subject") == "Inner")
        #expect(text(inner) == "Words.")
    }

    @Test func boundsDepthPartsAndHeaders() {
        var nested = "Content-Type: text/plain\n\ninnermost"
        for level in 0..<200 {
            nested = "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n\(nested)\n--b\(level)--"
        }
        #expect(!MIMEParser().parse(message(nested)).diagnostics.isEmpty)
        let many = "Content-Type: multipart/mixed; boundary=x\n\n" + String(repeating: "--x\n\na\n", count: 6_000)
        let parsed = MIMEParser().parse(message(many))
        #expect(parsed.output.leaves.count == 5_000)
        #expect(!parsed.diagnostics.isEmpty)
        let long = String(repeating: "X-Field: " + String(repeating: "y", count: 500) + "\n", count: 3_000)
        let headers = MIMEParser().parse(message("Subject: A\n\(long)\nbody"))
        #expect(text(headers.output) == "body")
        #expect(headers.output.headers.fields.count <= 1_025)
        let chain = String(repeating: "Content-Type: message/rfc822\n\n", count: 5_000)
        #expect(!MIMEParser().parse(message(chain)).diagnostics.isEmpty)
    }

    @Test func anyBytesAreAnEntity() {
        for bytes: [UInt8] in [[], [0x0A], [0xFF, 0xFE, 0x00], Array(": \n:\n".utf8), Array("no header at all".utf8)] {
            _ = MIMEParser().parse(bytes)
        }
        #expect(text(MIMEParser().parse(Array("Just a line\nand one more".utf8)).output) == "Just a line\nand one more")
    }

    @Test func readsHeadersBehindTheSeparatorOfAMailbox() {
        let entity = MIMEParser().parse(message("From a@example.org Mon Jan  5 10:00:00 2026\nSubject: A\n\nb")).output
        #expect(entity.headers.text("Subject") == "A")
        #expect(text(entity) == "b")
    }

    @Test(
        arguments: [
            ("iso-8859-1", [0x63, 0x61, 0x66, 0xE9], "café"), ("utf-8", [0x63, 0x61, 0x66, 0xE9], "café"),
            ("no-such", [0x63, 0x61, 0x66, 0xC3, 0xA9], "café"), ("koi8-r", [0xF0, 0xD2, 0xC9], "При"),
        ] as [(String, [UInt8], String)])
    func decodesTextByItsCharsetOrByWhatItIs(charset: String, bytes: [UInt8], expected: String) {
        let head = Array("Content-Type: text/plain; charset=\(charset)\r\nContent-Transfer-Encoding: 8bit\r\n\r\n".utf8)
        #expect(text(MIMEParser().parse(head + bytes).output) == expected)
    }

    @Test(arguments: [
        ("a=3Db=\r\nc", "a=bc"), ("a =  \nb", "a b"), ("trailing \t\nx", "trailing\nx"), ("=C3=A9=c3=a9", "éé"),
        ("50=% =G1 =", "50=% =G1 "), ("=", ""), ("=4", "=4"),
    ])
    func decodesQuotedPrintableThatIsCareless(encoded: String, expected: String) {
        let head = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: Quoted-Printable\n\n"
        #expect(text(MIMEParser().parse(Array((head + encoded).utf8)).output) == expected)
    }

    @Test(arguments: [
        ("YWJj", "abc"), ("YW Jj\r\n ZA==", "abcd"), ("YWI=Y2Q=", "abcd"), ("YWJjZ", "abc"), ("YWJjZA", "abcd"),
        ("YW*J!j", "abc"), ("", ""),
    ])
    func decodesBase64ThatIsCareless(encoded: String, expected: String) {
        let head = "Content-Transfer-Encoding: BASE64 (really)\n\n"
        #expect(text(MIMEParser().parse(Array((head + encoded).utf8)).output) == expected)
    }

    @Test func decodesUuencode() {
        let head = "Content-Transfer-Encoding: x-uuencode\n\n"
        let entity = MIMEParser().parse(Array((head + "begin 644 a.txt\n#8V%T\n`\nend\n").utf8)).output
        #expect(text(entity) == "cat")
    }

    @Test func joinsLinesThatFlow() {
        let head = "Content-Type: text/plain; format=flowed; delsp=no\n\n"
        let body = "It began \nin spring.\n\n> quoted \n> words\n> > deeper\n-- \nA. Writer\n From here\n"
        let entity = MIMEParser().parse(Array((head + body).utf8)).output
        #expect(text(entity) == "It began in spring.\n\n> quoted words\n> > deeper\n-- \nA. Writer\nFrom here\n")
        let deleting = "Content-Type: text/plain; format=Flowed; DelSp=Yes\n\n日本 \n語\n"
        #expect(text(MIMEParser().parse(Array(deleting.utf8)).output) == "日本語\n")
    }
}

@Suite struct ReceivedHeaderTests {
    private func entity(_ fields: String) -> MIMEEntity { MIMEParser().parse(message(fields + "\n\n")).output }

    @Test(arguments: [
        ("=?utf-8?B?w5xiZXI=?= =?utf-8?Q?_Sonderdrucke?=", "Über Sonderdrucke"),
        ("=?ISO-8859-1?Q?a?= b =?ISO-8859-1?Q?c?=", "a b c"),
        ("=?utf-8?B?5Q==?= =?utf-8?B?jbA=?=", "印"),  // a character split over two words
        ("=?iso-2022-jp?B?GyRCRnxLXDhsGyhC?=", "日本語"),
        ("=?utf-8*en?q?caf=C3=A9_au_lait?=", "café au lait"),
        ("=?utf-8?X?abc?= stays", "=?utf-8?X?abc?= stays"),
        ("=?utf-8?Q?never ends", "=?utf-8?Q?never ends"),
        ("no words = here ?=", "no words = here ?="),
        ("=?utf-8?Q?with a space?=", "with a space"),
    ])
    func decodesEncodedWords(field: String, expected: String) {
        #expect(entity("Subject: \(field)").headers.text("Subject") == expected)
    }

    @Test func readsFoldedFieldsAndBytesBeyondASCII() {
        #expect(entity("Subject: one\n two\n\tthree").headers.text("Subject") == "one two\tthree")
        #expect(entity("SUBJECT : naïve").headers.text("Subject") == "naïve")
        let latin = Array("Subject: caf".utf8) + [0xE9] + Array(" de Flore\n\n".utf8)
        #expect(MIMEParser().parse(latin).output.headers.text("Subject") == "café de Flore")
    }

    @Test(arguments: [
        ("attachment; filename=plain.pdf", "plain.pdf"), ("attachment; filename=\"a \\\"b\\\".pdf\"", "a \"b\".pdf"),
        ("attachment; filename*=utf-8'de'%C3%9Cber.pdf", "Über.pdf"),
        ("attachment; filename*0=\"part one, \"; filename*1=two.pdf", "part one, two.pdf"),
        ("attachment; filename*1*=%20two; filename*0*=iso-8859-1''%DCber", "Über two"),
        ("attachment; filename=\"=?utf-8?Q?=C3=9Cber.pdf?=\"", "Über.pdf"),
        ("attachment (a comment; filename=no); filename=yes", "yes"),
        ("attachment; filename=\"never closed", "never closed"),
        ("attachment; filename=x.pdf; filename=y.pdf", "x.pdf"),
    ])
    func readsParameters(field: String, expected: String) {
        // A media type has the same parameters as a disposition.
        let type = field.replacing("attachment", with: "application/pdf", maxReplacements: 1)
        #expect(entity("Content-Type: \(type)").parameter("filename") == expected)
    }

    @Test(arguments: [
        ("Zoë Byron <zoe@example.org>", "Zoë Byron"), ("\"Byron, Zoë\" <zoe@example.org>", "Byron, Zoë"),
        ("zoe@example.org (Zoë Byron)", "Zoë Byron"), ("=?utf-8?Q?Zo=C3=AB?= Byron <zoe@example.org>", "Zoë Byron"),
        ("The Paper via Example <news@example.org>", "The Paper via Example"),
        ("Friends: Zoë Byron <z@example.org>;", "Zoë Byron"),
        ("Zoë \\\"Z\\\" Byron <z@example.org>", "Zoë \"Z\" Byron"),
    ])
    func readsTheNamesOfMailboxes(field: String, name: String) {
        #expect(entity("From: \(field)").headers.addresses("From").map(\.name) == [name])
    }

    @Test func readsSeveralMailboxes() {
        let all = entity("To: A <a@example.org>, \"B, C\" <b@example.org>, d@example.org").headers.addresses("To")
        #expect(all.map(\.address) == ["a@example.org", "b@example.org", "d@example.org"])
    }

    @Test(arguments: [
        ("Tue, 5 Mar 2024 08:30:00 +0100 (CET)", "2024-03-05T08:30:00+01:00"),
        ("5 Mar 2024 08:30 GMT", "2024-03-05T08:30:00Z"), ("Tue, 05 Mar 99 08:30:00 EST", "1999-03-05T08:30:00-05:00"),
        ("Tue,5 Mar 2024 8:05:00 -0000", "2024-03-05T08:05:00Z"), ("5 March 2024", "2024-03-05"),
    ])
    func readsDates(field: String, expected: String) {
        #expect(entity("Date: \(field)").headers.date("Date")?.text == expected)
    }

    @Test(arguments: ["yesterday", "", "32 Mar 2024", "5 Foo 2024", "2024-03-05"]) func takesNoDateForAnother(
        field: String
    ) {
        #expect(entity("Date: \(field)").headers.date("Date") == nil)
    }
}
