public import ArticleModel

/// Makes notes of the addresses that an article links to, for readers who cannot follow a link: paper has no pointer.
///
/// A link gets a note where its text does not say its address, in the order of reading and counted together with the
/// article's own notes. An address that recurs keeps its note. Links of pictures and those inside notes get none.
public enum LinkNotes {
    /// The class of a link whose address is not to be read in its text.
    public static let linkClass = "external"
    /// The class of a note that holds an address.
    public static let noteClass = "link"

    /// The article with a note for each address.
    public static func added(to article: Article) -> Article {
        var numbering = NoteNumbering(article)
        var result = article
        result.blocks = article.blocks.mappingInlines { inline in
            switch inline.content {
            case .noteReference(let id):
                numbering.call(id)
                return [inline]
            case .link(let link, let text) where link.needsAddress(besides: text):
                let id = numbering.note(for: link.address)
                let call = Inline(.noteReference(id), attributes: Attributes(classes: [noteClass]))
                // The call stands at the last word, not behind the space after it.
                let (words, space) = text.partingLastSpace
                var linked = inline.marked
                linked.content = .link(link, words)
                return [linked, call] + (space.isEmpty ? [] : [.text(space)])
            default: return [inline]
            }
        }
        result.notes = numbering.notes()
        return result
    }

    /// The article with the links marked whose addresses are not to be read, for styles that show them in the text.
    public static func marked(in article: Article) -> Article {
        article.mappingInlines { inline in
            guard case .link(let link, let text) = inline.content, link.needsAddress(besides: text) else {
                return [inline]
            }
            return [inline.marked]
        }
    }
}

/// An article's notes in the order in which they are called, the addresses' among them.
private struct NoteNumbering {
    private let own: [Note]
    private var known: Set<Note.ID>
    private var order: [Note.ID] = []
    private var called: Set<Note.ID> = []
    private var addresses: [String: Note.ID] = [:]
    private var made: [Note.ID: Note] = [:]

    init(_ article: Article) {
        own = article.notes
        known = Set(article.notes.map(\.id))
    }

    mutating func call(_ id: Note.ID) {
        if called.insert(id).inserted { order.append(id) }
    }

    /// The note of an address, which is called here.
    mutating func note(for address: String) -> Note.ID {
        if let id = addresses[address] { return id }
        var number = addresses.count + 1
        while known.contains("link-\(number)") { number += 1 }
        let id = "link-\(number)"
        known.insert(id)
        addresses[address] = id
        made[id] = Note(id: id, address: address)
        call(id)
        return id
    }

    /// All notes; those that nothing calls come last, as they were.
    func notes() -> [Note] {
        let own = Dictionary(self.own.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return order.compactMap { made[$0] ?? own[$0] } + self.own.filter { !called.contains($0.id) }
    }
}

extension Note {
    /// A note that holds an address.
    fileprivate init(id: String, address: String) {
        let shown = Inline(
            .link(Link(address: address), [.text(address.readableAddress)]),
            attributes: Attributes(classes: ["address"]))
        self.init(
            id: id, blocks: [Block(.paragraph([shown]))],
            attributes: Attributes(classes: [LinkNotes.noteClass]))
    }
}

extension Inline {
    fileprivate var marked: Inline {
        var inline = self
        inline.attributes.classes.append(LinkNotes.linkClass)
        return inline
    }
}

extension [Inline] {
    /// The text without the white space at its end, and that.
    fileprivate var partingLastSpace: (words: [Inline], space: String) {
        guard case .text(let string)? = last?.content, let end = string.lastIndex(where: { !$0.isWhitespace }) else {
            return (self, "")
        }
        var words = self
        words[words.count - 1].content = .text(String(string[...end]))
        return (words, String(string[string.index(after: end)...]))
    }
}

extension Link {
    /// The link leads out of the article, has a text, and the text is not the address itself.
    fileprivate func needsAddress(besides text: [Inline]) -> Bool {
        guard address.hasPrefix("http://") || address.hasPrefix("https://") || address.hasPrefix("mailto:") else {
            return false
        }
        let shown = text.plainText.bareAddress
        return !shown.isEmpty && shown != address.bareAddress && shown != address.readableAddress.bareAddress
    }
}

extension String {
    /// The address as people write it: without `https://` and the last slash, letters instead of their escapes.
    var readableAddress: String {
        var address = self[...]
        for scheme in ["https://", "http://", "mailto:"] where address.hasPrefix(scheme) {
            address = address.dropFirst(scheme.count)
        }
        if address.hasSuffix("/") { address = address.dropLast() }
        return String(address).decodingLetters
    }

    /// What two ways of writing the same address share.
    fileprivate var bareAddress: String {
        var text = readableAddress.lowercased()
        while let last = text.last, last.isWhitespace || last == "/" { text.removeLast() }
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        return text.hasPrefix("www.") ? String(text.dropFirst(4)) : text
    }

    /// Escapes of UTF-8 beyond ASCII as the characters they stand for; all others stay, for they may mean something
    /// (RFC 3986, §2.2; RFC 3987, §3.2).
    private var decodingLetters: String {
        guard utf8.contains(UInt8(ascii: "%")) else { return self }
        let source = Array(utf8)
        var result: [UInt8] = []
        var index = 0
        while index < source.count {
            let run = Self.escapedRun(in: source, from: index)
            if !run.bytes.isEmpty, let letters = String(validating: run.bytes, as: UTF8.self),
                letters.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || $0.properties.isGraphemeExtend })
            {
                result += run.bytes
            } else {
                result += source[index..<max(run.end, index + 1)]
            }
            index = max(run.end, index + 1)
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The bytes that escapes beyond ASCII stand for, one after the other from a place on.
    private static func escapedRun(in source: [UInt8], from start: Int) -> (bytes: [UInt8], end: Int) {
        var bytes: [UInt8] = []
        var index = start
        while index + 2 < source.count, source[index] == UInt8(ascii: "%"),
            let value = UInt8(String(decoding: source[index + 1...index + 2], as: UTF8.self), radix: 16), value >= 0x80
        {
            bytes.append(value)
            index += 3
        }
        return (bytes, index)
    }
}
