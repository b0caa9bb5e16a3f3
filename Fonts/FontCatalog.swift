/// The font families that Offprint knows by name: what each is for, and which Debian package brings its files.
public struct FontCatalog: Sendable {
    /// What a family is for.
    public enum Role: String, Hashable, Sendable, CaseIterable {
        case text, display, mono, symbols, math, emoji
    }

    public struct Family: Hashable, Sendable {
        public var name: String
        /// The CSS generic family that it belongs to: `serif`, `sans-serif` or `monospace`.
        public var generic: String
        public var roles: [Role]
        /// ISO 15924 codes of the scripts that it is made for.
        public var scripts: [String]
        /// The Debian package that brings its files.
        public var package: String
        public var faces: [Face]
    }

    public struct Face: Hashable, Sendable {
        /// Path below a folder of fonts.
        public var file: String
        /// Index in a collection.
        public var index: Int
        public var weight: Double
        public var isItalic: Bool

        public init(file: String, index: Int = 0, weight: Double = 400, isItalic: Bool = false) {
            self.file = file
            self.index = index
            self.weight = weight
            self.isItalic = isItalic
        }
    }

    /// In order of preference.
    public let families: [Family]
    private let indexByName: [String: Int]
    private let lastResorts: [(scripts: [String], package: String)]

    /// Where the system keeps its fonts; a face's file is sought in each.
    public static let folders = ["/usr/share/fonts", "/usr/local/share/fonts"]

    /// The catalogue that is compiled in.
    public static let standard = FontCatalog(parsing: PackageResources.catalog_json)

    /// Reads a catalogue; entries that lack a name or faces are left out.
    public init(parsing bytes: [UInt8]) {
        var parser = CatalogParser(bytes)
        let root = parser.value()
        families = root["families"].elements.compactMap(Family.init)
        lastResorts = root["lastResorts"].elements.compactMap { entry in
            entry["package"].text.map { (entry["scripts"].elements.compactMap(\.text), $0) }
        }
        indexByName = Dictionary(
            families.enumerated().map { ($1.name.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The family of a name, whatever its case (CSS Fonts 4, §2.1.3).
    public func family(named name: String) -> Family? {
        indexByName[name.lowercased()].map { families[$0] }
    }

    /// Families for a role, the preferred one first.
    public func families(for role: Role) -> [Family] {
        families.filter { $0.roles.contains(role) }
    }

    /// A Debian package outside the catalogue whose fonts have nearly every character of a script.
    public func lastResort(forScript script: String) -> String? {
        lastResorts.first { $0.scripts.isEmpty || $0.scripts.contains(script) }?.package
    }

    /// Families made for a script by its ISO 15924 code, the preferred one first.
    public func families(forScript script: String) -> [Family] {
        families.filter { $0.scripts.contains(script) }
    }
}

extension FontCatalog.Family {
    fileprivate init?(_ value: CatalogValue) {
        guard let name = value["family"].text else { return nil }
        self.name = name
        generic = value["generic"].text ?? "serif"
        roles = value["roles"].elements.compactMap { $0.text.flatMap(FontCatalog.Role.init) }
        scripts = value["scripts"].elements.compactMap(\.text)
        package = value["package"].text ?? ""
        faces = value["faces"].elements.compactMap(FontCatalog.Face.init)
        if faces.isEmpty { return nil }
    }
}

extension FontCatalog.Face {
    fileprivate init?(_ value: CatalogValue) {
        guard let file = value["file"].text else { return nil }
        self.file = file
        index = Int(value["index"].number ?? 0)
        weight = value["weight"].number ?? 400
        isItalic = value["style"].text == "italic"
    }
}
