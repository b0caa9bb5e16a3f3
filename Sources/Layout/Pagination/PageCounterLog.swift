import CSS
import Pages

/// The counters that pages show, page by page (CSS Paged Media 3, §7.1).
///
/// Those of the pages count by their own rules; of the elements' counters a page shows the value after its last element.
struct PageCounterLog {
    private let styles: CounterStyles
    /// Per page.
    private var values: [[String: Int]] = []

    init(_ styles: CounterStyles) { self.styles = styles }

    /// Begins a page with the counters of the one before, changed as its page rules say; `page` grows by one where they
    /// say nothing of it.
    mutating func beginPage(_ style: ListStyle) {
        var counters = values.last ?? [:]
        for change in style.counterReset { counters[change.name] = change.value }
        var increments = style.counterIncrement
        let names = (style.counterReset + increments + style.counterSet).map(\.name)
        if !names.contains("page") { increments.append(.init(name: "page", value: 1)) }
        for change in increments {
            counters[change.name] = (counters[change.name] ?? 0).addingReportingOverflow(change.value).partialValue
        }
        for change in style.counterSet { counters[change.name] = change.value }
        values.append(counters)
    }

    /// Applies what an element on the page at hand does.
    mutating func apply(_ change: CounterMark) {
        guard !values.isEmpty else { return }
        let page = values.count - 1
        switch change {
        case .value(let name, let value): values[page][name] = value
        case .pageSet(let value): values[page]["page"] = value
        case .pageIncrement(let step): values[page]["page", default: 0] &+= step
        }
    }

    var pageCount: Int { values.count }

    /// A counter's value on a page, from 0.
    func value(of name: String, on page: Int) -> Int {
        name == "pages" ? values.count : values[page][name] ?? 0
    }

    /// All counters of a page.
    func counters(on page: Int) -> [String: Int] { values[page].merging(["pages": values.count]) { own, _ in own } }

    /// The page's number as its margins show it, or in decimal digits.
    func label(of page: Int, _ context: PageContext) -> String {
        for box in context.marginBoxes {
            for case .counter("page", let style) in box.content {
                return styles.text(of: value(of: "page", on: page), style: style)
            }
        }
        return styles.text(of: value(of: "page", on: page), style: "decimal")
    }
}
