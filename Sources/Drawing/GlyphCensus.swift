import Pages

/// Which glyphs a document shows, and what text each of them most often stands for.
///
/// A PDF font can give one text to each glyph; wherever a glyph stands for another, the text has to be spelled out
/// beside it. So the text that is used most is the one to give.
public struct GlyphCensus: Sendable {
    /// The fonts by their index in `Document.fonts`.
    public private(set) var fonts: [Font]

    /// The glyphs of one font.
    public struct Font: Sendable {
        /// In the order of their first use.
        public fileprivate(set) var glyphs: [UInt32] = []
        /// What each of `glyphs` stands for, where that is known.
        public fileprivate(set) var texts: [ShortText] = []
        /// For each glyph id one more than its place in `glyphs`, or 0.
        private var places: [Int32] = []
        private var counts: [Int32] = []
        /// Texts other than the first that a glyph stands for.
        private var others: [Use: Int32] = [:]

        private struct Use: Hashable {
            var place: Int
            var text: ShortText
        }

        /// The place of a glyph in `glyphs`; nil where the document does not show it.
        public func place(of glyph: UInt32) -> Int? {
            guard glyph < places.count, places[Int(glyph)] > 0 else { return nil }
            return Int(places[Int(glyph)]) - 1
        }

        fileprivate mutating func add(_ glyph: UInt32) -> Int {
            if glyph >= places.count {
                places += Array(repeating: 0, count: max(512, Int(glyph) + 1 - places.count))
            }
            if places[Int(glyph)] == 0 {
                glyphs.append(glyph)
                texts.append(.none)
                counts.append(0)
                places[Int(glyph)] = Int32(glyphs.count)
            }
            return Int(places[Int(glyph)]) - 1
        }

        /// Counts a glyph that alone stands for a text.
        fileprivate mutating func count(_ place: Int, _ text: ShortText) {
            if texts[place] == text {
                counts[place] += 1
            } else if counts[place] == 0 {
                texts[place] = text
                counts[place] = 1
            } else {
                others[Use(place: place, text: text), default: 0] += 1
            }
        }

        /// Notes what a glyph may stand for that has been seen with others only.
        fileprivate mutating func suggest(_ place: Int, _ text: ShortText) {
            if texts[place] == .none { texts[place] = text }
        }

        /// Gives each glyph its most frequent text. A soft hyphen gives way to any text that is seen and read.
        fileprivate mutating func decide() {
            let sorted = others.sorted { ($0.value, $1.key.text) > ($1.value, $0.key.text) }
            for (use, count) in sorted {
                let (text, best) = (texts[use.place], counts[use.place])
                if use.text != .softHyphen, text == .softHyphen || count > best {
                    texts[use.place] = use.text
                    counts[use.place] = count
                }
            }
            others = [:]
        }
    }

    /// Counts every glyph of the document, but for those in fonts that are left out.
    init(of document: Document, isCounted: [Bool]) {
        fonts = Array(repeating: Font(), count: document.fonts.count)
        for page in document.pages {
            for content in page.content { for item in content.items { count(item, isCounted) } }
        }
        for index in fonts.indices { fonts[index].decide() }
    }

    /// Adds a glyph that the document does not show.
    mutating func add(_ glyph: UInt32, toFont index: Int) { _ = fonts[index].add(glyph) }

    private mutating func count(_ item: DisplayItem, _ isCounted: [Bool]) {
        switch item {
        case .picture, .path: break
        case .group(let group): for item in group.items { count(item, isCounted) }
        case .glyphs(let run): if isCounted[run.font] { fonts[run.font].count(run) }
        }
    }
}

extension GlyphCensus.Font {
    fileprivate mutating func count(_ run: borrowing GlyphRun) {
        let glyphs = run.glyphs.span
        let clusters = run.clusters.span
        let utf8 = run.text.utf8.span
        var walk = ClusterWalk(run)
        while let cluster = walk.next(clusters) {
            let text = ShortText(utf8, cluster.bytes)
            if cluster.glyphs.count == 1 {
                let place = add(glyphs[cluster.glyphs.lowerBound])
                if let text, text != .none { count(place, text) }
                continue
            }
            // A letter and its marks: each scalar may well be one of the glyphs.
            let scalars = text?.scalars ?? []
            for (offset, index) in cluster.glyphs.enumerated() {
                let place = add(glyphs[index])
                let position = run.isRightToLeft ? cluster.glyphs.count - 1 - offset : offset
                if !scalars.isEmpty { suggest(place, scalars[min(position, scalars.count - 1)]) }
            }
        }
    }
}
