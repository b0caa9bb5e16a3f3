/// Writes JSON as people like to read it: what fits in a line stands in a line, the rest is indented by two spaces.
struct JSONWriter {
    /// A value is broken over several lines where it would reach beyond this many bytes.
    var lineLength = 100
    private(set) var bytes: [UInt8] = []

    /// The value as UTF-8 with a final newline.
    static func bytes(of value: JSONValue) -> [UInt8] {
        var writer = JSONWriter()
        writer.write(value, indentation: 0, column: 0)
        writer.bytes.append(UInt8(ascii: "\n"))
        return writer.bytes
    }

    private mutating func write(_ value: JSONValue, indentation: Int, column: Int) {
        if writeOnOneLine(value, from: column) { return }
        switch value {
        case .array(let values):
            writeBroken(values.count, "[", "]", indentation) { writer, index in
                writer.write(values[index], indentation: indentation + 2, column: indentation + 2)
            }
        case .object(let members):
            writeBroken(members.count, "{", "}", indentation) { writer, index in
                let start = writer.bytes.count
                writer.write(string: members[index].name)
                writer.append(": ")
                let column = indentation + 2 + writer.bytes.count - start
                writer.write(members[index].value, indentation: indentation + 2, column: column)
            }
        case .null, .bool, .number, .string: _ = writeCompact(value, end: .max)
        }
    }

    private mutating func writeBroken(
        _ count: Int, _ opening: StaticString, _ closing: StaticString, _ indentation: Int,
        _ element: (inout JSONWriter, Int) -> Void
    ) {
        append(opening)
        for index in 0..<count {
            if index > 0 { append(",") }
            breakLine(indentation + 2)
            element(&self, index)
        }
        breakLine(indentation)
        append(closing)
    }

    /// Writes the value in what is left of the line and says whether it fitted; nothing is written if not.
    private mutating func writeOnOneLine(_ value: JSONValue, from column: Int) -> Bool {
        let start = bytes.count
        if writeCompact(value, end: start + lineLength - column) { return true }
        bytes.removeSubrange(start...)
        return false
    }

    /// Writes the value on one line; false as soon as `end` is passed.
    private mutating func writeCompact(_ value: JSONValue, end: Int) -> Bool {
        switch value {
        case .null: append("null")
        case .bool(let bool): append(bool ? "true" : "false")
        case .number(let number): write(number: number)
        case .string(let string): write(string: string)
        case .array(let values):
            append("[")
            for (index, value) in values.enumerated() {
                if index > 0 { append(", ") }
                guard writeCompact(value, end: end) else { return false }
            }
            append("]")
        case .object(let members):
            append("{")
            for (index, member) in members.enumerated() {
                if index > 0 { append(", ") }
                write(string: member.name)
                append(": ")
                guard writeCompact(member.value, end: end) else { return false }
            }
            append("}")
        }
        return bytes.count <= end
    }

    private mutating func write(number: Double) {
        if let whole = Int(exactly: number) {
            bytes += Array("\(whole)".utf8)
        } else {
            bytes += Array("\(number)".utf8)
        }
    }

    private mutating func write(string: String) {
        append("\"")
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""): append("\\\"")
            case UInt8(ascii: "\\"): append("\\\\")
            case UInt8(ascii: "\n"): append("\\n")
            case UInt8(ascii: "\t"): append("\\t")
            case UInt8(ascii: "\r"): append("\\r")
            case 0..<0x20, 0x7F:
                append("\\u00")
                let digits = Array("0123456789abcdef".utf8)
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 15)])
            default: bytes.append(byte)
            }
        }
        append("\"")
    }

    private mutating func breakLine(_ indentation: Int) {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation))
    }

    private mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }
}
