internal import MIME
internal import Transport

/// A message's parts by the addresses under which its text names them.
struct EmbeddedParts {
    /// The base of relative addresses where none is known (RFC 2557, §5).
    static let nowhere = "thismessage:/"

    private(set) var resources: [String: LoadedResource] = [:]

    /// - Parameters:
    ///   - message: Its parts are taken, those of messages in it too.
    ///   - base: What a relative `Content-Location` starts from.
    init(_ message: MIMEEntity, base: String = EmbeddedParts.nowhere) {
        add(message, base: base)
    }

    private mutating func add(_ message: MIMEEntity, base: String) {
        for part in message.leaves {
            if case .message(let inner) = part.content { add(inner, base: base) }
            guard let bytes = part.body, !part.mediaType.name.hasPrefix("text/") || part.mediaType.name == "text/xml"
            else { continue }
            for address in addresses(of: part, base: base) where resources[address] == nil {
                resources[address] = LoadedResource(bytes: bytes, mediaType: part.mediaType.name, address: address)
            }
        }
    }

    /// `cid:` (RFC 2392), and the location, absolute.
    private func addresses(of part: MIMEEntity, base: String) -> [String] {
        var addresses: [String] = []
        if let id = part.contentID { addresses.append("cid:" + id) }
        if let location = part.contentLocation {
            addresses.append(EmbeddedLoader.key(location))
            if let absolute = AddressReference.resolve(location, against: base) {
                addresses.append(EmbeddedLoader.key(absolute))
            }
        }
        return addresses
    }
}
