/// Loads what came along in the input itself, a message's parts, before anything else.
public struct EmbeddedLoader: ResourceLoader {
    /// By absolute address, `cid:` addresses among them.
    private let resources: [String: LoadedResource]
    private let further: any ResourceLoader

    /// - Parameters:
    ///   - resources: What came along, by absolute address.
    ///   - further: Loads what did not, where it lies in the network; files of this machine are nothing that a message
    ///     may name.
    public init(_ resources: [String: LoadedResource], further: any ResourceLoader) {
        self.resources = resources
        self.further = further
    }

    public func load(_ address: String) async throws(TransportError) -> LoadedResource {
        if let resource = Self.resource(at: address, in: resources) { return resource }
        switch AddressReference(address).scheme {
        case "http", "https", "data": return try await further.load(address)
        default:
            throw TransportError(code: .notFound, address: address, message: "it is not among the message's parts")
        }
    }

    /// The resource at an address: as it is written, else without its fragment, else whatever is percent-encoded in it.
    public static func resource(at address: String, in resources: [String: LoadedResource]) -> LoadedResource? {
        if let resource = resources[address] { return resource }
        let plain = key(address)
        return resources[plain] ?? resources[String(decoding: PercentCoding.decode(plain), as: UTF8.self)]
    }

    /// The address as the table has it: no fragment, the scheme of a `cid:` address in lower case.
    public static func key(_ address: String) -> String {
        let plain = address.prefix { $0 != "#" }
        return plain.prefix(4).lowercased() == "cid:" ? "cid:" + plain.dropFirst(4) : String(plain)
    }
}
