import ArticleModel
import TextAnalysis

/// The text of one list of inlines, at any depth, as one sequence of UTF-16 units that rules can change.
///
/// Each unit knows which text of the list it belongs to, so that a quotation may open in plain text and close inside of
/// emphasis. What is not prose (code, keys, formulas, pictures) is one U+FFFC; calls of notes are left out.
struct RunningText {
    private(set) var units: [UInt16] = []
    /// For each unit the index of the text that it belongs to.
    private var owners: [Int32] = []
    /// True for units of addresses, which no rule touches.
    private var isFixed: [Bool] = []
    /// By owner.
    private var contexts: [Context] = []

    struct Context {
        var language: TextLanguage
        /// Inside of a quotation that gets its marks from the style.
        var isQuoted: Bool
    }

    /// A change of one stretch of units.
    struct Edit {
        var range: Range<Int>
        var text: [UInt16]

        init(_ range: Range<Int>, _ text: String) {
            self.range = range
            self.text = Array(text.utf16)
        }
    }

    init(_ inlines: [Inline], language: String?) {
        gather(inlines, Context(language: TextLanguage(language), isQuoted: false))
        isFixed = Array(repeating: false, count: units.count)
        for address in TextAddresses.ranges(in: units) {
            for offset in address { isFixed[offset] = true }
        }
    }

    /// What every rule may ask of an offset, also one outside of the text.
    subscript(offset: Int) -> UInt16? { units.indices.contains(offset) ? units[offset] : nil }

    func language(at offset: Int) -> TextLanguage { contexts[Int(owners[offset])].language }
    func isQuoted(at offset: Int) -> Bool { contexts[Int(owners[offset])].isQuoted }
    func isFixed(at offset: Int) -> Bool { isFixed[offset] }

    // MARK: Gathering

    private mutating func gather(_ inlines: [Inline], _ outer: Context) {
        for inline in inlines {
            var context = outer
            if let language = inline.attributes.language { context.language = TextLanguage(language) }
            switch inline.content {
            case .text(let text):
                contexts.append(context)
                add(Array(text.utf16), owner: contexts.count - 1)
            case .quotation(let children):
                context.isQuoted = true
                gather(children, context)
            case .code, .keyboard, .math, .image, .ruby: addOpaque(0xFFFC, outer)
            case .lineBreak: addOpaque(0x2028, outer)
            case .noteReference: break
            case .emphasis, .strong, .strikethrough, .underline, .mark, .subscript, .superscript, .smallCaps, .citation,
                .abbreviation, .time, .span, .isolate, .override, .link:
                gather(inline.children, context)
            }
        }
    }

    private mutating func add(_ text: [UInt16], owner: Int) {
        units += text
        owners += Array(repeating: Int32(owner), count: text.count)
    }

    /// An owner of its own keeps the place; nobody takes its text back.
    private mutating func addOpaque(_ unit: UInt16, _ context: Context) {
        contexts.append(context)
        add([unit], owner: contexts.count - 1)
    }

    // MARK: Changing

    /// Applies changes that are in order and do not overlap; those that touch an address are left out.
    mutating func apply(_ edits: [Edit]) {
        guard !edits.isEmpty else { return }
        var units: [UInt16] = []
        var owners: [Int32] = []
        var isFixed: [Bool] = []
        units.reserveCapacity(self.units.count + edits.count)
        var position = 0
        for edit in edits where !edit.range.contains(where: { self.isFixed[$0] }) {
            guard edit.range.lowerBound >= position else { continue }
            // What is put in belongs to the text before it, but for what stands at the very start.
            let neighbour = edit.range.isEmpty ? max(0, edit.range.lowerBound - 1) : edit.range.lowerBound
            guard self.owners.indices.contains(neighbour) else { continue }
            units += self.units[position..<edit.range.lowerBound] + edit.text
            owners += self.owners[position..<edit.range.lowerBound]
            owners += Array(repeating: self.owners[neighbour], count: edit.text.count)
            isFixed += self.isFixed[position..<edit.range.lowerBound]
            isFixed += Array(repeating: false, count: edit.text.count)
            position = edit.range.upperBound
        }
        self.owners = owners + self.owners[position...]
        self.isFixed = isFixed + self.isFixed[position...]
        self.units = units + self.units[position...]
    }

    // MARK: Giving back

    /// The inlines with the text as it is now.
    func inlines(like original: [Inline]) -> [Inline] {
        var texts = Array(repeating: [UInt16](), count: contexts.count)
        for (unit, owner) in zip(units, owners) { texts[Int(owner)].append(unit) }
        var next = 0
        return restore(original, texts, &next)
    }

    private func restore(_ inlines: [Inline], _ texts: [[UInt16]], _ next: inout Int) -> [Inline] {
        inlines.map { inline in
            switch inline.content {
            case .text:
                defer { next += 1 }
                return Inline(.text(String(decoding: texts[next], as: UTF16.self)), attributes: inline.attributes)
            case .code, .keyboard, .math, .image, .ruby, .lineBreak:
                next += 1
                return inline
            case .noteReference: return inline
            default: return inline.replacingChildren { restore($0, texts, &next) }
            }
        }
    }
}

/// A BCP 47 tag as rules ask about it.
struct TextLanguage {
    let tag: String?
    /// The first subtag in lower case; empty where the language is unknown.
    let primary: String

    init(_ tag: String?) {
        self.tag = tag
        primary = tag.map { $0.prefix { $0 != "-" }.lowercased() } ?? ""
    }

    func isOne(of languages: Set<String>) -> Bool { languages.contains(primary) }
}
