import CSS
import Geometry
import Pages
import Shaping

/// What is painted on one page, backgrounds under everything else (CSS 2.2, appendix E).
struct PageCanvas {
    private(set) var content: [MarkedContent] = []
    /// Backgrounds and borders in painting order; a place is reserved when a box begins, since outer boxes end last.
    private(set) var backgrounds: [[DisplayItem]] = []
    private(set) var links: [LinkAnnotation] = []
    private var linkIndices: [LinkKey: Int] = [:]
    /// No item joins a piece of content before this one.
    private var pieceStart = 0
    /// What is added now repeats something: a table's head on a further page, a running element.
    var artifact: MarkedContent.Artifact?
    var isArtifact: Bool { artifact != nil }

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

    /// Begins something that is painted as one whole; returns where in the content it begins.
    mutating func beginGroup() -> Int {
        pieceStart = content.count
        return pieceStart
    }

    /// Makes what has been added since a place in the content and in the painting order translucent (CSS Color 4, §3.2).
    ///
    /// Each piece is a group of its own, since marks of the structure stand outside of groups.
    mutating func fade(content start: Int, backgrounds order: Int, to opacity: Double) {
        guard opacity < 1 else { return }
        for index in start..<max(start, content.count) {
            content[index].items = [.group(DisplayItem.Group(items: content[index].items, opacity: opacity))]
        }
        for index in order..<max(order, backgrounds.count) where !backgrounds[index].isEmpty {
            backgrounds[index] = [.group(DisplayItem.Group(items: backgrounds[index], opacity: opacity))]
        }
        pieceStart = content.count
    }

    mutating func addBackgrounds(_ items: [DisplayItem]) { if !items.isEmpty { backgrounds.append(items) } }

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

    /// Paints a box's background and borders into a reserved place, or on top of the backgrounds so far.
    mutating func paintBox(
        _ box: BoxStyle, color: Color, _ rect: Rect, hasTop: Bool = true, hasBottom: Bool = true, at order: Int? = nil
    ) {
        let items = BoxPainter(box: box, color: color).items(in: rect, hasTop: hasTop, hasBottom: hasBottom)
        guard !items.isEmpty else { return }
        if let order { backgrounds[order] += items } else { backgrounds.append(items) }
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
