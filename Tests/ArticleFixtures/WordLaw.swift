public import ArticleModel
import Foundation

/// What the writers' texts must hold.
public enum WordLaw {
    /// The runs of an article's text that a page's text does not hold; white space does not count.
    public static func missing(from html: String, of article: Article) -> [String] {
        let text = squeezed(plainText(of: html))
        var missing: [String] = []
        article.forEachInline { inline in
            switch inline.content {
            case .text(let run), .code(let run):
                let words = squeezed(run)
                if !words.isEmpty, !text.contains(words) { missing.append(run) }
            default: break
            }
        }
        return missing
    }

    private static func squeezed(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter {
                    $0.value > 0x20 && !(0x7f..<0xa0).contains($0.value) && $0.value != 0xfffe
                }))
    }

    /// The text of the body with its tags taken out.
    private static func plainText(of html: String) -> String {
        let body = html.components(separatedBy: "<body").dropFirst().joined()
        var text = ""
        var isInTag = true
        for character in body {
            if character == "<" {
                isInTag = true
            } else if character == ">" {
                isInTag = false
            } else if !isInTag {
                text.append(character)
            }
        }
        for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
            text = text.replacingOccurrences(of: entity, with: character)
        }
        return text
    }
}
