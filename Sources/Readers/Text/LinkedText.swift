internal import ArticleModel

/// Addresses written out in a text, as links.
enum LinkedText {
    /// The text with its web addresses linked and its runs of spaces single.
    static func inlines(of text: String) -> [Inline] {
        let text = text.collapsingSpace
        guard text.contains("://") || text.contains("www.") else { return text.isEmpty ? [] : [.text(text)] }
        var inlines: [Inline] = []
        var plain = ""
        for piece in pieces(of: text) {
            guard let (before, address, behind) = address(in: piece) else {
                plain += piece
                continue
            }
            plain += before
            if !plain.isEmpty { inlines.append(.text(plain)) }
            let target = address.hasPrefix("www.") ? "http://" + address : address
            inlines.append(Inline(.link(Link(address: target), [.text(address)])))
            plain = behind
        }
        if !plain.isEmpty { inlines.append(.text(plain)) }
        return inlines
    }

    /// Words and the spaces between them.
    private static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var isSpace = false
        for character in text {
            if !pieces.isEmpty, character.isWhitespace == isSpace {
                pieces[pieces.count - 1].append(character)
            } else {
                pieces.append(String(character))
                isSpace = character.isWhitespace
            }
        }
        return pieces
    }

    /// The address in a word, and what stands before and behind it: brackets and the sentence's own punctuation.
    private static func address(in word: String) -> (String, String, String)? {
        let starts = ["https://", "http://", "www."].compactMap { word.firstRange(of: $0)?.lowerBound }
        guard let start = starts.min() else { return nil }
        let before = word[..<start]
        guard before.allSatisfy({ !$0.isLetter && !$0.isNumber }) else { return nil }
        var address = word[start...].prefix { !"<>\"“”„«»".contains($0) }
        while let last = address.last, ".,;:!?)]}'’*_".contains(last) {
            // A closing bracket belongs to the address if an opening one does.
            if last == ")", address.contains("(") { break }
            address.removeLast()
        }
        guard address.count > 7, address.dropFirst(4).contains(".") else { return nil }
        return (String(before), String(address), String(word[address.endIndex...]))
    }
}
