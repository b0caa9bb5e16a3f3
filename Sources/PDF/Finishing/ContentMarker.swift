import Drawing

/// Puts marked-content operators and text where the sentinels of a page's content stream stand (PDF 32000-1, §14.6).
///
/// Only the sentinels' path operators go: colours and graphics states that Cairo set beside them stay, so that what
/// Cairo took to be the state remains true.
struct ContentMarker {
    /// How many records each of these sentinels has.
    var counts: Counts
    /// Writes what stands for the k-th sentinel of a kind; nothing is written for the ends of marks.
    var write: (Sentinel, Int, inout PDFText) -> Void

    /// How many pieces of content, spans and texts a page has.
    struct Counts: Hashable {
        var contents = 0
        var spans = 0
        var texts = 0
    }

    /// What is wrong with a page's marks.
    enum Failure: Error, Hashable {
        case counts(found: Counts, expected: Counts)
        case unbalanced
        /// Something is painted that belongs to no piece of content.
        case paintOutside
        /// An inline image, which Cairo never writes for us and which cannot be scanned safely.
        case inlineImage
    }

    /// The stream with its marks and its text.
    func mark(_ content: [UInt8]) throws(Failure) -> PDFText {
        var state = MarkingState(write: write)
        var scanner = ContentScanner(content)
        while let found = scanner.nextOperator() {
            try state.take(found, in: content, scanner)
        }
        let text = try state.finish(content)
        guard state.found == counts else { throw .counts(found: state.found, expected: counts) }
        return text
    }
}

/// The output so far, and where in the page's marks we are.
private struct MarkingState {
    let write: (Sentinel, Int, inout PDFText) -> Void
    var found = ContentMarker.Counts()
    private var output = PDFText()
    /// Up to where the input has been copied.
    private var copied = 0
    /// A sentinel's rectangle whose fill must come next, and where its operands begin.
    private var pending: (sentinel: Sentinel, start: Int)?
    private var isInContent = false
    private var isInSpan = false

    init(write: @escaping (Sentinel, Int, inout PDFText) -> Void) { self.write = write }

    mutating func take(
        _ found: ContentScanner.Operator, in content: [UInt8], _ scanner: ContentScanner
    ) throws(ContentMarker.Failure) {
        if let (sentinel, start) = pending {
            guard found.kind == .fill else { throw .unbalanced }
            output.raw(content[copied..<start])
            copied = found.end
            pending = nil
            try replace(sentinel)
            return
        }
        switch found.kind {
        case .rectangle:
            if let (sentinel, start) = scanner.sentinel() { pending = (sentinel, start) }
        case .fill, .paint:
            if !isInContent { throw .paintOutside }
        case .inlineImage: throw .inlineImage
        case .other: break
        }
    }

    private mutating func replace(_ sentinel: Sentinel) throws(ContentMarker.Failure) {
        switch sentinel {
        case .contentBegin:
            guard !isInContent else { throw .unbalanced }
            write(sentinel, found.contents, &output)
            found.contents += 1
            isInContent = true
        case .contentEnd:
            guard isInContent, !isInSpan else { throw .unbalanced }
            output.raw("EMC")
            isInContent = false
        case .spanBegin:
            guard isInContent, !isInSpan else { throw .unbalanced }
            write(sentinel, found.spans, &output)
            found.spans += 1
            isInSpan = true
        case .spanEnd:
            guard isInSpan else { throw .unbalanced }
            output.raw("EMC")
            isInSpan = false
        case .text:
            guard isInContent else { throw .unbalanced }
            write(sentinel, found.texts, &output)
            found.texts += 1
        case .wholeText:
            guard !isInContent else { throw .unbalanced }
            write(.contentBegin, found.contents, &output)
            output.raw("\n")
            write(.text, found.texts, &output)
            output.raw("\nEMC")
            found.contents += 1
            found.texts += 1
        }
    }

    mutating func finish(_ content: [UInt8]) throws(ContentMarker.Failure) -> PDFText {
        guard pending == nil, !isInContent else { throw .unbalanced }
        output.raw(content[copied...])
        return output
    }
}
