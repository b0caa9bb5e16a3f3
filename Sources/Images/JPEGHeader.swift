/// JPEG (ITU T.81): the frame header behind the marker segments.
enum JPEGHeader {
    static func read(_ reader: ByteReader) -> ImageHeader? {
        var orientation = ImageOrientation.up
        var hasProfile = false
        var hasAdobe = false
        var position = 2
        while let segment = JPEGSegment(in: reader, at: position) {
            switch segment.marker {
            case 0xE1 where segment.payload.matches("Exif\0\0", at: 0):
                orientation = EXIF.orientation(in: segment.payload.part(from: 6)) ?? orientation
            case 0xE2 where segment.payload.matches("ICC_PROFILE\0", at: 0): hasProfile = true
            case 0xEE where segment.payload.matches("Adobe", at: 0): hasAdobe = true
            case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
                guard var header = frame(segment.payload) else { return nil }
                header.orientation = orientation
                header.hasColorProfile = hasProfile
                header.hasAdobeMarker = hasAdobe
                return header
            case 0xDA, 0xD9: return nil
            default: break
            }
            position = segment.end
        }
        return nil
    }

    private static func frame(_ payload: ByteReader) -> ImageHeader? {
        guard let bits = payload.byte(0), let height = payload.uint16(1), let width = payload.uint16(3),
            let components = payload.byte(5)
        else { return nil }
        let model: ImageHeader.ColorModel = components == 1 ? .gray : components == 4 ? .cmyk : .rgb
        return ImageHeader(.jpeg, width: width, height: height, colorModel: model, bitsPerComponent: bits)
    }
}

/// One marker of a JPEG with its payload.
struct JPEGSegment {
    /// The second byte of the marker.
    let marker: Int
    let start: Int
    /// Behind the payload, or behind the marker where it has none.
    let end: Int
    let payload: ByteReader

    /// The segment whose marker begins there, fill bytes passed over; nil at the end or where there is no marker.
    init?(in reader: ByteReader, at position: Int) {
        guard reader.byte(position) == 0xFF else { return nil }
        var start = position
        while reader.byte(start + 1) == 0xFF { start += 1 }
        guard let marker = reader.byte(start + 1), marker != 0 else { return nil }
        self.marker = marker
        self.start = start
        if marker == 0x01 || (0xD0...0xD9).contains(marker) {
            end = start + 2
            payload = reader.part(from: end, count: 0)
        } else {
            guard let length = reader.uint16(start + 2), length >= 2, start + 2 + length <= reader.count else {
                return nil
            }
            end = start + 2 + length
            payload = reader.part(from: start + 4, count: length - 2)
        }
    }
}

/// The one thing of EXIF that changes how a picture is seen.
enum EXIF {
    /// The orientation in a TIFF structure (EXIF 2.32, §4.6.4).
    static func orientation(in reader: ByteReader) -> ImageOrientation? {
        TIFFDirectory(reader)?.value(of: 0x0112).flatMap(ImageOrientation.init)
    }
}
