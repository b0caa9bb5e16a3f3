/// Writes XML with one element to a line, for documents that are not content.
struct XMLWriter {
    private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private var depth = 0

    typealias Attribute = (name: String, value: String)

    /// An element that holds elements.
    mutating func element(_ name: String, _ attributes: [Attribute] = [], _ content: (inout XMLWriter) -> Void) {
        line("<\(name)\(Self.written(attributes))>")
        depth += 1
        content(&self)
        depth -= 1
        line("</\(name)>")
    }

    /// An element that holds text.
    mutating func element(_ name: String, _ attributes: [Attribute] = [], text: String) {
        line("<\(name)\(Self.written(attributes))>\(Self.escaped(text))</\(name)>")
    }

    /// An element that holds nothing.
    mutating func element(_ name: String, _ attributes: [Attribute]) {
        line("<\(name)\(Self.written(attributes))/>")
    }

    private mutating func line(_ line: String) {
        text += String(repeating: "  ", count: depth) + line + "\n"
    }

    private static func written(_ attributes: [Attribute]) -> String {
        attributes.map { " \($0.name)=\"\(escaped($0.value))\"" }.joined()
    }

    /// Text without the characters that XML 1.0 cannot hold (§2.2) or should not.
    static func allowed(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\t", "\n", "\r": result.append(" ")
            case "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}", "\u{fffe}", "\u{ffff}": break
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in allowed(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
