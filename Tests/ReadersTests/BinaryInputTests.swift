import Diagnostics
import Readers
import Testing

struct BinaryInputTests {
    private let readers: [any Reader] = [HTMLReader(), MarkdownReader(), PlainTextReader(), ArticleJSONReader()]

    @Test(arguments: [
        Array("%PDF-1.7\n".utf8), [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], [0xFF, 0xD8, 0xFF, 0xE0],
        [0x50, 0x4B, 3, 4, 20],
        [1, 2, 3, 4, 5, 6, 65, 66, 67],
    ])
    func isRefusedByEachReader(bytes: [UInt8]) {
        for reader in readers {
            let error = #expect(throws: ReaderError.self) {
                try reader.read(Source(name: "a", bytes: bytes), options: ReadingOptions())
            }
            #expect(error?.code == .binary)
        }
    }

    @Test(arguments: [" \n\n", "<!-- a comment -->", "[a]: https://example.org\n"])
    func markupWithoutTextIsEmpty(markdown: String) {
        let source = Source(name: "a.md", bytes: Array(markdown.utf8))
        let error = #expect(throws: ReaderError.self) { try MarkdownReader().read(source, options: ReadingOptions()) }
        #expect(error?.code == .empty)
    }

    @Test func aStrayControlCharacterMakesNoTextBinary() throws {
        let text =
            "A page\u{8} with a stray sign, as old editors left them behind, and enough of text around it to see that. "
        _ = try PlainTextReader().read(
            Source(name: "a", bytes: Array((text + text).utf8)), options: ReadingOptions())
    }
}
