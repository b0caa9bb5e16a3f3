public import ArticleModel
public import Diagnostics
internal import TextAnalysis

/// Looks whether an article's text was read in a wrong encoding, by us or by whoever wrote its file.
public enum ArticleDamage {
    /// A warning for each kind of damage, with what can be done.
    public static func diagnostics(of article: Article) -> [Diagnostic] {
        var damage = TextDamage()
        for text in [article.metadata.title, article.metadata.subtitle].compactMap(\.self) + article.metadata.authors {
            damage.add(text)
        }
        for block in article.blocks { damage.add(block.plainText) }
        for note in article.notes { for block in note.blocks { damage.add(block.plainText) } }
        guard !damage.isNone else { return [] }
        let sample = (damage.sample ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        var diagnostics: [Diagnostic] = []
        func warn(_ message: Diagnostic.Message, _ remedy: String) {
            diagnostics.append(Diagnostic(.warning, message, remedy: remedy))
        }
        if damage.replacements > 0 {
            warn(
                .lostCharacters(damage.replacements, sample), "name the encoding with --encoding, or get the file anew")
        }
        if damage.controls > 0 { warn(.controlCharacters(damage.controls, sample), "try --encoding windows-1252") }
        if damage.isDoublyEncoded {
            warn(
                .doublyEncoded(sample),
                "name the encoding with --encoding, or get the file anew: it may have been written so")
        }
        return diagnostics
    }
}

extension Diagnostic.Message {
    static func lostCharacters(_ count: Int, _ sample: String) -> Self {
        "\(count) \(count == 1 ? "character is" : "characters are") lost in the text, shown as \u{FFFD}: “\(sample)”"
    }
    static func controlCharacters(_ count: Int, _ sample: String) -> Self {
        "the text holds \(count) control \(count == 1 ? "character" : "characters") that nothing shows: “\(sample)”"
    }
    static func doublyEncoded(_ sample: String) -> Self { "the text looks read in a wrong encoding: “\(sample)”" }
}
