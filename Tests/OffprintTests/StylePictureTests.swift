import Diagnostics
import FoundationEssentials
import Readers
import TestSupport
import Testing

@testable import Offprint

/// The pictures of a style sheet are fetched as the article's own are.
@Suite struct StylePictureTests {
    private static let drawing =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"><rect width=\"40\" height=\"20\"/></svg>"

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let manager = FileManager.default
        for name in ["style #1/deep", "style #1/deeper"] {
            try manager.createDirectory(atPath: folder.path + "/" + name, withIntermediateDirectories: true)
        }
        for name in ["style #1/a.svg", "style #1/deep/b.svg", "outside.svg", "style #1/unused.svg"] {
            try Data(Self.drawing.utf8).write(to: URL(filePath: folder.path + "/" + name))
        }
        try Data("not a picture".utf8).write(to: URL(filePath: folder.path + "/style #1/bad.png"))
    }

    private func publish(
        _ css: String, root: String? = nil, as format: OutputFormat = .pdf
    ) async throws -> Publication {
        let path = folder.path + "/style #1/my.css"
        try Data(css.utf8).write(to: URL(filePath: path))
        try Data("li { list-style-image: url(b.svg) } p { content: url(../bad.png) }".utf8)
            .write(to: URL(filePath: folder.path + "/style #1/deep/more.css"))
        var options = PublicationOptions()
        options.theme = try Theme(argument: path, root: root)
        options.root = root
        let source = Source(name: "a.md", bytes: Array("# Title\n\nText.\n\n- item\n".utf8), address: nil)
        return try await Publisher(options: options).publish(
            [source], as: format, to: .file(folder.path + "/out." + format.rawValue))
    }

    private func messages(_ publication: Publication) -> [String] {
        publication.diagnostics.filter { $0.severity >= .warning }.map(\.message.text)
    }

    @Test func findsTheFilesOfASheetAndOfThoseItImports() async throws {
        let publication = try await publish(
            """
            @import "deep/more.css";
            @page { @top-left { content: url(a.svg) } } .absent { background: url(unused.svg) }
            """)
        #expect(messages(publication) == ["picture 'bad.png' cannot be shown: not a picture of a known format"])
        let warning = publication.diagnostics.first { $0.severity == .warning }
        #expect(warning?.subject?.hasSuffix("deep/more.css") == true)
        let names = publication.dependencies.map { $0.split(separator: "/").suffix(2).joined(separator: "/") }
        #expect(Set(names) == ["style #1/a.svg", "deep/b.svg"])
    }

    @Test(arguments: [
        (
            "../outside.svg",
            "picture 'outside.svg' is missing: the file lies outside its page's or sheet's folder (see --root)"
        ),
        ("no.svg", "picture 'no.svg' is missing: there is no such file"),
        (
            "https://example.org/a.svg",
            "picture 'a.svg' is missing: remote pictures are read only with --remote"
        ),
        (
            "data:image/png;base64,AAAA",
            "picture 'data:image/png;base64' cannot be shown: not a picture of a known format"
        ),
    ])
    func refusesWhatTheArticleMayNotNameEither(address: String, message: String) async throws {
        let publication = try await publish(
            "p::before { content: url(\"\(address)\") } h1 { content: url(\"\(address)\") }")
        #expect(messages(publication) == [message])
    }

    @Test func readsBelowTheRootToo() async throws {
        let publication = try await publish("p::before { content: url(../outside.svg) }", root: folder.path)
        #expect(messages(publication) == [])
        #expect(publication.dependencies.map { $0.hasSuffix("/outside.svg") } == [true])
    }

    @Test func readsDataAddresses() async throws {
        let address = "data:image/svg+xml," + Self.drawing.replacing("\"", with: "'").replacing("<", with: "%3C")
        #expect(messages(try await publish("p::before { content: url(\"\(address)\") }")) == [])
    }
}
