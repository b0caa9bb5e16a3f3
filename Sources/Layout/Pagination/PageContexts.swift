import CSS
import Geometry

/// The page boxes that style sheets make for each page.
final class PageContexts {
    let styles: StyleResolver
    private var known: [PageSelectorContext: PageContext] = [:]

    /// The first page is a left-hand one, since the root's text runs from right to left (CSS Paged Media 3, §5.4).
    let isRightToLeft: Bool

    init(styles: StyleResolver) {
        self.styles = styles
        let page = styles.pageContext(for: PageSelectorContext(number: 1, isFirst: true, isLeft: false))
        isRightToLeft = page.style.text.direction == .rightToLeft
    }

    /// The page box of a page, counted from 0.
    func context(of page: Int, name: String?, isBlank: Bool = false) -> PageContext {
        let selector = PageSelectorContext(
            number: page + 1, isFirst: page == 0, isLeft: (page % 2 == 1) != isRightToLeft, isBlank: isBlank, name: name
        )
        if let context = known[selector] { return context }
        let context = styles.pageContext(for: selector)
        known[selector] = context
        return context
    }

    /// The page area's size in points.
    func area(of page: Int, name: String?) -> Size { context(of: page, name: name).area.size }

    /// Puts blank pages in where a break asks for a left or right page (CSS Fragmentation 3, §3.1).
    func withBlanks(_ pages: [PageBreaker.Page]) -> [PageBreaker.Page?] {
        var result: [PageBreaker.Page?] = []
        for page in pages {
            if let wantsRecto = page.startsAfter?.wantsRecto, (result.count % 2 == 0) != wantsRecto {
                result.append(nil)
            }
            result.append(page)
        }
        return result
    }
}
