internal import HTML
internal import TextAnalysis

/// Authors as the page shows them.
enum BylineFinder {
    /// Texts of `rel=author` links and byline elements near the top, the first that reads like a name.
    static func authors(in document: HTMLDocument) -> [String] {
        var byline: String?
        for index in 0..<document.nodeCount {
            let node = NodeID(index)
            guard document.kind(of: node) == .element else { continue }
            if let rel = document.attribute(.rel, of: node), rel.split(separator: " ").contains("author"),
                document.has(.a, at: node)
            {
                let text = MetaTags.text(of: node, document)
                if isName(text) { return [text] }
            }
            if byline == nil, let names = document.attribute(.class, of: node) ?? document.attribute(.id, of: node),
                isByline(names)
            {
                let text = MetaTags.text(of: node, document)
                if isName(name(text)) { byline = text }
            }
        }
        return byline.map { [$0] } ?? []
    }

    private static func isByline(_ names: String) -> Bool {
        let names = names.lowercased()
        return ["byline", "author", "dateline", "writtenby", "p-author"].contains { names.holds($0) }
    }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.count < 100 && text.contains(where: \.isLetter) && text.split(separator: " ").count <= 8
    }

    /// A name without the words that introduce it and the date behind it.
    static func name(_ text: String) -> String {
        var collapsed = HTMLText.collapsed(text)
        if let digit = collapsed.firstIndex(where: \.isNumber), digit > collapsed.startIndex {
            let before = String(collapsed[..<digit]).trimmed
            if before.split(separator: " ").count >= 2 { collapsed = before }
        }
        let lower = collapsed.lowercased()
        for word in [
            "written by ", "posted by ", "by ", "by: ", "von ", "par ", "por ", "di ", "door ", "av ", "af ", "autor: ",
            "author: ",
        ]
        where lower.hasPrefix(word) {
            return String(collapsed.dropFirst(word.count)).trimmed
        }
        return collapsed
    }
}

/// BCP 47 tags as pages give them.
enum LanguageTag {
    /// The tag with hyphens, or nil where it is none.
    static func normalized(_ text: String?) -> String? {
        guard let text else { return nil }
        let tag = String(text.trimmed.map { $0 == "_" ? "-" : $0 })
        let first = tag.prefix { $0 != "-" }
        guard first.utf8.count >= 2, first.utf8.count <= 8, tag.utf8.count <= 35 else { return nil }
        let isTag = tag.utf8.allSatisfy {
            $0 == 0x2D || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x30 && $0 <= 0x39
        }
        return isTag ? tag : nil
    }
}
