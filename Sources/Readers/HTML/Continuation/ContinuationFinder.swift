internal import HTML
internal import TextAnalysis
internal import Transport

/// Finds where an article goes on: in `rel=next`, and in links that show numbers or lead to the next number.
///
/// Sites say `rel=next` of the next article, too. So an address counts where it is this page's own with another number in
/// it, which says nothing of a page's name: `story`, `story/2`; `story_p1.html`, `story_p2.html`; `?page=2`. What is below
/// the page's own address or, of a saved page, in its folder is possible. Whether what stands there is of the same article
/// is seen when it is read.
struct ContinuationFinder {
    let document: HTMLDocument
    /// Where the page is: where it was fetched or saved, and where it says it was published.
    let addresses: [String]
    /// Bases for its references, in the order in which they are tried.
    let bases: [String]

    /// What has more pages is a discussion or a list.
    private static let mostPages = 30

    /// Bytes; links with longer texts tell no page.
    private static let longestText = 80

    init(_ document: HTMLDocument, source: String?, canonical: String?, base: String?) {
        self.document = document
        addresses = [source, canonical].compactMap(\.self)
        bases = [source, base.flatMap { AddressReference.resolve($0, against: source) }, canonical].compactMap(\.self)
    }

    /// nil where the page is all there is.
    var continuation: Continuation? {
        let own = addresses.flatMap { address in
            [NumberedAddress(stem: NumberedAddress.stem(of: address), number: 1, form: .marked)]
                + NumberedAddress.readings(of: address)
        }
        guard !own.isEmpty else { return nil }
        let links = links(next: Set(own.map { $0.number + 1 }))
        let found = links.flatMap { pages(of: $0, own: own) }
        // Two numbers without a word by them may be those of two articles; a row of them in links is pages, and so is what
        // has a first page without a number.
        let isRow =
            Set(found.filter(\.isShown).map(\.number)).count > 1 || found.contains { $0.isCertain && $0.number == 1 }
        var candidates = found.filter { $0.isCertain || isRow }
        // One page has one number: what most links agree on.
        let numbers = Dictionary(grouping: candidates, by: \.ownNumber)
        let best = numbers.max { ($0.value.count, -$0.key) < ($1.value.count, -$1.key) }?.key
        guard let number = best else {
            let possible = links.filter(\.isNext).flatMap(possibleAddresses)
            return possible.isEmpty ? nil : Continuation(number: 1, pages: [:], possible: possible)
        }
        candidates = candidates.filter { $0.ownNumber == number }
        var addresses: [Int: [String]] = [:]
        for page in candidates where addresses[page.number]?.contains(page.address) != true {
            addresses[page.number, default: []].append(page.address)
        }
        guard addresses.keys.allSatisfy({ $0 <= Self.mostPages }) else { return nil }
        let possible = addresses[number + 1] == nil ? links.filter(\.isNext).flatMap(possibleAddresses) : []
        return Continuation(number: number, pages: addresses, possible: possible)
    }

    /// A link that may lead to another page.
    private struct Link {
        var reference: String
        /// What it shows, shortened; empty for a `link` of the head.
        var text: String
        var isNext: Bool
        var isPrevious: Bool
    }

    /// A page that a link leads to.
    private struct Page {
        var address: String
        var number: Int
        var ownNumber: Int
        /// The address alone tells that both are pages of one thing.
        var isCertain: Bool
        /// The link shows the number.
        var isShown: Bool
    }

    /// The links that could lead to a page. A page has hundreds, of which the bytes of address and text tell most to be none.
    ///
    /// - Parameter next: The numbers that the next page can have.
    private func links(next: Set<Int>) -> [Link] {
        var links: [Link] = []
        for index in 0..<document.nodeCount {
            let node = NodeID(index)
            let isHead = document.has(.link, at: node)
            guard isHead || document.has(.a, at: node), let reference = document.attributeRange(.href, of: node) else {
                continue
            }
            let relations = (document.attribute(.rel, of: node) ?? "").lowercased()
            let isNext = relations.holds("next")
            let isPrevious = relations.holds("prev")
            if isHead, !isNext, !isPrevious { continue }
            guard let text = isHead ? [] : shortText(of: node) else { continue }
            let showsNumber = text.contains(where: isDigit)
            guard isNext || isPrevious || showsNumber || lastNumber(reference).map(next.contains) == true else {
                continue
            }
            let words = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace)
            links.append(
                Link(
                    reference: String(decoding: document.utf8[reference], as: UTF8.self),
                    text: words.joined(separator: " "), isNext: isNext, isPrevious: isPrevious))
        }
        return links
    }

    /// The last number in an address.
    private func lastNumber(_ reference: Range<Int>) -> Int? {
        var end = reference.upperBound
        while end > reference.lowerBound, !isDigit(document.utf8[end - 1]) { end -= 1 }
        var start = end
        while start > reference.lowerBound, isDigit(document.utf8[start - 1]), end - start < 4 { start -= 1 }
        return Int(String(decoding: document.utf8[start..<end], as: UTF8.self))
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// What a link shows; nil where that is too long to tell a page.
    private func shortText(of link: NodeID) -> [UInt8]? {
        var text: [UInt8] = []
        var node = document.firstChild(of: link)
        while let current = node {
            if document.kind(of: current) == .text {
                let range = document.textRange(of: current)
                guard text.count + range.count <= Self.longestText else { return nil }
                text += document.utf8[range]
            }
            node = following(current, in: link)
        }
        return text
    }

    /// The next node of a tree in document order.
    private func following(_ node: NodeID, in root: NodeID) -> NodeID? {
        if let child = document.firstChild(of: node) { return child }
        var current = node
        while current != root {
            if let sibling = document.nextSibling(of: current) { return sibling }
            guard let parent = document.parent(of: current) else { return nil }
            current = parent
        }
        return nil
    }

    /// The pages that a link may mean, one for each base at most.
    private func pages(of link: Link, own: [NumberedAddress]) -> [Page] {
        let shown = Self.shownNumber(link.text)
        // What stands behind a number that is no page's ("2 comments") is another thing.
        guard shown != nil || !link.text.contains(where: \.isNumber) || link.isNext else { return [] }
        var pages: [Page] = []
        for base in bases {
            guard !link.reference.lowercased().hasPrefix("javascript:"),
                let address = AddressReference.resolve(link.reference, against: base),
                !pages.contains(where: { $0.address == address }),
                !addresses.contains(String(address.prefix { $0 != "#" })),
                AddressReference(address).fragment?.lowercased().contains("comment") != true,
                let page = page(at: address, link, shown: shown, own: own)
            else { continue }
            pages.append(page)
        }
        return pages
    }

    private func page(at address: String, _ link: Link, shown: Int?, own: [NumberedAddress]) -> Page? {
        let first = NumberedAddress(stem: NumberedAddress.stem(of: address), number: 1, form: .marked)
        for reading in NumberedAddress.readings(of: address) + [first] {
            for own in own where own.stem == reading.stem && own.number != reading.number {
                let steps = reading.number - own.number
                let isTold = shown == reading.number || link.isNext && steps == 1 || link.isPrevious && steps == -1
                // From the first page to the second; or a word stands by both numbers.
                let isCertain =
                    own.number == 1 && (own.form == .marked || isTold && steps == 1) || reading == first
                    || own.form == .marked && reading.form == .marked
                let isStep = link.text.isEmpty == false && shown == nil && steps == 1 && reading.form != .suffix
                guard isTold || isCertain && isStep else { continue }
                return Page(
                    address: String(address.prefix { $0 != "#" }), number: reading.number, ownNumber: own.number,
                    isCertain: isCertain, isShown: shown == reading.number)
            }
        }
        return nil
    }

    /// Where a link to the next page may lead that has no number, or one that tells nothing.
    private func possibleAddresses(_ link: Link) -> [String] {
        var result: [String] = []
        for base in bases {
            guard
                let address = AddressReference.resolve(link.reference, against: base).map({ $0.prefix { $0 != "#" } }),
                !result.contains(String(address)), !addresses.contains(String(address)),
                addresses.contains(where: { Self.isNear(address, $0) })
            else { continue }
            result.append(String(address))
        }
        return result
    }

    /// Whether an address is below another, or of a file in the same folder.
    private static func isNear(_ address: Substring, _ own: String) -> Bool {
        let parts = AddressReference(address)
        let ownParts = AddressReference(own)
        guard parts.scheme == ownParts.scheme, parts.authority == ownParts.authority else { return false }
        if parts.scheme == "file" {
            return parts.path.lastIndex(of: "/").map { parts.path[...$0] }
                == ownParts.path.lastIndex(of: "/").map { ownParts.path[...$0] }
        }
        let own = ownParts.path.hasSuffix("/") ? ownParts.path : ownParts.path + "/"
        return own.utf8.count > 1 && parts.path.hasPrefix(own) && parts.path != own
    }

    /// The number that a link shows: `2`, `[2]`, `Page 2`, `Seite 2`.
    private static func shownNumber(_ text: String) -> Int? {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        switch words.count {
        case 1:
            let digits = words[0].drop { !$0.isNumber }
            let word = String(words[0].dropLast(digits.count))
            return word.isEmpty || NumberedAddress.words.contains(word) ? NumberedAddress.number(String(digits)) : nil
        case 2 where NumberedAddress.words.contains(String(words[0])): return NumberedAddress.number(String(words[1]))
        default: return nil
        }
    }
}
