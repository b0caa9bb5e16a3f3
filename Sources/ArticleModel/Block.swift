public import Diagnostics

/// A block of an article.
public struct Block: Hashable, Sendable {
    public var attributes: Attributes
    /// Where it stood in the input.
    public var source: SourceRange?
    public var content: Content

    public init(_ content: Content, attributes: Attributes = .none, source: SourceRange? = nil) {
        self.content = content
        self.attributes = attributes
        self.source = source
    }

    /// The closed list of what a block can be.
    public indirect enum Content: Hashable, Sendable {
        case paragraph([Inline])
        /// `level` is 1 to 6; 1 is the rank of the article's title.
        case heading(level: Int, [Inline])
        case blockQuote([Block])
        case list(List)
        case definitionList([DefinitionGroup])
        case code(CodeBlock)
        case table(Table)
        case figure(Figure)
        case thematicBreak
        /// A group without meaning of its own, kept for its classes or language.
        case division([Block])
        /// Beside the main text: a box, a pull quote.
        case aside([Block])
        /// Lines whose breaks count: verse, an address.
        case verse([[Inline]])
        case math(Math)
        /// A video, audio or embedded page, as a linked card.
        case media(Media)
    }
}

/// A term, or several, with what is said of them (HTML's `dt` and `dd`).
public struct DefinitionGroup: Hashable, Sendable {
    public var terms: [[Inline]]
    public var definitions: [[Block]]

    public init(terms: [[Inline]], definitions: [[Block]]) {
        self.terms = terms
        self.definitions = definitions
    }
}

/// Preformatted text; `language` is a programming language's name where the page gave one.
public struct CodeBlock: Hashable, Sendable {
    public var text: String
    public var language: String?

    public init(text: String, language: String? = nil) {
        self.text = text
        self.language = language
    }
}
