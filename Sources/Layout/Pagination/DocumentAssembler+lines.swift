import ArticleModel
import CSS
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
        for fragment in line.fragments.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            let span = content.spans[fragment.span]
            let owner = canvas.isArtifact ? owner : self.owner(of: span, content, paragraph, owner)
            let x = origin.x + fragment.x
            switch fragment.content {
            case .text(let run):
                guard let glyphs = glyphRun(run, span, at: Point(x: x, y: baseline - fragment.shift)) else { continue }
                let font = StyleMeasures(span.style, run)
                if !span.background.isTransparent {
                    canvas.addBackground(
                        .path(
                            .rectangle(
                                Rect(
                                    x: x, y: baseline - fragment.shift - font.ascent, width: fragment.width,
                                    height: font.ascent + font.descent),
                                fill: span.background)))
                }
                put(.glyphs(glyphs), owner, &canvas)
                for decoration in span.decorations {
                    put(.path(font.line(decoration, x: x, width: fragment.width, baseline: baseline)), owner, &canvas)
                }
                if let link = span.link {
                    let rect = Rect(
                        x: x, y: baseline - fragment.shift - font.ascent, width: fragment.width,
                        height: font.ascent + font.descent)
                    addLink(content.links[link], key: (paragraph ?? 0, link), rect, content, paragraph, owner, &canvas)
                }
            case .leader(let run):
                guard let glyphs = glyphRun(run, span, at: Point(x: x, y: baseline - fragment.shift)) else { continue }
                put(.glyphs(glyphs), .artifact(.layout), &canvas)
            case .replaced(let replaced, let height):
                let rect = Rect(x: x, y: baseline - fragment.shift - height, width: fragment.width, height: height)
                place(replaced, in: rect, owner: owner, canvas: &canvas)
                if let link = span.link {
                    addLink(content.links[link], key: (paragraph ?? 0, link), rect, content, paragraph, owner, &canvas)
                }
            }
        }
    }

    /// The structure element of a span, made when its first content is placed.
    private mutating func owner(
        of span: InlineSpan, _ content: InlineContent, _ paragraph: Int?, _ block: MarkedContent.Owner
    ) -> MarkedContent.Owner {
        guard let paragraph, case .element(let root) = block, let index = span.element else { return block }
        return .element(element(index, content, paragraph, root))
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
