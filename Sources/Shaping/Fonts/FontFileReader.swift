internal import CHarfBuzz
internal import Glibc

/// Reads what the faces of a font file say about themselves.
enum FontFileReader {
    /// A face with the names that it goes by.
    struct NamedFace {
        var families: [String]
        /// Full name and PostScript name, for `local()`.
        var names: [String]
        var face: FontFamilyFace
    }

    /// The largest file that is opened, in bytes: twice the largest collection of the catalogue's.
    static let largestFile = 256_000_000
    /// The most faces that are read of one collection.
    static let mostFaces = 64

    /// The faces of a file; `family` is what errors call it.
    static func faces(of path: String, family: String) throws(FontError) -> [NamedFace] {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { throw FontError(code: .missingFile, family: family, path: path) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw FontError(code: .unreadable, family: family, path: path) }
        guard status.st_size <= largestFile else { throw FontError(code: .tooLarge, family: family, path: path) }
        guard let blob = unsafe hb_blob_create_from_file_or_fail(path) else {
            throw FontError(code: .unreadable, family: family, path: path)
        }
        defer { unsafe hb_blob_destroy(blob) }
        if unsafe isWebFont(blob) { throw FontError(code: .unsupportedFormat, family: family, path: path) }
        let count = unsafe min(Int(hb_face_count(blob)), mostFaces)
        let faces = (0..<count).compactMap { index in
            let face = unsafe hb_face_create(blob, UInt32(index))
            defer { unsafe hb_face_destroy(face) }
            guard let face = unsafe face, unsafe hb_face_get_glyph_count(face) > 0 else { return NamedFace?.none }
            return unsafe read(face, path: path, index: index)
        }
        guard !faces.isEmpty else { throw FontError(code: .unreadable, family: family, path: path) }
        return faces
    }

    /// WOFF and WOFF 2, which are compressed, and which HarfBuzz does not open.
    @unsafe private static func isWebFont(_ blob: OpaquePointer) -> Bool {
        var length: UInt32 = 0
        guard let bytes = unsafe hb_blob_get_data(blob, &length), length >= 4 else { return false }
        let signature = (0..<4).map { unsafe UInt8(bitPattern: bytes[$0]) }
        return signature == Array("wOFF".utf8) || signature == Array("wOF2".utf8)
    }

    @unsafe private static func read(_ face: OpaquePointer, path: String, index: Int) -> NamedFace {
        let font = unsafe hb_font_create(face)
        defer { unsafe hb_font_destroy(font) }
        var description = FontFamilyFace(path: path, index: index)
        unsafe description.axes = axes(of: face)
        func style(_ tag: hb_style_tag_t) -> Double { unsafe Double(hb_style_get_value(font, tag)) }
        let weight = style(HB_STYLE_TAG_WEIGHT).clamped(to: 1...1000)
        let stretch = (style(HB_STYLE_TAG_WIDTH) / 100).clamped(to: 0.1...10)
        description.weights = weight...weight
        description.stretches = stretch...stretch
        description.slants =
            style(HB_STYLE_TAG_ITALIC) != 0 ? [.italic] : style(HB_STYLE_TAG_SLANT_ANGLE) != 0 ? [.oblique] : [.normal]
        for axis in description.axes {
            switch axis.tag {
            case "wght": description.weights = axis.range
            case "wdth": description.stretches = axis.range.lowerBound / 100...axis.range.upperBound / 100
            case "slnt", "ital": description.slants = [.normal, .italic, .oblique]
            default: break
            }
        }
        // Name ids: 16 and 1 are families, 4 and 6 the full and the PostScript name (OpenType, `name`).
        let families = [16, 1].compactMap { unsafe name($0, of: face) }
        return NamedFace(
            families: families, names: [4, 6].compactMap { unsafe name($0, of: face) }, face: description)
    }

    /// The axes of a variable font; hidden ones too.
    @unsafe static func axes(of face: OpaquePointer) -> [VariationAxis] {
        var count = unsafe min(hb_ot_var_get_axis_count(face), UInt32(mostFaces))
        guard count > 0 else { return [] }
        var infos = Array(repeating: hb_ot_var_axis_info_t(), count: Int(count))
        unsafe hb_ot_var_get_axis_infos(face, 0, &count, &infos)
        return infos.prefix(Int(count)).compactMap { info in
            guard info.min_value <= info.max_value else { return nil }
            let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: info.tag >> $0) }
            return VariationAxis(
                tag: String(decoding: bytes, as: UTF8.self), range: Double(info.min_value)...Double(info.max_value),
                initial: Double(info.default_value))
        }
    }

    /// An English name, or the one in the language that there is.
    @unsafe private static func name(_ id: UInt32, of face: OpaquePointer) -> String? {
        var bytes = [CChar](repeating: 0, count: 256)
        var count = UInt32(bytes.count)
        guard unsafe hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &count, &bytes) > 0 else {
            return nil
        }
        return String(decoding: bytes.prefix(Int(count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
