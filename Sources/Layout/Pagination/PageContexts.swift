import CSS
import Geometry

/// The page boxes that style sheets make for each page.
final class PageContexts {
    let styles: StyleResolver
    private var known: [PageSelectorContext: PageContext] = [:]

    init(styles: StyleResolver) { self.styles = styles }

    /// The page box of a page, counted from 0; odd numbers as printed are right-hand pages.
    func context(of page: Int, name: String?, isBlank: Bool = false) -> PageContext {
        let selector = PageSelectorContext(
            number: page + 1, isFirst: page == 0, isLeft: page % 2 == 1, isBlank: isBlank, name: name)
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
            if let wantsRight = page.startsAfter?.wantsRightPage, (result.count % 2 == 0) != wantsRight {
                result.append(nil)
            }
            result.append(page)
        }
        return result
    }
}
