import CSS
import Geometry
import Pages
import Shaping

/// What is painted on one page, backgrounds under everything else (CSS 2.2, appendix E).
struct PageCanvas {
    /// In which fixed backgrounds are placed.
    let pageBox: Rect
    private(set) var content: [MarkedContent] = []
    /// Backgrounds and borders in painting order; a place is reserved when a box begins, since outer boxes end last.
    private(set) var backgrounds: [[DisplayItem]] = []
    /// What is painted over everything else.
    private(set) var outlines: [DisplayItem] = []
    private(set) var links: [LinkAnnotation] = []
    private var linkIndices: [LinkKey: Int] = [:]
    /// No item joins a piece of content before this one.
    private var pieceStart = 0
    /// What is added now repeats something: a table's head on a further page, a running element.
    var artifact: MarkedContent.Artifact?
    var isArtifact: Bool { artifact != nil }

    init(pageBox: Rect) { self.pageBox = pageBox }

    /// Adds something to draw; true if it began a new piece of marked content.
    mutating func add(_ item: DisplayItem, owner: MarkedContent.Owner) -> Bool {
        let owner = artifact.map(MarkedContent.Owner.artifact) ?? owner
        if let last = content.indices.last, last >= pieceStart, content[last].owner == owner {
            content[last].items.append(item)
            return false
        }
        content.append(MarkedContent(owner: owner, items: [item]))
        return true
    }

    /// Where something that is painted as one whole begins.
    struct GroupStart {
        fileprivate var content: Int
        fileprivate var backgrounds: Int
        fileprivate var outlines: Int
        fileprivate var links: Int
    }

    /// Begins something that is painted as one whole.
    mutating func beginGroup() -> GroupStart {
        pieceStart = content.count
        return GroupStart(
            content: content.count, backgrounds: backgrounds.count, outlines: outlines.count,
            links: links.count)
    }

    /// Makes what has been added since then translucent (CSS Color 4, §3.2).
    ///
    /// Each piece is a group of its own, since marks of the structure stand outside of groups.
    mutating func fade(from start: GroupStart, to opacity: Double) {
        guard opacity < 1 else { return }
        for index in content.indices[start.content...] {
            content[index].items = content[index].items.faded(to: opacity)
        }
        for index in backgrounds.indices[start.backgrounds...] {
            backgrounds[index] = backgrounds[index].faded(to: opacity)
        }
        outlines[start.outlines...] =
            outlines[start.outlines...].map { .group(.init(items: [$0], opacity: opacity)) }[...]
        pieceStart = content.count
    }

    /// Cuts off what has been added since then, but for the backgrounds up to a place; returns the beginning of the text
    /// that is lost.
    mutating func clip(from start: GroupStart, behind order: Int, to edge: RoundedRect) -> String {
        var lost = ""
        for index in content.indices[start.content...] {
            content[index].items = content[index].items.compactMap { item in
                let rest = item.clipped(to: edge)
                if rest != item, lost.count < Self.longestExcerpt { lost += item.text }
                return rest
            }
        }
        for index in backgrounds.indices[(order + 1)...] {
            backgrounds[index] = backgrounds[index].compactMap { $0.clipped(to: edge) }
        }
        outlines[start.outlines...] = outlines[start.outlines...].compactMap { $0.clipped(to: edge) }[...]
        pieceStart = content.count
        return String(lost.prefix(Self.longestExcerpt))
    }

    private static let longestExcerpt = 40

    /// Moves what has been added since then, and the backgrounds from a place on.
    mutating func move(from start: GroupStart, behind order: Int, by offset: Point) {
        for index in content.indices[start.content...] {
            content[index].items = content[index].items.map { $0.moved(by: offset) }
        }
        for index in backgrounds.indices[order...] {
            backgrounds[index] = backgrounds[index].map { $0.moved(by: offset) }
        }
        outlines[start.outlines...] = outlines[start.outlines...].map { $0.moved(by: offset) }[...]
        for index in links.indices[start.links...] {
            links[index].rects = links[index].rects.map { $0.offset(by: offset) }
        }
        pieceStart = content.count
    }

    /// Where something begins that is painted over all that is there, backgrounds and all.
    struct Layer {
        fileprivate var content: Int
        fileprivate var backgrounds: Int
    }

    /// Begins a layer: a piece of content is kept for its backgrounds.
    mutating func beginLayer() -> Layer {
        let layer = Layer(content: content.count, backgrounds: backgrounds.count)
        content.append(MarkedContent(owner: .artifact(artifact ?? .background), items: []))
        pieceStart = content.count
        return layer
    }

    /// Ends a layer: its backgrounds come after the content before.
    mutating func end(_ layer: Layer) {
        content[layer.content].items = backgrounds[layer.backgrounds...].flatMap { $0 }
        for index in backgrounds.indices[layer.backgrounds...] { backgrounds[index] = [] }
        pieceStart = content.count
    }

    /// Adds to a reserved place, or on top of the backgrounds so far.
    mutating func addBackgrounds(_ items: [DisplayItem], at order: Int? = nil) {
        guard !items.isEmpty else { return }
        if let order { backgrounds[order] += items } else { backgrounds.append(items) }
    }

    mutating func addOutline(_ items: [DisplayItem]) { outlines += items }

    mutating func addBackground(_ item: DisplayItem) { backgrounds.append([item]) }

    /// A place in the painting order for a box whose extent is not known yet.
    mutating func reserveBackground() -> Int {
        backgrounds.append([])
        return backgrounds.count - 1
    }

    /// Adds a rectangle to a link's annotation on this page; pieces on one line are joined.
    mutating func addLink(key: LinkKey, _ rect: Rect, _ link: InlineLink, element: StructureElement.ID) {
        guard let index = linkIndices[key] else {
            linkIndices[key] = links.count
            links.append(
                LinkAnnotation(rects: [rect], target: link.target, description: link.description, element: element))
            return
        }
        let last = links[index].rects.count - 1
        let previous = links[index].rects[last]
        // Pieces at one height may also stand in two columns.
        let gap = max(rect.minX - previous.maxX, previous.minX - rect.maxX)
        if abs(previous.maxY - rect.maxY) < 0.5 * rect.height, gap < 2 * rect.height {
            links[index].rects[last] = previous.union(rect)
        } else {
            links[index].rects.append(rect)
        }
    }
}

/// A link of a paragraph.
struct LinkKey: Hashable {
    var paragraph: Int
    var link: Int
}

/// How far a run's font reaches above and below its baseline, which link areas follow; points.
struct StyleMeasures {
    let ascent: Double
    let descent: Double

    init(_ run: VisualRun) {
        ascent = (run.face?.metrics.ascent ?? 0.8) * run.size
        descent = (run.face?.metrics.descent ?? 0.2) * run.size
    }
}
