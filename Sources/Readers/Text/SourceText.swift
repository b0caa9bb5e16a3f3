internal import Diagnostics

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
        var text = decoded(source)
        text.utf8 = normalizedLines(text.utf8)
        guard !text.utf8.contains(0) else {
            throw ReaderError(code: .binary, subject: source.name, message: "this is not text")
        }
        guard text.utf8.contains(where: { $0 > 0x20 }) else {
            throw ReaderError(code: .empty, subject: source.name, message: "there is nothing in it")
        }
        return text
    }

    private static func decoded(_ source: Source) -> SourceText {
        let bytes = source.bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            return SourceText(utf8: Array(bytes.dropFirst(3)), diagnostics: [])
        }
        return SourceText(utf8: bytes, diagnostics: [])
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
