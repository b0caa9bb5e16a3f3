extension StyleResolver {
    /// The pictures that the rules for this medium, and for the document where its names are known, may show.
    ///
    /// Each address comes once, in the order of the rules. No style is computed for it, so that pictures can be fetched
    /// before anything is laid out; one that every element's cascade overrules is among them, too.
    public var pictures: [PictureAddress] {
        let entries = [index.entries] + PseudoElement.allCases.compactMap { pseudoIndexes[$0]?.entries }
        var search = PictureSearch(entries.flatMap { $0.map(\.rule) })
        for rule in entries.joined().map(\.rule) { search.look(at: rule.source, in: rule.buffer) }
        for rule in pages.rules.map(\.rule) { search.look(at: rule.source, in: rule.buffer) }
        return search.found
    }
}

/// Finds the addresses of pictures in declarations, those too that custom properties bring.
private struct PictureSearch {
    private(set) var found: [PictureAddress] = []
    private var known: Set<PictureAddress> = []
    /// All that is declared of each custom property.
    private var custom: [String: Set<String>] = [:]

    init(_ rules: [StyleRule]) {
        for rule in rules {
            for declaration in rule.custom { custom[declaration.name, default: []].insert(declaration.text) }
        }
    }

    mutating func look(at declarations: [SourceDeclaration], in buffer: TokenBuffer) {
        for declaration in declarations where PropertyTable.pictured.contains(declaration.name) {
            var open: Set<String> = []
            look(at: declaration.value, in: buffer, &open)
        }
    }

    /// `open` are the custom properties that have been looked at for this declaration.
    private mutating func look(at range: Range<Int>, in buffer: TokenBuffer, _ open: inout Set<String>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let token = buffer.tokens[index]
            guard token.kind == .url || token.kind == .function else {
                index += 1
                continue
            }
            var parser = ValueParser(buffer, index..<range.upperBound)
            if let picture = parser.picture() {
                note(picture.address)
                index = buffer.next(after: index)
                continue
            }
            let name = token.kind == .function ? buffer.lowercasedText(token) : ""
            if name == "var", let arguments = parser.block() { lookIntoVariable(arguments, &open) }
            // Targets are places in the document.
            index = name.hasPrefix("target-") ? buffer.next(after: index) : index + 1
        }
    }

    private mutating func lookIntoVariable(_ arguments: ValueParser, _ open: inout Set<String>) {
        var arguments = arguments
        guard open.count < Self.mostVariables, let name = arguments.name(), open.insert(name).inserted else { return }
        for text in (custom[name] ?? []).sorted() {
            // Addresses are relative to the sheet that uses the variable.
            let buffer = TokenBuffer(text, sheet: arguments.buffer.sheet)
            look(at: buffer.all, in: buffer, &open)
        }
    }

    /// Custom properties that one declaration leads to; more are none that someone wrote.
    private static let mostVariables = 100

    private mutating func note(_ address: PictureAddress) {
        if address.isOfPicture, known.insert(address).inserted { found.append(address) }
    }
}
