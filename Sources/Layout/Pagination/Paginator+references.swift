public import ArticleMarkup
import CSS
public import Diagnostics
public import Pages
public import Shaping

extension Paginator {
    /// Layouts of one document at most: page numbers in its text can change where its pages end.
    private static let mostLayouts = 3

    /// The document of a markup tree: its boxes are made and laid out, and again where the text speaks of pages.
    ///
    /// - Throws: `FontError` where a family that the styles name belongs to the catalogue and is not installed.
    public func document(
        for tree: MarkupTree, metadata: DocumentMetadata
    ) throws(FontError) -> Diagnosed<Document> {
        var references = CrossReferences()
        references.numbersNotesByPage = styles.pageContext(
            for: PageSelectorContext(number: 2, isFirst: false, isLeft: true)
        ).style.list.counterReset.contains { $0.name == "footnote" }
        var layouts = 0
        while true {
            var diagnostics: [Diagnostic] = []
            let boxes = BoxGenerator(styles: styles, pictures: pictures)
                .boxes(for: tree, references: references).collect(into: &diagnostics)
            let (document, counters, calls) = try assemble(boxes, metadata: metadata).collect(into: &diagnostics)
            layouts += 1
            guard boxes.references.concernsPages else { return Diagnosed(document, diagnostics) }
            references = boxes.references.placed(
                on: Self.pages(of: document, counters), pageCount: counters.pageCount,
                noteNumbers: Self.numbers(of: calls, boxes))
            if references == boxes.references { return Diagnosed(document, diagnostics) }
            if layouts == Self.mostLayouts {
                diagnostics.append(Diagnostic(.warning, .unsettledPages))
                return Diagnosed(document, diagnostics)
            }
        }
    }

    /// The notes called on each page, counted from 1.
    private static func numbers(of calls: [NoteCall], _ boxes: BoxTree) -> [String: Int] {
        var numbers: [String: Int] = [:]
        var page = -1
        var count = 0
        for call in calls {
            guard let id = boxes.footnotes[call.note].anchors.first, numbers[id] == nil else { continue }
            if call.page != page { count = 0 }
            page = call.page
            count += 1
            numbers[id] = count
        }
        return numbers
    }

    /// The counters of the page that each destination is on.
    private static func pages(of document: Document, _ counters: PageCounterLog) -> [String: [String: Int]] {
        var pages: [String: [String: Int]] = [:]
        for destination in document.destinations where pages[destination.name] == nil {
            pages[destination.name] = counters.counters(on: destination.page)
        }
        return pages
    }
}

extension Diagnostic.Message {
    static let unsettledPages: Self =
        "page numbers in the text may be wrong: they change the pages that they are numbers of"
}
