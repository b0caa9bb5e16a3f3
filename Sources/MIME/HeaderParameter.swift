/// A parameter of a structured field: `charset=utf-8`, `filename="A name.pdf"`.
public struct HeaderParameter: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// As written: a token, a quoted string, or pieces in RFC 2231's extended form.
    var pieces: [String] {
        if value.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }), value.utf8.count <= Self.pieceLength {
            let isToken = !value.isEmpty && value.utf8.allSatisfy(\.isMIMETokenByte)
            return ["\(name)=\(isToken ? value : quoted(value))"]
        }
        return extendedPieces
    }

    /// The most bytes of a value in one piece, so that a piece keeps within a line.
    private static let pieceLength = 60

    /// RFC 2231, §3 and §4: percent-encoded UTF-8, numbered where there are several pieces.
    private var extendedPieces: [String] {
        var encoded: [String] = [""]
        for character in value {
            let text = character.utf8.map { $0.isExtendedValueByte ? String(UnicodeScalar($0)) : $0.percentEncoded }
                .joined()
            if !encoded[encoded.count - 1].isEmpty, encoded[encoded.count - 1].utf8.count + text.utf8.count > 50 {
                encoded.append("")
            }
            encoded[encoded.count - 1] += text
        }
        if encoded.count == 1 { return ["\(name)*=utf-8''\(encoded[0])"] }
        return encoded.enumerated().map { index, piece in
            "\(name)*\(index)*=\(index == 0 ? "utf-8''" : "")\(piece)"
        }
    }

    private func quoted(_ text: String) -> String {
        var result = "\""
        for character in text {
            if character == "\"" || character == "\\" { result += "\\" }
            result.append(character)
        }
        return result + "\""
    }
}

extension UInt8 {
    /// RFC 2045, §5.1: printable ASCII but for the specials.
    var isMIMETokenByte: Bool {
        self > 0x20 && self < 0x7f && !"()<>@,;:\\\"/[]?=".utf8.contains(self)
    }

    /// RFC 5987's `attr-char`, which RFC 2231's extended values allow unencoded.
    var isExtendedValueByte: Bool { isASCIILetterOrDigit || "!#$&+-.^_`|~".utf8.contains(self) }

    var isASCIILetterOrDigit: Bool {
        (0x30...0x39).contains(self) || (0x41...0x5a).contains(self) || (0x61...0x7a).contains(self)
    }

    var percentEncoded: String { "%" + hexadecimal }

    /// Two upper-case hexadecimal digits.
    var hexadecimal: String {
        let text = String(self, radix: 16, uppercase: true)
        return text.utf8.count == 1 ? "0" + text : text
    }
}
