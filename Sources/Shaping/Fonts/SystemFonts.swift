internal import CFontconfig
internal import Synchronization

/// Fonts outside the catalogue, through Fontconfig; it starts with the first question.
enum SystemFonts {
    /// Fontconfig's own configuration is shared by the process.
    private static let lock = Mutex(())

    /// The faces of a family by its exact name.
    static func faces(ofFamily family: String) -> [FontFamilyFace] {
        unsafe list { pattern in unsafe FcPatternAddString(pattern, FC_FAMILY, family) }
    }

    /// The face of a full name or of a PostScript name.
    static func face(named name: String) -> FontFamilyFace? {
        unsafe list { pattern in unsafe FcPatternAddString(pattern, FC_FULLNAME, name) }.first
            ?? list { pattern in unsafe FcPatternAddString(pattern, FC_POSTSCRIPT_NAME, name) }.first
    }

    /// A face that has a character, the one that Fontconfig finds nearest to a request; nil where none has it.
    static func face(having scalar: UInt32, request: FontRequest) -> FontFamilyFace? {
        lock.withLock { _ in
            guard FcInit() != 0, let pattern = unsafe FcPatternCreate(), let set = unsafe FcCharSetCreate() else {
                return nil
            }
            defer {
                unsafe FcPatternDestroy(pattern)
                unsafe FcCharSetDestroy(set)
            }
            unsafe FcCharSetAddChar(set, scalar)
            for family in request.families { unsafe FcPatternAddString(pattern, FC_FAMILY, family) }
            unsafe FcPatternAddCharSet(pattern, FC_CHARSET, set)
            unsafe FcPatternAddInteger(pattern, FC_WEIGHT, FcWeightFromOpenType(Int32(request.weight)))
            unsafe FcPatternAddInteger(
                pattern, FC_SLANT, request.slant == .normal ? FC_SLANT_ROMAN : FC_SLANT_ITALIC)
            unsafe FcPatternAddBool(pattern, FC_SCALABLE, 1)
            unsafe FcPatternAddBool(pattern, FC_VARIABLE, 0)
            unsafe FcConfigSubstitute(nil, pattern, FcMatchPattern)
            unsafe FcDefaultSubstitute(pattern)
            var result = FcResultNoMatch
            guard let found = unsafe FcFontMatch(nil, pattern, &result) else { return nil }
            defer { unsafe FcPatternDestroy(found) }
            return unsafe face(of: found)
        }
    }

    /// The scalable faces that a pattern fits, in the order of their files.
    private static func list(_ fill: (OpaquePointer) -> Void) -> [FontFamilyFace] {
        lock.withLock { _ in
            guard FcInit() != 0, let pattern = unsafe FcPatternCreate(), let properties = unsafe FcObjectSetCreate()
            else { return [] }
            defer {
                unsafe FcPatternDestroy(pattern)
                unsafe FcObjectSetDestroy(properties)
            }
            unsafe fill(pattern)
            unsafe FcPatternAddBool(pattern, FC_SCALABLE, 1)
            for property in [FC_FILE, FC_INDEX, FC_WEIGHT, FC_WIDTH, FC_SLANT, FC_VARIABLE] {
                unsafe FcObjectSetAdd(properties, property)
            }
            guard let found = unsafe FcFontList(nil, pattern, properties) else { return [] }
            defer { unsafe FcFontSetDestroy(found) }
            let faces = unsafe (0..<Int(found.pointee.nfont)).compactMap { index in
                unsafe found.pointee.fonts[index].flatMap { unsafe face(of: $0) }
            }
            return Array(Set(faces)).sorted { ($0.path, $0.index) < ($1.path, $1.index) }
        }
    }

    /// A face as Fontconfig describes it; nil for the named instances of a variable font, which is listed by itself.
    @unsafe private static func face(of pattern: OpaquePointer) -> FontFamilyFace? {
        var file: UnsafeMutablePointer<FcChar8>?
        guard unsafe FcPatternGetString(pattern, FC_FILE, 0, &file) == FcResultMatch, let file = unsafe file else {
            return nil
        }
        let path = unsafe String(cString: file)
        var index: Int32 = 0
        var isVariable: FcBool = 0
        unsafe FcPatternGetInteger(pattern, FC_INDEX, 0, &index)
        unsafe FcPatternGetBool(pattern, FC_VARIABLE, 0, &isVariable)
        if isVariable != 0 {
            let faces = (try? FontFileReader.faces(of: path, family: path)) ?? []
            return faces.first { $0.face.index == Int(index & 0xFFFF) }?.face ?? faces.first?.face
        }
        // The upper half of an index names an instance of a variable font.
        if index >> 16 != 0 { return nil }
        var weight: Int32 = FC_WEIGHT_NORMAL
        var width: Int32 = FC_WIDTH_NORMAL
        var slant: Int32 = FC_SLANT_ROMAN
        unsafe FcPatternGetInteger(pattern, FC_WEIGHT, 0, &weight)
        unsafe FcPatternGetInteger(pattern, FC_WIDTH, 0, &width)
        unsafe FcPatternGetInteger(pattern, FC_SLANT, 0, &slant)
        let weights = Double(max(1, FcWeightToOpenType(weight)))
        let stretch = max(0.1, Double(width) / 100)
        return FontFamilyFace(
            path: path, index: Int(index), weights: weights...weights, stretches: stretch...stretch,
            slants: [slant == FC_SLANT_ROMAN ? .normal : slant == FC_SLANT_ITALIC ? .italic : .oblique])
    }
}
