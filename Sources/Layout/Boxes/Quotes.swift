import CSS
import TextAnalysis

/// Quotation marks by language, for `quotes: auto` (CSS Content 3, §3.1).
enum Quotes {
    static func pairs(for language: String?) -> [TextStyle.QuotePair] {
        let marks = QuotationMarks.marks(forLanguage: language)
        return [
            TextStyle.QuotePair(open: marks.open, close: marks.close),
            TextStyle.QuotePair(open: marks.innerOpen, close: marks.innerClose),
        ]
    }
}
