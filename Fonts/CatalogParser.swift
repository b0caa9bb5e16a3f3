/// A value of the catalogue's JSON.
enum CatalogValue {
    case text(String)
    case number(Double)
    case elements([CatalogValue])
    case members([(name: String, value: CatalogValue)])
    case none

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var number: Double? { if case .number(let number) = self { number } else { nil } }
    var elements: [CatalogValue] { if case .elements(let elements) = self { elements } else { [] } }

    subscript(name: String) -> CatalogValue {
        guard case .members(let members) = self else { return .none }
        return members.first { $0.name == name }?.value ?? .none
    }
}

/// Reads the JSON that the catalogue is written in: whole numbers, and strings without escapes.
///
/// The catalogue is read at every start; this takes a fraction of the time that `JSONDecoder` needs to get going.
struct CatalogParser {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The value at the current position; `.none` where there is none.
    mutating func value() -> CatalogValue {
        switch next() {
        case UInt8(ascii: "{"): return members()
        case UInt8(ascii: "["): return elements()
        case UInt8(ascii: "\""): return .text(string())
        case .some(let byte) where byte >= 0x30 && byte <= 0x39: return .number(number())
        default: return .none
        }
    }

    /// The byte at the current position after white space and commas.
    private mutating func next() -> UInt8? {
        while position < bytes.count, bytes[position] <= 0x20 || bytes[position] == 0x2C || bytes[position] == 0x3A {
            position += 1
        }
        return position < bytes.count ? bytes[position] : nil
    }

    private mutating func members() -> CatalogValue {
        position += 1
        var members: [(name: String, value: CatalogValue)] = []
        while let byte = next(), byte == UInt8(ascii: "\"") {
            let name = string()
            members.append((name, value()))
        }
        position += 1
        return .members(members)
    }

    private mutating func elements() -> CatalogValue {
        position += 1
        var elements: [CatalogValue] = []
        while let byte = next(), byte != UInt8(ascii: "]") {
            let before = position
            elements.append(value())
            if position == before { break }
        }
        position += 1
        return .elements(elements)
    }

    private mutating func string() -> String {
        position += 1
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") { position += 1 }
        defer { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func number() -> Double {
        var number = 0.0
        while position < bytes.count, case 0x30...0x39 = bytes[position] {
            number = number * 10 + Double(bytes[position] - 0x30)
            position += 1
        }
        return number
    }
}
