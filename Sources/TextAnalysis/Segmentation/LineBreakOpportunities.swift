internal import CICU

/// What may happen at an offset of a text.
public enum BreakClass: UInt8, Hashable, Sendable, BitwiseCopyable {
    case none, allowed, mandatory
}

/// Where lines may be broken (UAX 14, as tailored by ICU and CSS Text 3, §5).
public struct LineBreakOpportunities: Sendable {
    /// CSS `line-break`.
    public enum Strictness: String, Hashable, Sendable { case loose, normal, strict }

    /// For each offset from 0 to the count whether a line may end before it; the end of a text is mandatory.
    public static func find(
        in text: [UInt16], language: String? = nil, strictness: Strictness = .normal
    ) -> [BreakClass] {
        var classes = [BreakClass](repeating: .none, count: text.count + 1)
        guard !text.isEmpty else { return classes }
        let locale = (language ?? "en").replacing("-", with: "_") + "@lb=" + strictness.rawValue
        if let iterator = BreakIterator(ICU_BREAK_LINE, locale: locale) ?? BreakIterator(ICU_BREAK_LINE, locale: "en") {
            // UBRK_LINE_HARD is 100.
            iterator.forEachBoundary(in: text) { classes[$0] = $1 >= 100 ? .mandatory : .allowed }
        }
        classes[text.count] = .mandatory
        return classes
    }
}
