/// Gives headings the ids that GitHub gives them, so that links within a document arrive.
struct HeadingIDs {
    private var used: [String: Int] = [:]

    /// Lower case, spaces as hyphens, other signs left out; a number behind ids that were there before.
    mutating func id(for heading: String) -> String? {
        var slug = ""
        for character in heading.lowercased().trimmed {
            if character.isLetter || character.isNumber || character == "-" || character == "_" {
                slug.append(character)
            } else if character.isWhitespace {
                slug.append("-")
            }
        }
        guard !slug.isEmpty else { return nil }
        let count = used[slug, default: 0]
        used[slug] = count + 1
        if count == 0 { return slug }
        let numbered = "\(slug)-\(count)"
        used[numbered] = 1
        return numbered
    }
}
