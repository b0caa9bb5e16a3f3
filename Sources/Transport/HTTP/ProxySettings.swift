/// Which requests go to a proxy.
struct ProxySettings: Sendable {
    private var http: String?
    private var https: String?
    /// Hosts that are asked directly: `example.org` with all below it, or `*`.
    private var exceptions: [String] = []

    /// - Parameter environment: The variables, of which `http_proxy` counts in lower case only, since a server's
    ///   environment may hold a request's field of that name in upper case.
    init(_ proxy: HTTPOptions.Proxy, environment: (String) -> String?) throws(TransportError) {
        switch proxy {
        case .none: return
        case .address(let address):
            http = try Self.checked(address)
            https = http
        case .environment:
            let all = environment("all_proxy") ?? environment("ALL_PROXY")
            http = try (environment("http_proxy") ?? all).flatMap { text throws(TransportError) in
                try Self.variable(text)
            }
            https = try (environment("https_proxy") ?? environment("HTTPS_PROXY") ?? all)
                .flatMap { text throws(TransportError) in try Self.variable(text) }
            exceptions = (environment("no_proxy") ?? environment("NO_PROXY") ?? "").lowercased()
                .split { $0 == "," || $0 == " " }.map(String.init)
        }
    }

    /// Whether any request could go to a proxy.
    var isInUse: Bool { http != nil || https != nil }

    /// The proxy for an address; nil where its host is asked directly.
    func proxy(for address: HTTPAddress) -> String? {
        guard !exceptions.contains(where: { Self.matches(address.host, $0) }) else { return nil }
        switch address.scheme {
        case .http: return http
        case .https: return https
        }
    }

    private static func matches(_ host: String, _ exception: String) -> Bool {
        if exception == "*" { return true }
        let name = exception.hasPrefix(".") ? String(exception.dropFirst()) : exception
        return !name.isEmpty && (host == name || host == "[\(name)]" || host.hasSuffix("." + name))
    }

    /// A variable's value; an empty one is none.
    private static func variable(_ text: String) throws(TransportError) -> String? {
        text.isEmpty ? nil : try checked(text)
    }

    /// libcurl's kinds of proxies that take their part in HTTP; without a scheme it is an HTTP proxy.
    private static let schemes: Set<String> = ["http", "https", "socks4", "socks4a", "socks5", "socks5h"]

    private static func checked(_ address: String) throws(TransportError) -> String {
        let text = address.contains("://") ? address : "http://" + address
        let reference = AddressReference(text)
        guard let scheme = reference.scheme, schemes.contains(scheme), reference.authority?.isEmpty == false else {
            throw TransportError(
                code: .malformed, address: address, message: "this is no address of a proxy",
                remedy: "as in http://proxy.example:3128")
        }
        return text
    }
}
