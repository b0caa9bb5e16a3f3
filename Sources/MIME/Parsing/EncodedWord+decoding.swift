internal import Diagnostics
internal import TextAnalysis

extension EncodedWord {
    /// Text with its encoded words decoded (RFC 2047); one that is broken stands as it came.
    ///
    /// White space between two encoded words is no part of the text (§6.2). A character that was split between two words of
    /// one charset, which §5 forbids and many do, is put together again.
    static func decoded(_ text: String) -> String {
        guard text.contains("=?") else { return text }
        var result = ""
        var pending: (charset: String, bytes: [UInt8])?
        var rest = text[...]
        func flush() {
            guard let word = pending else { return }
            let decoded = TextDecoder(readsMeta: false).decode(word.bytes, transportLabel: word.charset)
            result += String(decoding: decoded.output.utf8, as: UTF8.self)
            pending = nil
        }
        while let start = rest.firstRange(of: "=?") {
            let before = rest[..<start.lowerBound]
            guard let word = Word(rest[start.lowerBound...]) else {
                flush()
                result += rest[..<start.upperBound]
                rest = rest[start.upperBound...]
                continue
            }
            if pending == nil || !before.allSatisfy(\.isWhitespace) {
                flush()
                result += before
            }
            if let open = pending, open.charset != word.charset { flush() }
            pending = (word.charset, (pending?.bytes ?? []) + word.bytes)
            rest = rest[word.end...]
        }
        flush()
        return result + rest
    }

    /// One encoded word, decoded to bytes.
    private struct Word {
        var charset: String
        var bytes: [UInt8]
        var end: String.Index

        /// The word at the start of the text; nil where none is.
        init?(_ text: Substring) {
            let body = text.dropFirst(2)
            guard let first = body.firstIndex(of: "?"), first > body.startIndex,
                body[..<first].utf8.count <= 60, !body[..<first].contains(where: \.isWhitespace)
            else { return nil }
            let afterCharset = body[body.index(after: first)...]
            guard let method = afterCharset.first, let second = afterCharset.dropFirst().first, second == "?" else {
                return nil
            }
            let encoded = afterCharset.dropFirst(2)
            guard let close = encoded.firstRange(of: "?=") else { return nil }
            // A language may follow the charset (RFC 2231, §5).
            charset = body[..<first].prefix { $0 != "*" }.lowercased()
            let utf8 = Array(encoded[..<close.lowerBound].utf8)
            switch method {
            case "B", "b": bytes = ReceivedEncoding.base64(utf8[...])
            case "Q", "q":
                bytes = ReceivedEncoding.quotedPrintable(utf8.map { $0 == 0x5F ? 0x20 : $0 }[...])
                // Spaces at the end are text here, not transport's.
                let spaces = utf8.reversed().prefix { $0 == 0x5F }.count
                bytes += Array(repeating: 0x20, count: spaces)
            default: return nil
            }
            end = close.upperBound
        }
    }
}
