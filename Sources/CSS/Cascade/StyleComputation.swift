import Geometry

/// From the declarations that apply to an element to its computed values (CSS Cascade 5, §4).
struct StyleComputation {
    /// The declarations of one rule, and how strong it is.
    struct Block {
        var declarations: [StyleDeclaration]
        var custom: [CustomDeclaration]
        var origin: StyleSheet.Origin
        var level: Int
    }

    let viewport: Size
    /// The custom properties that `@property` describes.
    var registrations: [PropertyRegistration] = []
    /// Parses values with variables once for each text.
    private var substitutions = SubstitutionCache()

    init(viewport: Size, registrations: [PropertyRegistration] = []) {
        self.viewport = viewport
        self.registrations = registrations
    }

    private struct Candidate {
        var declaration: StyleDeclaration
        var origin: StyleSheet.Origin
        var level: Int
    }

    /// Computes a style; `blocks` come weakest first.
    mutating func style(
        _ blocks: [Block], inheriting parent: ComputedStyle, isRoot: Bool, language: String?, path: NameSet = .all
    ) -> ComputedStyle {
        var values = StyleValues.inheriting(parent.values)
        if let language { values.text.language = language.isEmpty ? nil : language }
        values.custom = custom(blocks, inheriting: parent.values.custom)
        let candidates = ordered(blocks)
        let winners = winners(candidates, inherited: parent.values.text.direction)
        apply(winners, candidates, to: &values, parent: parent.values, isRoot: isRoot)
        values.finish()
        return ComputedStyle(values, path: path)
    }

    /// The custom properties: what is registered, what is inherited and what is declared.
    private func custom(_ blocks: [Block], inheriting parent: [String: String]) -> [String: String] {
        var inherited = parent
        var initial: [String: String] = [:]
        for registration in registrations {
            initial[registration.name] = registration.initialValue
            if !registration.isInherited || inherited[registration.name] == nil {
                inherited[registration.name] = registration.initialValue
            }
        }
        let declared = customWinners(blocks)
        if declared.isEmpty { return inherited }
        return VariableSubstitution.resolve(declared, inheriting: inherited, initial: initial)
    }

    private func customWinners(_ blocks: [Block]) -> [String: String] {
        var winners: [String: String] = [:]
        var rollsBack = false
        for block in blocks {
            for custom in block.custom where !custom.isImportant {
                winners[custom.name] = custom.text
                rollsBack = rollsBack || custom.rollsBack
            }
        }
        if blocks.contains(where: { $0.custom.contains(where: \.isImportant) }) {
            for block in Self.importantOrder(blocks) {
                for custom in block.custom where custom.isImportant { winners[custom.name] = custom.text }
            }
        }
        if rollsBack { rollBack(&winners, blocks) }
        return winners
    }

    /// Puts what weaker origins or layers say in place of `revert` and `revert-layer`.
    private func rollBack(_ winners: inout [String: String], _ blocks: [Block]) {
        for name in winners.keys.sorted() {
            var limit = blocks.count
            while let text = winners[name], let keyword = WideKeyword(rawValue: text.asciiLowercased),
                keyword == .revert || keyword == .revertLayer
            {
                guard
                    let place = blocks[..<limit].lastIndex(where: { $0.custom.contains { $0.name == name } })
                else {
                    winners[name] = nil
                    break
                }
                let from = blocks[place]
                limit =
                    blocks[..<place].lastIndex {
                        keyword == .revert ? $0.origin < from.origin : $0.level < from.level
                    }.map { $0 + 1 } ?? 0
                winners[name] =
                    blocks[..<limit].last { $0.custom.contains { $0.name == name } }?.custom.last { $0.name == name }?
                    .text
            }
        }
    }

    /// All declarations weakest first, the important ones after the others.
    private func ordered(_ blocks: [Block]) -> [Candidate] {
        var candidates: [Candidate] = []
        var hasImportant = false
        for block in blocks {
            for declaration in block.declarations {
                if declaration.isImportant {
                    hasImportant = true
                } else {
                    candidates.append(Candidate(declaration: declaration, origin: block.origin, level: block.level))
                }
            }
        }
        guard hasImportant else { return candidates }
        for block in Self.importantOrder(blocks) {
            for declaration in block.declarations where declaration.isImportant {
                candidates.append(Candidate(declaration: declaration, origin: block.origin, level: block.level))
            }
        }
        return candidates
    }

    /// The blocks as their important declarations count: of the layers of a theme or of the user the first is the
    /// strongest (CSS Cascade 5, §6.4.4).
    private static func importantOrder(_ blocks: [Block]) -> [Block] {
        func rank(_ block: Block) -> (StyleSheet.Origin, Int) {
            (block.origin, block.origin == .base ? block.level : -block.level)
        }
        return blocks.enumerated().sorted { a, b in
            let (left, right) = (rank(a.element), rank(b.element))
            return left == right ? a.offset < b.offset : left < right
        }.map(\.element)
    }

    /// For each property the place of its last declaration, or -1.
    private func winners(_ candidates: [Candidate], inherited: TextStyle.Direction) -> [Int] {
        var winners = [Int](repeating: -1, count: PropertyTable.properties.count)
        var hasLogical = false
        for (index, candidate) in candidates.enumerated() {
            if candidate.declaration.direction == nil {
                winners[candidate.declaration.property] = index
            } else {
                hasLogical = true
            }
        }
        guard hasLogical else { return winners }
        var direction = inherited
        if winners[PropertyTable.direction] >= 0,
            case .set(let setter) = candidates[winners[PropertyTable.direction]].declaration.value
        {
            var probe = StyleValues()
            setter(&probe, ComputationContext(StyleValues(), viewport))
            direction = probe.text.direction
        }
        winners = [Int](repeating: -1, count: PropertyTable.properties.count)
        for (index, candidate) in candidates.enumerated() {
            let side = candidate.declaration.direction
            if side == nil || side == direction { winners[candidate.declaration.property] = index }
        }
        return winners
    }

    private mutating func apply(
        _ winners: [Int], _ candidates: [Candidate], to values: inout StyleValues, parent: StyleValues, isRoot: Bool
    ) {
        let start = values
        var context = ComputationContext(parent, viewport)
        func needed(_ property: Int) -> Bool { winners[property] >= 0 }
        if needed(PropertyTable.fontSize) {
            set(winners[0], candidates, &values, context, start, parent)
        }
        context.fontSize = values.font.size
        if isRoot { values.rootFontSize = values.font.size }
        context.rootFontSize = values.rootFontSize
        if needed(PropertyTable.lineHeight) {
            set(winners[PropertyTable.lineHeight], candidates, &values, context, start, parent)
        }
        context.lineHeight = values.font.usedLineHeight
        if isRoot { values.rootLineHeight = context.lineHeight }
        context.rootLineHeight = values.rootLineHeight
        for property in [PropertyTable.direction, PropertyTable.color] where needed(property) {
            set(winners[property], candidates, &values, context, start, parent)
        }
        context.color = values.color
        for property in (PropertyTable.color + 1)..<winners.count where winners[property] >= 0 {
            set(winners[property], candidates, &values, context, start, parent)
        }
    }

    private mutating func set(
        _ winner: Int, _ candidates: [Candidate], _ values: inout StyleValues, _ context: ComputationContext,
        _ start: StyleValues, _ parent: StyleValues
    ) {
        let candidate = candidates[winner]
        let property = PropertyTable.properties[candidate.declaration.property]
        var value = candidate.declaration.value
        if case .pending(let pending) = value {
            value = substitutions.value(of: pending, custom: values.custom) ?? .wide(.unset)
        }
        switch value {
        case .set(let setter): setter(&values, context)
        case .pending: property.copy(&values, start)
        case .wide(.initial): property.copy(&values, .specifiedInitial)
        case .wide(.inherit): property.copy(&values, parent)
        case .wide(.unset): property.copy(&values, start)
        case .wide(.revert), .wide(.revertLayer):
            let byLayer = if case .wide(.revertLayer) = value { true } else { false }
            let weaker = candidates[..<winner].lastIndex {
                $0.declaration.property == candidate.declaration.property
                    && (byLayer ? $0.level < candidate.level : $0.origin < candidate.origin)
            }
            if let weaker {
                set(weaker, candidates, &values, context, start, parent)
            } else {
                property.copy(&values, start)
            }
        }
    }
}

/// What values with variables declare, by the text after substitution.
struct SubstitutionCache: Sendable {
    private var known: [PendingValue: DeclaredValue?] = [:]

    /// The longhand's value, or nil where the text makes none (invalid at computed-value time).
    mutating func value(of pending: PendingValue, custom: [String: String]) -> DeclaredValue? {
        guard let text = VariableSubstitution.substitute(pending.text, { custom[$0] }) else { return nil }
        let key = PendingValue(name: pending.name, text: text, sheet: pending.sheet, property: pending.property)
        if let value = known[key] { return value }
        let buffer = TokenBuffer(text, sheet: pending.sheet)
        let declarations = try? DeclarationCompiler.compile(pending.name, buffer, buffer.all)
        let value = declarations?.last { $0.property == pending.property }?.value
        known[key] = .some(value)
        return value
    }
}

extension ComputationContext {
    /// The context in which an element's `font-size` is computed: that of its parent.
    init(_ parent: StyleValues, _ viewport: Size) {
        self.init(
            fontSize: parent.font.size, rootFontSize: parent.rootFontSize, lineHeight: parent.font.usedLineHeight,
            rootLineHeight: parent.rootLineHeight, viewport: viewport, color: parent.color)
        parentText = (parent.text.align, parent.text.direction)
    }
}

extension FontStyle {
    /// Points; `normal` counts as 1.2 here, where no font is at hand.
    var usedLineHeight: Double {
        switch lineHeight {
        case .normal: 1.2 * size
        case .number(let factor): factor * size
        case .length(let length): length
        }
    }
}
