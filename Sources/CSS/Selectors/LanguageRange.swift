/// A range of `:lang()`, by the extended filtering of RFC 4647, §3.3.2 (Selectors 4, §7.2).
@usableFromInline
struct LanguageRange: Hashable, Sendable {
    /// Lower case; `*` is any.
    @usableFromInline let subtags: [String]

    init(_ text: String) {
        subtags = text.asciiLowercased.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    }

    /// `language` in lower case; the empty range is of elements whose language is said to be unknown.
    @usableFromInline
    func matches(_ language: String) -> Bool {
        let tags = language.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = subtags.first, let tag = tags.first else { return false }
        if first == "*" ? language.isEmpty : first != tag { return false }
        var position = 1
        for subtag in subtags.dropFirst() where subtag != "*" {
            while true {
                guard position < tags.count else { return false }
                defer { position += 1 }
                if tags[position] == subtag { break }
                // A single letter begins an extension, which nothing is looked for in.
                if tags[position].utf8.count == 1 { return false }
            }
        }
        return true
    }
}
