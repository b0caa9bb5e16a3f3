import ArticleFixtures
import ArticleModel
import Diagnostics
import Email
import Foundation
import MIME
import TestSupport
import Testing

@Suite struct ArticleMessageTests {
    static let options = MessageOptions(
        date: Date(timeIntervalSince1970: 1_763_640_000), from: MailAddress(name: "Zoë", address: "zoe@example.org"))

    private func message(_ name: String, attachments: [AttachedFile] = []) throws -> MIMEMessage {
        try ArticleMessage(options: Self.options).message(of: [Fixtures.article(name)], attachments: attachments).output
    }

    @Test func writesHeadersOfADraft() throws {
        let text = String(decoding: try message("small").bytes, as: UTF8.self)
        let lines = text.components(separatedBy: "\r\n")
        #expect(
            Array(lines.prefix(4)) == [
                "Date: Thu, 20 Nov 2025 12:00:00 +0000", "From: =?utf-8?q?Zo=C3=AB?= <zoe@example.org>",
                "Subject: On Offprints", "X-Unsent: 1",
            ])
        #expect(lines[4].hasPrefix("Message-ID: <") && lines[4].hasSuffix("@offprint.invalid>"))
    }

    @Test func nestsTextHTMLPicturesAndFiles() throws {
        let file = AttachedFile(name: "On Offprints.pdf", mediaType: "application/pdf", bytes: Array("%PDF-".utf8))
        #expect(
            outline(try message("small", attachments: [file]).body) == """
                mixed
                  alternative
                    text/plain
                    related
                      text/html
                      image/png
                  application/pdf
                """)
        #expect(outline(try message("small").body).hasPrefix("alternative"))
    }

    private func outline(_ part: MIMEPart, _ indent: String = "") -> String {
        switch part.content {
        case .text(let subtype, _): indent + "text/" + subtype
        case .bytes(let type, _): indent + type.name
        case .multipart(let kind, let parts):
            ([indent + kind.rawValue] + parts.map { outline($0, indent + "  ") }).joined(separator: "\n")
        }
    }

    private func page(of part: MIMEPart) -> String? {
        switch part.content {
        case .text("html", let text): text
        case .text, .bytes: nil
        case .multipart(_, let parts): parts.lazy.compactMap(page).first
        }
    }

    @Test(arguments: ["small", "odd"])
    func keepsTheArticlesWords(name: String) throws {
        let html = try #require(try page(of: message(name).body))
        let missing = try WordLaw.missing(from: html, of: Fixtures.article(name))
        #expect(missing == [])
    }

    @Test(arguments: ["small", "odd"])
    func carriesItsStylesAndLoadsNothing(name: String) throws {
        let html = try #require(try page(of: message(name).body))
        #expect(!html.contains("<style") && !html.contains("<link") && !html.contains("<script"))
        #expect(!html.contains(" class="))
        #expect(html.contains("max-width: 640px"))
        for source in html.components(separatedBy: " src=\"").dropFirst() { #expect(source.hasPrefix("cid:")) }
    }

    @Test func makesTheSameBytesTwice() throws {
        #expect(try message("small").bytes == message("small").bytes)
    }

    @Test func breaksNoLineOfThe998() throws {
        for line in String(decoding: try message("odd").bytes, as: UTF8.self).components(separatedBy: "\r\n") {
            #expect(line.utf8.count <= 998)
        }
    }

    @Test(
        .enabled(if: Program.find(["/usr/bin/python3"]) != nil, "python3 is not installed"),
        arguments: ["small", "odd"])
    func isReadByAStrictParser(name: String) throws {
        let path = FileManager.default.temporaryDirectory.path + "/offprint-\(getpid())-\(name).eml"
        try Data(try message(name).bytes).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let script = """
            import email, email.policy, re, sys
            m = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.strict)
            html = m.get_body(('html',)).get_content()
            ids = {p['content-id'] for p in m.walk() if p['content-id']}
            assert {'<%s>' % c for c in re.findall('cid:([^"]*)', html)} == ids, ids
            print(m.get_body(('plain',)).get_content().split()[0], end='')
            """
        let result = try Program.run("/usr/bin/python3", ["-c", script, path])
        #expect(result.status == 0, "\(result.output)")
    }
}
