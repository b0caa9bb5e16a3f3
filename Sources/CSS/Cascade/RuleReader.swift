import Diagnostics

/// Reads a sheet's rules, and writes down what it cannot read.
struct RuleReader {
    let buffer: TokenBuffer
    private(set) var rules: [StyleRule] = []
    private(set) var pageRules: [PageRule] = []
    private(set) var counterStyles: [CounterStyleRule] = []
    var fontFaces: [FontFaceRule] = []
    var fontFeatureValues: [FontFeatureValues.Rule] = []
    private(set) var layers: [String] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Messages already given, so that each is given once.
    private var said: Set<String> = []
    private(set) var media: [MediaQueryList] = []
    private var layer: Int?
    private var layerPath: [String] = []
    private var imports: ImportState
    /// No rule has been met that imports have to stand before.
    private var takesImports = true
    /// The texts that stand for `@import` rules, by the tokens of the rule.
    private var importedTexts: [(rule: Range<Int>, text: SheetText)] = []

    init(_ buffer: TokenBuffer, imports: ImportState) {
        self.buffer = buffer
        self.imports = imports
    }

    mutating func read() {
        var parser = SyntaxParser(buffer)
        read(parser.rules(isTopLevel: true), parents: nil)
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
            case .declaration(let declaration):
                warn(.stray(buffer.source(declaration.name..<declaration.value.upperBound)), at: declaration.name)
            case .error(let range):
                let range = buffer.trimmed(range)
                guard !range.isEmpty else { break }
                warn(.stray(buffer.source(range)), at: range.lowerBound)
            }
        }
    }

    // MARK: Style rules

    private mutating func styleRule(_ rule: SyntaxItem.QualifiedRule, parents: [ComplexSelector]?) {
        let prelude = buffer.trimmed(rule.prelude)
        var parser = SelectorParser(buffer, prelude, parents: parents)
        let selectors: [ComplexSelector]
        do {
            selectors = try parser.selectorList()
        } catch {
            return warn(.unknownSelector(error), at: prelude.lowerBound)
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
        let token = buffer.tokens[declaration.name]
        let written = buffer.text(token)
        if written.hasPrefix("--"), PropertyTable.index[written] == nil {
            rule.custom.append(
                CustomDeclaration(
                    name: written, text: buffer.source(buffer.trimmed(declaration.value)),
                    isImportant: declaration.isImportant))
            return
        }
        let name = written.asciiLowercased
        rule.source.append(SourceDeclaration(name: name, declaration))
        rule.declarations += compiled(name, declaration)
    }

    /// The longhands of a declaration; a warning where there are none.
    private mutating func compiled(_ name: String, _ declaration: SyntaxItem.Declaration) -> [StyleDeclaration] {
        do {
            var longhands = try DeclarationCompiler.compile(name, buffer, declaration.value)
            if declaration.isImportant {
                for index in longhands.indices { longhands[index].isImportant = true }
            }
            return longhands
        } catch {
            switch error {
            case .unknownProperty: warn(.unknownProperty(name), at: declaration.name)
            case .invalidValue:
                let value = buffer.source(buffer.trimmed(declaration.value))
                warn(.invalidValue(name, value), at: declaration.name)
            case .ignoredProperty: break
            }
            return []
        }
    }

    // MARK: At-rules

    private mutating func atRule(_ rule: SyntaxItem.AtRule, parents: [ComplexSelector]?) {
        let name = buffer.lowercasedText(buffer.tokens[rule.keyword])
        let mayPrecedeImports = name == "import" || name == "charset" || name == "layer" && rule.block == nil
        if !mayPrecedeImports { takesImports = false }
        switch name {
        case "media":
            guard let block = rule.block else { return warn(.unfinishedRule(name), at: rule.keyword) }
            media.append(MediaQueryList(buffer, rule.prelude))
            readGroup(block, parents: parents)
            media.removeLast()
        case "supports":
            guard let block = rule.block else { return warn(.unfinishedRule(name), at: rule.keyword) }
            if SupportsCondition.holds(ValueParser(buffer, rule.prelude)) { readGroup(block, parents: parents) }
        case "layer": layerRule(rule)
        case "page":
            guard let block = rule.block else { return warn(.unfinishedRule(name), at: rule.keyword) }
            pageRule(rule.prelude, block, keyword: rule.keyword)
        case "counter-style":
            guard let block = rule.block else { return warn(.unfinishedRule(name), at: rule.keyword) }
            counterStyleRule(rule.prelude, block, keyword: rule.keyword)
        case "font-face":
            guard let block = rule.block else { return warn(.unfinishedRule(name), at: rule.keyword) }
            fontFaceRule(block, keyword: rule.keyword)
        case "font-feature-values":
            guard let block = rule.block else { return warn(.unfinishedRule(name), at: rule.keyword) }
            fontFeatureValuesRule(rule.prelude, block, keyword: rule.keyword)
        case "charset", "namespace", "property", "keyframes", "-webkit-keyframes",
            "view-transition":
            break
        case "import": importRule(rule)
        default: warn(.unknownRule(name), at: rule.keyword)
        }
    }

    /// The inside of a conditional rule: rules, and in a nested one declarations for the rule round it.
    private mutating func readGroup(_ block: Range<Int>, parents: [ComplexSelector]?) {
        var parser = SyntaxParser(buffer, block)
        guard let parents else { return read(parser.rules(isTopLevel: false), parents: nil) }
        read(parser.declarations(nesting: true), of: emptyRule(parents, "&"), parents: parents)
    }

    /// CSS Cascade 5, §6.4.3: names are known in order of first mention.
    private mutating func layerRule(_ rule: SyntaxItem.AtRule) {
        var parser = ValueParser(buffer, rule.prelude)
        var names: [String] = []
        while let name = parser.name() {
            var path = name
            while parser.takeDelimiter("."), let part = parser.name() { path += "." + part }
            names.append(path)
            _ = parser.comma()
        }
        guard let block = rule.block else {
            for name in names { _ = layerIndex(layerPath + [name]) }
            return
        }
        let outer = layer
        layerPath.append(names.first ?? "(anonymous \(layers.count))")
        layer = layerIndex(layerPath)
        readGroup(block, parents: nil)
        layerPath.removeLast()
        layer = outer
    }

    private mutating func layerIndex(_ path: [String]) -> Int {
        let name = path.joined(separator: ".")
        if let index = layers.firstIndex(of: name) { return index }
        layers.append(name)
        return layers.count - 1
    }

    // MARK: Imports

    /// CSS Cascade 5, §2: the sheet's rules stand in place of the import.
    private mutating func importRule(_ rule: SyntaxItem.AtRule) {
        let written = buffer.source(buffer.trimmed(rule.prelude))
        guard let imported = ImportRule(buffer, rule.prelude), rule.block == nil else {
            return warn(.unreadImport(written, "it names no sheet"), at: rule.keyword)
        }
        guard takesImports else {
            return warn(.unreadImport(written, "it has to stand before all other rules"), at: rule.keyword)
        }
        let end = rule.prelude.upperBound + 1
        importedTexts.append((rule.keyword..<end, SheetText()))
        if let supports = imported.supports, !supports.holds { return }
        guard let load = imports.load else {
            return warn(.unreadImport(written, "this sheet is not in a file"), at: rule.keyword)
        }
        guard imports.chain.count <= ImportState.deepest, imports.count < ImportState.most else {
            return warn(.unreadImport(written, "there are too many of them"), at: rule.keyword)
        }
        do {
            let sheet = try load(imported.address, buffer.sheet)
            guard !imports.chain.contains(sheet.name) else {
                return warn(.unreadImport(written, "the sheet imports itself"), at: rule.keyword)
            }
            importedTexts[importedTexts.count - 1].text = imported.wrapped(read(sheet, as: imported))
        } catch {
            warn(.unreadImport(written, error.message), at: rule.keyword)
        }
    }

    /// Reads the rules of another sheet in among these; returns its text.
    private mutating func read(_ sheet: ImportedStyleSheet, as rule: ImportRule) -> SheetText {
        var reader = RuleReader(TokenBuffer(sheet.text, sheet: sheet.name), imports: imports)
        reader.imports.chain.append(sheet.name)
        reader.imports.count += 1
        reader.media = rule.media.text.isEmpty ? media : media + [rule.media]
        reader.layers = layers
        reader.layerPath = layerPath
        reader.layer = layer
        if let inner = rule.layer {
            let name = if case .named(let name) = inner { name } else { "(anonymous \(layers.count))" }
            reader.layerPath.append(name)
            reader.layer = reader.layerIndex(reader.layerPath)
        }
        reader.read()
        rules += reader.rules
        pageRules += reader.pageRules
        counterStyles += reader.counterStyles
        fontFaces += reader.fontFaces
        fontFeatureValues += reader.fontFeatureValues
        layers = reader.layers
        diagnostics += reader.diagnostics
        imports.count = reader.imports.count
        return reader.text
    }

    // MARK: Pages

    private mutating func pageRule(_ prelude: Range<Int>, _ block: Range<Int>, keyword: Int) {
        guard let selectors = PageSelector.list(ValueParser(buffer, prelude), buffer, prelude) else {
            return warn(.unknownPageSelector(buffer.source(buffer.trimmed(prelude))), at: keyword)
        }
        var rule = PageRule(buffer: buffer, selectors: selectors, media: media)
        var parser = SyntaxParser(buffer, block)
        for item in parser.declarations(nesting: false) {
            switch item {
            case .declaration(let declaration): pageDeclaration(declaration, &rule)
            case .atRule(let inner): marginRule(inner, &rule)
            case .qualifiedRule: break
            case .error(let range): warn(.stray(buffer.source(buffer.trimmed(range))), at: range.lowerBound)
            }
        }
        pageRules.append(rule)
    }

    private mutating func pageDeclaration(_ declaration: SyntaxItem.Declaration, _ rule: inout PageRule) {
        let name = buffer.lowercasedText(buffer.tokens[declaration.name])
        if name == "size" {
            guard let size = PageSize.parse(ValueParser(buffer, declaration.value)) else {
                return warn(.invalidValue(name, buffer.source(buffer.trimmed(declaration.value))), at: declaration.name)
            }
            rule.size = size
            return
        }
        if name == "bleed" || name == "marks" {
            let parser = ValueParser(buffer, declaration.value)
            let isRead: Bool
            if name == "bleed" {
                rule.bleed = PageBleed(parser) ?? rule.bleed
                isRead = PageBleed(parser) != nil
            } else {
                rule.marks = PageMarks(parser) ?? rule.marks
                isRead = PageMarks(parser) != nil
            }
            if !isRead {
                warn(.invalidValue(name, buffer.source(buffer.trimmed(declaration.value))), at: declaration.name)
            }
            return
        }
        if let side = ["margin-inside": true, "margin-outside": false][name] {
            rule.declarations += PageRule.facing(
                isInside: side, compiled("margin-left", declaration), compiled("margin-right", declaration))
            return
        }
        rule.source.append(SourceDeclaration(name: name, declaration))
        rule.declarations += compiled(name, declaration).map { PageRule.Entry(declaration: $0) }
    }

    private mutating func marginRule(_ inner: SyntaxItem.AtRule, _ rule: inout PageRule) {
        let name = buffer.lowercasedText(buffer.tokens[inner.keyword])
        guard let block = inner.block else { return warn(.unfinishedRule(name), at: inner.keyword) }
        var declarations: [StyleDeclaration] = []
        var parser = SyntaxParser(buffer, block)
        for item in parser.declarations(nesting: false) {
            guard case .declaration(let declaration) = item else { continue }
            let name = buffer.lowercasedText(buffer.tokens[declaration.name])
            rule.source.append(SourceDeclaration(name: name, declaration))
            declarations += compiled(name, declaration)
        }
        if name == "footnote" {
            rule.footnoteArea += declarations
        } else if name == "offprint-line-numbers" {
            rule.lineNumbers += declarations
        } else if let place = PageContext.Place(rawValue: name) {
            rule.marginBoxes[place, default: []] += declarations
        } else {
            warn(.unknownRule(name), at: inner.keyword)
        }
    }

    private mutating func counterStyleRule(_ prelude: Range<Int>, _ block: Range<Int>, keyword: Int) {
        var parser = ValueParser(buffer, prelude)
        guard let name = parser.name(), parser.isAtEnd, var rule = CounterStyleRule(name: name, media: media) else {
            return warn(.noCounterStyle(buffer.source(buffer.trimmed(prelude))), at: keyword)
        }
        var contents = SyntaxParser(buffer, block)
        for case .declaration(let declaration) in contents.declarations(nesting: false) {
            let descriptor = buffer.lowercasedText(buffer.tokens[declaration.name])
            switch rule.set(descriptor, ValueParser(buffer, declaration.value)) {
            case .known: break
            case .unknown: warn(.unknownDescriptor(descriptor), at: declaration.name)
            case .invalid:
                let value = buffer.source(buffer.trimmed(declaration.value))
                warn(.invalidValue(descriptor, value), at: declaration.name)
            }
        }
        guard rule.isComplete else { return warn(.incompleteCounterStyle(name), at: keyword) }
        counterStyles.append(rule)
    }

    mutating func warn(_ message: Diagnostic.Message, at token: Int) {
        guard said.insert(message.text).inserted else { return }
        diagnostics.append(Diagnostic(.warning, message, subject: buffer.sheet, range: buffer.position(of: token)))
    }
}

extension Diagnostic.Message {
    static func unknownProperty(_ name: String) -> Self { "unknown property '\(name)'" }
    static func invalidValue(_ name: String, _ value: String) -> Self { "'\(name)' cannot be '\(value)'" }
    static func unknownRule(_ name: String) -> Self { "unknown rule '@\(name)'" }
    static func unfinishedRule(_ name: String) -> Self { "'@\(name)' has no block" }
    static func unknownSelector(_ error: SelectorError) -> Self { "\(error.description)" }
    static func unknownPageSelector(_ text: String) -> Self { "unknown page selector '\(text)'" }
    static func noCounterStyle(_ name: String) -> Self { "no counter style can be named '\(name)'" }
    static func unknownDescriptor(_ name: String) -> Self { "unknown descriptor '\(name)'" }
    static func incompleteCounterStyle(_ name: String) -> Self {
        "the counter style '\(name)' has not the symbols that its system needs"
    }
    static func unreadImport(_ text: String, _ reason: String) -> Self { "'@import \(text)' is not read: \(reason)" }
    static func stray(_ text: String) -> Self {
        "'\(text.prefix(60).split(whereSeparator: \.isWhitespace).joined(separator: " "))' is no rule and no declaration"
    }
}
