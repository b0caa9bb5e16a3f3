import FontFiles
import Geometry

/// A document as text, one line for each thing, for people and for golden files.
///
/// Lengths are points, rounded to hundredths. Fonts and pictures are named by what does not change from one machine to
/// the next: file name and content.
public enum PagesDump {
    /// The whole document.
    public static func text(of document: Document) -> String {
        var dump = Dump()
        dump.describe(document)
        return dump.lines.joined(separator: "\n") + "\n"
    }
}

/// The lines so far, and how far the next is indented.
struct Dump {
    private(set) var lines: [String] = []
    private var depth = 0

    mutating func line(_ text: String) { lines.append(String(repeating: "  ", count: depth) + text) }

    mutating func indented(_ body: (inout Dump) -> Void) {
        depth += 1
        body(&self)
        depth -= 1
    }

    mutating func describe(_ document: Document) {
        describe(document.metadata)
        for (index, font) in document.fonts.enumerated() { line("font \(index) \(font.summary)") }
        for (index, picture) in document.pictures.enumerated() { line("picture \(index) \(picture.summary)") }
        for (index, page) in document.pages.enumerated() {
            let boxes = [page.trim.map { " trim \($0.text)" }, page.bleed.map { " bleed \($0.text)" }].compactMap(
                \.self)
            line("page \(index) label \(page.label.quoted) size \(page.size.text)\(boxes.joined())")
            indented { $0.describe(page, in: document.structure) }
        }
        if !document.destinations.isEmpty {
            line("destinations")
            for destination in document.destinations {
                let place = "page \(destination.page) at \(destination.x.points) \(destination.y.points)"
                indented { $0.line("\(destination.name.quoted) \(place)") }
            }
        }
        if !document.outline.isEmpty {
            line("outline")
            indented { $0.describe(document.outline) }
        }
        if let type = document.type {
            line("type")
            indented { dump in for text in type.summary { dump.line(text) } }
        }
        line("structure")
        indented { $0.describe(StructureTree.root, in: document.structure) }
    }

    private mutating func describe(_ metadata: DocumentMetadata) {
        line("document \(metadata.title.quoted)")
        indented { dump in
            for author in metadata.authors { dump.line("author \(author.quoted)") }
            if let subject = metadata.subject { dump.line("subject \(subject.quoted)") }
            for keyword in metadata.keywords { dump.line("keyword \(keyword.quoted)") }
            dump.line("language \(metadata.language)\(metadata.isRightToLeft ? " right-to-left" : "")")
            if let source = metadata.source { dump.line("source \(source)") }
            if let publisher = metadata.publisher { dump.line("publisher \(publisher.quoted)") }
            dump.line("created \(metadata.created) modified \(metadata.modified)")
        }
    }

    private mutating func describe(_ page: Page, in tree: StructureTree) {
        for (index, content) in page.content.enumerated() {
            line("[\(index)] \(content.owner.summary(in: tree))")
            indented { dump in
                for item in content.items { dump.describe(item) }
            }
        }
        for (index, link) in page.links.enumerated() {
            let rects = link.rects.map(\.text).joined(separator: ", ")
            line("link \(index) #\(link.element.index) \(link.target.summary) \(link.description.quoted) at \(rects)")
        }
    }

    private mutating func describe(_ item: DisplayItem) {
        switch item {
        case .glyphs(let run): line(run.summary)
        case .picture(let picture): line("picture \(picture.source) at \(picture.rect.text)")
        case .path(let path):
            line(path.summary)
            if case .tiling(let tiling) = path.paint {
                indented { dump in for item in tiling.items { dump.describe(item) } }
            }
        case .group(let group):
            line(group.summary)
            indented { dump in
                for item in group.items { dump.describe(item) }
            }
        }
    }

    private mutating func describe(_ items: [OutlineItem]) {
        for item in items {
            line("\(item.title.quoted) to \(item.destination.quoted)\(item.isOpen ? "" : " closed")")
            indented { $0.describe(item.children) }
        }
    }

    private mutating func describe(_ id: StructureElement.ID, in tree: StructureTree) {
        let element = tree[id]
        line(element.summary(id))
        indented { dump in
            for child in element.children {
                switch child {
                case .element(let child): dump.describe(child, in: tree)
                case .content(let page, let index): dump.line("page \(page) [\(index)]")
                case .link(let page, let index): dump.line("page \(page) link \(index)")
                }
            }
        }
    }
}
