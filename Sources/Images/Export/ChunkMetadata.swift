/// What of a PNG or a WebP is about its maker and not about its looks.
enum ChunkMetadata {
    /// A PNG without texts, times and EXIF, and without what lies behind its end; as it came where its chunks are broken.
    static func stripped(png bytes: [UInt8]) -> [UInt8] {
        let reader = ByteReader(bytes)
        var result = Array(bytes.prefix(8))
        var position = 8
        while let length = reader.uint32(position), position + 12 + length <= bytes.count {
            let end = position + 12 + length
            let isPrivate = ["tEXt", "zTXt", "iTXt", "eXIf", "tIME"].contains { hasName($0, bytes, position + 4) }
            if !isPrivate { result += bytes[position..<end] }
            if hasName("IEND", bytes, position + 4) { return result }
            position = end
        }
        return bytes
    }

    /// Whether a PNG has its last chunk.
    static func isComplete(png bytes: [UInt8]) -> Bool {
        let reader = ByteReader(bytes)
        var position = 8
        while let length = reader.uint32(position), position + 12 + length <= bytes.count {
            if hasName("IEND", bytes, position + 4) { return true }
            position += 12 + length
        }
        return false
    }

    /// A WebP (RFC 9649) without EXIF and XMP; as it came where its chunks are broken.
    static func stripped(webP bytes: [UInt8]) -> [UInt8] {
        var reader = ByteReader(bytes)
        reader.order = .littleEndian
        var result = Array(bytes.prefix(12))
        var position = 12
        while let length = reader.uint32(position + 4) {
            let end = position + 8 + length + length % 2
            guard end <= bytes.count else { return bytes }
            if !hasName("EXIF", bytes, position), !hasName("XMP ", bytes, position) {
                let start = result.count
                result += bytes[position..<end]
                // The extended header says which chunks follow.
                if hasName("VP8X", bytes, position), length > 0 { result[start + 8] &= ~(0x08 | 0x04) }
            }
            position = end
        }
        guard position == bytes.count, result.count > 12 else { return bytes }
        for index in 0..<4 { result[4 + index] = UInt8((result.count - 8) >> (8 * index) & 0xff) }
        return result
    }

    /// The ICC profile of a WebP; nil where there is none.
    static func colorProfile(webP bytes: [UInt8]) -> [UInt8]? {
        var reader = ByteReader(bytes)
        reader.order = .littleEndian
        var position = 12
        while let length = reader.uint32(position + 4) {
            if reader.matches("ICCP", at: position) { return reader.part(from: position + 8, count: length).contents }
            position += 8 + length + length % 2
        }
        return nil
    }

    private static func hasName(_ name: String, _ bytes: [UInt8], _ position: Int) -> Bool {
        bytes[position...].starts(with: name.utf8)
    }
}
