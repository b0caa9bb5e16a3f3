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
        var parser = ValueParser(buffer, range)
        while let token = parser.token {
            if let picture = parser.picture() {
                note(picture.address)
            } else if token.kind == .function {
                let name = buffer.lowercasedText(token)
                guard let arguments = parser.block() else { break }
                if name == "var" { lookIntoVariable(arguments, &open) }
                // Targets are places in the document.
                if !name.hasPrefix("target-") { look(at: arguments.rest, in: buffer, &open) }
            } else {
                parser.advance()
            }
        }
    }

    private mutating func lookIntoVariable(_ arguments: ValueParser, _ open: inout Set<String>) {
        var arguments = arguments
        guard let name = arguments.name(), open.insert(name).inserted else { return }
        for text in (custom[name] ?? []).sorted() {
            // Addresses are relative to the sheet that uses the variable.
            let buffer = TokenBuffer(text, sheet: arguments.buffer.sheet)
            look(at: buffer.all, in: buffer, &open)
        }
    }

    private mutating func note(_ address: PictureAddress) {
        if address.isOfPicture, known.insert(address).inserted { found.append(address) }
    }
}
