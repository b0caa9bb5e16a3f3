import ArticleMarkup
import CSS

/// `::first-letter` (CSS Pseudo-Elements 4, §2.2).
extension BoxWalk {
    /// Adds text under an element's style, its first letter in the style that the block round it gives to first letters.
    mutating func addText(_ text: String, _ style: SharedStyle, into flow: inout Flow) {
        guard let block = pendingFirstLetter, let parts = FirstLetter(text) else { return flow.inline.add(text) }
        pendingFirstLetter = nil
        guard let value = styles.style(of: block, pseudo: .firstLetter, inheriting: style.value) else {
            return flow.inline.add(text)
        }
        let own = SharedStyle(value)
        flow.inline.add(parts.before)
        if let letter = initialLetter(parts.letter, own), flow.inline.setInitialLetter(letter) {
            return flow.inline.add(parts.rest)
        }
        var context = flow.inline.current
        context.style = own
        context.decorations += own.ownDecorations
        flow.inline.openBox(context)
        flow.inline.add(parts.letter)
        flow.inline.close()
        flow.inline.add(parts.rest)
    }

    /// The letter by itself, where its style takes it out of the text.
    private func initialLetter(_ letter: String, _ style: SharedStyle) -> InitialLetter? {
        let floats = style.box.float == .left || style.box.float == .right
        guard floats || style.text.initialLetter != nil else { return nil }
        var inline = InlineBuilder(style: style)
        inline.add(letter)
        let content = inline.finish()
        return floats ? .floated(content, style: style) : .sized(content, style: style)
    }
}

/// A text parted round its first letter, which takes the punctuation beside it along.
private struct FirstLetter {
    var before: String
    var letter: String
    var rest: String

    /// Nil where the text has no letter.
    init?(_ text: String) {
        var start = text.startIndex
        while start < text.endIndex, text[start].isWhitespace { start = text.index(after: start) }
        var end = start
        while end < text.endIndex, text[end].isPunctuationOfFirstLetter || text[end].isSpaceSeparator {
            end = text.index(after: end)
        }
        guard end < text.endIndex, !text[end].isWhitespace else { return nil }
        end = text.index(after: end)
        while end < text.endIndex, text[end].isPunctuationOfFirstLetter, !text[end].isOpening {
            end = text.index(after: end)
        }
        before = String(text[..<start])
        letter = String(text[start..<end])
        rest = String(text[end...])
    }
}

extension Character {
    /// Categories Ps, Pe, Pi, Pf and Po, and dashes before the letter are none (CSS Pseudo-Elements 4, §2.2.1).
    fileprivate var isPunctuationOfFirstLetter: Bool {
        guard let category = unicodeScalars.first?.properties.generalCategory else { return false }
        return switch category {
        case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation: true
        default: false
        }
    }

    fileprivate var isOpening: Bool {
        let category = unicodeScalars.first?.properties.generalCategory
        return category == .openPunctuation || category == .initialPunctuation
    }

    /// Category Zs but U+3000, which may stand between the punctuation and the letter.
    fileprivate var isSpaceSeparator: Bool {
        unicodeScalars.first?.properties.generalCategory == .spaceSeparator && self != "\u{3000}"
    }
}
