/// What stands in a list of rules or declarations (CSS Syntax 3, §5.4), as ranges of tokens.
enum SyntaxItem: Sendable {
    case atRule(AtRule)
    case qualifiedRule(QualifiedRule)
    case declaration(Declaration)
    case error(Range<Int>)

    struct AtRule: Sendable {
        /// The at-keyword's token.
        var keyword: Int
        var prelude: Range<Int>
        /// What stands between the braces; nil where the rule ends with a semicolon.
        var block: Range<Int>?
    }

    struct QualifiedRule: Sendable {
        var prelude: Range<Int>
        var block: Range<Int>
    }

    struct Declaration: Sendable {
        /// The name's token.
        var name: Int
        /// Without `!important`, with its white space.
        var value: Range<Int>
        var isImportant: Bool
    }
}

/// The parser of CSS Syntax 3, §5.4, over a range of tokens.
struct SyntaxParser {
    let buffer: TokenBuffer
    private var index: Int
    private let end: Int

    init(_ buffer: TokenBuffer, _ range: Range<Int>? = nil) {
        self.buffer = buffer
        index = (range ?? buffer.all).lowerBound
        end = (range ?? buffer.all).upperBound
    }

    private var tokens: [Token] { buffer.tokens }

    /// §5.4.1: the rules of a style sheet (`isTopLevel`, where CDO and CDC are skipped) or of a block.
    mutating func rules(isTopLevel: Bool) -> [SyntaxItem] {
        var items: [SyntaxItem] = []
        while index < end {
            switch tokens[index].kind {
            case .whitespace: index += 1
            case .cdo where isTopLevel, .cdc where isTopLevel: index += 1
            case .atKeyword: items.append(.atRule(atRule()))
            default: items.append(qualifiedRule())
            }
        }
        return items
    }

    /// §5.4.4: declarations, at-rules, and nested rules where `nesting` allows them.
    mutating func declarations(nesting: Bool) -> [SyntaxItem] {
        var items: [SyntaxItem] = []
        while index < end {
            switch tokens[index].kind {
            case .whitespace, .semicolon: index += 1
            case .atKeyword: items.append(.atRule(atRule()))
            default:
                let start = index
                while index < end, tokens[index].kind != .semicolon { index = buffer.next(after: index) }
                let stop = min(index, end)
                if tokens[start].kind == .ident, !(nesting && holdsBlock(start..<stop)),
                    let item = declaration(start..<stop)
                {
                    items.append(item)
                } else if nesting, let rule = nestedRule(from: start) {
                    items.append(rule)
                } else {
                    items.append(.error(start..<stop))
                }
            }
        }
        return items
    }

    /// §5.3.6: one declaration and nothing else; semicolons belong to its value.
    mutating func oneDeclaration() -> SyntaxItem? {
        skipSpace()
        guard index < end else { return nil }
        return declaration(index..<end) ?? .error(index..<end)
    }

    /// §5.4.2.
    mutating func atRule() -> SyntaxItem.AtRule {
        let keyword = index
        index += 1
        let start = index
        while index < end {
            switch tokens[index].kind {
            case .semicolon:
                index += 1
                return .init(keyword: keyword, prelude: start..<index - 1, block: nil)
            case .openCurly:
                let prelude = start..<index
                return .init(keyword: keyword, prelude: prelude, block: block())
            default: index = buffer.next(after: index)
            }
        }
        index = min(index, end)
        return .init(keyword: keyword, prelude: start..<index, block: nil)
    }

    /// §5.4.3.
    mutating func qualifiedRule() -> SyntaxItem {
        let start = index
        while index < end {
            if tokens[index].kind == .openCurly {
                let prelude = start..<index
                return .qualifiedRule(.init(prelude: prelude, block: block()))
            }
            index = buffer.next(after: index)
        }
        index = min(index, end)
        return .error(start..<index)
    }

    mutating func skipSpace() {
        while index < end, tokens[index].kind == .whitespace { index += 1 }
    }

    var isAtEnd: Bool { index >= end }

    /// The tokens between the braces that begin here; goes behind them.
    private mutating func block() -> Range<Int> {
        let open = index
        index = min(buffer.next(after: open), end)
        return open + 1..<max(open + 1, min(Int(tokens[open].mate), end))
    }

    /// `p:hover { … }` begins as a declaration does and is none: values but those of custom properties have no braces (§5.5.6).
    private func holdsBlock(_ range: Range<Int>) -> Bool {
        if buffer.text(tokens[range.lowerBound]).hasPrefix("--") { return false }
        var index = range.lowerBound
        while index < range.upperBound {
            if tokens[index].kind == .openCurly { return true }
            index = buffer.next(after: index)
        }
        return false
    }

    /// A rule in a rule: it must have braces before the next semicolon, or it is an error up to there.
    private mutating func nestedRule(from start: Int) -> SyntaxItem? {
        let stop = index
        index = start
        while index < stop, tokens[index].kind != .openCurly { index = buffer.next(after: index) }
        guard index < stop else {
            index = stop
            return nil
        }
        let prelude = start..<index
        return .qualifiedRule(.init(prelude: prelude, block: block()))
    }

    /// §5.4.5 over exactly these tokens.
    private func declaration(_ range: Range<Int>) -> SyntaxItem? {
        let name = range.lowerBound
        guard tokens[name].kind == .ident else { return nil }
        var colon = name + 1
        while colon < range.upperBound, tokens[colon].kind == .whitespace { colon += 1 }
        guard colon < range.upperBound, tokens[colon].kind == .colon else { return nil }
        var value = colon + 1..<range.upperBound
        let isImportant = removeImportant(&value)
        return .declaration(.init(name: name, value: value, isImportant: isImportant))
    }

    private func removeImportant(_ value: inout Range<Int>) -> Bool {
        // The last two component values, white space apart: a block's inside does not count.
        var last = -1
        var mark = -1
        var index = value.lowerBound
        while index < value.upperBound {
            if tokens[index].kind != .whitespace {
                mark = last
                last = index
            }
            index = buffer.next(after: index)
        }
        guard mark >= 0, tokens[last].kind == .ident, buffer.lowercasedText(tokens[last]) == "important",
            tokens[mark].kind == .delimiter, tokens[mark].number == Double(UInt8(ascii: "!"))
        else { return false }
        value = value.lowerBound..<mark
        return true
    }
}
