import Geometry

/// Finds the `@page` rules of a page and computes its boxes (CSS Paged Media 3, §4 to §6).
struct PageResolver: Sendable {
    let rules: [CascadeOrder.RankedPageRule]
    private let defaultSize: Size

    /// Pages with the same key look the same.
    struct Key: Hashable, Sendable {
        var rules: [Int]
        var isLeft: Bool
        var root: ObjectIdentifier
    }

    init(_ rules: [CascadeOrder.RankedPageRule], defaultSize: Size) {
        self.rules = rules
        self.defaultSize = defaultSize
    }

    /// The matching rules, weakest first.
    private func matching(_ page: PageSelectorContext) -> [Int] {
        var ranked: [(level: Int, specificity: Specificity, index: Int)] = []
        for (index, ranking) in rules.enumerated() {
            let specificity = ranking.rule.selectors.filter { $0.matches(page) }.map(\.specificity).max()
            if let specificity { ranked.append((ranking.level, specificity, index)) }
        }
        return ranked.sorted { ($0.level, $0.specificity, $0.index) < ($1.level, $1.specificity, $1.index) }.map(
            \.index)
    }

    /// The page's size without its margins and boxes.
    func size(of page: PageSelectorContext) -> Size {
        size(matching(page), .initial)
    }

    private func size(_ matching: [Int], _ style: ComputedStyle) -> Size {
        let specified = matching.last { rules[$0].rule.size != nil }.flatMap { rules[$0].rule.size } ?? .auto
        let context = ComputationContext(style.values, defaultSize)
        return specified.computed(default: defaultSize, in: context)
    }

    func context(for page: PageSelectorContext, root: ComputedStyle, _ state: inout StyleCacheState) -> PageContext {
        let matching = matching(page)
        let key = Key(rules: matching, isLeft: page.isLeft, root: ObjectIdentifier(root.storage))
        if let known = state.pageContexts[key] { return known }
        let context = context(matching, page, root, &state.computation)
        state.pageContexts[key] = context
        return context
    }

    private func context(
        _ matching: [Int], _ page: PageSelectorContext, _ root: ComputedStyle, _ computation: inout StyleComputation
    ) -> PageContext {
        let style = computation.style(
            matching.map { index in
                block(rules[index]) { rule in
                    rule.declarations.filter { $0.onLeftPages.map { $0 == page.isLeft } ?? true }.map(\.declaration)
                }
            }, inheriting: root, isRoot: false, language: nil)
        let size = size(matching, style)
        let margin = style.box.margin
        let edges = Edges(
            top: margin.top.resolved(against: size.height) ?? 0, right: margin.right.resolved(against: size.width) ?? 0,
            bottom: margin.bottom.resolved(against: size.height) ?? 0,
            left: margin.left.resolved(against: size.width) ?? 0)
        var boxes: [PageContext.MarginBox] = []
        for place in PageContext.Place.allCases {
            let blocks = matching.map { index in block(rules[index]) { $0.marginBoxes[place] ?? [] } }
            guard blocks.contains(where: { !$0.declarations.isEmpty }) else { continue }
            let boxStyle = computation.style(blocks, inheriting: style, isRoot: false, language: nil)
            guard case .items(let content) = boxStyle.generated.content, boxStyle.box.display != .none else { continue }
            boxes.append(PageContext.MarginBox(place: place, style: boxStyle, content: content))
        }
        let footnoteArea = computation.style(
            matching.map { index in block(rules[index]) { $0.footnoteArea } }, inheriting: style, isRoot: false,
            language: nil)
        var page = PageContext(
            size: size, margin: edges, style: style, marginBoxes: boxes, footnoteArea: footnoteArea)
        page.lineNumbers = computation.style(
            matching.map { index in block(rules[index]) { $0.lineNumbers } }, inheriting: style, isRoot: false,
            language: nil)
        page.marks = matching.last { rules[$0].rule.marks != nil }.flatMap { rules[$0].rule.marks } ?? []
        let bleed = matching.last { rules[$0].rule.bleed != nil }.flatMap { rules[$0].rule.bleed } ?? .auto
        page.bleed = bleed.computed(with: page.marks, in: ComputationContext(style.values, size))
        return page
    }

    private func block(
        _ ranked: CascadeOrder.RankedPageRule, _ declarations: (PageRule) -> [StyleDeclaration]
    ) -> StyleComputation.Block {
        StyleComputation.Block(
            declarations: declarations(ranked.rule), custom: [], origin: ranked.origin, level: ranked.level)
    }
}
