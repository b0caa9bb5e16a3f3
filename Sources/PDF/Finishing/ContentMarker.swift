import Drawing

/// Puts marked-content operators where the sentinels of a page's content stream stand (PDF 32000-1, §14.6).
///
/// Only the sentinels' path operators go: colours and graphics states that Cairo set beside them stay, so that what
/// Cairo took to be the state remains true.
struct ContentMarker {
    /// The operator that begins the k-th piece of content, `/P << /MCID 0 >> BDC`.
    var contentMarks: [[UInt8]]
    /// The operator that begins the k-th span.
    var spanMarks: [[UInt8]]

    /// What is wrong with a page's marks.
    enum Failure: Error, Hashable {
        case counts(sentinels: Int, records: Int)
        case unbalanced
        /// Something is painted that belongs to no piece of content.
        case paintOutside
        /// An inline image, which Cairo never writes for us and which cannot be scanned safely.
        case inlineImage
    }

    /// The stream with its marks.
    func mark(_ content: [UInt8]) throws(Failure) -> [UInt8] {
        var state = MarkingState(marker: self, capacity: content.count + 40 * contentMarks.count)
        var scanner = ContentScanner(content)
        while let found = scanner.nextOperator() {
            try state.take(found, in: content, scanner)
        }
        return try state.finish(content)
    }
}

/// The output so far, and where in the page's marks we are.
private struct MarkingState {
    let marker: ContentMarker
    var output: [UInt8] = []
    /// Up to where the input has been copied.
    var copied = 0
    /// A sentinel's rectangle whose fill must come next, and where its operands begin.
    var pending: (sentinel: Sentinel, start: Int)?
    var contents = 0
    var spans = 0
    var isInContent = false
    var isInSpan = false

    init(marker: ContentMarker, capacity: Int) {
        self.marker = marker
        output.reserveCapacity(capacity)
    }

    mutating func take(
        _ found: ContentScanner.Operator, in content: [UInt8], _ scanner: ContentScanner
    ) throws(ContentMarker.Failure) {
        if let (sentinel, start) = pending {
            guard found.kind == .fill else { throw .unbalanced }
            output.append(contentsOf: content[copied..<start])
            copied = found.end
            pending = nil
            try write(sentinel)
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

    private mutating func write(_ sentinel: Sentinel) throws(ContentMarker.Failure) {
        switch sentinel {
        case .contentBegin:
            guard !isInContent, contents < marker.contentMarks.count else { throw countFailure(contents + 1) }
            output.append(contentsOf: marker.contentMarks[contents])
            contents += 1
            isInContent = true
        case .contentEnd:
            guard isInContent, !isInSpan else { throw .unbalanced }
            output.append(contentsOf: endMark)
            isInContent = false
        case .spanBegin:
            guard isInContent, !isInSpan, spans < marker.spanMarks.count else { throw .unbalanced }
            output.append(contentsOf: marker.spanMarks[spans])
            spans += 1
            isInSpan = true
        case .spanEnd:
            guard isInSpan else { throw .unbalanced }
            output.append(contentsOf: endMark)
            isInSpan = false
        }
    }

    mutating func finish(_ content: [UInt8]) throws(ContentMarker.Failure) -> [UInt8] {
        guard pending == nil, !isInContent else { throw .unbalanced }
        guard contents == marker.contentMarks.count else { throw countFailure(contents) }
        guard spans == marker.spanMarks.count else { throw .unbalanced }
        output.append(contentsOf: content[copied...])
        return output
    }

    private func countFailure(_ sentinels: Int) -> ContentMarker.Failure {
        .counts(sentinels: sentinels, records: marker.contentMarks.count)
    }
}

private let endMark = Array("EMC".utf8)
