import Drawing

/// Finds the operators of a content stream and keeps the places of their operands (PDF 32000-1, §7.8.2).
struct ContentScanner {
    private let bytes: [UInt8]
    private var position = 0
    /// Where the latest operands begin, the last one at `operandCount - 1`; only as many as a rectangle has are kept.
    private var operands: (Int, Int, Int, Int) = (0, 0, 0, 0)
    private var operandCount = 0

    /// An operator that marking has to know, and where it ends.
    struct Operator {
        enum Kind { case rectangle, fill, paint, inlineImage, other }
        var kind: Kind
        var start: Int
        var end: Int
    }

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next operator; afterwards its operands are known.
    mutating func nextOperator() -> Operator? {
        operandCount = 0
        while position < bytes.count {
            let byte = bytes[position]
            switch ByteClass.of[Int(byte)] {
            case .space: position += 1
            case .number, .delimiter, .name:
                note(position)
                skipToken(from: byte)
            case .letter:
                let start = position
                skipRegular()
                return Operator(kind: kind(start..<position), start: start, end: position)
            }
        }
        return nil
    }

    /// The sentinel that the rectangle just found is, and where its operands begin.
    func sentinel() -> (Sentinel, start: Int)? {
        guard operandCount >= 4, bytes[operands.0] == 48, bytes[operands.1] == 48 else { return nil }
        let sentinel = Sentinel(
            x: number(at: operands.0), y: number(at: operands.1), width: number(at: operands.2),
            height: number(at: operands.3))
        return sentinel.map { ($0, operands.0) }
    }

    private mutating func note(_ start: Int) {
        operands = (operands.1, operands.2, operands.3, start)
        operandCount += 1
    }

    private func kind(_ range: Range<Int>) -> Operator.Kind {
        switch range.count {
        case 1:
            switch bytes[range.lowerBound] {
            case UInt8(ascii: "f"): .fill
            case UInt8(ascii: "F"), UInt8(ascii: "S"), UInt8(ascii: "s"), UInt8(ascii: "B"), UInt8(ascii: "b"),
                UInt8(ascii: "'"), UInt8(ascii: "\""):
                .paint
            default: .other
            }
        case 2:
            switch (bytes[range.lowerBound], bytes[range.lowerBound + 1]) {
            case (UInt8(ascii: "r"), UInt8(ascii: "e")): .rectangle
            case (UInt8(ascii: "f"), UInt8(ascii: "*")), (UInt8(ascii: "B"), UInt8(ascii: "*")),
                (UInt8(ascii: "b"), UInt8(ascii: "*")), (UInt8(ascii: "T"), UInt8(ascii: "j")),
                (UInt8(ascii: "T"), UInt8(ascii: "J")), (UInt8(ascii: "D"), UInt8(ascii: "o")),
                (UInt8(ascii: "s"), UInt8(ascii: "h")):
                .paint
            case (UInt8(ascii: "B"), UInt8(ascii: "I")): .inlineImage
            default: .other
            }
        default: .other
        }
    }

    private mutating func skipToken(from byte: UInt8) {
        switch byte {
        case UInt8(ascii: "("): skipString()
        case UInt8(ascii: "<"):
            position += 1
            if position < bytes.count, bytes[position] == UInt8(ascii: "<") {
                position += 1
            } else {
                while position < bytes.count, bytes[position] != UInt8(ascii: ">") { position += 1 }
                position += 1
            }
        case UInt8(ascii: "%"):
            while position < bytes.count, bytes[position] != 10, bytes[position] != 13 { position += 1 }
        case UInt8(ascii: "/"):
            position += 1
            skipRegular()
        case UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
            UInt8(ascii: ")"):
            position += 1
        default: skipRegular()
        }
    }

    private mutating func skipString() {
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\\"): position += 1
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            default: break
            }
            position += 1
            if depth == 0 { return }
        }
    }

    private mutating func skipRegular() {
        while position < bytes.count {
            switch ByteClass.of[Int(bytes[position])] {
            case .space, .delimiter, .name: return
            case .number, .letter: position += 1
            }
        }
    }

    /// The number that begins at a place; zero where there is none.
    private func number(at start: Int) -> Double {
        var value = 0.0
        var scale = 0.0
        for index in start..<min(start + 16, bytes.count) {
            switch bytes[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                value = value * 10 + Double(bytes[index] - 48)
                scale *= 10
            case UInt8(ascii: "."): scale = 1
            default: return scale > 0 ? value / scale : value
            }
        }
        return scale > 0 ? value / scale : value
    }
}

/// What a byte begins in a content stream.
enum ByteClass: UInt8 {
    case space, number, delimiter, name, letter

    static let of: [ByteClass] = (0...255).map { (byte: UInt8) in
        switch byte {
        case 0, 9, 10, 12, 13, 32: .space
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): .number
        case UInt8(ascii: "/"): .name
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "%"):
            .delimiter
        default: .letter
        }
    }
}
