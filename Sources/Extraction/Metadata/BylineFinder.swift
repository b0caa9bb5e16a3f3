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
                isByline(names), !isBeside(node, document)
            {
                let text = MetaTags.text(of: node, document)
                if isName(name(text)) { byline = text }
            }
        }
        return byline.map { [$0] } ?? []
    }

    private static func isByline(_ names: String) -> Bool {
        let names = names.lowercased()
        guard ["byline", "author", "dateline", "writtenby", "p-author", "autor", "auteur"].contains(where: names.holds)
        else {
            return false
        }
        return !["follow", "related", "list", "social", "avatar", "authors-more"].contains(where: names.holds)
    }

    /// Whether an element stands beside the article: bylines there are other articles'.
    private static func isBeside(_ node: NodeID, _ document: HTMLDocument) -> Bool {
        var ancestor = document.parent(of: node)
        while let current = ancestor {
            switch document.tag(of: current) {
            case .aside, .nav, .footer: return true
            case .article, .main, .body: return false
            default: ancestor = document.parent(of: current)
            }
        }
        return false
    }

    private static func isName(_ text: String) -> Bool {
        // Initials alone are a reader's who comments.
        let letters = text.unicodeScalars.reduce(0) { $0 + ($1.properties.isAlphabetic ? $1.isASCII ? 1 : 3 : 0) }
        return letters > 3 && text.count < 100 && text.split(separator: " ").count <= 8
    }

    /// A name without the words that introduce it and the date behind it.
    static func name(_ text: String) -> String {
        var collapsed = HTMLText.collapsed(text)
        if let digit = collapsed.firstIndex(where: \.isNumber), digit > collapsed.startIndex {
            let before = String(collapsed[..<digit]).trimmed
            if before.split(separator: " ").count >= 2 { collapsed = before }
        }
        var lower = collapsed.lowercased()
        for word in introductions where lower.hasPrefix(word) && lower.count > word.count {
            collapsed = String(collapsed.dropFirst(word.count)).trimmed
            lower = collapsed.lowercased()
        }
        // "Ann Setter Edited by Bo Binder", "Ann Setter | The Yard"
        for word in [" edited by ", " photographs by ", " photos by ", " illustrations by ", " | ", " · "] {
            if let end = lower.firstRange(of: word) {
                let head = collapsed.utf8.prefix(lower[..<end.lowerBound].utf8.count)
                if let head = String(head), head.utf8.count > 2 { collapsed = head.trimmed }
                break
            }
        }
        while let last = collapsed.last, ",;:|·-–—/ ".contains(last) { collapsed.removeLast() }
        return collapsed
    }

    /// Words before a name, longer ones before the shorter ones that they begin with.
    private static let introductions = [
        "article by ", "written by ", "posted by ", "published by ", "story by ", "words by ", "text by ",
        "reported by ",
        "a post by ", "by: ", "by ", "author: ", "authors: ", "text: ", "words: ", "ein artikel von ",
        "geschrieben von ",
        "veröffentlicht von ", "von: ", "von ", "verfasst von ", "publié par ", "écrit par ", "rédigé par ", "par ",
        "propos recueillis par ",
        "escrito por ", "publicado por ", "por: ", "por ", "scritto da ", "pubblicato da ", "a cura di ", "di ",
        "geschreven door ", "door: ", "door ", "skrevet av ", "publisert av ", "tekst: ", "av: ", "av ", "skriven av ",
        "skrevet af ", "af: ", "af ", "autor: ", "autorka: ", "autore: ", "auteur: ", "auteurs: ", "autor ",
        "kirjoittaja: ", "yazan: ", "yazar: ", "автор: ", "авторы: ", "текст: ", "作者：", "作者:", "作者 ", "文／", "文/", "记者：",
        "记者 ", "記者：", "글 ", "بقلم: ", "بقلم ", "כתב: ", "מאת: ", "מאת ",
    ]
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
