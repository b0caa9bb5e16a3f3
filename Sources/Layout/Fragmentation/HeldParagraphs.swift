import CSS

/// Paragraphs that go to another page as a whole where the notes called in them do not fit: those whose notes have
/// `footnote-policy: block` (GCPM 3, §2.8).
struct HeldParagraphs {
    /// From a paragraph's first line to the last one that calls such a note, in order.
    private var spans: [Range<Int>] = []

    init(_ items: [FlowItem], _ notes: NoteStream) {
        var start: (paragraph: Int, item: Int)?
        for (index, item) in items.enumerated() {
            guard case .line(let paragraph, let line) = item.kind else { continue }
            if start?.paragraph != paragraph { start = (paragraph, index) }
            guard let first = start?.item, line.footnotes.contains(where: { notes.policy(of: $0) == .block }) else {
                continue
            }
            if spans.last?.lowerBound == first { spans.removeLast() }
            spans.append(first..<index)
        }
    }

    /// The line that calls such a note, where a place divides its paragraph before it.
    func call(after item: Int) -> Int? {
        let next = spans.partitioningIndex { $0.upperBound >= item }
        guard next < spans.count, spans[next].lowerBound < item else { return nil }
        return spans[next].upperBound
    }
}
