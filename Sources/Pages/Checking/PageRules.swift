import Geometry

/// What a page must look like.
struct PageRules {
    let document: Document
    let text: PlacedText
    let textAreas: [Rect]?

    private typealias Finding = DocumentChecker.Finding

    func findings() -> [DocumentChecker.Finding] {
        (headings() + loneLines() + edges() + overlaps()).sorted { ($0.page ?? 0) < ($1.page ?? 0) }
    }

    /// A heading must have something of what follows it on its page.
    private func headings() -> [DocumentChecker.Finding] {
        let blocks = blocksInReadingOrder()
        return blocks.indices.compactMap { index in
            let block = blocks[index]
            guard document.structure[block.id].role.isHeading, let page = block.pages.max() else { return nil }
            let following = blocks[(index + 1)...]
            guard !following.isEmpty, !following.contains(where: { $0.pages.contains(page) }) else { return nil }
            return Finding(kind: .headingAtFoot, page: page, subject: words(of: block.id, on: page))
        }
    }

    private struct Block {
        var id: StructureElement.ID
        var pages: Set<Int>
    }

    /// Every block with the pages it stands on; notes are left out, as they stand at the foot anyway.
    private func blocksInReadingOrder() -> [Block] {
        var blocks: [Block] = []
        var places: [StructureElement.ID: Int] = [:]
        func visit(_ id: StructureElement.ID) {
            let element = document.structure[id]
            if element.role == .note { return }
            for child in element.children {
                switch child {
                case .element(let child): visit(child)
                case .link: break
                case .content(let page, _):
                    let block = text.blocks[id.index]
                    if let place = places[block] {
                        blocks[place].pages.insert(page)
                    } else {
                        places[block] = blocks.count
                        blocks.append(Block(id: block, pages: [page]))
                    }
                }
            }
        }
        visit(StructureTree.root)
        return blocks
    }

    /// A paragraph that goes over to another page leaves and takes at least two lines.
    private func loneLines() -> [DocumentChecker.Finding] {
        var lines: [StructureElement.ID: [Int: [(baseline: Double, size: Double)]]] = [:]
        for run in text.runs {
            guard let block = run.block, isRunningText(document.structure[block].role) else { continue }
            // Raised and lowered text belongs to the line beside it.
            let isNew =
                lines[block]?[run.page]?.contains {
                    abs($0.baseline - run.baseline) < max($0.size, run.size) * 0.6
                } != true
            if isNew { lines[block, default: [:]][run.page, default: []].append((run.baseline, run.size)) }
        }
        var findings: [Finding] = []
        for (block, pages) in lines where pages.count > 1 {
            let first = pages.keys.min()!
            let last = pages.keys.max()!
            if pages[first]!.count == 1 {
                findings.append(Finding(kind: .loneFirstLine, page: first, subject: words(of: block, on: first)))
            }
            if pages[last]!.count == 1 {
                findings.append(Finding(kind: .loneLastLine, page: last, subject: words(of: block, on: last)))
            }
        }
        return findings.sorted { $0.subject < $1.subject }
    }

    private func isRunningText(_ role: StructureElement.Role) -> Bool {
        role == .paragraph || role == .note || role == .listBody || role == .caption || role.isHeading
    }

    /// How far a stop or a hyphen may stand in the margin, in ems.
    private static let widestHang = 0.25

    /// Nothing leaves the page, and article text stays in its area.
    private func edges() -> [DocumentChecker.Finding] {
        let tolerance = 1.0
        let measures = textAreas == nil ? [inferredRightEdge(parity: 0), inferredRightEdge(parity: 1)] : []
        return text.runs.compactMap { run in
            let size = document.pages[run.page].size
            if run.left < -tolerance || run.right > size.width + tolerance || run.baseline < 0
                || run.baseline > size.height
            {
                return Finding(kind: .outsidePage, page: run.page, subject: run.text)
            }
            guard run.block != nil else { return nil }
            var isBeyond = false
            if let area = textAreas?[run.page] {
                // Punctuation may stand in the margin.
                let hang = tolerance + Self.widestHang * run.size
                isBeyond = run.left < area.minX - hang || run.right > area.maxX + hang
                isBeyond = isBeyond || run.baseline > area.maxY + tolerance || run.baseline < area.minY - tolerance
            } else if let edge = measures[run.page % 2] {
                isBeyond = run.right > edge + tolerance + Self.widestHang * run.size
            }
            return isBeyond ? Finding(kind: .beyondTextArea, page: run.page, subject: run.text) : nil
        }
    }

    /// The right end that most runs of left or right pages share; nil where too few share one.
    private func inferredRightEdge(parity: Int) -> Double? {
        var counts: [Int: Int] = [:]
        for run in text.runs where run.block != nil && run.page % 2 == parity {
            counts[Int((run.right * 2).rounded()), default: 0] += 1
        }
        let fewest = 8
        return counts.filter { $0.value >= fewest }.max { ($0.value, $0.key) < ($1.value, $1.key) }
            .map { Double($0.key) / 2 }
    }

    /// Two runs must not cover each other: their bands from the baseline to about the height of capitals are compared.
    private func overlaps() -> [DocumentChecker.Finding] {
        var findings: [Finding] = []
        for page in document.pages.indices {
            let runs = text.runs.filter { $0.page == page }.sorted { $0.baseline < $1.baseline }
            for (index, upper) in runs.enumerated() {
                for lower in runs[(index + 1)...] {
                    if lower.baseline - upper.baseline > lower.size { break }
                    let width = min(upper.right, lower.right) - max(upper.left, lower.left)
                    let capitals = 0.65
                    let top = max(upper.baseline - upper.size * capitals, lower.baseline - lower.size * capitals)
                    let height = upper.baseline - top
                    if width > 1.5, height > 0.1 * min(upper.size, lower.size) {
                        let subject = "\(upper.text) / \(lower.text)"
                        findings.append(Finding(kind: .overlap, page: page, subject: subject))
                    }
                }
            }
        }
        return findings
    }

    /// The beginning of a block's text on a page.
    private func words(of block: StructureElement.ID, on page: Int) -> String {
        let all = text.runs.lazy.filter { $0.block == block && $0.page == page }.map(\.text).prefix(3).joined()
        return String(all.prefix(60))
    }
}
