internal import CFontconfig
internal import FontFiles
internal import Synchronization

/// Fonts outside the catalogue, through Fontconfig; it starts with the first question.
enum SystemFonts {
    private static let lock = Mutex(Set<String>())

    /// The face of a family by its exact name, or nil.
    static func face(family: String, request: FontRequest, directories: [String]) -> FontInstance? {
        lock.withLock { added in
            guard start(directories, &added) else { return nil }
            guard unsafe hasFamily(family) else { return nil }
            return unsafe match(request: request) { pattern in
                unsafe FcPatternAddString(pattern, FC_FAMILY, family)
            }
        }
    }

    /// A face that has a character, or nil.
    static func face(having scalar: UInt32, request: FontRequest, directories: [String]) -> FontInstance? {
        lock.withLock { added in
            guard start(directories, &added) else { return nil }
            guard let set = unsafe FcCharSetCreate() else { return nil }
            defer { unsafe FcCharSetDestroy(set) }
            unsafe FcCharSetAddChar(set, scalar)
            return unsafe match(request: request) { pattern in
                for family in request.families { unsafe FcPatternAddString(pattern, FC_FAMILY, family) }
                unsafe FcPatternAddCharSet(pattern, FC_CHARSET, set)
            }
        }
    }

    private static func start(_ directories: [String], _ added: inout Set<String>) -> Bool {
        guard FcInit() != 0 else { return false }
        for directory in directories where added.insert(directory).inserted {
            unsafe FcConfigAppFontAddDir(nil, directory)
        }
        return true
    }

    @unsafe private static func hasFamily(_ family: String) -> Bool {
        guard let pattern = unsafe FcPatternCreate(), let properties = unsafe FcObjectSetCreate() else { return false }
        defer {
            unsafe FcPatternDestroy(pattern)
            unsafe FcObjectSetDestroy(properties)
        }
        unsafe FcPatternAddString(pattern, FC_FAMILY, family)
        unsafe FcObjectSetAdd(properties, FC_FAMILY)
        guard let list = unsafe FcFontList(nil, pattern, properties) else { return false }
        defer { unsafe FcFontSetDestroy(list) }
        return unsafe list.pointee.nfont > 0
    }

    /// Fontconfig's best match among scalable fonts for a pattern that `fill` begins.
    @unsafe private static func match(
        request: FontRequest, fill: (OpaquePointer) -> Void
    ) -> FontInstance? {
        guard let pattern = unsafe FcPatternCreate() else { return nil }
        defer { unsafe FcPatternDestroy(pattern) }
        unsafe fill(pattern)
        unsafe FcPatternAddInteger(pattern, FC_WEIGHT, FcWeightFromOpenType(Int32(request.weight)))
        unsafe FcPatternAddInteger(pattern, FC_SLANT, request.isItalic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN)
        unsafe FcPatternAddBool(pattern, FC_SCALABLE, 1)
        unsafe FcPatternAddBool(pattern, FC_VARIABLE, 0)
        unsafe FcConfigSubstitute(nil, pattern, FcMatchPattern)
        unsafe FcDefaultSubstitute(pattern)
        var result = FcResultNoMatch
        guard let found = unsafe FcFontMatch(nil, pattern, &result) else { return nil }
        defer { unsafe FcPatternDestroy(found) }
        var file: UnsafeMutablePointer<FcChar8>?
        var index: Int32 = 0
        var weight: Int32 = 0
        var slant: Int32 = 0
        guard unsafe FcPatternGetString(found, FC_FILE, 0, &file) == FcResultMatch, let file = unsafe file else {
            return nil
        }
        unsafe FcPatternGetInteger(found, FC_INDEX, 0, &index)
        unsafe FcPatternGetInteger(found, FC_WEIGHT, 0, &weight)
        unsafe FcPatternGetInteger(found, FC_SLANT, 0, &slant)
        let matching = FontMatching(weight: request.weight, isItalic: request.isItalic)
        let synthesis = matching.synthesis(
            weight: Double(FcWeightToOpenType(weight)), isItalic: slant != FC_SLANT_ROMAN)
        // The upper half of an index names an instance of a variable font.
        return FontInstance(
            path: unsafe String(cString: file), faceIndex: Int(index & 0xFFFF), synthesis: synthesis)
    }
}
