/// What holds between pages and structure tree, whatever the article.
struct StructureRules {
    let document: Document
    let text: PlacedText

    func findings() -> [DocumentChecker.Finding] {
        references() + links() + elements() + destinations() + artifacts()
    }

    private typealias Finding = DocumentChecker.Finding

    private struct Place: Hashable {
        var page: Int
        var index: Int
    }

    /// Every piece of content is referred to exactly once, by its owner.
    private func references() -> [DocumentChecker.Finding] {
        var findings: [Finding] = []
        var seen: Set<Place> = []
        for (index, element) in document.structure.elements.enumerated() {
            for case .content(let page, let piece) in element.children {
                let subject = "\(element.role.rawValue) #\(index) to [\(piece)]"
                guard document.pages.indices.contains(page), document.pages[page].content.indices.contains(piece) else {
                    findings.append(Finding(kind: .danglingReference, page: page, subject: subject))
                    continue
                }
                if document.pages[page].content[piece].owner != .element(StructureElement.ID(index)) {
                    findings.append(Finding(kind: .wrongOwner, page: page, subject: subject))
                }
                if !seen.insert(Place(page: page, index: piece)).inserted {
                    findings.append(Finding(kind: .contentTwiceInTree, page: page, subject: subject))
                }
            }
        }
        for (page, content) in document.pages.enumerated() {
            for (index, piece) in content.content.enumerated() {
                guard case .element(let id) = piece.owner, !seen.contains(Place(page: page, index: index)) else {
                    continue
                }
                findings.append(Finding(kind: .contentNotInTree, page: page, subject: "[\(index)] of #\(id.index)"))
            }
        }
        return findings
    }

    /// Every link is referred to by its element.
    private func links() -> [DocumentChecker.Finding] {
        var findings: [Finding] = []
        for (page, content) in document.pages.enumerated() {
            for (index, link) in content.links.enumerated() {
                let elements = document.structure.elements
                let count =
                    elements.indices.contains(link.element.index)
                    ? elements[link.element.index].children.count { $0 == .link(page: page, index: index) } : 0
                if count != 1 { findings.append(Finding(kind: .linkNotInTree, page: page, subject: link.description)) }
            }
        }
        for element in document.structure.elements {
            for case .link(let page, let index) in element.children
            where !document.pages.indices.contains(page) || !document.pages[page].links.indices.contains(index) {
                findings.append(Finding(kind: .danglingReference, page: page, subject: "link \(index)"))
            }
        }
        return findings
    }

    /// Parents and children agree, and elements have what PDF/UA wants of them.
    private func elements() -> [DocumentChecker.Finding] {
        var findings: [Finding] = []
        let elements = document.structure.elements
        var parents: [Int: Int] = [:]
        for (index, element) in elements.enumerated() {
            for case .element(let child) in element.children {
                let isRight = elements.indices.contains(child.index) && elements[child.index].parent?.index == index
                if !isRight || parents.updateValue(index, forKey: child.index) != nil {
                    findings.append(Finding(kind: .wrongParent, page: nil, subject: "#\(child.index)"))
                }
            }
        }
        for (index, element) in elements.enumerated() {
            let subject = "\(element.role.rawValue) #\(index)"
            if element.parent != nil, parents[index] == nil {
                findings.append(Finding(kind: .wrongParent, page: nil, subject: subject))
            }
            if element.role == .note, element.identifier == nil {
                findings.append(Finding(kind: .noteWithoutIdentifier, page: nil, subject: subject))
            }
            if element.role == .figure, element.alternative == nil, element.actualText == nil {
                findings.append(Finding(kind: .figureWithoutAlternative, page: nil, subject: subject))
            }
        }
        return findings
    }

    /// Links and outline lead to places that exist.
    private func destinations() -> [DocumentChecker.Finding] {
        var findings: [Finding] = []
        let names = Set(document.destinations.map(\.name))
        for (page, content) in document.pages.enumerated() {
            for link in content.links {
                if case .destination(let name) = link.target, !names.contains(name) {
                    findings.append(Finding(kind: .unknownDestination, page: page, subject: name))
                }
            }
        }
        func visit(_ items: [OutlineItem]) {
            for item in items {
                if !names.contains(item.destination) {
                    findings.append(Finding(kind: .unknownDestination, page: nil, subject: item.destination))
                }
                visit(item.children)
            }
        }
        visit(document.outline)
        return findings
    }

    /// Words in an artifact that is no running head must stand in the article too, as a repeated table head does.
    private func artifacts() -> [DocumentChecker.Finding] {
        let articleTexts = Set(text.runs.lazy.filter { $0.block != nil }.map(\.text))
        return text.runs.compactMap { run in
            guard run.artifact == .layout || run.artifact == .background, !articleTexts.contains(run.text),
                run.text.contains(where: { $0.isLetter || $0.isNumber })
            else { return nil }
            return Finding(kind: .articleTextInArtifact, page: run.page, subject: run.text)
        }
    }
}
