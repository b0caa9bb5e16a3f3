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

    /// WHATWG MIME Sniffing, §3: a "binary data byte" near the start, unless the encoding is one that has them.
    private static func isBinary(_ source: Source) -> Bool {
        let bytes = source.bytes
        if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) { return false }
        if source.encoding?.lowercased().hasPrefix("utf-16") == true { return false }
        return bytes.prefix(8_192).contains { byte in
            byte <= 0x08 || byte == 0x0B || (0x0E...0x1A).contains(byte) || (0x1C...0x1F).contains(byte)
        }
    }

    private static func decoded(_ source: Source) -> SourceText {
        let decoded = TextDecoder(readsMeta: false).decode(source.bytes, transportLabel: source.encoding)
        return SourceText(utf8: decoded.output.utf8, diagnostics: decoded.diagnostics)
    }

    /// Every line's end a single newline; form feeds, which paper-bound texts have between pages, as well.
    private static func normalizedLines(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(where: { $0 == 0x0D || $0 == 0x0C }) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var previous: UInt8 = 0
        for byte in bytes {
            switch byte {
            case 0x0D, 0x0C: result.append(0x0A)
            case 0x0A where previous == 0x0D: break
            default: result.append(byte)
            }
            previous = byte
        }
        return result
    }
}
