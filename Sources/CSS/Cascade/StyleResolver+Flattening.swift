/// Styles for readers that know less CSS: no custom properties, no calculations, no page rules.
extension StyleResolver {
    /// The sheets as one text, weakest first: every `var()` replaced by what `:root` says, `calc()` worked out where it
    /// can be, `@page` left out, `@media` kept. Direction is left to `dir` attributes, as EPUB wants.
    ///
    /// - Parameter pictures: Where readers find the pictures. What is said of others is left out.
    public func flattened(pictures: [PictureAddress: String] = [:]) -> String {
        let sorted = sheets.enumerated().sorted { ($0.element.origin, $0.offset) < ($1.element.origin, $1.offset) }
            .map(\.element)
        var environments = RootProperties(sorted)
        var output = ""
        for sheet in sorted {
            for rule in sheet.rules { output += text(of: rule, environments.base, pictures, media: rule.media) }
        }
        // Where a medium changes root properties, whatever uses them is said again for it.
        for variant in environments.takeVariants() {
            for sheet in sorted {
                for rule in sheet.rules where variant.bears(on: rule) {
                    var changed = rule
                    changed.source = rule.source.filter { variant.bears(on: $0, in: rule) }
                    output += text(of: changed, variant.properties, pictures, media: variant.media + rule.media)
                }
            }
        }
        return output
    }

    /// What the rules declare for an element, as written and flattened, in the order of the cascade: a later declaration
    /// of the same property has replaced the earlier one. Pictures are left out.
    public func declarations(of element: some StyledElement) -> [(name: String, value: String)] {
        let computed = style(of: element)
        let (custom, direction) = (computed.custom, computed.text.direction)
        var ranks: [Int32] = []
        index.match(element, ElementFacts(element), below: .all, into: &ranks)
        var result = DeclarationList()
        for isImportant in [false, true] {
            for rank in ranks {
                let entry = index.entries[Int(rank)]
                for declaration in entry.rule.source where declaration.isImportant == isImportant {
                    guard isUnderstood(declaration, in: entry.rule),
                        let written = Flattener.value(entry.rule.buffer, declaration.value, custom),
                        let value = Flattener.value(written, of: declaration.name, in: entry.rule.buffer.sheet, [:])
                    else { continue }
                    for (name, value) in Flattener.physical(declaration.name, value, direction) {
                        result.set(name, value)
                    }
                }
            }
        }
        return result.items
    }

    /// The style of an element whose ancestors have not been styled.
    private func style<E: StyledElement>(of element: E) -> ComputedStyle {
        style(of: element, inheriting: element.parentElement.map { style(of: $0) } ?? .initial)
    }

    private func isUnderstood(_ declaration: SourceDeclaration, in rule: StyleRule) -> Bool {
        do {
            _ = try DeclarationCompiler.compile(declaration.name, rule.buffer, declaration.value)
            return true
        } catch {
            return error == .ignoredProperty || error == .unsupportedProperty
        }
    }

    private func text(
        of rule: StyleRule, _ custom: [String: String], _ pictures: [PictureAddress: String], media: [MediaQueryList]
    ) -> String {
        var lines = ""
        // The sides that change in text from right to left.
        var turned = ""
        for declaration in rule.source {
            guard !Flattener.omitted.contains(declaration.name), !declaration.name.hasPrefix("--"),
                let written = Flattener.value(rule.buffer, declaration.value, custom),
                let value = Flattener.value(written, of: declaration.name, in: rule.buffer.sheet, pictures)
            else { continue }
            let mark = declaration.isImportant ? " !important" : ""
            let left = Flattener.physical(declaration.name, value, .leftToRight)
            let right = Flattener.physical(declaration.name, value, .rightToLeft)
            for (name, value) in left { lines += "    \(name): \(value)\(mark);\n" }
            guard !right.elementsEqual(left.reversed(), by: ==), !right.elementsEqual(left, by: ==) else { continue }
            for (name, _) in left where !right.contains(where: { $0.name == name }) {
                turned += "    \(name): \(Flattener.initial(ofSide: name))\(mark);\n"
            }
            for (name, value) in right { turned += "    \(name): \(value)\(mark);\n" }
        }
        guard !lines.isEmpty else { return "" }
        var body = "\(rule.selectorText) {\n\(lines)}\n"
        if !turned.isEmpty { body += "\(Flattener.rightToLeft(rule.selectorText)) {\n\(turned)}\n" }
        return media.reversed().reduce(body) { $1.text.isEmpty ? $0 : "@media \($1.text) {\n\($0)}\n" }
    }
}

/// Custom properties of the root, and what media change about them.
private struct RootProperties {
    struct Variant {
        var media: [MediaQueryList]
        /// All root properties in this medium.
        var properties: [String: String]
        /// The names that differ.
        var changed: Set<String>

        func bears(on rule: StyleRule) -> Bool { rule.source.contains { bears(on: $0, in: rule) } }

        func bears(on declaration: SourceDeclaration, in rule: StyleRule) -> Bool {
            declaration.value.contains { index in
                let token = rule.buffer.tokens[index]
                return token.kind == .ident && changed.contains(rule.buffer.text(token))
            }
        }
    }

    private(set) var base: [String: String] = [:]
    /// Of what `@property` describes.
    private var initial: [String: String] = [:]
    private var variants: [Variant] = []

    init(_ sheets: [StyleSheet]) {
        let rootRules = sheets.flatMap(\.rules).filter { rule in
            !rule.custom.isEmpty && rule.selectors.contains { $0.compounds.count == 1 && $0.subject.isRoot }
        }
        var declared: [String: String] = [:]
        for rule in rootRules where rule.media.isEmpty {
            for custom in rule.custom { declared[custom.name] = custom.text }
        }
        for registration in sheets.flatMap(\.registrations) where registration.media.isEmpty {
            initial[registration.name] = registration.initialValue
        }
        base = VariableSubstitution.resolve(declared, inheriting: initial)
        for rule in rootRules where !rule.media.isEmpty {
            let position = variants.firstIndex { $0.media == rule.media } ?? variants.endIndex
            if position == variants.endIndex {
                variants.append(Variant(media: rule.media, properties: declared, changed: []))
            }
            for custom in rule.custom {
                variants[position].properties[custom.name] = custom.text
                variants[position].changed.insert(custom.name)
            }
        }
    }

    mutating func takeVariants() -> [Variant] {
        variants.map { variant in
            var variant = variant
            variant.properties = VariableSubstitution.resolve(variant.properties, inheriting: initial)
            // What is defined by a changed property has changed too.
            for (name, value) in variant.properties where base[name] != value { variant.changed.insert(name) }
            return variant
        }
    }
}

/// Declarations in order, each property once.
private struct DeclarationList {
    var items: [(name: String, value: String)] = []

    /// A shorthand takes its longhands out; a longhand stands behind the shorthand that it refines.
    mutating func set(_ name: String, _ value: String) {
        let longhands = PropertyTable.shorthands[name]?.longhands ?? []
        items.removeAll { item in
            item.name == name || longhands.contains(item.name)
                || (!longhands.isEmpty
                    && PropertyTable.shorthands[item.name].map { longhands.contains(allOf: $0.longhands) } ?? false)
        }
        items.append((name, value))
    }
}

extension [String] {
    fileprivate func contains(allOf others: [String]) -> Bool { others.allSatisfy(contains) }
}
