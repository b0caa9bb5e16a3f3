import CCairo
import CFreeType
import FontFiles
import Synchronization

/// The one FreeType library of the process. It is never freed: Cairo keeps faces after their last use here.
private let freeType = Mutex<FreeTypeLibrary>(FreeTypeLibrary())

@safe private struct FreeTypeLibrary: ~Copyable, @unchecked Sendable {
    // SAFETY: used only inside `freeType`'s lock; FreeType wants a lock round opening and closing faces, no more.
    var library: FT_Library?

    init() { unsafe FT_Init_FreeType(&library) }
}

/// A face opened for drawing, held by Cairo's font face for as long as Cairo wants it.
@safe private final class FaceOwner {
    let face: FT_Face

    init(_ face: FT_Face) { unsafe self.face = unsafe face }

    deinit { freeType.withLock { _ in _ = unsafe FT_Done_Face(face) } }
}

// SAFETY: only its address is used.
nonisolated(unsafe) private let ownerKey = UnsafeMutablePointer<cairo_user_data_key_t>.allocate(capacity: 1)

/// A font instance as Cairo draws it.
@safe final class FontFace {
    let face: FT_Face
    let cairoFace: OpaquePointer
    private let slant: Double
    private let path: String
    /// Colour glyphs are drawn by us: Cairo would turn them to small pictures without text.
    let hasColor: Bool

    init(_ instance: FontInstance) throws(DrawingError) {
        var opened: FT_Face?
        let error = freeType.withLock { state in
            unsafe FT_New_Face(state.library, instance.path, FT_Long(instance.faceIndex), &opened)
        }
        guard error == 0, let face = unsafe opened else {
            throw DrawingError(
                .fontUnreadable, subject: instance.path, message: "cannot be read as a font (FreeType error \(error))")
        }
        do throws(DrawingError) {
            try unsafe Self.apply(instance, to: face)
        } catch {
            freeType.withLock { _ in _ = unsafe FT_Done_Face(face) }
            throw error
        }
        let flags = Int32(FT_LOAD_NO_HINTING) | Int32(FT_LOAD_NO_BITMAP)
        let cairoFace = unsafe cairo_ft_font_face_create_for_ft_face(face, flags)!
        let owner = unsafe Unmanaged.passRetained(FaceOwner(face)).toOpaque()
        let status = unsafe cairo_font_face_set_user_data(cairoFace, ownerKey, owner) {
            unsafe Unmanaged<FaceOwner>.fromOpaque($0!).release()
        }
        if status != CAIRO_STATUS_SUCCESS {
            unsafe Unmanaged<FaceOwner>.fromOpaque(owner).release()
            unsafe cairo_font_face_destroy(cairoFace)
            throw DrawingError(
                .fontUnreadable, subject: instance.path, message: unsafe String(cString: cairo_status_to_string(status))
            )
        }
        if instance.synthesis.contains(.bold) {
            unsafe cairo_ft_font_face_set_synthesize(cairoFace, CAIRO_FT_SYNTHESIZE_BOLD.rawValue)
        }
        unsafe self.face = unsafe face
        unsafe self.cairoFace = unsafe cairoFace
        slant = Self.slant(of: instance)
        path = instance.path
        hasColor = unsafe face.pointee.face_flags & FT_Long(FT_FACE_FLAG_COLOR) != 0
    }

    deinit { unsafe cairo_font_face_destroy(cairoFace) }

    /// All tables of a font in memory, unpacked where the file is compressed.
    static func tables(of bytes: [UInt8], name: String) throws(DrawingError) -> [WebFont.Table] {
        var tables: [WebFont.Table] = []
        let error = unsafe bytes.withUnsafeBufferPointer { buffer in
            freeType.withLock { state -> FT_Error in
                var opened: FT_Face?
                let error = unsafe FT_New_Memory_Face(
                    state.library, buffer.baseAddress, FT_Long(buffer.count), 0, &opened)
                guard error == 0, let face = unsafe opened else { return error }
                defer { unsafe FT_Done_Face(face) }
                return unsafe read(&tables, of: face)
            }
        }
        guard error == 0, !tables.isEmpty else {
            throw DrawingError(
                .fontUnreadable, subject: name, message: "cannot be unpacked as a font (FreeType error \(error))")
        }
        return tables
    }

    @unsafe private static func read(_ tables: inout [WebFont.Table], of face: FT_Face) -> FT_Error {
        var count: FT_ULong = 0
        // Without a tag the last number is that of the tables.
        var error = unsafe FT_Sfnt_Table_Info(face, 0, nil, &count)
        for index in 0..<min(count, 4096) where error == 0 {
            var (tag, length): (FT_ULong, FT_ULong) = (0, 0)
            error = unsafe FT_Sfnt_Table_Info(face, FT_UInt(index), &tag, &length)
            guard error == 0, length <= WebFont.largestUnpacked else { continue }
            var bytes = [UInt8](repeating: 0, count: Int(length))
            if length > 0 { error = unsafe FT_Load_Sfnt_Table(face, tag, 0, &bytes, &length) }
            let name = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: tag >> $0) }
            tables.append(WebFont.Table(tag: name, bytes: bytes))
        }
        return error
    }

    /// Loads glyphs once: Cairo leaves out what it cannot load without a word.
    func check(_ glyphs: [UInt32]) throws(DrawingError) {
        for glyph in glyphs {
            let error = unsafe FT_Load_Glyph(face, FT_UInt(glyph), FT_Int32(FT_LOAD_NO_SCALE))
            guard error == 0 else {
                throw DrawingError(
                    .fontUnreadable, subject: path,
                    message: "has a glyph, \(glyph), that cannot be drawn (FreeType error \(error))")
            }
        }
    }

    /// Moves the face to a place of its design space; axes that it lacks are left out.
    private static func apply(_ instance: FontInstance, to face: FT_Face) throws(DrawingError) {
        guard !instance.variations.isEmpty else { return }
        var description: UnsafeMutablePointer<FT_MM_Var>?
        let found = unsafe FT_Get_MM_Var(face, &description)
        guard found == 0, let axes = unsafe description else {
            throw DrawingError(
                .fontUnreadable, subject: instance.path,
                message: "has no variations that can be read (FreeType error \(found))")
        }
        defer { freeType.withLock { state in _ = unsafe FT_Done_MM_Var(state.library, axes) } }
        var coordinates: [FT_Fixed] = unsafe (0..<Int(axes.pointee.num_axis)).map { unsafe axes.pointee.axis[$0].def }
        for index in coordinates.indices {
            let (tag, range) = unsafe (axes.pointee.axis[index].tag, axes.pointee.axis[index])
            if let wanted = instance.variations.first(where: { $0.tag == tag }) {
                let value = FT_Fixed((wanted.value.clamped * 65536).rounded())
                coordinates[index] = unsafe min(max(value, range.minimum), range.maximum)
            }
        }
        let error = unsafe FT_Set_Var_Design_Coordinates(face, FT_UInt(coordinates.count), &coordinates)
        guard error == 0 else {
            throw DrawingError(
                .fontUnreadable, subject: instance.path,
                message: "cannot be varied as asked (FreeType error \(error))")
        }
    }

    /// How far letters are sheared to the right, where the family has no oblique ones.
    static func slant(of instance: FontInstance) -> Double {
        let tangentOf14Degrees = 0.2493  // CSS Fonts 4, §2.4: `oblique` without an angle
        return instance.synthesis.contains(.oblique) ? tangentOf14Degrees : 0
    }

    /// Cairo's font matrix for a size: y points down, so a slant to the right has a negative shear.
    func matrix(size: Double, horizontalScale: Double) -> cairo_matrix_t {
        cairo_matrix_t(xx: size * horizontalScale, yx: 0, xy: -slant * size, yy: size, x0: 0, y0: 0)
    }
}

extension Double {
    /// Within what FreeType's 16.16 numbers hold.
    fileprivate var clamped: Double { Swift.min(Swift.max(self, -32_767), 32_767) }
}

extension FontInstance.Variation {
    /// The axis as OpenType writes it: four letters in 32 bits.
    fileprivate var tag: FT_ULong {
        axis.utf8.reduce(0) { $0 << 8 | FT_ULong($1) }
    }
}
