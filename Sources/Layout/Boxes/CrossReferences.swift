import CSS

/// What generated content can say of other elements: their counters, texts and pages (CSS Generated Content 3, §2.6).
///
/// A reference may lead forwards, so counters and texts are known after a first walk over the elements, and pages after
/// a first layout.
public struct CrossReferences: Hashable, Sendable {
    /// By the element's id.
    var targets: [String: Target] = [:]
    /// The counters of the page that each element begins on, `page` among them, by the element's id.
    var pages: [String: [String: Int]] = [:]
    /// How many pages there are; 0 before any layout.
    var pageCount = 0
    /// The numbers of notes where each page counts its own (`@page { counter-reset: footnote }`), by their ids.
    var noteNumbers: [String: Int] = [:]
    /// Whether it does.
    var numbersNotesByPage = false
    /// The ids that have been asked for.
    var asked: Set<String> = []
    /// The ids whose pages have been asked for.
    var askedPages: Set<String> = []
    /// `counter(pages)` has been asked for in the text.
    var asksPageCount = false

    public init() {}

    /// An element that others speak of.
    struct Target: Hashable, Sendable {
        /// Instances from the outermost.
        var counters: [String: [Int]] = [:]
        var before = ""
        var after = ""
        var marker = ""

        mutating func set(_ text: String, _ pseudo: PseudoElement) {
            switch pseudo {
            case .before: before = text
            case .after: after = text
            case .marker, .footnoteCall, .footnoteMarker, .firstLetter, .firstLine: break
            }
        }
    }

    /// The counters that belong to pages and not to elements (CSS Paged Media 3, §7.1).
    static func isOfPages(_ counter: String) -> Bool { counter == "page" || counter == "pages" }

    /// Whether something was asked for that a walk has found otherwise.
    func isIncomplete(without found: [String: Target]) -> Bool {
        asked.contains { targets[$0] != found[$0] }
    }

    /// With what a walk has found.
    func completed(by found: [String: Target]) -> CrossReferences {
        var result = self
        result.targets = found.filter { asked.contains($0.key) }
        return result
    }

    /// Whether pages have been spoken of, so that a layout's result bears on the text.
    var concernsPages: Bool { asksPageCount || numbersNotesByPage || !askedPages.isEmpty }

    /// With the pages of a finished layout.
    func placed(
        on pages: [String: [String: Int]], pageCount: Int, noteNumbers: [String: Int]
    ) -> CrossReferences {
        var result = self
        result.noteNumbers = numbersNotesByPage ? noteNumbers : [:]
        result.pages = pages.filter { askedPages.contains($0.key) }
        result.pageCount = asksPageCount ? pageCount : 0
        return result
    }
}
