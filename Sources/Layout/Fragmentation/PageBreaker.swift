import CSS

/// Divides a flow into pages, and its multi-column parts into columns, by the cheapest path over its breakpoints, as
/// paragraphs are divided into lines (Plass 1981, "Optimal pagination techniques"; the costs are in `BreakCosts`).
///
/// A state is a breakpoint reached, how far the footnotes have been set, and, inside columns, which column of the page comes
/// next and how high the page's columns are. Notes are one stream in the order of their calls, set across the page below
/// everything else, and what a page has no room for goes on at the foot of the next.
struct PageBreaker {
    let measure: FlowMeasure
    /// The flow's columns, by the indices that its items name.
    let columns: [ColumnSet]
    /// Height of the page area of a page, from 0, and by its name; points.
    private let height: (Int, String?) -> Double
    /// The name of a page that begins with an item of the flow.
    private let pageName: (Int) -> String?
    let notes: NoteStream
    let floats: PageFloatQueue
    let balancer: ColumnBalancer

    init(
        items: [FlowItem], columns: [ColumnSet] = [], decorations: [BoxDecoration] = [],
        pageHeight: @escaping (Int, String?) -> Double,
        pageName: @escaping (Int) -> String? = { _ in nil }, notes: NoteStream,
        floats: PageFloatQueue = PageFloatQueue(), repeatedHead: @escaping (Int) -> Double
    ) {
        measure = FlowMeasure(items, decorations: decorations)
        self.columns = columns
        height = pageHeight
        self.pageName = pageName
        self.notes = notes
        self.floats = floats
        balancer = ColumnBalancer(measure: measure, repeatedHead: repeatedHead)
    }

    /// Height of the area of a page that begins with an item; points.
    func pageHeight(_ page: Int, from item: Int) -> Double { height(page, pageName(item)) }

    /// What one page holds.
    struct Page: Hashable {
        /// Of the flow.
        var items: Range<Int>
        /// Of the note stream.
        var notes: Range<Int>
        /// Of the page floats.
        var floats = 0..<0
        /// The break that the page begins after.
        var startsAfter: PageStyle.Break?
        /// From 0, blank pages counted.
        var number = 0
        /// What of the items is set in columns, in order.
        var rows: [ColumnRow] = []
    }

    /// The pages; at least one.
    func pages() -> [Page] {
        var search = PageSearch(breaker: self)
        var pages = search.pages()
        // Floats and notes that the last page has no room for go on by themselves.
        var note = pages.last?.notes.upperBound ?? 0
        var float = pages.last?.floats.upperBound ?? 0
        let end = measure.items.count
        while note < notes.count || float < floats.count {
            let room = pageHeight(pages.count, from: end)
            let nextFloat = max(floats.end(from: float, to: floats.count, room: room), min(float + 1, floats.count))
            let placed = notes.place(from: note, to: notes.count, room: room - floats.height(float..<nextFloat))
            let nextNote = max(placed.end, float < nextFloat ? note : note + 1)
            pages.append(Page(items: end..<end, notes: note..<nextNote, floats: float..<nextFloat))
            note = nextNote
            float = nextFloat
        }
        return pages.isEmpty ? [Page(items: measure.items.indices, notes: 0..<0)] : pages
    }
}
