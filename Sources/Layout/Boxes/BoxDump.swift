import ArticleModel
import CSS
import Geometry
import Pages

/// The boxes of a document as indented text, for goldens and `offprint dump --stage boxes`.
public enum BoxDump {
    /// One line a box: its name, display and what it holds; texts are quoted.
    public static func text(of tree: BoxTree) -> String {
        var lines: [String] = []
        write(tree.root, tree, depth: 0, &lines)
        for (index, note) in tree.footnotes.enumerated() {
            lines.append("footnote \(index)")
            write(note, tree, depth: 1, &lines)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func write(_ box: BlockBox, _ tree: BoxTree, depth: Int, _ lines: inout [String]) {
        let indent = String(repeating: "  ", count: depth)
        var line = "\(indent)\(box.name) [\(tree.structure[box.element].role.rawValue)]"
        if let marker = box.marker { line += " marker \"\(marker.text)\"" }
        for string in box.strings { line += " string \(string.name)" }
        if let bookmark = box.bookmark { line += " bookmark \(bookmark.level)" }
        lines.append(line)
        switch box.content {
        case .blocks(let blocks): for block in blocks { write(block, tree, depth: depth + 1, &lines) }
        case .inline(let content): write(content, depth: depth + 1, &lines)
        case .replaced(let replaced):
            let resource = replaced.resource
            lines.append(
                "\(indent)  picture \(Int(resource.pixelWidth))×\(Int(resource.pixelHeight)) \"\(replaced.alternative)\""
            )
        case .table(let table):
            if let caption = table.caption { write(caption, tree, depth: depth + 1, &lines) }
            for group in table.groups {
                lines.append("\(indent)  \(group.kind.rawValue)")
                for row in group.rows {
                    lines.append("\(indent)    row")
                    for cell in row.cells { write(cell.box, tree, depth: depth + 3, &lines) }
                }
            }
        }
    }

    private static func write(_ content: InlineContent, depth: Int, _ lines: inout [String]) {
        let indent = String(repeating: "  ", count: depth)
        switch content.initialLetter {
        case .sized(let letter, _), .floated(let letter, _):
            lines.append("\(indent)initial letter")
            write(letter, depth: depth + 1, &lines)
        case nil: break
        }
        for span in content.spans {
            var line =
                indent + "\"" + String(decoding: content.text[span.range], as: UTF16.self).escapingControls + "\""
            if let element = span.element { line += " " + content.elements[element].element.role.rawValue }
            if let link = span.link {
                switch content.links[link].target {
                case .address(let address): line += " → \(address)"
                case .destination(let name): line += " → #\(name)"
                }
            }
            lines.append(line)
        }
        for call in content.footnoteCalls {
            lines.append("\(indent)call of footnote \(call.footnote) at \(call.offset)")
        }
    }
}

extension String {
    fileprivate var escapingControls: String {
        unicodeScalars.reduce(into: "") { text, scalar in
            if scalar.value < 0x20 || scalar.value == 0x2028 || (0x202A...0x202E).contains(scalar.value)
                || (0x2066...0x2069).contains(scalar.value)
            {
                text += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
    }
}
