/// Logical names as the sides that they mean, for readers that know no logical ones.
extension Flattener {
    /// A declaration under physical names in text of a direction; as it is where its name is physical.
    static func physical(
        _ name: String, _ value: String, _ direction: TextStyle.Direction
    ) -> [(name: String, value: String)] {
        if let sides = PropertyTable.logical[name] {
            return [(direction == .leftToRight ? sides.leftToRight : sides.rightToLeft, value)]
        }
        if name == "margin-inline" || name == "padding-inline" {
            let values = parts(of: value)
            guard let start = values.first, values.count <= 2, let end = values.last else { return [(name, value)] }
            return physical(name + "-start", start, direction) + physical(name + "-end", end, direction)
        }
        if name.contains("block-") || name.hasSuffix("inline-size"), let side = PropertyTable.aliases[name] {
            return [(side, value)]
        }
        return [(name, value)]
    }

    /// What sets a side back that the other direction has set.
    static func initial(ofSide name: String) -> String {
        if name.hasSuffix("-color") { return "currentcolor" }
        return name.hasPrefix("border") && !name.hasSuffix("-width") ? "none" : "0"
    }

    /// The selectors of a list, each for elements inside of one that says it runs from right to left.
    static func rightToLeft(_ selectors: String) -> String {
        split(selectors, at: ",").map { "[dir=rtl] \($0)" }.joined(separator: ", ")
    }

    private static func parts(of value: String) -> [String] { split(value, at: " ") }

    /// Parts between separators that stand outside of brackets and strings, without the space round them.
    private static func split(_ text: String, at separator: Character) -> [String] {
        var parts = [""]
        var depth = 0
        var quote: Character?
        for character in text {
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == "(" || character == "[" {
                depth += 1
            } else if character == ")" || character == "]" {
                depth -= 1
            } else if character == separator, depth == 0 {
                parts.append("")
                continue
            }
            parts[parts.count - 1].append(character)
        }
        return parts.map { String($0.drop(while: \.isWhitespace)) }.filter { !$0.isEmpty }
    }
}
