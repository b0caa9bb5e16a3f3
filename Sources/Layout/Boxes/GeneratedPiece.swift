public import CSS

/// A part of generated content.
public enum GeneratedPiece: Sendable {
    case text(String)
    case leader(String)
    case picture(ReplacedContent, SharedStyle)
}

extension [GeneratedPiece] {
    /// All text, leaders and pictures left out.
    var text: String {
        reduce(into: "") { text, piece in if case .text(let more) = piece { text += more } }
    }

    /// Nothing but ornament stands in it.
    var isOrnament: Bool {
        allSatisfy { piece in
            switch piece {
            case .text(let text): text.allSatisfy(\.isWhitespace)
            case .leader: true
            case .picture(let picture, _): picture.isDecoration
            }
        }
    }

    /// How it is read aloud where `alternative` is said of it; nil where nothing is.
    func speech(_ alternative: String?) -> GeneratedSpeech {
        if isOrnament { return .nothing }
        guard let words = alternative?.collapsingSpace else { return .itself }
        if words.isEmpty { return .nothing }
        // A picture that stands alone speaks for itself.
        return text.allSatisfy(\.isWhitespace) ? .itself : .words(words)
    }

    /// Adds text to the last piece, so that what belongs together is shaped together.
    mutating func append(text: String) {
        if case .text(let before)? = last {
            self[count - 1] = .text(before + text)
        } else if !text.isEmpty {
            append(.text(text))
        }
    }
}

/// How generated content is read aloud (CSS Content 3, §2.1).
enum GeneratedSpeech: Equatable {
    case itself, nothing
    case words(String)
}

extension StylePictures {
    /// A picture among the generated content of a style, in a box of its own; its alternative where it is not to be had.
    func pieces(of picture: StylePicture, in style: SharedStyle, alternative: String?) -> [GeneratedPiece] {
        let own = SharedStyle(style.value.forAnonymousInline)
        if let content = content(of: picture, in: own.value, alternative: alternative) {
            return [.picture(content, own)]
        }
        return alternative.map { $0.isEmpty ? [] : [.text($0)] } ?? []
    }
}
