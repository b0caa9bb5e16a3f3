import Foundation
import MIME
import TestSupport
import Testing

@Suite struct MessageTests {
    static let article = MIMEMessage(
        headers: [
            "Date": .verbatim(MailDate(secondsSince1970: 784_111_777).text),
            "Subject": .text("Über Sonderdrucke – on offprints, and what became of them in the age of the photocopier"),
            "From": .addresses([MailAddress(name: "Zoë Byron", address: "zoe@example.org")]),
            "X-Unsent": .verbatim("1"),
        ],
        body: .multipart(
            .mixed,
            [
                .multipart(
                    .alternative,
                    [
                        .text("Short lines.\nTrailing space \n.\nFrom here on = ünïcode\n"),
                        .multipart(
                            .related,
                            [
                                .html(
                                    "<p>" + String(repeating: "Long line. ", count: 200) + "<img src=\"cid:a@b\"></p>\n"
                                ),
                                .inline(
                                    [0x89, 0x50, 0x4e, 0x47], type: MediaType("image/png"), named: "a.png", id: "a@b"),
                            ]),
                    ]),
                .attachment(Array("%PDF".utf8), type: MediaType("application/pdf"), named: "Über.pdf"),
            ])
    ).identified(inDomain: "offprint.invalid")

    @Test func writesAMessageOfAllKindsOfParts() {
        expectGolden(
            String(decoding: Self.article.bytes, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n"),
            "MIME/message.eml")
    }

    @Test func writesASCIIInLinesThatEndInCRLF() {
        let bytes = Self.article.bytes
        #expect(bytes.allSatisfy { $0 < 0x7f })
        for line in String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n") {
            #expect(line.utf8.count <= 78)
            #expect(!line.utf8.contains(0x0a) && !line.utf8.contains(0x0d))
        }
    }

    @Test func makesTheSameBytesOfTheSameContent() {
        var other = Self.article
        #expect(other.bytes == Self.article.bytes)
        #expect(other.identified(inDomain: "offprint.invalid") == Self.article)
        other.headers["Subject"] = .text("Other")
        #expect(
            other.identified(inDomain: "offprint.invalid").headers["Message-ID"] != Self.article.headers["Message-ID"])
    }

    @Test(arguments: [
        "Plain.\n", "Ä few accents\n", "全部が漢字である。\n", "tabs\tand\ttrailing \nspaces\n", "=\n", "a\r\nb\rc\n",
    ])
    func choosesTheEncodingByTheText(text: String) {
        let message = String(decoding: MIMEMessage(body: .text(text)).bytes, as: UTF8.self)
        let expected =
            text.hasPrefix("Ä") || text.contains("\t") ? "quoted-printable" : text.hasPrefix("全") ? "base64" : "7bit"
        #expect(message.contains("Content-Transfer-Encoding: \(expected)\r\n"))
    }

    /// Python's `email` is the judge; the test is skipped where there is no Python.
    @Test(.enabled(if: Python.isPresent, "python3 is not installed"))
    func isReadBackByAStrictParser() throws {
        let script = """
            import email, email.policy, sys
            m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.strict)
            for part in m.walk():
                assert not part.defects, part.defects
                for name, value in part.items():
                    assert not getattr(value, 'defects', ()), (name, value.defects)
            print(m['subject']); print(m['from']); print(m['date'].datetime.isoformat())
            for part in m.walk():
                print(part.get_content_type(), part.get_filename(), part['content-id'])
            print(m.get_body(('plain',)).get_content(), end='')
            print(m.get_body(('html',)).get_content(), end='')
            print(list(m.iter_attachments())[0].get_content())
            """
        let output = try Python.run(script, input: Self.article.bytes)
        #expect(
            output == """
                Über Sonderdrucke – on offprints, and what became of them in the age of the photocopier
                Zoë Byron <zoe@example.org>
                1994-11-06T08:49:37+00:00
                multipart/mixed None None
                multipart/alternative None None
                text/plain None None
                multipart/related None None
                text/html None None
                image/png a.png <a@b>
                application/pdf Über.pdf None
                Short lines.
                Trailing space\u{20}
                .
                From here on = ünïcode
                <p>\(String(repeating: "Long line. ", count: 200))<img src="cid:a@b"></p>
                b'%PDF'

                """)
    }
}

/// A Python script run on bytes.
enum Python {
    static let path = "/usr/bin/python3"
    static var isPresent: Bool { FileManager.default.isExecutableFile(atPath: path) }

    static func run(_ script: String, input: [UInt8]) throws -> String {
        let process = Process()
        let standardInput = Pipe()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["-c", script]
        process.environment = ["PYTHONIOENCODING": "utf-8"]
        process.standardInput = standardInput
        process.standardOutput = output
        process.standardError = output
        try process.run()
        try standardInput.fileHandleForWriting.write(contentsOf: Data(input))
        try standardInput.fileHandleForWriting.close()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
    }
}
