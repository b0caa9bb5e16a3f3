internal import Diagnostics
internal import TextAnalysis

/// The text of a source that is text and not markup.
struct SourceText {
    /// UTF-8 without a byte order mark, lines ended by newlines.
    var utf8: [UInt8]
    var diagnostics: [Diagnostic]

    /// Decodes the source; what is too large, empty or no text is refused.
    static func decode(_ source: Source, _ options: ReadingOptions) throws(ReaderError) -> SourceText {
        guard source.bytes.count <= options.maximumBytes else {
            throw ReaderError(
                code: .tooLarge, subject: source.name,
                message: "\(source.bytes.count) bytes are more than the limit of \(options.maximumBytes)")
        }
        guard !isBinary(source) else {
            throw ReaderError(code: .binary, subject: source.name, message: "this is not text")
        }
        var text = decoded(source)
        text.utf8 = normalizedLines(text.utf8)
        guard text.utf8.contains(where: { $0 > 0x20 }) else {
            throw ReaderError(code: .empty, subject: source.name, message: "there is nothing in it")
        }
        return text
    }

    /// Whether the bytes are no text in any encoding: a picture, a PDF, an archive, or too many of what WHATWG MIME
    /// Sniffing, §3, calls binary data bytes. A few of them also get into text.
    static func isBinary(_ source: Source) -> Bool {
        let bytes = source.bytes
        let magic: [[UInt8]] = [
            Array("%PDF-".utf8), [0x50, 0x4B, 0x03, 0x04], [0x1F, 0x8B], [0x7F, 0x45, 0x4C, 0x46],
            [0x89, 0x50, 0x4E, 0x47],
            [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), Array("RIFF".utf8),
        ]
        if magic.contains(where: bytes.starts) { return true }
        if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) { return false }
        if source.encoding?.lowercased().hasPrefix("utf-16") == true { return false }
        let head = bytes.prefix(8_192)
        let binary = head.count { byte in
            byte <= 0x08 || byte == 0x0B || (0x0E...0x1A).contains(byte) || (0x1C...0x1F).contains(byte)
        }
        return binary * 100 > head.count
    }

    private static func decoded(_ source: Source) -> SourceText {
        let decoded = TextDecoder(readsMeta: false).decode(source.bytes, transportLabel: source.encoding)
        return SourceText(utf8: decoded.output.utf8, diagnostics: decoded.diagnostics)
    }

    /// Every line's end a single newline; form feeds, which paper-bound texts have between pages, as well. Other control
    /// characters, which nothing can show, are dropped.
    static func normalizedLines(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 }) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var previous: UInt8 = 0
        for byte in bytes {
            switch byte {
            case 0x0A where previous == 0x0D: break
            case 0x0D, 0x0C: result.append(0x0A)
            case 0x09, 0x0A, 0x20...: result.append(byte)
            default: break
            }
            previous = byte
        }
        return result
    }
}
