import Diagnostics

/// The rules that say when and how strongly others count: `@media`, `@supports`, `@layer`, `@import`.
extension RuleReader {
    mutating func mediaRule(_ rule: SyntaxItem.AtRule, _ block: Range<Int>, parents: [ComplexSelector]?) {
        let list = MediaQueryList(buffer, rule.prelude)
        warnOfUnknownFeatures(list, at: rule.keyword)
        media.append(list)
        readGroup(block, parents: parents)
        media.removeLast()
    }

    private mutating func warnOfUnknownFeatures(_ list: MediaQueryList, at token: Int) {
        for text in list.unknown { warn(.unknownMedia(text), at: token) }
    }

    mutating func supportsRule(_ rule: SyntaxItem.AtRule, _ block: Range<Int>, parents: [ComplexSelector]?) {
        guard let holds = SupportsCondition(namespaces).result(ValueParser(buffer, rule.prelude)) else {
            return warn(.unknownCondition(buffer.source(buffer.trimmed(rule.prelude))), at: rule.keyword)
        }
        if holds { readGroup(block, parents: parents) }
    }

    /// CSS Cascade 5, §6.4.3: names are known in order of first mention.
    mutating func layerRule(_ rule: SyntaxItem.AtRule, parents: [ComplexSelector]?) {
        var parser = ValueParser(buffer, rule.prelude)
        var names: [[CascadeLayers.Part]] = []
        while let name = parser.layerPath() {
            names.append(name)
            _ = parser.comma()
        }
        guard parser.isAtEnd, rule.block == nil || names.count <= 1 else {
            return stray(rule.keyword..<rule.prelude.upperBound)
        }
        guard let block = rule.block else {
            for name in names { _ = layers.index(of: layerPath + name) }
            return
        }
        let (outer, outerPath) = (layer, layerPath)
        layerPath += names.first ?? anonymousLayer
        layer = layers.index(of: layerPath)
        readGroup(block, parents: parents)
        layerPath = outerPath
        layer = outer
    }

    private var anonymousLayer: [CascadeLayers.Part] { [.anonymous(sheet: 0, number: layers.count)] }

    // MARK: Imports

    /// CSS Cascade 5, §2: the sheet's rules stand in place of the import.
    mutating func importRule(_ rule: SyntaxItem.AtRule) {
        let written = buffer.source(buffer.trimmed(rule.prelude))
        guard let imported = ImportRule(buffer, rule.prelude), rule.block == nil else {
            return warn(.unreadImport(written, "it names no sheet"), at: rule.keyword)
        }
        guard takesImports else {
            return warn(.unreadImport(written, "it has to stand before all other rules"), at: rule.keyword)
        }
        warnOfUnknownFeatures(imported.media, at: rule.keyword)
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
            switch inner {
            case .named(let path): reader.layerPath += path
            case .anonymous: reader.layerPath += anonymousLayer
            }
            reader.layer = reader.layers.index(of: reader.layerPath)
        }
        reader.read()
        rules += reader.rules
        pageRules += reader.pageRules
        counterStyles += reader.counterStyles
        fontFaces += reader.fontFaces
        fontFeatureValues += reader.fontFeatureValues
        registrations += reader.registrations
        layers = reader.layers
        log.append(reader.log)
        imports.count = reader.imports.count
        return reader.text
    }
}
