/// An `http:` or `https:` address in the one form in which it is compared, checked and asked for.
///
/// It is put together again from its parts, so that libcurl cannot take it apart in another way than the policy did.
public struct HTTPAddress: Hashable, Sendable {
    public enum Scheme: String, Hashable, Sendable {
        case http, https

        var port: Int { self == .http ? 80 : 443 }
    }

    public var scheme: Scheme
    /// In lower case and ASCII; version 6 addresses in their brackets.
    public var host: String
    public var port: Int
    /// Path and query; it begins with a slash.
    public var path: String

    /// Takes an address apart.
    public init(_ text: String, policy: AddressPolicy) throws(TransportError) {
        let reference = AddressReference(AddressReference.resolve(text, against: nil) ?? text)
        guard let scheme = reference.scheme.flatMap(Scheme.init) else {
            throw Self.unsupported(reference.scheme, text)
        }
        guard let authority = reference.authority, !authority.isEmpty else { throw Self.malformed(text) }
        guard !authority.contains("@") else {
            throw TransportError(
                code: .refused, address: text, message: "names and passwords in addresses are not sent",
                remedy: "--header 'Authorization: …' sends them")
        }
        guard let (name, port) = Self.parts(of: authority, scheme: scheme), let host = Self.host(name) else {
            throw Self.malformed(text)
        }
        guard policy.allows(port: port) else {
            throw TransportError(code: .refused, address: text, message: "port \(port) is not one of the web's")
        }
        self.scheme = scheme
        self.host = host
        self.port = port
        path = (reference.path.isEmpty ? "/" : reference.path) + (reference.query.map { "?" + $0 } ?? "")
    }

    /// The address without its fragment.
    public var text: String { origin + path }

    /// Scheme, host and port: what a secret belongs to.
    public var origin: String { "\(scheme)://\(host)" + (port == scheme.port ? "" : ":\(port)") }

    /// What the address is told of the page that needs it; nil where nothing is said.
    ///
    /// Referrer Policy, §3.5: browsers name the origin where none is said, and hosts of pictures ask for it.
    func referrer(from pageOrigin: String) -> String? {
        scheme == .http && pageOrigin.hasPrefix("https:") ? nil : pageOrigin + "/"
    }

    private static func parts(of authority: String, scheme: Scheme) -> (name: String, port: Int)? {
        let end = authority.hasPrefix("[") ? authority.firstIndex(of: "]") : authority.firstIndex(of: ":")
        guard let end else { return authority.hasPrefix("[") ? nil : (authority, scheme.port) }
        let nameEnd = authority.hasPrefix("[") ? authority.index(after: end) : end
        let rest = authority[nameEnd...]
        guard rest.isEmpty || rest.hasPrefix(":") else { return nil }
        let digits = rest.dropFirst()
        guard !digits.isEmpty else { return (String(authority[..<nameEnd]), scheme.port) }
        guard digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let port = Int(digits), port <= 65_535 else {
            return nil
        }
        return (String(authority[..<nameEnd]), port)
    }

    /// The name in its one form; nil where it holds what no name does.
    private static func host(_ name: String) -> String? {
        if name.hasPrefix("[") {
            let inside = name.dropFirst().dropLast().lowercased()
            return inside.utf8.allSatisfy { "0123456789abcdef:.".utf8.contains($0) } ? "[\(inside)]" : nil
        }
        guard let host = Punycode.host(name), !host.isEmpty, host.utf8.count <= 253 else { return nil }
        return host.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-._".utf8.contains($0) } ? host : nil
    }

    private static func malformed(_ text: String) -> TransportError {
        TransportError(code: .malformed, address: text, message: "this is no address of the web")
    }

    private static func unsupported(_ scheme: String?, _ text: String) -> TransportError {
        switch scheme {
        case nil: malformed(text)
        case "file": TransportError(code: .refused, address: text, message: "a fetched page may not name files")
        case let scheme?:
            TransportError(code: .unsupportedScheme, address: text, message: "'\(scheme):' addresses are not read")
        }
    }
}
