public import ArticleModel
internal import TextAnalysis

/// Puts the pages of an article together again.
public struct ArticleJoiner: Sendable {
    /// What has been joined so far.
    public private(set) var article: Article
    /// The blocks of each page, by what they say.
    private var lastPage: [BlockKey]
    private var seen: Set<BlockKey>
    private var ids: Set<String>
    /// The letters of all of it.
    private var letters: String
    private var pageCount = 1

    public init(_ first: Article) {
        article = first
        lastPage = first.blocks.map(BlockKey.init)
        seen = Set(lastPage)
        ids = first.ids
        letters = lastPage.map(\.text).joined()
    }

    /// Why a page is not joined.
    public enum Refusal: Error, Hashable, Sendable {
        /// It has another title or another date.
        case anotherArticle
        /// It says what was there already.
        case repetition
    }

    /// A page with more than this share of its text already there is a repetition.
    private static let mostRepeated = 0.6

    /// Appends the next page.
    ///
    /// - Parameter isPossible: It only may be one: then its title has to be the article's.
    public mutating func append(_ page: Article, isPossible: Bool = false) throws(Refusal) {
        guard isSameArticle(page), !isPossible || hasSameTitle(page) else { throw .anotherArticle }
        let keys = page.blocks.map(BlockKey.init)
        let length = keys.reduce(0) { $0 + $1.weight }
        let repeated = keys.filter(isThere).reduce(0) { $0 + $1.weight }
        guard length > 0, Double(repeated) <= Self.mostRepeated * Double(length) else { throw .repetition }
        var blocks = page.blocks
        // The head is said on each page, and so is what stands at the end.
        let head = keys.prefix { isRepeatedHead($0) }.count
        blocks.removeFirst(head)
        let room = min(keys.count - head, lastPage.count)
        let tail = zip(keys.reversed(), lastPage.reversed()).prefix(room).prefix { $0 == $1 }.count
        article.blocks.removeLast(min(tail, article.blocks.count))
        pageCount += 1
        let renamed = page.withIDs(apartFrom: ids, page: pageCount, blocks: blocks)
        ids.formUnion(renamed.ids)
        article.blocks = Self.joined(article.blocks, renamed.blocks)
        article.notes += renamed.notes
        article.resources.merge(renamed.resources) { first, _ in first }
        article.metadata.modified = [article.metadata.modified, page.metadata.modified].compactMap(\.self).max()
        lastPage = Array(keys.dropFirst(head))
        seen.formUnion(keys)
        letters += keys.map(\.text).joined()
    }

    /// Titles may name the page, and slides have their own; dates are the article's.
    private func isSameArticle(_ page: Article) -> Bool {
        let (first, other) = (article.metadata, page.metadata)
        if let a = first.published?.prefix(10), let b = other.published?.prefix(10), a.count == 10, b.count == 10,
            a != b
        {
            return false
        }
        if let address = first.address, address == other.address { return true }
        guard let a = first.title.map(TitleKey.init), let b = other.title.map(TitleKey.init) else { return true }
        return a.isAkin(to: b)
    }

    /// Whether a block was there before, be it as a part of another.
    private func isThere(_ key: BlockKey) -> Bool {
        seen.contains(key) || key.text.utf8.count >= Self.tellingLength && letters.holds(key.text)
    }

    /// Text shorter than this stands in many places by chance.
    private static let tellingLength = 60

    private func hasSameTitle(_ page: Article) -> Bool {
        guard let title = article.metadata.title, let other = page.metadata.title else { return false }
        return TitleKey(title) == TitleKey(other)
    }

    private func isRepeatedHead(_ key: BlockKey) -> Bool {
        seen.contains(key) || key.isHeading && key.text == BlockKey.letters(article.metadata.title ?? "")
    }

    /// The two lists, a paragraph that the page's end cut made whole.
    private static func joined(_ first: [Block], _ second: [Block]) -> [Block] {
        guard case .paragraph(let start)? = first.last?.content, case .paragraph(let rest)? = second.first?.content,
            let last = start.plainText.last(where: { !$0.isWhitespace }), last.isLetter || last.isNumber || last == ",",
            let next = rest.plainText.first(where: { !$0.isWhitespace }), next.isLowercase
        else { return first + second }
        var whole = first[first.count - 1]
        whole.content = .paragraph(start + [.text(" ")] + rest)
        return first.dropLast() + [whole] + second.dropFirst()
    }
}

/// What a block says, by which it is known again on another page.
private struct BlockKey: Hashable {
    var text: String
    /// Addresses of its pictures.
    var pictures: [String]
    var isHeading: Bool

    init(_ block: Block) {
        text = Self.letters(block.plainText)
        var pictures: [String] = []
        _ = [block].mappingImages { image in
            pictures.append(image.address ?? image.resource ?? "")
            return image
        }
        self.pictures = pictures
        isHeading = if case .heading = block.content { true } else { false }
    }

    /// How much it counts: its letters, and a line for each picture.
    var weight: Int { text.utf8.count + 60 * pictures.count }

    static func letters(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
}

/// A title without the words and numbers that tell its page.
private struct TitleKey: Equatable {
    private var words: [String]

    init(_ title: String) {
        words = title.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        while let last = words.last, words.count > 1, isOfThePage(last) { words.removeLast() }
    }

    private func isOfThePage(_ word: String) -> Bool {
        word.allSatisfy(\.isNumber) || NumberedAddress.words.contains(word)
            || ["of", "von", "de", "di", "av", "van"].contains(word)
    }

    /// Whether two titles begin alike for most of the shorter one.
    func isAkin(to other: TitleKey) -> Bool {
        let shorter = min(words.count, other.words.count)
        let common = zip(words, other.words).prefix { $0 == $1 }.count
        return common == words.count && common == other.words.count || shorter > 0 && common * 10 >= shorter * 8
    }
}
