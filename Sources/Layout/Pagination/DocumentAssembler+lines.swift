import ArticleModel
import CSS
import Diagnostics
import FontFiles
import Geometry
import Pages
import Shaping

/// Lines become glyph runs, pictures, decorations and links, each with its structure element.
extension DocumentAssembler {
    /// Places a line's fragments in logical order, so that the structure tree reads as the text does.
    mutating func place(
        _ line: LineBox, content: InlineContent, paragraph: Int?, owner: MarkedContent.Owner, at origin: Point,
        canvas: inout PageCanvas
    ) {
        let baseline = origin.y + line.baseline
        for box in line.boxes {
            let rect = Rect(x: origin.x + box.x, y: baseline - box.top, width: box.width, height: box.height)
                .offset(by: content.offset(of: box.source))
            let piece = BoxPiece(
                style: box.style.value, rect: rect, edges: box.edges, padding: box.padding, whole: box.whole(of: rect))
            paint(piece, opacity: content.opacity(of: box.source), &canvas)
        }
        var insertions = line.insertions[...]
        for fragment in line.fragments.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            while let first = insertions.first, first.offset <= fragment.range.lowerBound {
                place(insertions.removeFirst(), content, paragraph, owner, Point(x: origin.x, y: baseline), &canvas)
            }
            place(fragment, content, paragraph, owner, Point(x: origin.x, y: baseline), &canvas)
        }
        for insertion in insertions {
            place(insertion, content, paragraph, owner, Point(x: origin.x, y: baseline), &canvas)
        }
    }

    private mutating func place(
        _ insertion: LineInsertion, _ content: InlineContent, _ paragraph: Int?, _ block: MarkedContent.Owner,
        _ origin: Point, _ canvas: inout PageCanvas
    ) {
        let owner = canvas.isArtifact ? block : self.owner(of: insertion.element, content, paragraph, block)
        place(
            insertion.line, content: insertion.content, paragraph: nil, owner: owner,
            at: Point(x: origin.x + insertion.x, y: origin.y - insertion.shift - insertion.line.baseline),
            canvas: &canvas)
    }

    /// Places one fragment; the origin is the line's baseline at the container's left edge.
    private mutating func place(
        _ fragment: InlineFragment, _ content: InlineContent, _ paragraph: Int?, _ block: MarkedContent.Owner,
        _ origin: Point, _ canvas: inout PageCanvas
    ) {
        let span = content.spans[fragment.span]
        let origin = origin + content.offset(ofBox: span.box)
        let owner =
            canvas.isArtifact
            ? block : span.isOrnament ? .artifact(.layout) : self.owner(of: span.element, content, paragraph, block)
        let x = origin.x + fragment.x
        let y = origin.y - fragment.shift
        let opacity = content.opacity(ofBox: span.box)
        var rect: Rect
        switch fragment.content {
        case .text(let run):
            guard var glyphs = glyphRun(run, span, at: Point(x: x, y: y)) else { return }
            glyphs.color = fragment.color.faded(to: opacity)
            let font = StyleMeasures(run)
            rect = Rect(x: x, y: y - font.ascent, width: fragment.width, height: font.ascent + font.descent)
            guard span.style.value.isVisible else { return }
            let (under, over) = DecorationPainter.paths(of: fragment.decorations, origin: origin)
            for shadow in span.style.text.shadows.reversed() { put(shadow, of: glyphs, opacity, &canvas) }
            for item in under.map(DisplayItem.path).faded(to: opacity) { put(item, owner, &canvas) }
            put(.glyphs(glyphs), owner, &canvas)
            for item in over.map(DisplayItem.path).faded(to: opacity) { put(item, owner, &canvas) }
        case .shape(let segments):
            guard span.style.value.isVisible else { return }
            let path = Path(
                segments: segments.map { $0.moved(by: Point(x: x, y: y)) },
                paint: .fill(fragment.color.faded(to: opacity)))
            return put(.path(path), .artifact(.layout), &canvas)
        case .leader(let run), .mark(let run):
            guard span.style.value.isVisible, var glyphs = glyphRun(run, span, at: Point(x: x, y: y)) else { return }
            glyphs.color = fragment.color.faded(to: opacity)
            return put(.glyphs(glyphs), .artifact(.layout), &canvas)
        case .replaced(let replaced, let height):
            rect = Rect(x: x, y: y - height, width: fragment.width, height: height)
            place(
                replaced, in: rect, owner: owner, opacity: content.opacity(of: .atom(fragment.range.lowerBound)),
                canvas: &canvas)
        case .flow(let flow, let top):
            rect = Rect(x: x, y: y - top, width: fragment.width, height: flow.height)
            place(flow, at: rect.origin, canvas: &canvas)
        }
        if let link = span.link {
            addLink(content.links[link], key: (paragraph ?? 0, link), rect, content, paragraph, owner, &canvas)
        }
    }

    /// Shows a text's shadow (CSS Text Decoration 3, §4): its glyphs once more, which stand for no text.
    private mutating func put(
        _ shadow: TextShadow, of glyphs: GlyphRun, _ opacity: Double, _ canvas: inout PageCanvas
    ) {
        guard !shadow.color.isTransparent else { return }
        if shadow.blur > 0 { context.report(Diagnostic(.warning, .unblurredTextShadow)) }
        var glyphs = glyphs
        glyphs.color = shadow.color.faded(to: opacity)
        glyphs.text = ""
        glyphs.clusters = glyphs.glyphs.map { _ in GlyphRun.Cluster(byteCount: 0, glyphCount: 1) }
        for index in glyphs.glyphs.indices {
            glyphs.x[index] += shadow.offset.x
            glyphs.y[index] += shadow.offset.y
        }
        put(.glyphs(glyphs), .artifact(.layout), &canvas)
    }

    /// An inline structure element, made when its first content is placed.
    private mutating func owner(
        of element: Int?, _ content: InlineContent, _ paragraph: Int?, _ block: MarkedContent.Owner
    ) -> MarkedContent.Owner {
        guard let paragraph, case .element(let root) = block, let index = element else { return block }
        return .element(self.element(index, content, paragraph, root))
    }

    private mutating func element(
        _ index: Int, _ content: InlineContent, _ paragraph: Int, _ root: StructureElement.ID
    ) -> StructureElement.ID {
        let key = InlineKey(paragraph: paragraph, element: index)
        if let known = inlineElements[key] { return known }
        let inline = content.elements[index]
        var made = inline.element
        made.parent = inline.parent.map { element($0, content, paragraph, root) } ?? root
        let id = document.structure.add(made)
        inlineElements[key] = id
        return id
    }

    private mutating func addLink(
        _ link: InlineLink, key: (Int, Int), _ rect: Rect, _ content: InlineContent, _ paragraph: Int?,
        _ owner: MarkedContent.Owner, _ canvas: inout PageCanvas
    ) {
        guard let paragraph, case .element = owner, !canvas.isArtifact else { return }
        guard let id = inlineElements[InlineKey(paragraph: paragraph, element: link.element)] else { return }
        canvas.addLink(key: LinkKey(paragraph: key.0, link: key.1), rect, link, element: id)
    }

    mutating func glyphRun(_ run: VisualRun, _ span: InlineSpan, at origin: Point) -> GlyphRun? {
        guard let face = run.face, !run.glyphs.isEmpty else { return nil }
        let font: Int
        if let known = fontIndices[face.instance] {
            font = known
        } else {
            font = document.fonts.count
            fontIndices[face.instance] = font
            document.fonts.append(face.instance)
        }
        var xs: [Double] = []
        var ys: [Double] = []
        xs.reserveCapacity(run.glyphs.count)
        ys.reserveCapacity(run.glyphs.count)
        var pen = origin.x
        for index in run.glyphs.indices {
            xs.append(pen + run.xOffsets[index])
            ys.append(origin.y - run.yOffsets[index])
            pen += run.advances[index]
        }
        return GlyphRun(
            font: font, size: run.size, color: span.style.value.color, glyphs: run.glyphs, x: xs, y: ys, text: run.text,
            clusters: run.clusters.map {
                GlyphRun.Cluster(byteCount: UInt16(clamping: $0.byteCount), glyphCount: UInt16(clamping: $0.glyphCount))
            },
            isRightToLeft: run.level & 1 == 1, horizontalScale: run.horizontalScale, width: pen - origin.x)
    }
}

extension Diagnostic.Message {
    static let unblurredTextShadow: Self = "'text-shadow' is shown without its blur"
}
