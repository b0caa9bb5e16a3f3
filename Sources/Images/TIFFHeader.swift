/// The first directory of a TIFF file (TIFF 6.0, §2), also the form of EXIF.
struct TIFFDirectory {
    private let reader: ByteReader
    private let start: Int
    private let entries: Int

    init?(_ reader: ByteReader) {
        var reader = reader
        if reader.matches("II", at: 0) {
            reader.order = .littleEndian
        } else if reader.matches("MM", at: 0) {
            reader.order = .bigEndian
        } else {
            return nil
        }
        guard reader.uint16(2) == 42, let start = reader.uint32(4), let entries = reader.uint16(start) else {
            return nil
        }
        self.reader = reader
        self.start = start
        self.entries = entries
    }

    /// The first value of a tag that holds whole numbers.
    func value(of tag: Int) -> Int? {
        for index in 0..<entries {
            let entry = start + 2 + index * 12
            guard let found = reader.uint16(entry), let type = reader.uint16(entry + 2),
                let count = reader.uint32(entry + 4)
            else { return nil }
            guard found == tag else { continue }
            let size = type == 3 ? 2 : type == 4 ? 4 : 1
            let place = count * size > 4 ? reader.uint32(entry + 8) : entry + 8
            guard count > 0, let place else { return nil }
            return type == 3 ? reader.uint16(place) : type == 4 ? reader.uint32(place) : reader.byte(place)
        }
        return nil
    }
}

/// TIFF 6.0: size, photometric interpretation and samples of the first page.
enum TIFFHeader {
    static func read(_ reader: ByteReader) -> ImageHeader? {
        guard let directory = TIFFDirectory(reader), let width = directory.value(of: 256),
            let height = directory.value(of: 257)
        else { return nil }
        let model: ImageHeader.ColorModel =
            switch directory.value(of: 262) {
            case 0, 1: .gray
            case 3: .indexed
            case 5: .cmyk
            default: .rgb
            }
        var header = ImageHeader(
            .tiff, width: width, height: height,
            orientation: directory.value(of: 274).flatMap(ImageOrientation.init) ?? .up,
            hasAlpha: directory.value(of: 338).map { $0 > 0 } ?? false, colorModel: model,
            bitsPerComponent: directory.value(of: 258) ?? 1)
        header.hasColorProfile = directory.value(of: 34675) != nil
        return header
    }
}
