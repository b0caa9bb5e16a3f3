import Diagnostics

/// Reads a sheet's rules, and writes down what it cannot read.
struct RuleReader {
    let buffer: TokenBuffer
    var rules: [StyleRule] = []
    var pageRules: [PageRule] = []
    var counterStyles: [CounterStyleRule] = []
    var fontFaces: [FontFaceRule] = []
    var fontFeatureValues: [FontFeatureValues.Rule] = []
    var registrations: [PropertyRegistration] = []
    var layers = CascadeLayers()
    var log: StyleSheetLog
    /// The conditions and the layer round the rule at hand.
    var media: [MediaQueryList] = []
    var layer: Int?
    var layerPath: [CascadeLayers.Part] = []
    var namespaces = Namespaces()
    var imports: ImportState
    /// No rule has been met that imports have to stand before.
    var takesImports = true
    /// The texts that stand for `@import` rules, by the tokens of the rule.
    var importedTexts: [(rule: Range<Int>, text: SheetText)] = []

    init(_ buffer: TokenBuffer, imports: ImportState) {
        self.buffer = buffer
        self.imports = imports
        log = StyleSheetLog(buffer)
    }

    mutating func read() {
        var parser = SyntaxParser(buffer)
        read(parser.rules(isTopLevel: true), parents: nil)
        log.finish()
    }

    /// The sheet as written, with the texts of those that it imports.
    var text: SheetText {
        var text = SheetText()
        var start = 0
        for (rule, imported) in importedTexts {
            text.append(start..<rule.lowerBound, of: buffer)
            text.append(imported)
            start = min(rule.upperBound, buffer.tokens.count)
        }
        text.append(start..<buffer.tokens.count, of: buffer)
        return text
    }

    private mutating func read(_ items: [SyntaxItem], parents: [ComplexSelector]?) {
        for item in items {
            switch item {
            case .qualifiedRule(let rule):
                takesImports = false
                styleRule(rule, parents: parents)
            case .atRule(let rule): atRule(rule, parents: parents)
            case .declaration(let declaration): stray(declaration.name..<declaration.value.upperBound)
            case .error(let range): stray(range)
            }
        }
    }

    mutating func stray(_ range: Range<Int>) {
        let range = buffer.trimmed(range)
        if !range.isEmpty { warn(.stray(buffer.source(range)), at: range.lowerBound) }
    }

    // MARK: Style rules

    private mutating func styleRule(_ rule: SyntaxItem.QualifiedRule, parents: [ComplexSelector]?) {
        let prelude = buffer.trimmed(rule.prelude)
        var parser = SelectorParser(buffer, prelude, parents: parents, namespaces: namespaces)
        let selectors: [ComplexSelector]
        do {
            selectors = try parser.selectorList()
        } catch {
            if !error.isQuiet { warn(.unknownSelector(error), at: prelude.lowerBound) }
            return
        }
        var block = SyntaxParser(buffer, rule.block)
        read(block.declarations(nesting: true), of: emptyRule(selectors, buffer.source(prelude)), parents: selectors)
    }

    /// The declarations and nested rules of one rule: what stands behind a nested rule counts after it
    /// (CSS Nesting 1, §3.4).
    private mutating func read(_ items: [SyntaxItem], of empty: StyleRule, parents: [ComplexSelector]) {
        var style = empty
        for item in items {
            if case .declaration(let declaration) = item {
                add(declaration, to: &style)
            } else {
                if !style.isEmpty { rules.append(style) }
                style = empty
                read([item], parents: parents)
            }
        }
        if !style.isEmpty { rules.append(style) }
    }

    private func emptyRule(_ selectors: [ComplexSelector], _ text: String) -> StyleRule {
        var rule = StyleRule(buffer: buffer, selectors: selectors, selectorText: text)
        rule.media = media
        rule.layer = layer
        return rule
    }

    private mutating func add(_ declaration: SyntaxItem.Declaration, to rule: inout StyleRule) {
        if let custom = custom(declaration) { return rule.custom.append(custom) }
        let name = buffer.lowercasedText(buffer.tokens[declaration.name])
        rule.source.append(SourceDeclaration(name: name, declaration))
        rule.declarations += compiled(name, declaration)
    }

    /// A declaration of a custom property; nil where it is another.
    func custom(_ declaration: SyntaxItem.Declaration) -> CustomDeclaration? {
        let name = buffer.text(buffer.tokens[declaration.name])
        guard name.hasPrefix("--"), PropertyTable.index[name] == nil else { return nil }
        return CustomDeclaration(
            name: name, text: buffer.source(buffer.trimmed(declaration.value)), isImportant: declaration.isImportant)
    }

    /// The longhands of a declaration; a warning where there are none.
    mutating func compiled(_ name: String, _ declaration: SyntaxItem.Declaration) -> [StyleDeclaration] {
        do {
            var longhands = try DeclarationCompiler.compile(name, buffer, declaration.value)
            if let instead = UnsupportedCSS.replacement(of: name, ValueParser(buffer, declaration.value)), isForPaper {
                log.warnOnPaper(.unsupportedValue(name, value(of: declaration), instead), at: declaration.name)
            }
            if declaration.isImportant {
                for index in longhands.indices { longhands[index].isImportant = true }
            }
            return longhands
        } catch {
            warn(error, of: name, declaration)
            return []
        }
    }

    private mutating func warn(
        _ failure: DeclarationCompiler.Failure, of name: String, _ declaration: SyntaxItem.Declaration
    ) {
        switch failure {
        case .unknownProperty:
            log.warn(.unknownProperty(name), at: declaration.name, remedy: UnsupportedCSS.remedy(for: name))
        case .invalidValue: invalidValue(name, declaration)
        case .unsupportedProperty:
            guard isForPaper, !UnsupportedCSS.isWithoutEffect(ValueParser(buffer, declaration.value)) else { return }
            // A browser's older name goes with the standard one.
            log.warnOnPaper(.unsupportedProperty(PropertyTable.standardName(of: name)), at: declaration.name)
        case .ignoredProperty: break
        }
    }

    mutating func invalidValue(_ name: String, _ declaration: SyntaxItem.Declaration) {
        warn(.invalidValue(name, value(of: declaration)), at: declaration.name)
    }

    private func value(of declaration: SyntaxItem.Declaration) -> String {
        buffer.source(buffer.trimmed(declaration.value))
    }

    /// Whether the conditions round the rule at hand can hold for pages.
    private var isForPaper: Bool {
        media.allSatisfy { $0.holds(for: .print, page: PageSize.names["a4"]!) }
    }

    // MARK: At-rules

    private mutating func atRule(_ rule: SyntaxItem.AtRule, parents: [ComplexSelector]?) {
        let name = buffer.lowercasedText(buffer.tokens[rule.keyword])
        let mayPrecedeImports = name == "import" || name == "charset" || name == "layer" && rule.block == nil
        if !mayPrecedeImports { takesImports = false }
        switch name {
        case "import": return importRule(rule)
        case "layer": return layerRule(rule, parents: parents)
        case "namespace":
            if !namespaces.declare(ValueParser(buffer, rule.prelude)) {
                warn(.noNamespace(buffer.source(buffer.trimmed(rule.prelude))), at: rule.keyword)
            }
            return
        case "charset", "view-transition": return
        default: break
        }
        guard UnsupportedCSS.isBlockRule(name) else {
            return log.warn(.unknownRule(name), at: rule.keyword, remedy: UnsupportedCSS.remedy(forRule: name))
        }
        guard let block = rule.block else { return warn(.unfinishedRule(name), at: rule.keyword) }
        switch name {
        case "media": mediaRule(rule, block, parents: parents)
        case "supports": supportsRule(rule, block, parents: parents)
        case "page": pageRule(rule.prelude, block, keyword: rule.keyword)
        case "counter-style": counterStyleRule(rule.prelude, block, keyword: rule.keyword)
        case "font-face": fontFaceRule(block, keyword: rule.keyword)
        case "font-feature-values": fontFeatureValuesRule(rule.prelude, block, keyword: rule.keyword)
        case "property": propertyRule(rule.prelude, block, keyword: rule.keyword)
        default: break  // what moves and what depends on a window
        }
    }

    /// The inside of a conditional rule: rules, and in a nested one declarations for the rule round it.
    mutating func readGroup(_ block: Range<Int>, parents: [ComplexSelector]?) {
        var parser = SyntaxParser(buffer, block)
        guard let parents else { return read(parser.rules(isTopLevel: false), parents: nil) }
        read(parser.declarations(nesting: true), of: emptyRule(parents, "&"), parents: parents)
    }

    mutating func warn(_ message: Diagnostic.Message, at token: Int) { log.warn(message, at: token) }
}
