import Foundation
import MIME
import Testing

@Suite struct HeaderTests {
    private func written(_ name: String, _ value: HeaderField.Value) -> String {
        var headers = Headers()
        headers[name] = value
        let message = MIMEMessage(headers: headers, body: .text("x"))
        let text = String(decoding: message.bytes, as: UTF8.self)
        return text.components(separatedBy: "\r\nMIME-Version")[0]
    }

    @Test func leavesPlainWordsAsTheyAre() {
        #expect(written("Subject", .text("On offprints")) == "Subject: On offprints")
    }

    @Test func encodesOnlyFromTheFirstWordThatNeedsItToTheLast() {
        #expect(
            written("Subject", .text("A naïve Ångström unit"))
                == "Subject: A =?utf-8?b?bmHDr3ZlIMOFbmdzdHLDtm0=?= unit")
    }

    @Test func prefersBase64WhereItIsShorter() {
        #expect(written("Subject", .text("活字")) == "Subject: =?utf-8?b?5rS75a2X?=")
    }

    @Test func foldsLongFieldsBeforeWords() {
        let text = written("Subject", .text(Array(repeating: "offprint", count: 20).joined(separator: " ")))
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines.count == 3)
        #expect(lines.allSatisfy { $0.utf8.count <= 78 })
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" offprint") })
    }

    @Test func splitsEncodedWordsBetweenCharacters() {
        let text = written("Subject", .text(String(repeating: "語", count: 60)))
        for word in text.dropFirst("Subject:".count).split(whereSeparator: \.isWhitespace) {
            #expect(word.utf8.count <= 75)
            #expect((word.utf8.count - 12) % 4 == 0)
        }
    }

    @Test func neverLetsALineEndInto() {
        let text = written("Subject", .text("One\r\nBcc: someone@example.org"))
        #expect(text == "Subject: One Bcc: someone@example.org")
    }

    @Test func quotesAndEncodesNames() {
        let plain = MailAddress(name: "Ada Byron", address: "ada@example.org")
        let quoted = MailAddress(name: "Byron, Ada", address: "ada@example.org")
        let encoded = MailAddress(name: "Zoë", address: "zoe@example.org")
        #expect(written("From", .addresses([plain])) == "From: Ada Byron <ada@example.org>")
        #expect(written("From", .addresses([quoted])) == "From: \"Byron, Ada\" <ada@example.org>")
        #expect(
            written("To", .addresses([encoded, plain]))
                == "To: =?utf-8?q?Zo=C3=AB?= <zoe@example.org>, Ada Byron <ada@example.org>")
    }

    @Test(arguments: ["", "ada", "ada@", "@example.org", "a b@example.org", "a@b@c", "a@example.org\r\nBcc: b@c.d"])
    func refusesWhatIsNoAddress(text: String) {
        #expect(MailAddress(text) == nil)
    }

    @Test func readsANameBeforeAnAddress() {
        #expect(
            MailAddress("\"Byron, Ada\" <ada@example.org>")
                == MailAddress(name: "Byron, Ada", address: "ada@example.org"))
        #expect(MailAddress(" ada@example.org ") == MailAddress(address: "ada@example.org"))
    }

    @Test func writesFileNamesOutsideASCIIInTheExtendedForm() {
        let field = HeaderField.Value.parameterized("attachment", [HeaderParameter("filename", "Über Satz.pdf")])
        #expect(
            written("Content-Disposition", field)
                == "Content-Disposition: attachment; filename*=utf-8''%C3%9Cber%20Satz.pdf")
    }

    @Test(arguments: [
        (0, "Thu, 01 Jan 1970 00:00:00 +0000"),
        (784_111_777, "Sun, 06 Nov 1994 08:49:37 +0000"),
        (1_709_209_845, "Thu, 29 Feb 2024 12:30:45 +0000"),
        (-1, "Wed, 31 Dec 1969 23:59:59 +0000"),
    ])
    func writesDates(seconds: Int, text: String) {
        #expect(MailDate(secondsSince1970: seconds).text == text)
    }
}
