/// AVIF (AV1 Image File Format 1.1, on ISO/IEC 23008-12): the properties of the primary item.
enum ISOMediaHeader {
    /// Whether a brand of the file type box is AVIF's.
    static func isAVIF(_ reader: ByteReader) -> Bool {
        guard let size = reader.uint32(0) else { return false }
        return stride(from: 8, to: min(size, 256), by: 4).contains {
            $0 != 12 && (reader.matches("avif", at: $0) || reader.matches("avis", at: $0))
        }
    }

    static func read(_ reader: ByteReader) -> ImageHeader? {
        guard let (own, all) = properties(reader) else { return nil }
        guard let extents = own.first(where: { $0.type == "ispe" })?.content, var width = extents.uint32(4),
            var height = extents.uint32(8)
        else { return nil }
        // Rotation is part of the picture and done by the decoder, unlike EXIF's orientation.
        if let angle = own.first(where: { $0.type == "irot" })?.content.byte(0), angle % 2 == 1 {
            (width, height) = (height, width)
        }
        let hasAlpha = all.contains {
            $0.type == "auxC" && $0.content.matches("urn:mpeg:mpegB:cicp:systems:auxiliary:alpha", at: 4)
        }
        var header = ImageHeader(.avif, width: width, height: height, hasAlpha: hasAlpha)
        header.hasColorProfile = own.contains { $0.type == "colr" && $0.content.matches("prof", at: 0) }
        return header
    }

    /// The ICC profile of the primary item (ISO/IEC 14496-12, §12.1.5); nil where there is none.
    static func colorProfile(_ reader: ByteReader) -> [UInt8]? {
        properties(reader)?.own.first { $0.type == "colr" && $0.content.matches("prof", at: 0) }?
            .content.part(from: 4).contents
    }

    /// The properties of the primary item, and those of all items.
    private static func properties(_ reader: ByteReader) -> (own: [Box], all: [Box])? {
        guard let meta = boxes(in: reader).first(where: { $0.type == "meta" })?.content.part(from: 4) else {
            return nil
        }
        let children = boxes(in: meta)
        guard let properties = children.first(where: { $0.type == "iprp" })?.content else { return nil }
        let lists = boxes(in: properties)
        guard let container = lists.first(where: { $0.type == "ipco" })?.content else { return nil }
        let all = boxes(in: container)
        let primary = children.first { $0.type == "pitm" }.flatMap { primaryItem($0.content) }
        let association = lists.first { $0.type == "ipma" }?.content
        let indices = association.flatMap { associated(with: primary, in: $0) } ?? Array(1...max(all.count, 1))
        return (indices.filter { all.indices.contains($0 - 1) }.map { all[$0 - 1] }, all)
    }

    private struct Box {
        var type: String
        var content: ByteReader
    }

    private static func boxes(in reader: ByteReader) -> [Box] {
        var boxes: [Box] = []
        var position = 0
        while let size = reader.uint32(position), reader.uint32(position + 4) != nil, boxes.count < 1_000 {
            let type = String(decoding: (4..<8).map { UInt8(reader.byte(position + $0) ?? 0) }, as: UTF8.self)
            let length = size == 0 ? reader.count - position : size
            guard length >= 8 else { break }
            boxes.append(Box(type: type, content: reader.part(from: position + 8, count: length - 8)))
            position += length
        }
        return boxes
    }

    private static func primaryItem(_ box: ByteReader) -> Int? { box.byte(0) == 0 ? box.uint16(4) : box.uint32(4) }

    /// ISO/IEC 23008-12, §9.3: the indices, from 1, of the properties that an item has.
    private static func associated(with item: Int?, in box: ByteReader) -> [Int]? {
        guard let item, let version = box.byte(0), let flags = box.byte(3), let count = box.uint32(4) else {
            return nil
        }
        var position = 8
        for _ in 0..<min(count, 1_000) {
            guard let id = version < 1 ? box.uint16(position) : box.uint32(position) else { return nil }
            position += version < 1 ? 2 : 4
            guard let associations = box.byte(position) else { return nil }
            position += 1
            var indices: [Int] = []
            for _ in 0..<associations {
                let wide = flags & 1 != 0
                guard let entry = wide ? box.uint16(position) : box.byte(position) else { return nil }
                indices.append(entry & (wide ? 0x7FFF : 0x7F))
                position += wide ? 2 : 1
            }
            if id == item { return indices }
        }
        return nil
    }
}
