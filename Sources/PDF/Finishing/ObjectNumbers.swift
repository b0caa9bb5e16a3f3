import Pages

/// The object numbers that parts of a finished document name each other by.
struct ObjectNumbers {
    /// Of the pages, as Cairo gave them.
    var pages: [Int]
    /// Of the structure tree's root, and of element 0; element i has the number `firstElement + i`.
    var structureRoot: Int
    var firstElement: Int
    /// Of the first link annotation of each page; the page's others follow it.
    var firstLinks: [Int]
    var linkCount: Int

    init(pages: [Int], document: Document, update: inout PDFUpdate) {
        self.pages = pages
        structureRoot = update.reserve()
        firstElement = update.reserve(document.structure.elements.count)
        linkCount = document.pages.reduce(0) { $0 + $1.links.count }
        let first = update.reserve(linkCount)
        firstLinks = []
        var number = first
        for page in document.pages {
            firstLinks.append(number)
            number += page.links.count
        }
    }

    func element(_ id: StructureElement.ID) -> Int { firstElement + id.index }

    func link(page: Int, index: Int) -> Int { firstLinks[page] + index }

    /// The key of a link in the parent tree; those of the pages are their indices and come first.
    func parentTreeKey(page: Int, link: Int) -> Int { pages.count + firstLinks[page] - (firstLinks.first ?? 0) + link }
}
