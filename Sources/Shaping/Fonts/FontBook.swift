public import FontFiles
internal import Synchronization
internal import TextAnalysis

/// Finds and keeps the fonts: those of the catalogue by their files, others through Fontconfig.
public final class FontBook: Sendable {
    let catalog: FontCatalog
    /// Folders of fonts that the user named; their families come before the catalogue's.
    let directories: [String]
    private let state = Mutex(State())

    private struct State {
        var faces: [FontInstance: FontFace] = [:]
        var answers: [FontRequest: Result<FontFace, FontError>] = [:]
        var absent: [FontError] = []
    }

    public init(directories: [String] = [], catalog: FontCatalog = .standard) {
        self.directories = directories
        self.catalog = catalog
    }

    /// Fonts of the catalogue that were asked for and are not there, so that another family took their place.
    public var absent: [FontError] { state.withLock(\.absent) }

    /// The face for a request: the first family that is there, in the nearest weight and style.
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

    /// A family's nearest face, or nil if there is no such family.
    func face(inFamily name: String, _ request: FontRequest) throws(FontError) -> FontFace? {
        if let role = Self.role(ofGeneric: name) {
            return try face(in: catalog.families(for: role), request)
        }
        if !directories.isEmpty, let face = systemFace(family: name, request) { return face }
        if let family = catalog.family(named: name) { return try face(in: [family], request) }
        return systemFace(family: name, request)
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

    private func face(of family: FontCatalog.Family, _ request: FontRequest) throws(FontError) -> FontFace {
        let matching = FontMatching(weight: request.weight, isItalic: request.isItalic)
        guard let best = matching.best(of: family.faces) else {
            throw FontError(code: .unknownFamily, family: family.name, package: family.package)
        }
        let synthesis = matching.synthesis(weight: best.weight, isItalic: best.isItalic)
        var error: FontError?
        for folder in FontCatalog.folders {
            let instance = FontInstance(
                path: folder + "/" + best.file, faceIndex: best.index, variations: request.variations,
                synthesis: synthesis)
            do throws(FontError) {
                return try face(instance, family: family.name, package: family.package)
            } catch let failure {
                error = error ?? failure
            }
        }
        throw error ?? FontError(code: .missingFile, family: family.name, package: family.package)
    }

    /// The opened face of an instance; each is opened once.
    func face(_ instance: FontInstance, family: String, package: String? = nil) throws(FontError) -> FontFace {
        if let face = state.withLock({ $0.faces[instance] }) { return face }
        let face = try FontFace(instance, family: family, package: package)
        return state.withLock { state in
            if let earlier = state.faces[instance] { return earlier }
            state.faces[instance] = face
            return face
        }
    }

    /// A family that Fontconfig knows by exactly this name.
    private func systemFace(family name: String, _ request: FontRequest) -> FontFace? {
        guard let found = SystemFonts.face(family: name, request: request, directories: directories) else { return nil }
        return try? face(found, family: name)
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
