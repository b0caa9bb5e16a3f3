/// Keeps text from being taken for markup.
enum MarkdownEscaping {
    /// Running text with backslashes before what means something inside a line; `next` is what will follow it.
    static func text(_ text: String, next: Character? = nil) -> String {
        var result = ""
        var previous: Character = " "
        var index = text.startIndex
        while index < text.endIndex {
            let character = text[index]
            let after = text.index(after: index)
            let following = after < text.endIndex ? text[after] : next
            switch character {
            case "\\", "`", "*", "[", "]", "<", "~", "|": result += "\\\(character)"
            case "_" where previous.isMarkdownWord && following?.isMarkdownWord == true: result.append("_")
            case "_": result += "\\_"
            case "&" where following == "#" || following?.isLetter == true: result += "\\&"
            case "!" where following == nil || following == "[" || following == "<": result += "\\!"
            case ":" where isScheme(result) && following == "/": result += "\\:"
            case "." where result.hasSuffix("www"): result += "\\."
            case "\n", "\r", "\r\n", "\t": result += " "
            default: result.append(character)
            }
            previous = character
            index = after
        }
        return result
    }

    /// GFM, §6.9: a scheme before `://` would make a link of what the article did not link.
    private static func isScheme(_ text: String) -> Bool {
        ["http", "https", "ftp"].contains { text.hasSuffix($0) }
    }

    /// A line of running text that must not start a heading, list, quotation, rule or table.
    static func lineStart(of line: String) -> String {
        guard let first = line.first else { return line }
        switch first {
        case "#", ">", "=", "+", "-": return "\\" + line
        case ":" where line.contains("\\|"): return "\\" + line
        case "0"..."9":
            let digits = line.prefix { $0.isASCII && $0.isNumber }
            let rest = line.dropFirst(digits.count)
            guard digits.count < 10, let mark = rest.first, mark == "." || mark == ")" else { return line }
            guard rest.count == 1 || rest.dropFirst().first == " " else { return line }
            return digits + "\\" + rest
        default: return line
        }
    }

    /// A code span with a fence that the text does not hold.
    static func codeSpan(_ text: String) -> String {
        let text = text.replacing("\n", with: " ")
        if text.isEmpty { return "" }
        let fence = String(repeating: "`", count: fenceLength(for: text))
        let isBlank = text.allSatisfy { $0 == " " }
        let needsRoom = text.first == "`" || text.last == "`" || (!isBlank && text.first == " " && text.last == " ")
        return needsRoom ? "\(fence) \(text) \(fence)" : fence + text + fence
    }

    /// The shortest length that no run of backticks in the text has.
    private static func fenceLength(for text: String) -> Int {
        let runs = Set(text.split { $0 != "`" }.map(\.count))
        return (1...).first { !runs.contains($0) } ?? 1
    }

    /// A link's address and title between its parentheses.
    static func destination(_ address: String, title: String?) -> String {
        var destination = ""
        var needsBrackets = address.isEmpty
        for scalar in address.unicodeScalars {
            switch scalar {
            case "\n", "\r", "\t", "\0"..."\u{1F}", "\u{7F}":
                let digits = String(scalar.value, radix: 16, uppercase: true)
                destination += "%" + (digits.count == 1 ? "0" : "") + digits
            case "<", ">", "\\": destination += "\\\(scalar)"
            default: destination.unicodeScalars.append(scalar)
            }
            if scalar == " " || scalar == "(" || scalar == ")" || scalar == "<" || scalar == ">" {
                needsBrackets = true
            }
        }
        if needsBrackets { destination = "<\(destination)>" }
        guard let title else { return destination }
        let escaped = title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ")
        return "\(destination) \"\(escaped)\""
    }

    /// CommonMark 0.31, §6.5: an absolute address without spaces and angle brackets may stand in angle brackets.
    static func isAutolink(_ address: String) -> Bool {
        guard address.hasPrefix("http://") || address.hasPrefix("https://") || address.hasPrefix("mailto:") else {
            return false
        }
        return address.unicodeScalars.allSatisfy { $0.value > 0x20 && $0 != "<" && $0 != ">" && $0 != "\u{7F}" }
    }

    /// A value between double quotes in an HTML tag.
    static func attribute(_ value: String) -> String {
        value.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
            .replacing("\n", with: " ")
    }
}

extension Character {
    fileprivate var isMarkdownWord: Bool { isLetter || isNumber }
}
