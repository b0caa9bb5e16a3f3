import ArticleMarkup
import ArticleModel
import Geometry
import Pages
import Testing

@testable import Layout

/// Words of a text, what hyphenation and page breaks did to them undone.
private func words(_ text: String) -> [String] {
    text.replacingSoftHyphens.split(whereSeparator: \.isWhitespace).map(String.init)
}

extension String {
    fileprivate var replacingSoftHyphens: String { String(unicodeScalars.filter { $0 != "\u{AD}" }) }
}

extension Document {
    /// The text of a structure element in reading order; blocks are parted by a space.
    fileprivate func text(of id: StructureElement.ID) -> String {
        structure[id].children.reduce(into: "") { text, child in
            switch child {
            case .element(let child):
                text += structure[child].role.isBlock ? " " + self.text(of: child) + " " : self.text(of: child)
            case .content(let page, let index):
                text += pages[page].content[index].items.map(\.text).joined()
            case .link: break
            }
        }
    }

    fileprivate func count(_ roles: StructureElement.Role...) -> Int {
        structure.elements.filter { roles.contains($0.role) }.count
    }
}

extension StructureElement.Role {
    fileprivate var isBlock: Bool {
        switch self {
        case .span, .quote, .reference, .code, .link, .ruby, .rubyBase, .rubyText: false
        default: true
        }
    }
}

extension DisplayItem {
    fileprivate var text: String {
        switch self {
        case .glyphs(let run): run.text
        case .group(let group): group.items.map(\.text).joined()
        case .picture, .path: ""
        }
    }
}

@Test(.enabled(if: hasFonts, "Linux Libertine is not installed")) func setsEveryWordOfTheArticleInReadingOrder() throws
{
    let article = everyKindOfBlock()
    let document = try LayoutFixture.journal.document(article)
    let tree = MarkupTree(of: [article])
    // Markers of lists and notes are the style's; the rest of the tagged text is the article's own.
    let set = words(document.text(of: StructureTree.root))
    let expected = words(tree.root.spacedText)
    let markers: Set<String> = ["1.", "2.", "3.", "4.", "5.", "6.", "•", "◦"]
    expectEqualWords(set.filter { !markers.contains($0) }, expected.filter { !markers.contains($0) })
}

/// Compares word by word and shows the place where the lists part.
private func expectEqualWords(_ actual: [String], _ expected: [String]) {
    let index = zip(actual, expected).enumerated().first { $1.0 != $1.1 }?.offset ?? min(actual.count, expected.count)
    guard index < max(actual.count, expected.count) else { return }
    func around(_ words: [String]) -> String {
        words[max(0, index - 5)..<min(words.count, index + 5)].joined(separator: " ")
    }
    Issue.record("word \(index): '\(around(actual))' instead of '\(around(expected))'")
}

extension MarkupElement {
    /// The text with a space round each block.
    fileprivate var spacedText: String {
        children.reduce(into: "") { text, child in
            switch child {
            case .text(let string): text += string
            case .element(let element):
                switch element.localName {
                case "em", "a", "code", "span", "time", "strong": text += element.spacedText
                default: text += " " + element.spacedText + " "
                }
            }
        }
    }
}

@Test(.enabled(if: hasFonts, "Linux Libertine is not installed")) func laysOutTheSameTwice() throws {
    let article = everyKindOfBlock()
    #expect(try LayoutFixture.journal.document(article) == LayoutFixture.journal.document(article))
}

@Test(.enabled(if: hasFonts, "Linux Libertine is not installed")) func countsWhatTheModelCounts() throws {
    let document = try LayoutFixture.journal.document(everyKindOfBlock())
    #expect(document.count(.heading1, .heading2, .heading3, .heading4) == 7)
    #expect(document.count(.list) == 12)
    #expect(document.count(.listItem) == 18)
    #expect(document.count(.table) == 6)
    #expect(document.count(.tableDataCell) == 36)
    #expect(document.count(.tableHeaderCell) == 12)
    #expect(document.count(.note) == 6)
    #expect(document.count(.blockQuote) == 6)
    // Six links of the text, six calls of notes, the address under the title.
    #expect(document.count(.link) == 13)
}

@Test(.enabled(if: hasFonts, "Linux Libertine is not installed")) func findsNothingWrongWithItsOwnPages() throws {
    let document = try LayoutFixture.journal.document(everyKindOfBlock())
    let findings = DocumentChecker().findings(in: document)
    #expect(findings.isEmpty, "\(findings)")
}

@Test(.enabled(if: hasFonts, "Linux Libertine is not installed")) func laysOutWithInitialValuesUnderAnEmptySheet()
    throws
{
    let boxes = LayoutFixture(css: "").boxes(everyKindOfBlock())
    // Everything is inline: one paragraph in one box, 12 points, black, no margins.
    let document = try LayoutFixture(css: "").document(everyKindOfBlock())
    let runs = document.pages.flatMap(\.content).flatMap(\.items).compactMap { item -> GlyphRun? in
        if case .glyphs(let run) = item { run } else { nil }
    }
    #expect(!runs.isEmpty)
    #expect(runs.allSatisfy { $0.size == 12 && $0.color == .black })
    #expect(boxes.footnotes.isEmpty)
    #expect(runs.map(\.x.first!).min() == 0)
    #expect(document.pages[0].content.allSatisfy { $0.owner != .artifact(.background) })
}

@Test(.enabled(if: hasFonts, "Linux Libertine is not installed")) func keepsEachNoteOnThePageOfItsCallWhereThereIsRoom()
    throws
{
    let document = try LayoutFixture.journal.document(everyKindOfBlock())
    func page(of text: String) -> Int? {
        document.pages.firstIndex { page in page.content.contains { $0.items.map(\.text).joined().contains(text) } }
    }
    #expect(page(of: "Note 1.") == page(of: "Heading 1"))
}
