/// What of a JPEG is about its maker and not about its looks.
public enum JPEGMetadata {
    /// The picture without EXIF, XMP, IPTC, thumbnails, comments and whatever lies behind its end; the pixels' bytes, ICC
    /// profile, JFIF and Adobe segments stay as they are.
    ///
    /// The orientation goes with EXIF: it must be read before and applied by whoever draws.
    public static func stripped(_ bytes: [UInt8]) throws(ImageError) -> [UInt8] {
        guard ImageFormat(sniffing: bytes) == .jpeg else { throw .unknownFormat }
        let reader = ByteReader(bytes)
        var result = Array(bytes[..<2])
        result.reserveCapacity(bytes.count)
        var position = 2
        var hasFrame = false
        while let segment = JPEGSegment(in: reader, at: position) {
            if isKept(segment) { result += bytes[segment.start..<segment.end] }
            position = segment.end
            if segment.marker == 0xD9, hasFrame { return result }
            if segment.marker == 0xDA {
                hasFrame = true
                let end = endOfScan(in: bytes, from: position)
                result += bytes[position..<end]
                position = end
            }
        }
        // A cut-off picture is shown as far as it goes; decoders expect an end.
        guard hasFrame else { throw .broken(.jpeg) }
        return result + [0xFF, 0xD9]
    }

    /// Whether the picture has an end; one that was cut off has none.
    public static func isComplete(_ bytes: [UInt8]) -> Bool {
        let reader = ByteReader(bytes)
        var position = 2
        while let segment = JPEGSegment(in: reader, at: position) {
            if segment.marker == 0xD9 { return true }
            position = segment.marker == 0xDA ? endOfScan(in: bytes, from: segment.end) : segment.end
        }
        return false
    }

    /// The ICC profile in the picture, put together from its pieces (ICC.1:2022, §B.4); nil where there is none, or not
    /// all of it.
    public static func colorProfile(_ bytes: [UInt8]) -> [UInt8]? {
        let reader = ByteReader(bytes)
        var pieces: [Int: [UInt8]] = [:]
        var count = 0
        var position = 2
        while let segment = JPEGSegment(in: reader, at: position), segment.marker != 0xDA, segment.marker != 0xD9 {
            let payload = segment.payload
            if segment.marker == 0xE2, payload.matches("ICC_PROFILE\0", at: 0), let number = payload.byte(12),
                let total = payload.byte(13)
            {
                pieces[number] = Array(bytes[(segment.start + 4 + 14)..<segment.end])
                count = total
            }
            position = segment.end
        }
        guard count > 0, (1...count).allSatisfy({ pieces[$0] != nil }) else { return nil }
        return (1...count).flatMap { pieces[$0] ?? [] }
    }

    private static func isKept(_ segment: JPEGSegment) -> Bool {
        switch segment.marker {
        case 0xE0: segment.payload.matches("JFIF\0", at: 0)
        case 0xE2: segment.payload.matches("ICC_PROFILE\0", at: 0)
        case 0xEE: segment.payload.matches("Adobe", at: 0)
        case 0xE1...0xEF, 0xFE: false
        default: true
        }
    }

    /// ITU T.81, §B.1.1.5: entropy-coded data goes on over stuffed zeros and restart markers.
    private static func endOfScan(in bytes: [UInt8], from start: Int) -> Int {
        var position = start
        while position + 1 < bytes.count {
            let next = bytes[position + 1]
            if bytes[position] == 0xFF, next != 0, !(0xD0...0xD7).contains(next) { return position }
            position += 1
        }
        return bytes.count
    }
}
