public import FontFiles
internal import Synchronization
internal import TextAnalysis

/// Finds and keeps the fonts: those that style sheets declare, those of the user's folders, those of the catalogue by
/// their files, and others through Fontconfig.
public final class FontBook: Sendable {
    let catalog: FontCatalog
    let folders: FontFolders
    private let declared: [String: [DeclaredFont]]
    private let state = Mutex(State())

    private struct State {
        var faces: [FaceKey: FontFace] = [:]
        var answers: [FontRequest: Result<FontFace, FontError>] = [:]
        var families: [String: [FontFamilyFace]] = [:]
        var absent: [FontError] = []
    }

    private struct FaceKey: Hashable {
        var instance: FontInstance
        var coverage: CharacterRanges?
        var features: [FontFeature]
        var scripts: [String]
        var adjustment: FontAdjustment
    }

    public init(directories: [String] = [], declared: [DeclaredFont] = [], catalog: FontCatalog = .standard) {
        self.catalog = catalog
        folders = FontFolders(directories)
        self.declared = Dictionary(grouping: declared) { $0.family.lowercased() }
    }

    /// Fonts that were asked for and are not there, so that another family took their place, and files that cannot be
    /// read.
    public var absent: [FontError] { folders.errors + state.withLock(\.absent) }

    /// The face for a request: the first family that is there, in the nearest width, style and weight.
    ///
    /// Families that nobody knows are passed over; one of the catalogue's that is not installed is an error if no later
    /// family is there.
    public func face(for request: FontRequest) throws(FontError) -> FontFace {
        if let answer = state.withLock({ $0.answers[request] }) { return try answer.get() }
        let answer = Result { () throws(FontError) in try find(request) }
        state.withLock { $0.answers[request] = answer }
        return try answer.get()
    }

    private func find(_ request: FontRequest) throws(FontError) -> FontFace {
        var firstError: FontError?
        for family in request.families {
            do throws(FontError) {
                if let face = try face(inFamily: family, request) {
                    if let firstError { note(absent: firstError) }
                    return face
                }
            } catch {
                firstError = firstError ?? error
            }
        }
        if let firstError { throw firstError }
        if !request.families.contains("serif"), let face = try face(inFamily: "serif", request) { return face }
        throw FontError(code: .unknownFamily, family: request.families.first ?? "serif")
    }

    /// A family's nearest face that has the space, or nil if there is no such family: the first available font of CSS
    /// Fonts 4, §5.3, need not have more.
    func face(inFamily name: String, _ request: FontRequest) throws(FontError) -> FontFace? {
        if let role = Self.role(ofGeneric: name) {
            return try face(in: catalog.families(for: role), request)
        }
        let own = ownFaces(ofFamily: name).filter { $0.coverage?.contains(0x20) ?? true }
        if let best = FontMatching(request: request).best(of: own) { return try open(best, family: name, request) }
        if let family = catalog.family(named: name) { return try face(in: [family], request) }
        guard let best = FontMatching(request: request).best(of: systemFaces(ofFamily: name)) else { return nil }
        return try? open(best, family: name, request)
    }

    /// All faces that a family may show a character with: one, or several where `unicode-range` divides it.
    func faces(inFamily name: String, _ request: FontRequest) -> [FontFace] {
        let own = Dictionary(grouping: ownFaces(ofFamily: name), by: \.coverage)
        guard own.count > 1 || own.keys.contains(where: { $0 != nil }) else {
            return (try? face(inFamily: name, request)).map { [$0] } ?? []
        }
        // Of faces that overlap, the last declared wins.
        let order = ownFaces(ofFamily: name).reversed().map(\.coverage)
        return own.sorted { order.firstIndex(of: $0.key)! < order.firstIndex(of: $1.key)! }.compactMap { _, faces in
            FontMatching(request: request).best(of: faces).flatMap { try? open($0, family: name, request) }
        }
    }

    /// The nearest face of the first family whose files are there.
    func face(in families: [FontCatalog.Family], _ request: FontRequest) throws(FontError) -> FontFace? {
        var firstError: FontError?
        for family in families {
            do throws(FontError) {
                let face = try face(of: family, request)
                if let firstError { note(absent: firstError) }
                return face
            } catch {
                firstError = firstError ?? error
            }
        }
        if let firstError { throw firstError }
        return nil
    }

    private func note(absent error: FontError) {
        state.withLock { state in
            if !state.absent.contains(error) { state.absent.append(error) }
        }
    }

    // MARK: Families

    /// The faces that style sheets and the user's folders give to a family.
    private func ownFaces(ofFamily name: String) -> [FontFamilyFace] {
        let key = name.lowercased()
        guard let rules = declared[key] else { return folders.faces(ofFamily: key) }
        if let known = state.withLock({ $0.families[key] }) { return known }
        let faces = rules.compactMap(face(of:))
        state.withLock { $0.families[key] = faces }
        return faces
    }

    /// The face of a declaration: the first of its sources that can be read.
    private func face(of rule: DeclaredFont) -> FontFamilyFace? {
        var failure: FontError?
        for source in rule.sources {
            var found: FontFamilyFace?
            switch source {
            case .local(let name): found = folders.face(named: name) ?? SystemFonts.face(named: name)
            case .file(let path):
                do throws(FontError) {
                    found = try FontFileReader.faces(of: path, family: rule.family).first?.face
                } catch {
                    failure = failure ?? error
                    note(absent: error)
                }
            }
            guard var face = found else { continue }
            // What the rule says goes before what the file says.
            if let weights = rule.weights { face.weights = weights }
            if let stretches = rule.stretches { face.stretches = stretches }
            if let slant = rule.slant { face.slants = [slant] }
            face.coverage = rule.coverage
            face.features = rule.features
            face.variations = rule.variations
            face.adjustment = rule.adjustment
            return face
        }
        if failure == nil { note(absent: FontError(code: .unknownFace, family: rule.family)) }
        return nil
    }

    private func systemFaces(ofFamily name: String) -> [FontFamilyFace] {
        let key = "system " + name.lowercased()
        if let known = state.withLock({ $0.families[key] }) { return known }
        let faces = SystemFonts.faces(ofFamily: name)
        state.withLock { $0.families[key] = faces }
        return faces
    }

    private func face(of family: FontCatalog.Family, _ request: FontRequest) throws(FontError) -> FontFace {
        let faces = family.faces.map { face in
            FontFamilyFace(
                path: face.file, index: face.index, weights: face.weight...face.weight,
                slants: [face.isItalic ? .italic : .normal], scripts: family.scripts, package: family.package)
        }
        guard var best = FontMatching(request: request).best(of: faces) else {
            throw FontError(code: .unknownFamily, family: family.name, package: family.package)
        }
        var error: FontError?
        let file = best.path
        for folder in FontCatalog.folders {
            best.path = folder + "/" + file
            do throws(FontError) {
                return try open(best, family: family.name, request)
            } catch let failure {
                error = error ?? failure
            }
        }
        throw error ?? FontError(code: .missingFile, family: family.name, package: family.package)
    }

    /// The opened face of a family for a request; each instance is opened once.
    func open(_ face: FontFamilyFace, family: String, _ request: FontRequest) throws(FontError) -> FontFace {
        let key = FaceKey(
            instance: face.instance(for: request), coverage: face.coverage, features: face.features,
            scripts: face.scripts, adjustment: face.adjustment)
        if let face = state.withLock({ $0.faces[key] }) { return face }
        let opened = try FontFace(key.instance, family: family, of: face)
        return state.withLock { state in
            if let earlier = state.faces[key] { return earlier }
            state.faces[key] = opened
            return opened
        }
    }

    /// What the generic families of CSS Fonts 4, §2.1.2, are here.
    static func role(ofGeneric name: String) -> FontCatalog.Role? {
        switch name.lowercased() {
        case "serif", "ui-serif", "cursive", "fantasy", "fangsong": .text
        case "sans-serif", "system-ui", "ui-sans-serif", "ui-rounded": .display
        case "monospace", "ui-monospace": .mono
        case "math": .math
        case "emoji": .emoji
        default: nil
        }
    }
}
