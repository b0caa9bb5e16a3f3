internal import ArticleModel
internal import Diagnostics

/// Links that lead nowhere once the article stands alone.
enum LocalLinks {
    /// The article with links to places that it does not have, and to files of this machine, replaced by their text.
    static func checked(_ article: Article) -> Diagnosed<Article> {
        let targets = targets(in: article)
        var diagnostics: [Diagnostic] = []
        let result = article.mappingInlines { inline in
            guard case .link(let link, let text) = inline.content else { return [inline] }
            if link.address.hasPrefix("#") {
                if targets.contains(String(link.address.dropFirst())) { return [inline] }
                diagnostics.append(Diagnostic(.note, .linkToNowhere(link.address)))
            } else if link.address.hasPrefix("file:") {
                diagnostics.append(Diagnostic(.note, .linkToLocalFile(link.address)))
            } else {
                return [inline]
            }
            return inline.attributes.isEmpty ? text : [Inline(.span(text), attributes: inline.attributes)]
        }
        return Diagnosed(result, diagnostics)
    }

    /// Every id of the article.
    private static func targets(in article: Article) -> Set<String> {
        var targets: Set<String> = []
        article.forEachBlock { block in
            if let id = block.attributes.id { targets.insert(id) }
            if case .list(let list) = block.content { targets.formUnion(list.items.compactMap(\.attributes.id)) }
            if case .table(let table) = block.content {
                targets.formUnion(table.rows.flatMap(\.cells).compactMap(\.attributes.id))
            }
        }
        article.forEachInline { if let id = $0.attributes.id { targets.insert(id) } }
        return targets
    }
}

extension Diagnostic.Message {
    static func linkToNowhere(_ address: String) -> Self { "the link to '\(address)' leads nowhere in this article" }
    static func linkToLocalFile(_ address: String) -> Self { "the link to the file '\(address)' is left out" }
}
