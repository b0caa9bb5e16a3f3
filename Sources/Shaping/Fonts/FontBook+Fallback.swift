internal import FontFiles
internal import TextAnalysis

/// What a stretch of text is that the requested font cannot show.
struct FallbackQuery: Hashable {
    /// The characters of one cluster that need a glyph.
    var scalars: [UInt32]
    var script: Script
    var language: String?
    var isEmoji: Bool
    var request: FontRequest
}

extension FontBook {
    /// A face that has all characters of a cluster, or nil: first the other families of the request, then the
    /// catalogue's by script, then its symbols, then whatever Fontconfig finds.
    func fallback(for query: FallbackQuery) -> FontFace? {
        var request = query.request
        // Slanting is Latin's way to emphasise, and its neighbours'; pictures have neither slant nor weight.
        if query.script.isReal && !Self.slantedScripts.contains(query.script.description) { request.slant = .normal }
        if query.isEmoji {
            request.slant = .normal
            request.weight = 400
        }
        func first(of families: [FontCatalog.Family]) -> FontFace? {
            for family in families {
                if let face = try? face(in: [family], request), face.covers(query.scalars) { return face }
            }
            return nil
        }
        if query.isEmoji, let face = first(of: catalog.families(for: .emoji)) { return face }
        let own = request.families.flatMap { faces(inFamily: $0, request) }.filter { $0.covers(query.scalars) }
        let isCommon = !query.scalars.contains { Script(of: $0).isReal }
        if let face = own.first(where: { isCommon || $0.isMade(for: query.script) }) { return face }
        // A private character means what one font made of it.
        if query.scalars.contains(where: Self.isPrivate) { return own.first }
        for script in [query.script.description, Self.usualScript(of: query.scalars[0])] {
            if let script, let face = first(of: families(forScript: script, query)) { return face }
        }
        for role in [FontCatalog.Role.text, .display, .symbols, .math, .emoji] {
            if let face = first(of: catalog.families(for: role)) { return face }
        }
        if let face = own.first { return face }
        guard let scalar = query.scalars.first, let found = SystemFonts.face(having: scalar, request: request),
            let face = try? open(found, family: found.path, request)
        else { return nil }
        return face.covers(query.scalars) ? face : nil
    }

    private static let slantedScripts: Set<String> = ["Latn", "Grek", "Cyrl", "Armn", "Geor", "Copt"]

    static func isPrivate(_ scalar: UInt32) -> Bool {
        (0xE000...0xF8FF).contains(scalar) || scalar >= 0xF0000
    }

    /// The script whose fonts have a character, also where it is common to many: full-width forms, currency signs.
    static func usualScript(of scalar: UInt32) -> String? {
        let script = Script(of: scalar)
        if script.isReal { return script.description }
        return switch scalar {
        case 0x0600...0x06FF: "Arab"
        case 0x0964...0x0965: "Deva"
        case 0x0E3F: "Thai"
        case 0x2E80...0x33FF, 0xFE10...0xFE1F, 0xFE30...0xFE6F, 0xFF00...0xFFEF, 0x1F100...0x1F2FF: "Hani"
        default: nil
        }
    }

    /// The catalogue's families for a script: those of the request's own kind first, and for ideographs those of the
    /// text's language.
    private func families(forScript script: String, _ query: FallbackQuery) -> [FontCatalog.Family] {
        let generic = generic(of: query.request)
        let region = Self.ideographRegion(of: query.language)
        let families = catalog.families(forScript: script)
        let isIdeographic = ["Hani", "Hira", "Kana", "Hang", "Bopo"].contains(script)
        func rank(_ family: FontCatalog.Family) -> Int {
            var rank = family.generic == generic ? 0 : family.generic == "monospace" ? 2 : 1
            if isIdeographic && !family.name.hasSuffix(" " + region) { rank += 10 }
            return rank
        }
        return families.enumerated().sorted { a, b in
            let (first, second) = (rank(a.element), rank(b.element))
            return first == second ? a.offset < b.offset : first < second
        }.map(\.element)
    }

    /// The generic family of the first family of a request that says one.
    private func generic(of request: FontRequest) -> String {
        for name in request.families {
            if let family = catalog.family(named: name) { return family.generic }
            switch Self.role(ofGeneric: name) {
            case .text: return "serif"
            case .display: return "sans-serif"
            case .mono: return "monospace"
            case .symbols, .math, .emoji, nil: continue
            }
        }
        return "serif"
    }

    /// Which of the unified ideographs' forms a language writes.
    private static func ideographRegion(of language: String?) -> String {
        let parts = (language ?? "").lowercased().split(separator: "-")
        return switch parts.first {
        case "ja": "JP"
        case "ko": "KR"
        case "zh", "yue", "wuu", "nan", "hak":
            if parts.contains("hk") || parts.contains("mo") || parts.first == "yue" {
                "HK"
            } else if parts.contains("hant") || parts.contains("tw") {
                "TC"
            } else {
                "SC"
            }
        default: "SC"
        }
    }
}
