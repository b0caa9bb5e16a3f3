/// PNG (W3C Recommendation, 3rd edition, §11): IHDR and the chunks before the pixels.
enum PNGHeader {
    static func read(_ reader: ByteReader) -> ImageHeader? {
        guard reader.matches("IHDR", at: 12), let width = reader.uint32(16), let height = reader.uint32(20),
            let bits = reader.byte(24), let type = reader.byte(25)
        else { return nil }
        let model: ImageHeader.ColorModel = type & 1 != 0 ? .indexed : type & 2 != 0 ? .rgb : .gray
        var header = ImageHeader(
            .png, width: width, height: height, hasAlpha: type & 4 != 0, colorModel: model, bitsPerComponent: bits)
        var position = 8
        while let length = reader.uint32(position), !reader.matches("IDAT", at: position + 4) {
            if reader.matches("tRNS", at: position + 4) { header.hasAlpha = true }
            if reader.matches("iCCP", at: position + 4) { header.hasColorProfile = true }
            if reader.matches("eXIf", at: position + 4) {
                let chunk = reader.part(from: position + 8, count: length)
                header.orientation = EXIF.orientation(in: chunk) ?? .up
            }
            position += 12 + length
        }
        return header
    }
}

/// GIF89a: the logical screen, and whether the first frame has a transparent colour.
enum GIFHeader {
    static func read(_ reader: ByteReader) -> ImageHeader? {
        var reader = reader
        reader.order = .littleEndian
        guard let width = reader.uint16(6), let height = reader.uint16(8), let flags = reader.byte(10) else {
            return nil
        }
        var header = ImageHeader(.gif, width: width, height: height, colorModel: .indexed)
        var position = 13 + (flags & 0x80 != 0 ? 3 << (flags & 7 + 1) : 0)
        while reader.byte(position) == 0x21 {
            if reader.byte(position + 1) == 0xF9, let flags = reader.byte(position + 3) {
                header.hasAlpha = flags & 1 != 0
            }
            position += 2
            while let size = reader.byte(position), size > 0 { position += size + 1 }
            position += 1
        }
        return header
    }
}

/// WebP (RFC 9649): the extended header, or that of the one bitstream.
enum WebPHeader {
    static func read(_ reader: ByteReader) -> ImageHeader? {
        var reader = reader
        reader.order = .littleEndian
        if reader.matches("VP8X", at: 12) {
            guard let flags = reader.byte(20), let width = reader.uint24(24), let height = reader.uint24(27) else {
                return nil
            }
            var header = ImageHeader(.webp, width: width + 1, height: height + 1, hasAlpha: flags & 0x10 != 0)
            header.hasColorProfile = flags & 0x20 != 0
            if flags & 0x08 != 0 { header.orientation = orientation(reader) }
            return header
        }
        if reader.matches("VP8L", at: 12), reader.byte(20) == 0x2F, let bits = reader.uint32(21) {
            let alpha = bits >> 28 & 1 != 0
            return ImageHeader(.webp, width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1, hasAlpha: alpha)
        }
        guard reader.matches("VP8 ", at: 12), let width = reader.uint16(26), let height = reader.uint16(28) else {
            return nil
        }
        return ImageHeader(.webp, width: width & 0x3FFF, height: height & 0x3FFF)
    }

    private static func orientation(_ reader: ByteReader) -> ImageOrientation {
        var position = 12
        while let length = reader.uint32(position + 4) {
            if reader.matches("EXIF", at: position) {
                let chunk = reader.part(from: position + 8, count: length)
                let tiff = chunk.matches("Exif\0\0", at: 0) ? chunk.part(from: 6) : chunk
                return EXIF.orientation(in: tiff) ?? .up
            }
            position += 8 + length + length % 2
        }
        return .up
    }
}

/// Windows bitmap: the core header of OS/2 or any later one.
enum BMPHeader {
    static func read(_ reader: ByteReader) -> ImageHeader? {
        var reader = reader
        reader.order = .littleEndian
        guard let size = reader.uint32(14) else { return nil }
        if size == 12 {
            guard let width = reader.uint16(18), let height = reader.uint16(20) else { return nil }
            return ImageHeader(.bmp, width: width, height: height)
        }
        guard size >= 40, let width = reader.uint32(18), let height = reader.uint32(22), let bits = reader.uint16(28)
        else {
            return nil
        }
        // A negative height means rows from the top.
        let rows = Int(Int32(truncatingIfNeeded: height).magnitude)
        return ImageHeader(.bmp, width: width, height: rows, hasAlpha: bits == 32)
    }
}
