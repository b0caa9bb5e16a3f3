import Geometry
import Pages

/// Writes destinations, outline and page labels (PDF 32000-1, §12.3 and §12.4.2).
struct NavigationWriter {
    let document: Document
    let numbers: ObjectNumbers

    /// The number of the name tree of destinations, nil where there are none.
    func writeDestinations(to update: inout PDFUpdate) -> Int? {
        let entries = document.destinations.filter { document.pages.indices.contains($0.page) }.map { destination in
            (destination.name, { (text: inout PDFText) in writeView(of: destination, to: &text) })
        }
        return NameTree(entries: entries).write(to: &update)
    }

    private func writeView(of destination: Destination, to text: inout PDFText) {
        let height = document.pages[destination.page].size.height
        text.raw("[")
        text.reference(numbers.pages[destination.page])
        text.raw(" /XYZ ")
        text.real(destination.x)
        text.raw(" ")
        text.real(height - destination.y)
        text.raw(" null]")
    }

    /// The number of the outline's root, nil where there is no outline.
    func writeOutline(to update: inout PDFUpdate) -> Int? {
        guard !document.outline.isEmpty else { return nil }
        let root = update.reserve()
        let (first, last) = write(document.outline, under: root, to: &update)
        let visible = document.outline.reduce(0) { $0 + 1 + $1.visibleDescendants }
        update.object(root) { $0.raw("<< /Type /Outlines /First \(first) 0 R /Last \(last) 0 R /Count \(visible) >>") }
        return root
    }

    /// Writes siblings and what is below them; returns the numbers of the first and the last.
    private func write(
        _ items: [OutlineItem], under parent: Int, to update: inout PDFUpdate
    ) -> (first: Int, last: Int) {
        let first = update.reserve(items.count)
        for (index, item) in items.enumerated() {
            let number = first + index
            let children = item.children.isEmpty ? nil : write(item.children, under: number, to: &update)
            update.object(number) { text in
                text.raw("<< /Title ")
                text.string(item.title)
                text.raw(" /Parent \(parent) 0 R /Dest ")
                text.byteString(item.destination)
                if index > 0 { text.raw(" /Prev \(number - 1) 0 R") }
                if index < items.count - 1 { text.raw(" /Next \(number + 1) 0 R") }
                if let children {
                    let visible = item.children.reduce(0) { $0 + 1 + $1.visibleDescendants }
                    text.raw(" /First \(children.first) 0 R /Last \(children.last) 0 R")
                    text.raw(" /Count \(item.isOpen ? visible : -visible)")
                }
                text.raw(" >>")
            }
        }
        return (first, first + items.count - 1)
    }

    /// The page labels' number tree as syntax, nil where the labels are 1, 2, 3… as readers count anyway.
    func pageLabels() -> PDFText? {
        let labels = document.pages.enumerated().map { index, page in
            PageLabel(page.label.isEmpty ? String(index + 1) : page.label)
        }
        if labels.enumerated().allSatisfy({ $1 == PageLabel(String($0 + 1)) }) { return nil }
        var text = PDFText()
        text.raw("<< /Nums [")
        for (index, label) in labels.enumerated() where index == 0 || !label.follows(labels[index - 1]) {
            text.raw("\(index) <<")
            if let style = label.style { text.raw(" /S /\(style) /St \(label.number)") }
            if !label.prefix.isEmpty {
                text.raw(" /P ")
                text.string(label.prefix)
            }
            text.raw(" >> ")
        }
        text.raw("] >>")
        return text
    }
}

extension OutlineItem {
    /// How many entries below this one are seen when it is.
    fileprivate var visibleDescendants: Int {
        isOpen ? children.reduce(0) { $0 + 1 + $1.visibleDescendants } : 0
    }
}
