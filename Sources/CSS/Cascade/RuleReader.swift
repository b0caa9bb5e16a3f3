import Diagnostics

/// Reads a sheet's rules, and writes down what it cannot read.
struct RuleReader {
    private let buffer: TokenBuffer
    private let sheet: String
    private(set) var rules: [StyleRule] = []
    private(set) var pageRules: [PageRule] = []
    private(set) var layers: [String] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Messages already given, so that each is given once.
    private var said: Set<String> = []
    private var media: [MediaQueryList] = []
    private var layer: Int?
    private var layerPath: [String] = []

    init(_ buffer: TokenBuffer, sheet: String) {
        self.buffer = buffer
        self.sheet = sheet
    }

    mutating func read() {
        var parser = SyntaxParser(buffer)
        read(parser.rules(isTopLevel: true), parents: nil)
    }

    private mutating func read(_ items: [SyntaxItem], parents: [ComplexSelector]?) {
        for item in items {
            switch item {
            case .qualifiedRule(let rule): styleRule(rule, parents: parents)
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
        var style = emptyRule(selectors, buffer.source(prelude))
        var block = SyntaxParser(buffer, rule.block)
        var nested: [SyntaxItem] = []
        for item in block.declarations(nesting: true) {
            if case .declaration(let declaration) = item {
                add(declaration, to: &style)
            } else {
                nested.append(item)
            }
        }
        rules.append(style)
        read(nested, parents: selectors)
    }

    private func emptyRule(_ selectors: [ComplexSelector], _ text: String) -> StyleRule {
        var rule = StyleRule(selectors: selectors, selectorText: text)
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
        rule.source.append(
            SourceDeclaration(name: name, value: declaration.value, isImportant: declaration.isImportant))
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
        case "charset", "namespace", "font-face", "counter-style", "property", "keyframes", "-webkit-keyframes",
            "view-transition":
            break
        case "import":
            warn(.unreadImport(buffer.source(buffer.trimmed(rule.prelude))), at: rule.keyword)
        default: warn(.unknownRule(name), at: rule.keyword)
        }
    }

    /// The inside of a conditional rule: rules, and in a nested one declarations for the rule round it.
    private mutating func readGroup(_ block: Range<Int>, parents: [ComplexSelector]?) {
        var parser = SyntaxParser(buffer, block)
        guard let parents else { return read(parser.rules(isTopLevel: false), parents: nil) }
        var style = emptyRule(parents, "&")
        var nested: [SyntaxItem] = []
        for item in parser.declarations(nesting: true) {
            if case .declaration(let declaration) = item { add(declaration, to: &style) } else { nested.append(item) }
        }
        if !style.source.isEmpty || !style.custom.isEmpty { rules.append(style) }
        read(nested, parents: parents)
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

    // MARK: Pages

    private mutating func pageRule(_ prelude: Range<Int>, _ block: Range<Int>, keyword: Int) {
        guard let selectors = PageSelector.list(ValueParser(buffer, prelude), buffer, prelude) else {
            return warn(.unknownPageSelector(buffer.source(buffer.trimmed(prelude))), at: keyword)
        }
        var rule = PageRule(selectors: selectors, media: media)
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
        if let side = ["margin-inside": true, "margin-outside": false][name] {
            rule.declarations += PageRule.facing(
                isInside: side, compiled("margin-left", declaration), compiled("margin-right", declaration))
            return
        }
        rule.declarations += compiled(name, declaration).map { PageRule.Entry(declaration: $0) }
    }

    private mutating func marginRule(_ inner: SyntaxItem.AtRule, _ rule: inout PageRule) {
        let name = buffer.lowercasedText(buffer.tokens[inner.keyword])
        guard let block = inner.block else { return warn(.unfinishedRule(name), at: inner.keyword) }
        var declarations: [StyleDeclaration] = []
        var parser = SyntaxParser(buffer, block)
        for item in parser.declarations(nesting: false) {
            guard case .declaration(let declaration) = item else { continue }
            declarations += compiled(buffer.lowercasedText(buffer.tokens[declaration.name]), declaration)
        }
        if name == "footnote" {
            rule.footnoteArea += declarations
        } else if let place = PageContext.Place(rawValue: name) {
            rule.marginBoxes[place, default: []] += declarations
        } else {
            warn(.unknownRule(name), at: inner.keyword)
        }
    }

    private mutating func warn(_ message: Diagnostic.Message, at token: Int) {
        guard said.insert(message.text).inserted else { return }
        diagnostics.append(Diagnostic(.warning, message, subject: sheet, range: buffer.position(of: token)))
    }
}

extension Diagnostic.Message {
    static func unknownProperty(_ name: String) -> Self { "unknown property '\(name)'" }
    static func invalidValue(_ name: String, _ value: String) -> Self { "'\(name)' cannot be '\(value)'" }
    static func unknownRule(_ name: String) -> Self { "unknown rule '@\(name)'" }
    static func unfinishedRule(_ name: String) -> Self { "'@\(name)' has no block" }
    static func unknownSelector(_ error: SelectorError) -> Self { "\(error.description)" }
    static func unknownPageSelector(_ text: String) -> Self { "unknown page selector '\(text)'" }
    static func unreadImport(_ text: String) -> Self { "'@import \(text)' is not read" }
    static func stray(_ text: String) -> Self {
        "'\(text.prefix(60).split(whereSeparator: \.isWhitespace).joined(separator: " "))' is no rule and no declaration"
    }
}
