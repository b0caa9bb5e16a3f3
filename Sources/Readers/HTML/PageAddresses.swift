internal import Extraction

/// What the page's links and pictures are resolved against.
struct PageAddresses: Sendable {
    let links: AddressResolver
    let pictures: AddressResolver
    /// The page's own addresses, by which links into itself are known.
    private let own: Set<String>

    init(source: String?, base: String?, canonical: String?) {
        let published = canonical ?? source
        let root = AddressResolver(base: Self.isLocal(source) ? canonical ?? source : source ?? canonical)
        let linkBase = base.flatMap(root.resolve) ?? root.base
        links = AddressResolver(base: linkBase)
        // A page saved on disk has its pictures beside it.
        pictures = AddressResolver(base: base == nil && Self.isLocal(source) ? source : linkBase)
        own = Set([source, published, linkBase].compactMap { $0 }.map { String($0.prefix { $0 != "#" }) })
        local = Self.isLocal(source)
        self.canonical = canonical
    }

    private let local: Bool
    private let canonical: String?

    /// A link's address; `#id` for links into the page itself.
    func link(_ reference: String) -> String? {
        if reference.hasPrefix("#") { return reference.count > 1 ? reference : nil }
        guard let absolute = links.resolve(reference) else { return nil }
        if let hash = absolute.firstIndex(of: "#"), own.contains(String(absolute[..<hash])),
            absolute.index(after: hash) < absolute.endIndex
        {
            return String(absolute[hash...])
        }
        switch AddressResolver.scheme(of: absolute) {
        case "http", "https", "mailto", "ftp", "tel", "file", "doi", "urn": return absolute
        default: return nil
        }
    }

    /// A picture's address.
    func picture(_ reference: String) -> String? {
        // Paths from the root of a site mean that site, even when the page was saved.
        if local, reference.hasPrefix("/"), canonical != nil { return links.resolve(reference) }
        return pictures.resolve(reference)
    }

    private static func isLocal(_ address: String?) -> Bool { address?.hasPrefix("file:") ?? false }
}
