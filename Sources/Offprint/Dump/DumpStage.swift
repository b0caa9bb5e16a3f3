/// A stage whose result can be printed.
public enum DumpStage: String, Hashable, Sendable, CaseIterable {
    /// The page as it was parsed.
    case dom
    case article
    /// The computed style of each element.
    case styles
    case boxes
    case pages
    /// What a careful typesetter would mend on the pages; nothing where they are sound.
    case findings
    /// What was kept and dropped of a web page, and why: `--explain`.
    case explanation
    /// Every element of a web page that might hold the article, its measures and its text, one JSON object on a line:
    /// what `scripts/fit-weights` reads.
    case candidates

    /// The stage shows the pictures of style sheets.
    var laysOut: Bool {
        switch self {
        case .boxes, .pages, .findings: true
        case .dom, .article, .styles, .explanation, .candidates: false
        }
    }
}
