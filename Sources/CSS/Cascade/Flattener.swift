/// Values without variables and calculations, as text.
enum Flattener {
    /// Properties that an HTML page says with attributes, and that EPUB forbids in style sheets.
    static let omitted: Set<String> = ["direction", "unicode-bidi"]

    /// A declared value with variables replaced and calculations worked out; nil where a variable is missing.
    static func value(_ buffer: TokenBuffer, _ range: Range<Int>, _ custom: [String: String]) -> String? {
        let range = buffer.trimmed(range)
        guard !range.isEmpty else { return nil }
        guard range.contains(where: { buffer.tokens[$0].kind == .function }) else { return clean(buffer.source(range)) }
        guard let text = VariableSubstitution.substitute(buffer, range, { custom[$0] }) else { return nil }
        return clean(calculated(text))
    }

    /// A flattened value with the pictures at their places. One that has none is left out, and the declaration too where
    /// nothing is left of it.
    static func value(
        _ text: String, of property: String, in sheet: String, _ pictures: [PictureAddress: String]
    ) -> String? {
        guard text.utf8.contains(UInt8(ascii: "(")) else { return text }
        let takesNone = PropertyTable.pictured.contains(property) && property != "content"
        var misses = false
        let buffer = TokenBuffer(text, sheet: sheet)
        let result = PictureRewriting.text(of: buffer.all, in: buffer) { picture in
            // Not all readers know `image-set()`.
            if let place = pictures[picture.address] { return StylePicture(PictureAddress(place, in: "")).cssText }
            misses = true
            return takesNone ? "none" : ""
        }
        guard misses, !takesNone else { return result }
        let left = result.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return property == "content" && !left.isEmpty && !left.hasPrefix("/") ? left : nil
    }

    /// One line, single spaces, no comments.
    private static func clean(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "/") }) else { return text }
        let buffer = TokenBuffer(text)
        var result = ""
        for (index, token) in buffer.tokens.enumerated() {
            if token.kind == .whitespace {
                result += " "
            } else {
                if index > 0, buffer.tokens[index - 1].end != token.start, result.utf8.last?.isName == true {
                    result += " "
                }
                result += buffer.source(index..<index + 1)
            }
        }
        return result
    }

    /// The text with each `calc()`, `min()`, `max()` and `clamp()` replaced where one unit is left of it.
    private static func calculated(_ text: String) -> String {
        let buffer = TokenBuffer(text)
        var result: [UInt8] = []
        var copied = 0
        var index = 0
        while index < buffer.tokens.count {
            let token = buffer.tokens[index]
            guard token.kind == .function,
                calculations.contains(buffer.lowercasedText(token))
            else {
                index += 1
                continue
            }
            let next = buffer.next(after: index)
            var parser = ValueParser(buffer, index..<next)
            if let value = parser.calculation().flatMap(simple) {
                result += buffer.bytes[copied..<Int(token.start)]
                result += Array(value.utf8)
                copied = Int(buffer.tokens[next - 1].end)
            }
            index = next
        }
        guard copied > 0 else { return text }
        let end = Int(buffer.tokens.last?.end ?? 0)
        return String(decoding: result + buffer.bytes[copied..<max(copied, end)], as: UTF8.self)
    }

    private static let calculations: Set<String> = [
        "calc", "min", "max", "clamp", "round", "mod", "rem", "abs", "sign", "sin", "cos", "tan", "asin", "acos",
        "atan",
        "atan2", "pow", "sqrt", "hypot", "log", "exp",
    ]

    private static func simple(_ result: CalculationResult) -> String? {
        switch result {
        case .number(let number): return format(number)
        case .angle(let degrees): return format(degrees) + "deg"
        case .length(let calculation):
            guard let terms = units(calculation), terms.count <= 1 else { return nil }
            return terms.first.map { format($0.value) + $0.key } ?? "0"
        }
    }

    /// The calculation as a sum of units, zero terms left out; nil where it compares different ones.
    private static func units(_ calculation: Calculation) -> [String: Double]? {
        switch calculation {
        case .leaf(.fixed(let length)):
            var terms: [String: Double] = [:]
            if length.points != 0 { terms["pt"] = length.points }
            if length.fraction != 0 { terms["%"] = length.fraction * 100 }
            return terms
        case .leaf(.relative(let factor, let unit)): return factor == 0 ? [:] : [unit.rawValue: factor]
        case .leaf(.calculation(let inner)): return units(inner)
        case .sum(let parts):
            var terms: [String: Double] = [:]
            for part in parts {
                guard let some = units(part) else { return nil }
                terms.merge(some, uniquingKeysWith: +)
            }
            return terms.filter { $0.value != 0 }
        case .scaled(let inner, let factor): return units(inner)?.mapValues { $0 * factor }
        case .least(let parts): return compared(parts) { $0.min() }
        case .greatest(let parts): return compared(parts) { $0.max() }
        case .rounded(let term, let step, let rounding):
            return compared([term, step]) { values in values.count == 2 ? rounding.round(values[0], to: values[1]) : nil
            }
        case .absolute(let term): return compared([term]) { $0.first.map { abs($0) } }
        case .hypotenuse(let parts): return compared(parts) { $0.reduce(0) { $0 + $1 * $1 }.squareRoot() }
        }
    }

    private static func compared(_ parts: [Calculation], _ choose: ([Double]) -> Double?) -> [String: Double]? {
        var values: [Double] = []
        var unit: String?
        for part in parts {
            guard let terms = units(part), terms.count <= 1 else { return nil }
            if let term = terms.first {
                guard unit == nil || unit == term.key else { return nil }
                unit = term.key
            }
            values.append(terms.first?.value ?? 0)
        }
        guard let value = choose(values) else { return nil }
        return unit.map { [$0: value] } ?? [:]
    }

    /// At most four decimals.
    private static func format(_ number: Double) -> String {
        let rounded = (number.bounded(1e9) * 10_000).rounded() / 10_000
        return rounded == rounded.rounded() && abs(rounded) < 1e15 ? "\(Int(rounded))" : "\(rounded)"
    }
}
