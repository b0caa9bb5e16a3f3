/// A selector list (CSS Selectors 4), parsed once and matched on elements of any tree.
public struct Selector: Sendable, ExpressibleByStringLiteral {
    @usableFromInline let alternatives: [ComplexSelector]

    /// Parses `h1, .title > em`; pseudo-elements are allowed and never match an element.
    public init(parsing text: String) throws(SelectorError) {
        let buffer = TokenBuffer(text)
        var parser = SelectorParser(buffer, buffer.all)
        alternatives = try parser.selectorList()
    }

    /// A selector of the program's own, which must be right.
    public init(stringLiteral text: String) {
        do {
            try self.init(parsing: text)
        } catch {
            preconditionFailure("\(error)")
        }
    }

    /// The specificity of each selector of the list.
    public var specificities: [Specificity] { alternatives.map(\.specificity) }

    /// Whether any of the list's selectors matches the element.
    @inlinable
    public func matches<E: StyledElement>(_ element: E) -> Bool {
        alternatives.contains { $0.pseudoElement == nil && $0.matches(element) }
    }
}

/// Why a text is no selector.
public struct SelectorError: Error, Hashable, CustomStringConvertible {
    /// The text, or the part of it that is wrong.
    public var subject: String
    public var message: String
    /// A browser's own name is what is wrong, which nobody needs to hear of.
    var isQuiet = false

    public var description: String { "\(message) in selector '\(subject)'" }
}

/// What a style can speak of besides elements (CSS Pseudo-Elements 4, GCPM 3).
public enum PseudoElement: String, Hashable, Sendable, CaseIterable {
    case before, after, marker
    case footnoteCall = "footnote-call"
    case footnoteMarker = "footnote-marker"
    case firstLetter = "first-letter"
    case firstLine = "first-line"

    /// Whether an element has it by its own style: only footnotes have calls and markers (GCPM 3, §2.4).
    public func exists(on style: ComputedStyle) -> Bool {
        switch self {
        case .footnoteCall, .footnoteMarker: style.box.float == .footnote
        case .before, .after, .marker, .firstLetter, .firstLine: true
        }
    }
}

/// Counts of ids, of classes, attributes and pseudo-classes, and of types and pseudo-elements (Selectors 4, §17).
public struct Specificity: Hashable, Sendable, Comparable, BitwiseCopyable {
    public var ids: UInt16
    public var classes: UInt16
    public var types: UInt16

    public init(_ ids: UInt16 = 0, _ classes: UInt16 = 0, _ types: UInt16 = 0) {
        self.ids = ids
        self.classes = classes
        self.types = types
    }

    public static func < (a: Specificity, b: Specificity) -> Bool {
        (a.ids, a.classes, a.types) < (b.ids, b.classes, b.types)
    }

    static func += (a: inout Specificity, b: Specificity) {
        a.ids = sum(a.ids, b.ids)
        a.classes = sum(a.classes, b.classes)
        a.types = sum(a.types, b.types)
    }

    /// Counts stop at their end, so that none runs over into a weaker one.
    private static func sum(_ a: UInt16, _ b: UInt16) -> UInt16 {
        let (sum, overflows) = a.addingReportingOverflow(b)
        return overflows ? .max : sum
    }
}

/// Compounds joined by combinators, with an optional pseudo-element at the end.
@usableFromInline
struct ComplexSelector: Sendable {
    /// From the subject leftwards.
    @usableFromInline var compounds: [CompoundSelector]
    @usableFromInline var pseudoElement: PseudoElement?
    @usableFromInline var specificity: Specificity

    @usableFromInline var subject: CompoundSelector { compounds[0] }
}

/// Simple selectors that all speak of one element.
@usableFromInline
struct CompoundSelector: Sendable {
    /// How this element stands to the one of the compound on its right; nil for the subject.
    @usableFromInline var combinator: Combinator?
    /// Lower case; nil is `*` or nothing.
    @usableFromInline var type: String?
    @usableFromInline var ids: [String] = []
    @usableFromInline var classes: [String] = []
    @usableFromInline var conditions: [Condition] = []

    /// It asks for nothing but the root element.
    var isRoot: Bool {
        guard classes.isEmpty, ids.isEmpty else { return false }
        if type == "html", conditions.isEmpty { return true }
        guard type == nil, conditions.count == 1, case .root = conditions[0] else { return false }
        return true
    }

    @usableFromInline
    enum Combinator: Sendable { case descendant, child, nextSibling, subsequentSibling }
}

/// A simple selector that is more than a name.
@usableFromInline
indirect enum Condition: Sendable {
    case attribute(AttributeCondition)
    /// `:is()`, `:where()`, and `&` in nested rules.
    case any([ComplexSelector])
    case not([ComplexSelector])
    case has([RelativeSelector])
    case root, empty, link
    case nth(NthCondition)
    case language([LanguageRange])
    case direction(isRightToLeft: Bool)
    /// Of states that no printed page is in (`:hover`, `:visited`).
    case never
}

/// `[name op "value" i]`.
@usableFromInline
struct AttributeCondition: Sendable {
    @usableFromInline
    enum Operator: Sendable { case present, equals, includes, dashMatch, prefix, suffix, substring }
    @usableFromInline var name: String
    @usableFromInline var `operator`: Operator
    @usableFromInline var value: String
    @usableFromInline var ignoresCase: Bool
}

/// `:nth-child(an+b of S)` and its kin.
@usableFromInline
struct NthCondition: Sendable {
    @usableFromInline var formula: AnPlusB
    @usableFromInline var fromEnd = false
    @usableFromInline var ofType = false
    /// nil counts every sibling.
    @usableFromInline var selectors: [ComplexSelector]?
    /// How many siblings the selectors match, for the parents that were asked for last.
    @usableFromInline let counts = SiblingCounts()
}

/// A selector in `:has()`, which begins with a combinator.
@usableFromInline
struct RelativeSelector: Sendable {
    @usableFromInline var combinator: CompoundSelector.Combinator
    @usableFromInline var selector: ComplexSelector
}
