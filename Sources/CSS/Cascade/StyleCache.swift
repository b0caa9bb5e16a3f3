import Geometry
import Synchronization

/// What matching found out about an element or pseudo-element.
@usableFromInline
struct MatchedElement: Hashable, Sendable {
    /// Of the selectors that match, weakest first.
    @usableFromInline var ranks: [Int32]
    @usableFromInline var pseudo: PseudoElement?
    @usableFromInline var language: String?
    @usableFromInline var isRoot: Bool
    /// The names of the element and its ancestors.
    @usableFromInline var path: NameSet

    @usableFromInline
    init(ranks: [Int32], pseudo: PseudoElement? = nil, language: String? = nil, isRoot: Bool = false, path: NameSet) {
        self.path = path
        self.ranks = ranks
        self.pseudo = pseudo
        self.language = language
        self.isRoot = isRoot
    }
}

/// The results so far, behind a lock: a class, since a `Mutex` cannot be copied with its resolver.
@usableFromInline
final class StyleCache: Sendable {
    private let state: Mutex<StyleCacheState>

    init(viewport: Size, registrations: [String: PropertyRegistration]) {
        state = Mutex(
            StyleCacheState(
                computation: StyleComputation(viewport: viewport, registrations: Array(registrations.values))))
    }

    func withLock<Result: Sendable>(_ body: (inout StyleCacheState) -> Result) -> Result {
        state.withLock { state in body(&state) }
    }

    /// An empty array with room, so that matching an element allocates nothing.
    @usableFromInline
    func takeScratch() -> [Int32] {
        state.withLock { state in
            let scratch = state.scratch
            state.scratch = []
            return scratch
        }
    }

    /// Takes back what `takeScratch()` gave.
    @usableFromInline
    func returnScratch(_ scratch: inout [Int32]) {
        state.withLock { state in state.keep(&scratch) }
    }

    /// The style of an element, known already or new; takes the ranks' storage back.
    @usableFromInline
    func style(
        _ matched: inout MatchedElement, inheriting parent: ComputedStyle, _ index: RuleIndex
    ) -> ComputedStyle {
        state.withLock { state in state.style(&matched, parent, index) }
    }

    /// The same for a pseudo-element; nil for a `::before` or `::after` without content (CSS Content 3, §1).
    @usableFromInline
    func pseudoStyle(
        _ matched: inout MatchedElement, inheriting parent: ComputedStyle, _ index: RuleIndex
    ) -> ComputedStyle? {
        let needsContent = matched.pseudo == .before || matched.pseudo == .after
        let style = style(&matched, inheriting: parent, index)
        guard needsContent else { return style }
        if case .items = style.generated.content { return style }
        return nil
    }
}

struct StyleCacheState: Sendable {
    var computation: StyleComputation
    /// The last root element's style.
    var root = ComputedStyle.initial
    var pageContexts: [PageResolver.Key: PageContext] = [:]
    fileprivate var scratch: [Int32] = []
    private var styles: [Key: Result] = [:]

    private struct Key: Hashable {
        var matched: MatchedElement
        var parent: ObjectIdentifier
    }

    private struct Result {
        var style: ComputedStyle
        /// Kept alive, so that no other style can get its identity.
        var parent: StyleStorage
    }

    /// More results than any style makes; a caller that changes parents all the time must not fill the memory.
    private static let capacity = 8192

    init(computation: StyleComputation) { self.computation = computation }

    fileprivate mutating func keep(_ array: inout [Int32]) {
        array.removeAll(keepingCapacity: true)
        swap(&scratch, &array)
    }

    fileprivate mutating func style(
        _ matched: inout MatchedElement, _ parent: ComputedStyle, _ index: RuleIndex
    ) -> ComputedStyle {
        let known = styles[Key(matched: matched, parent: ObjectIdentifier(parent.storage))]?.style
        let style = known ?? newStyle(matched, parent, index)
        if matched.isRoot { root = style }
        keep(&matched.ranks)
        return style
    }

    private mutating func newStyle(
        _ matched: MatchedElement, _ parent: ComputedStyle, _ index: RuleIndex
    ) -> ComputedStyle {
        if styles.count >= Self.capacity { styles.removeAll() }
        let blocks = matched.ranks.map { rank in
            let entry = index.entries[Int(rank)]
            return StyleComputation.Block(
                declarations: entry.rule.declarations, custom: entry.rule.custom, origin: entry.origin,
                level: entry.level)
        }
        let style = computation.style(
            blocks, inheriting: parent, isRoot: matched.isRoot, language: matched.language, path: matched.path)
        styles[Key(matched: matched, parent: ObjectIdentifier(parent.storage))] = Result(
            style: style, parent: parent.storage)
        return style
    }
}
