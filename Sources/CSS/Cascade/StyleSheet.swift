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
    /// What is wrong in it, whatever it is used for.
    public let diagnostics: [Diagnostic]
    /// What pages do not show of it.
    let paperDiagnostics: [Diagnostic]

    private let source: SheetText

    let rules: [StyleRule]
    let pageRules: [PageRule]
    let counterStyles: [CounterStyleRule]
    let fontFaces: [FontFaceRule]
    let fontFeatureValues: [FontFeatureValues.Rule]
    let registrations: [PropertyRegistration]
    let layers: CascadeLayers

    /// Parses all of `css`; `name` is what diagnostics call the sheet. Without a loader nothing is imported.
    public init(parsing css: String, name: String, origin: Origin, loader: StyleSheetLoader? = nil) {
        self.name = name
        self.origin = origin
        var reader = RuleReader(TokenBuffer(css, sheet: name), imports: ImportState(load: loader, chain: [name]))
        reader.read()
        source = reader.text
        rules = reader.rules
        pageRules = reader.pageRules
        counterStyles = reader.counterStyles
        fontFaces = reader.fontFaces
        fontFeatureValues = reader.fontFeatureValues
        registrations = reader.registrations
        layers = reader.layers
        diagnostics = reader.log.diagnostics
        paperDiagnostics = reader.log.onPaper
    }

    /// The sheet as it was given, imported ones in their places, for outputs that understand all of it; `address` is
    /// where they find each picture.
    public func text(address: (PictureAddress) -> String) -> String {
        source.text { $0.cssText(at: address($0.address)) }
    }

    /// Some value may name a picture.
    public var namesPictures: Bool { source.namesPictures }

    /// The same with addresses as they are written.
    public var text: String { source.text { _ in nil } }
}

/// A style rule: its selectors, and its declarations both as longhands and as written.
struct StyleRule: Sendable {
    /// What its declarations' tokens stand in.
    let buffer: TokenBuffer
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

    /// It declares nothing.
    var isEmpty: Bool { source.isEmpty && custom.isEmpty }
}

/// `--name: value`.
struct CustomDeclaration: Sendable {
    var name: String
    var text: String
    var isImportant: Bool

    /// It is `revert` or `revert-layer`.
    var rollsBack: Bool { text.utf8.count <= 12 && text.asciiLowercased.hasPrefix("revert") }
}

/// A declaration as written.
struct SourceDeclaration: Sendable {
    /// Lower case.
    var name: String
    /// Tokens in the sheet's buffer, without `!important`.
    var value: Range<Int>
    var isImportant: Bool

    init(name: String, _ declaration: SyntaxItem.Declaration) {
        self.name = name
        value = declaration.value
        isImportant = declaration.isImportant
    }
}
