internal import ArticleModel

extension Article {
    /// The ids of its blocks, inlines and notes.
    var ids: Set<String> {
        var ids = Set(notes.map(\.id))
        forEachBlock { if let id = $0.attributes.id { ids.insert(id) } }
        forEachInline { if let id = $0.attributes.id { ids.insert(id) } }
        return ids
    }

    /// The article with these blocks in place of its own, and with ids that are none of the taken ones; links and calls
    /// of notes follow.
    func withIDs(apartFrom taken: Set<String>, page: Int, blocks: [Block]) -> Article {
        var copy = self
        copy.blocks = blocks
        let own = copy.ids
        var names: [String: String] = [:]
        for id in own.intersection(taken).sorted() {
            var name = "page\(page)-\(id)"
            while own.contains(name) || taken.contains(name) { name += "-" }
            names[id] = name
        }
        guard !names.isEmpty else { return copy }
        for index in copy.notes.indices { copy.notes[index].id = names[copy.notes[index].id] ?? copy.notes[index].id }
        return copy.mappingBlocks { block in
            var block = block
            block.attributes.id = block.attributes.id.map { names[$0] ?? $0 }
            return [block]
        }.mappingInlines { inline in
            var inline = inline
            inline.attributes.id = inline.attributes.id.map { names[$0] ?? $0 }
            switch inline.content {
            case .noteReference(let id): inline.content = .noteReference(names[id] ?? id)
            case .link(var link, let text) where link.address.hasPrefix("#"):
                let id = String(link.address.dropFirst())
                link.address = "#" + (names[id] ?? id)
                inline.content = .link(link, text)
            default: break
            }
            return [inline]
        }
    }
}
