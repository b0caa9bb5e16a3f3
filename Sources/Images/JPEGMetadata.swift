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
