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

    /// The page's size without its margins and boxes; `custom` are the root's custom properties.
    func size(of page: PageSelectorContext, custom: [String: String]) -> Size {
        var values = StyleValues()
        values.custom = custom
        return size(matching(page), values)
    }

    private func size(_ matching: [Int], _ values: StyleValues) -> Size {
        guard case .size(let size)? = descriptor(.size, matching, values) else { return defaultSize }
        return size.computed(default: defaultSize, in: ComputationContext(values, defaultSize))
    }

    /// The descriptor that wins, an important one over all others.
    private func descriptor(
        _ kind: PageDescriptor.Kind, _ matching: [Int], _ values: StyleValues
    ) -> PageDescriptor.Value? {
        let all = matching.flatMap { rules[$0].rule.descriptors }.filter { $0.kind == kind }
        return (all.last(where: \.isImportant) ?? all.last)?.value(values.custom)
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
                block(
                    rules[index],
                    rules[index].rule.declarations.filter { $0.onLeftPages.map { $0 == page.isLeft } ?? true }
                        .map(\.declaration),
                    rules[index].rule.custom)
            }, inheriting: root, isRoot: false, language: nil)
        let size = size(matching, style.values)
        let margin = style.box.margin
        let edges = Edges(
            top: margin.top.resolved(against: size.height) ?? 0, right: margin.right.resolved(against: size.width) ?? 0,
            bottom: margin.bottom.resolved(against: size.height) ?? 0,
            left: margin.left.resolved(against: size.width) ?? 0)
        func area(_ area: PageRule.Area) -> ComputedStyle {
            computation.style(
                matching.compactMap { index in
                    rules[index].rule.areas[area].map { block(rules[index], $0.declarations, $0.custom) }
                }, inheriting: style, isRoot: false, language: nil)
        }
        var boxes: [PageContext.MarginBox] = []
        for place in PageContext.Place.allCases {
            guard matching.contains(where: { rules[$0].rule.areas[.marginBox(place)] != nil }) else { continue }
            let boxStyle = area(.marginBox(place))
            guard case .items(let content) = boxStyle.generated.content, boxStyle.box.display != .none else { continue }
            boxes.append(PageContext.MarginBox(place: place, style: boxStyle, content: content))
        }
        var page = PageContext(
            size: size, margin: edges, style: style, marginBoxes: boxes, footnoteArea: area(.footnote))
        page.lineNumbers = area(.lineNumbers)
        if case .marks(let marks)? = descriptor(.marks, matching, style.values) { page.marks = marks }
        var bleed = PageBleed.auto
        if case .bleed(let specified)? = descriptor(.bleed, matching, style.values) { bleed = specified }
        // Beside the page the sheet has room for the marks, too.
        let room = PageSize.sides.upperBound - max(size.width, size.height)
        page.bleed = min(
            max(0, room / 2 - 20), bleed.computed(with: page.marks, in: ComputationContext(style.values, size)))
        return page
    }

    private func block(
        _ ranked: CascadeOrder.RankedPageRule, _ declarations: [StyleDeclaration], _ custom: [CustomDeclaration]
    ) -> StyleComputation.Block {
        StyleComputation.Block(
            declarations: declarations, custom: custom, origin: ranked.origin, level: ranked.level)
    }
}
