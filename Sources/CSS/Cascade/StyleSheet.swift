public import Diagnostics

/// A parsed style sheet: its rules in order, and what was wrong with them.
public struct StyleSheet: Sendable {
    /// Whose sheet it is, weakest first; among sheets of one origin the later one wins.
    public enum Origin: Int, Sendable, Comparable {
        /// Offprint's own: base and what the medium adds.
        case base
        case theme
        case user

        public static func < (a: Origin, b: Origin) -> Bool { a.rawValue < b.rawValue }
    }

    public let name: String
    public let origin: Origin
    public private(set) var diagnostics: [Diagnostic]

    /// The sheet as it was given, for outputs that understand all of it.
    public var text: String { buffer.source(buffer.all) }

    let buffer: TokenBuffer
    let rules: [StyleRule]
    let pageRules: [PageRule]
    /// Cascade layers in order of first mention.
    let layers: [String]

    /// Parses all of `css`; `name` is what diagnostics call the sheet.
    public init(parsing css: String, name: String, origin: Origin) {
        self.name = name
        self.origin = origin
        buffer = TokenBuffer(css)
        var reader = RuleReader(buffer, sheet: name)
        reader.read()
        rules = reader.rules
        pageRules = reader.pageRules
        layers = reader.layers
        diagnostics = reader.diagnostics
    }
}

/// A style rule: its selectors, and its declarations both as longhands and as written.
struct StyleRule: Sendable {
    var selectors: [ComplexSelector]
    var declarations: [StyleDeclaration] = []
    var custom: [CustomDeclaration] = []
    /// Everything as written, in order, for flattening and inlining.
    var source: [SourceDeclaration] = []
    /// The media queries round the rule, all of which must hold.
    var media: [MediaQueryList] = []
    /// The place of its cascade layer in the sheet; nil is outside all layers, which wins.
    var layer: Int?
    /// As written.
    var selectorText: String
}

/// `--name: value`.
struct CustomDeclaration: Sendable {
    var name: String
    var text: String
    var isImportant: Bool
}

/// A declaration as written.
struct SourceDeclaration: Sendable {
    /// Lower case.
    var name: String
    /// Tokens in the sheet's buffer, without `!important`.
    var value: Range<Int>
    var isImportant: Bool
}
