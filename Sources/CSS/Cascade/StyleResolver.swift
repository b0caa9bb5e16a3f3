public import Diagnostics
public import Geometry
import Synchronization

/// Matches rules with elements and computes their styles.
///
/// Elements that the same rules match under the same parent style share one result, so that a long article costs hardly
/// more than its kinds of paragraphs.
public struct StyleResolver: Sendable {
    let sheets: [StyleSheet]
    let medium: Medium
    /// The page where no rule says otherwise; also what `vw` and `vh` and width queries are measured by.
    let pageSize: Size
    let index: RuleIndex
    let pseudoIndexes: [PseudoElement: RuleIndex]
    let pages: PageResolver
    private let cache: StyleCache

    /// `pageSize` is A4 where nothing is given.
    public init(_ sheets: [StyleSheet], medium: Medium, pageSize: Size? = nil) {
        self.sheets = sheets
        self.medium = medium
        let given = pageSize ?? PageSize.names["a4"]!
        let order = CascadeOrder(sheets, medium: medium, page: given)
        index = RuleIndex(order.entries.filter { $0.selector.pseudoElement == nil })
        var indexes: [PseudoElement: RuleIndex] = [:]
        for pseudo in PseudoElement.allCases {
            let entries = order.entries.filter { $0.selector.pseudoElement == pseudo }
            if !entries.isEmpty { indexes[pseudo] = RuleIndex(entries) }
        }
        pseudoIndexes = indexes
        pages = PageResolver(order.pageRules, defaultSize: given)
        self.pageSize = pages.size(of: PageSelectorContext(number: 2, isFirst: false, isLeft: true))
        cache = StyleCache(viewport: self.pageSize)
    }

    /// What was wrong in the sheets.
    public var diagnostics: [Diagnostic] { sheets.flatMap(\.diagnostics) }

    /// The computed style of an element; `parent` is its parent's, `.initial` for the root.
    public func style(of element: some StyledElement, inheriting parent: ComputedStyle) -> ComputedStyle {
        let isRoot = element.parentElement == nil
        let language = element.attribute("lang") ?? element.attribute("xml:lang")
        return cache.withLock { state in
            let style = state.style(parent, language, isRoot, index) { index.match(element, into: &$0) }
            if isRoot { state.root = style }
            return style
        }
    }

    /// The computed style of a pseudo-element, or nil where no rule makes one; `parent` is its element's.
    public func style(
        of element: some StyledElement, pseudo: PseudoElement, inheriting parent: ComputedStyle
    ) -> ComputedStyle? {
        guard let index = pseudoIndexes[pseudo] else { return nil }
        return cache.withLock { state in
            let style = state.pseudoStyle(parent, pseudo, index) { index.match(element, into: &$0) }
            guard pseudo == .before || pseudo == .after, let content = style?.generated.content else { return style }
            if case .items = content { return style }
            return nil
        }
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

/// The results so far, behind a lock.
// SAFETY: all state is in the mutex; the class exists because a `Mutex` cannot be copied with the resolver.
final class StyleCache: Sendable {
    private let state: Mutex<StyleCacheState>

    init(viewport: Size) {
        state = Mutex(
            StyleCacheState(computation: StyleComputation(viewport: viewport, substitutions: SubstitutionCache())))
    }

    func withLock<Result: Sendable>(_ body: (inout StyleCacheState) -> Result) -> Result {
        state.withLock { state in body(&state) }
    }
}

struct StyleCacheState: Sendable {
    var computation: StyleComputation
    /// The last root element's style.
    var root = ComputedStyle.initial
    var pageContexts: [PageResolver.Key: PageContext] = [:]
    private var styles: [Key: Result] = [:]
    private var matched: [Int32] = []

    private struct Key: Hashable {
        var ranks: [Int32]
        var parent: ObjectIdentifier
        var language: String?
        var pseudo: PseudoElement?
        var isRoot: Bool
    }

    private struct Result {
        var style: ComputedStyle
        /// Kept alive, so that no other style can get its identity.
        var parent: StyleStorage
    }

    /// More results than any style makes; a caller that changes parents all the time must not fill the memory.
    private static let capacity = 8192

    init(computation: StyleComputation) { self.computation = computation }

    mutating func style(
        _ parent: ComputedStyle, _ language: String?, _ isRoot: Bool, _ index: RuleIndex,
        _ match: (inout [Int32]) -> Void
    ) -> ComputedStyle {
        matched.removeAll(keepingCapacity: true)
        match(&matched)
        let key = Key(
            ranks: matched, parent: ObjectIdentifier(parent.storage), language: language, pseudo: nil, isRoot: isRoot)
        return result(key, parent, index)
    }

    mutating func pseudoStyle(
        _ parent: ComputedStyle, _ pseudo: PseudoElement, _ index: RuleIndex, _ match: (inout [Int32]) -> Void
    ) -> ComputedStyle? {
        matched.removeAll(keepingCapacity: true)
        match(&matched)
        guard !matched.isEmpty else { return nil }
        let key = Key(
            ranks: matched, parent: ObjectIdentifier(parent.storage), language: nil, pseudo: pseudo, isRoot: false)
        return result(key, parent, index)
    }

    private mutating func result(_ key: Key, _ parent: ComputedStyle, _ index: RuleIndex) -> ComputedStyle {
        if let known = styles[key] { return known.style }
        if styles.count >= Self.capacity { styles.removeAll() }
        let blocks = key.ranks.map { rank in
            let entry = index.entries[Int(rank)]
            return StyleComputation.Block(
                declarations: entry.rule.declarations, custom: entry.rule.custom, origin: entry.origin,
                level: entry.level)
        }
        let style = computation.style(blocks, inheriting: parent, isRoot: key.isRoot, language: key.language)
        styles[key] = Result(style: style, parent: parent.storage)
        return style
    }
}
