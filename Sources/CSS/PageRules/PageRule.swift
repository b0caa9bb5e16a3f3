/// One `@page` rule (CSS Paged Media 3, §3).
struct PageRule: Sendable {
    /// What its declarations' tokens stand in.
    let buffer: TokenBuffer
    var selectors: [PageSelector]
    var media: [MediaQueryList]
    /// The place of its cascade layer in the sheet; nil is outside all layers.
    var layer: Int?
    var descriptors: [PageDescriptor] = []
    var declarations: [Entry] = []
    var custom: [CustomDeclaration] = []
    var areas: [Area: AreaStyle] = [:]
    /// Everything as written, that of the areas too.
    var source: [SourceDeclaration] = []

    /// A declaration, and the side of the spread it is for.
    struct Entry: Sendable {
        var declaration: StyleDeclaration
        /// nil is both sides.
        var onLeftPages: Bool?
    }

    /// What stands beside the text of a page.
    enum Area: Hashable, Sendable {
        case marginBox(PageContext.Place)
        case footnote, lineNumbers

        /// Without the at sign; `footnotes` is Prince's older name.
        init?(ruleName: String) {
            switch ruleName {
            case "footnote", "footnotes": self = .footnote
            case "offprint-line-numbers": self = .lineNumbers
            default:
                guard let place = PageContext.Place(rawValue: ruleName) else { return nil }
                self = .marginBox(place)
            }
        }

        static let ruleNames = PageContext.Place.allCases.map(\.rawValue) + ["footnote", "offprint-line-numbers"]
    }

    /// What a rule says of one area.
    struct AreaStyle: Sendable {
        var declarations: [StyleDeclaration] = []
        var custom: [CustomDeclaration] = []

        static func += (a: inout AreaStyle, b: AreaStyle) {
            a.declarations += b.declarations
            a.custom += b.custom
        }
    }

    /// `margin-inside` and `margin-outside`: the left margin of some pages and the right one of the others.
    static func facing(
        isInside: Bool, _ left: [StyleDeclaration], _ right: [StyleDeclaration]
    ) -> [Entry] {
        // A left-hand page has its inner margin on the right.
        left.map { Entry(declaration: $0, onLeftPages: !isInside) }
            + right.map { Entry(declaration: $0, onLeftPages: isInside) }
    }
}

/// `size`, `marks` or `bleed`, which are no properties (CSS Paged Media 3, §7).
struct PageDescriptor: Sendable {
    enum Kind: String, Sendable { case size, marks, bleed }

    enum Value: Sendable {
        case size(PageSize)
        case marks(PageMarks)
        case bleed(PageBleed)

        init?(_ kind: Kind, _ parser: ValueParser) {
            let value: Value? =
                switch kind {
                case .size: PageSize.parse(parser).map(Value.size)
                case .marks: PageMarks(parser).map(Value.marks)
                case .bleed: PageBleed(parser).map(Value.bleed)
                }
            guard let value else { return nil }
            self = value
        }
    }

    let kind: Kind
    let isImportant: Bool
    /// nil where variables have to be known first.
    private let known: Value?
    private let text: String

    /// nil where the value is wrong.
    init?(_ kind: Kind, _ buffer: TokenBuffer, _ declaration: SyntaxItem.Declaration) {
        self.kind = kind
        isImportant = declaration.isImportant
        text = buffer.source(buffer.trimmed(declaration.value))
        known = Value(kind, ValueParser(buffer, declaration.value))
        if known == nil, !DeclarationCompiler.usesVariables(buffer, declaration.value) { return nil }
    }

    /// The value with the page's custom properties; nil where there is none.
    func value(_ custom: [String: String]) -> Value? {
        if let known { return known }
        return VariableSubstitution.substitute(text) { custom[$0] }.flatMap { Value(kind, ValueParser($0)) }
    }
}

/// `name:first`, `:left`, `:nth(2n+1)` and their like (CSS Paged Media 3, §3.1, GCPM 3, §5).
struct PageSelector: Hashable, Sendable {
    var name: String?
    var pseudoClasses: [PseudoClass] = []

    enum PseudoClass: Hashable, Sendable {
        case first, blank, left, right
        case nth(AnPlusB)
    }

    /// A list up to the end of the prelude; an empty one selects every page. nil is a syntax error.
    static func list(_ parser: ValueParser, _ buffer: TokenBuffer, _ range: Range<Int>) -> [PageSelector]? {
        var parser = parser
        if parser.isAtEnd { return [PageSelector()] }
        let selectors = parser.commaList { parser -> PageSelector? in
            var selector = PageSelector(name: parser.name())
            while let token = parser.token, token.kind == .colon {
                parser.advance()
                if parser.functionName == "nth" {
                    let start = parser.index
                    parser.advance()
                    let inside = start + 1..<max(start + 1, Int(buffer.tokens[start].mate))
                    guard let formula = AnPlusB(buffer, inside) else { return nil }
                    selector.pseudoClasses.append(.nth(formula))
                    continue
                }
                switch parser.keyword() {
                case "first": selector.pseudoClasses.append(.first)
                case "blank": selector.pseudoClasses.append(.blank)
                case "left", "verso": selector.pseudoClasses.append(.left)
                case "right", "recto": selector.pseudoClasses.append(.right)
                default: return nil
                }
            }
            return selector == PageSelector() ? nil : selector
        }
        return parser.isAtEnd ? selectors : nil
    }

    func matches(_ page: PageSelectorContext) -> Bool {
        if let name, name != page.name { return false }
        return pseudoClasses.allSatisfy { pseudoClass in
            switch pseudoClass {
            case .first: page.isFirst
            case .blank: page.isBlank
            case .left: page.isLeft
            case .right: !page.isLeft
            case .nth(let formula): formula.contains(page.number)
            }
        }
    }

    /// §3.2: page names, then `:first`, `:blank` and `:nth()`, then `:left` and `:right`.
    var specificity: Specificity {
        var result = Specificity(name == nil ? 0 : 1, 0, 0)
        for pseudoClass in pseudoClasses {
            switch pseudoClass {
            case .first, .blank, .nth: result += Specificity(0, 1, 0)
            case .left, .right: result += Specificity(0, 0, 1)
            }
        }
        return result
    }
}
