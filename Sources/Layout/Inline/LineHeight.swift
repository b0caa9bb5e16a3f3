import CSS

/// Sets the height of a line and where each inline box stands in it (CSS 2.2, §10.8; CSS Inline 3, §5).
struct LineHeight {
    private let paragraph: PreparedParagraph
    private var boxes: InlineBoxMetrics { paragraph.boxes }

    init(_ paragraph: PreparedParagraph) { self.paragraph = paragraph }

    /// What boxes reach above and below a baseline; points.
    private struct Extent {
        var above = -Double.infinity
        var below = -Double.infinity

        mutating func include(_ other: (above: Double, below: Double)) {
            above = max(above, other.above)
            below = max(below, other.below)
        }
    }

    /// Something that the line's top or bottom aligns: a box with all in it, or the atom at an offset.
    private enum Aligned: Hashable {
        case box(Int)
        case atom(Int)
    }

    /// All that is on a line: what stands on its baseline, and what waits for its height.
    private struct Extents {
        var line = Extent()
        /// Each about its own baseline.
        var subtrees: [(home: Aligned, extent: Extent)] = []

        mutating func include(_ own: (above: Double, below: Double), _ home: Aligned?) {
            guard let home else { return line.include(own) }
            guard let index = subtrees.firstIndex(where: { $0.home == home }) else {
                subtrees.append((home, Extent(above: own.above, below: own.below)))
                return
            }
            subtrees[index].extent.include(own)
        }
    }

    /// Shifts all fragments to their baselines and makes the line as high as they need.
    func align(_ line: inout LineBox) {
        var extents = Extents()
        extents.line.include(paragraph.blockFont.extent(shift: 0))
        var seen: Set<Int> = []
        var homes: [Aligned?] = []
        homes.reserveCapacity(line.fragments.count)
        for index in line.fragments.indices {
            let fragment = line.fragments[index]
            let box = paragraph.content.spans[fragment.span].box
            includeBoxes(from: box, &extents, &seen)
            var home = box.flatMap { boxes.boxes[$0].aligned }.map(Aligned.box)
            var shift = box.map { boxes.boxes[$0].shift } ?? 0
            if fragment.isAtom, let atom = paragraph.atoms[fragment.range.lowerBound] {
                if let own = atom.alignment(in: boxes.font(of: box)) {
                    shift += own
                } else {
                    home = .atom(fragment.range.lowerBound)
                    shift = 0
                }
                extents.include((atom.above + shift, atom.below - shift), home)
            } else {
                extents.include(paragraph.fonts[fragment.span].extent(shift: shift), home)
            }
            line.fragments[index].shift = shift
            homes.append(home)
        }
        let shifts = settle(&extents)
        for (index, home) in homes.enumerated() {
            if let home, let shift = shifts[home] { line.fragments[index].shift += shift }
        }
        for case (.box(let box), let shift) in shifts { line.alignedShifts[box] = shift }
        raiseBoxes(&line)
        line.baseline = extents.line.above
        line.height = max(0, extents.line.above + extents.line.below)
    }

    /// Includes a box and those round it, each once.
    private func includeBoxes(from box: Int?, _ extents: inout Extents, _ seen: inout Set<Int>) {
        var box = box
        while let current = box, seen.insert(current).inserted {
            let metrics = boxes.boxes[current]
            extents.include(metrics.font.extent(shift: metrics.shift), metrics.aligned.map(Aligned.box))
            box = metrics.parent
        }
    }

    /// Makes room for what the line's edges align, and says how far each is shifted.
    private func settle(_ extents: inout Extents) -> [Aligned: Double] {
        for (home, own) in extents.subtrees {
            let missing = own.above + own.below - (extents.line.above + extents.line.below)
            guard missing > 0 else { continue }
            if isAtTop(home) { extents.line.below += missing } else { extents.line.above += missing }
        }
        var shifts: [Aligned: Double] = [:]
        for (home, own) in extents.subtrees {
            shifts[home] = isAtTop(home) ? extents.line.above - own.above : own.below - extents.line.below
        }
        return shifts
    }

    private func isAtTop(_ home: Aligned) -> Bool {
        switch home {
        case .box(let box): boxes.boxes[box].style.value.text.verticalAlign == .top
        case .atom(let offset): paragraph.atoms[offset].map { $0.style.text.verticalAlign == .top } ?? false
        }
    }

    /// Moves what boxes paint to their baselines, and pictures on their own lower edges.
    private func raiseBoxes(_ line: inout LineBox) {
        for index in line.boxes.indices {
            switch line.boxes[index].source {
            case .box(let box): line.boxes[index].top += line.shift(of: box, boxes)
            case .atom(let offset):
                let fragment = line.fragments.first { $0.isAtom && $0.range.lowerBound == offset }
                line.boxes[index].top += fragment?.shift ?? 0
            }
        }
        for index in line.fragments.indices {
            let offset = line.fragments[index].range.lowerBound
            if case .replaced = line.fragments[index].content,
                case .replaced(_, _, let bottom, _)? = paragraph.atoms[offset]?.content
            {
                line.fragments[index].shift += bottom
            }
        }
    }

    /// The letters fill em boxes, whose foot lies 0.12 em below the baseline (OpenType, BASE table).
    private var isIdeographic: Bool {
        paragraph.content.text.first(where: { $0 > 0x20 }).map(\.isIdeographic) == true
    }

    /// Lowers a line's foot for an annotation, as far as it does not fit into the leading of the line that follows.
    func makeRoom(below depth: Double, in line: inout LineBox) {
        let font = paragraph.blockFont
        let free = font.lineHeight - (isIdeographic ? 0.88 * font.size : font.ascent)
        line.height += max(0, depth - max(line.height - line.baseline, free))
    }

    /// Raises a line's top for an annotation, as far as it does not fit into the leading of the line before.
    func makeRoom(for height: Double, in line: inout LineBox) {
        let font = paragraph.blockFont
        let free = font.lineHeight - (isIdeographic ? 0.12 * font.size : font.descent)
        let missing = height - max(line.baseline, free)
        guard missing > 0 else { return }
        line.baseline += missing
        line.height += missing
    }
}
