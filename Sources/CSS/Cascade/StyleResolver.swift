public import Diagnostics
public import Geometry

/// Matches rules with elements and computes their styles.
///
/// Elements that the same rules match under the same parent style share one result, so that a long article costs hardly
/// more than its kinds of paragraphs.
public struct StyleResolver: Sendable {
    let sheets: [StyleSheet]
    let medium: Medium
    /// The page where no rule says otherwise; also what `vw` and `vh` and width queries are measured by.
    let pageSize: Size
    @usableFromInline let index: RuleIndex
    @usableFromInline let pseudoIndexes: [PseudoElement: RuleIndex]
    let pages: PageResolver
    /// The counter styles that the sheets define, and the predefined ones.
    public let counterStyles: CounterStyles
    @usableFromInline let names: AncestorNames
    @usableFromInline let cache: StyleCache

    /// `pageSize` is A4 where nothing is given. With the names of a document the resolver is for that document only.
    public init(_ sheets: [StyleSheet], medium: Medium, pageSize: Size? = nil, for document: DocumentNames? = nil) {
        self.sheets = sheets
        self.medium = medium
        let given = pageSize ?? PageSize.names["a4"]!
        let order = CascadeOrder(sheets, medium: medium, page: given)
        let entries = document.map { names in order.entries.filter { names.admit($0.selector) } } ?? order.entries
        names = AncestorNames(entries.map(\.selector))
        index = RuleIndex(entries.filter { $0.selector.pseudoElement == nil }, names: names)
        var indexes: [PseudoElement: RuleIndex] = [:]
        for pseudo in PseudoElement.allCases {
            let own = entries.filter { $0.selector.pseudoElement == pseudo }
            if !own.isEmpty { indexes[pseudo] = RuleIndex(own, names: names) }
        }
        pseudoIndexes = indexes
        counterStyles = CounterStyles(order.counterStyles)
        pages = PageResolver(order.pageRules, defaultSize: given)
        let custom = VariableSubstitution.resolve(
            order.rootCustomProperties, inheriting: order.registrations.compactMapValues(\.initialValue))
        self.pageSize = pages.size(of: PageSelectorContext(number: 2, isFirst: false, isLeft: true), custom: custom)
        cache = StyleCache(viewport: self.pageSize, registrations: order.registrations)
    }

    /// What was wrong in the sheets, and for print what they say that pages do not show.
    public var diagnostics: [Diagnostic] {
        sheets.flatMap { sheet in
            switch medium {
            case .print: sheet.diagnostics + sheet.paperDiagnostics
            case .screen: sheet.diagnostics
            }
        }
    }

    /// The computed style of an element; `parent` is its parent's, `.initial` for the root.
    @inlinable
    public func style<E: StyledElement>(of element: E, inheriting parent: ComputedStyle) -> ComputedStyle {
        let facts = ElementFacts(element)
        let isRoot = element.parentElement == nil
        let ancestors = isRoot ? [] : parent.storage.path
        var matched = MatchedElement(
            ranks: cache.takeScratch(), language: element.attribute("lang") ?? element.attribute("xml:lang"),
            isRoot: isRoot, path: ancestors.union(names.names(of: facts)))
        index.match(element, facts, below: ancestors, into: &matched.ranks)
        return cache.style(&matched, inheriting: parent, index)
    }

    /// The computed style of a pseudo-element, or nil where no rule makes one; `parent` is its element's.
    @inlinable
    public func style<E: StyledElement>(
        of element: E, pseudo: PseudoElement, inheriting parent: ComputedStyle
    ) -> ComputedStyle? {
        guard let index = pseudoIndexes[pseudo] else { return nil }
        // The element's own path holds its ancestors' names too.
        let path = parent.storage.path
        var matched = MatchedElement(ranks: cache.takeScratch(), pseudo: pseudo, path: path)
        index.match(element, ElementFacts(element), below: path, into: &matched.ranks)
        guard !matched.ranks.isEmpty else {
            cache.returnScratch(&matched.ranks)
            return nil
        }
        return cache.pseudoStyle(&matched, inheriting: parent, index)
    }

    /// The page box, margin boxes and footnote area of a page (CSS Paged Media 3).
    ///
    /// They inherit from `root`, or where none is given from the last root element that was styled.
    public func pageContext(for page: PageSelectorContext, inheriting root: ComputedStyle? = nil) -> PageContext {
        cache.withLock { state in
            pages.context(for: page, root: root ?? state.root, &state)
        }
    }
}
