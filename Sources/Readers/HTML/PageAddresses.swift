internal import Extraction
internal import Transport

/// What the page's links and pictures are resolved against.
struct PageAddresses: Sendable {
    let links: AddressReference?
    let pictures: AddressReference?
    /// The page's own addresses, by which links into itself are known.
    private let own: Set<String>

    init(source: String?, base: String?, canonical: String?) {
        let published = canonical ?? source
        let root = Self.isLocal(source) ? canonical ?? source : source ?? canonical
        let linkBase = base.flatMap { AddressReference.resolve($0, against: root) } ?? root
        links = linkBase.map { AddressReference($0) }
        // A page saved on disk has its pictures beside it.
        pictures = base == nil && Self.isLocal(source) ? source.map { AddressReference($0) } : links
        own = Set(
            [source, published, linkBase].compactMap { $0.flatMap { AddressReference.resolve($0, against: nil) } }
                .map { String($0.prefix { $0 != "#" }) })
        local = Self.isLocal(source)
        self.canonical = canonical
    }

    private let local: Bool
    private let canonical: String?

    /// A link's address; `#id` for links into the page itself.
    func link(_ reference: String) -> String? {
        if reference.hasPrefix("#") { return reference.count > 1 ? reference : nil }
        guard let absolute = resolve(reference, links) else { return nil }
        if let hash = absolute.utf8.firstIndex(of: UInt8(ascii: "#")), own.contains(String(absolute[..<hash])),
            absolute.index(after: hash) < absolute.endIndex
        {
            return String(absolute[hash...])
        }
        switch absolute.prefix(while: { $0 != ":" }) {
        case "http", "https", "mailto", "ftp", "tel", "file", "doi", "urn": return absolute
        default: return nil
        }
    }

    /// A picture's address.
    func picture(_ reference: String) -> String? {
        // Paths from the root of a site mean that site, even when the page was saved.
        if local, reference.hasPrefix("/"), canonical != nil { return resolve(reference, links) }
        return resolve(reference, pictures)
    }

    /// The absolute address of a reference that metadata make.
    func absolute(_ reference: String) -> String? { resolve(reference, links) }

    /// An empty reference means the page itself, which is neither a link nor a picture.
    private func resolve(_ reference: String, _ base: AddressReference?) -> String? {
        guard reference.utf8.contains(where: { $0 > 0x20 }) else { return nil }
        // A saved page's `//host` leads where it led when the page was on the web.
        if local, reference.hasPrefix("//"), base?.scheme == "file" {
            return AddressReference.resolve("https:" + reference, against: nil)
        }
        return base.map { $0.resolve(reference) } ?? AddressReference.resolve(reference, against: nil)
    }

    private static func isLocal(_ address: String?) -> Bool { address?.hasPrefix("file:") ?? false }
}
