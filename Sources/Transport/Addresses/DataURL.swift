internal import FoundationEssentials

/// A `data:` address, which holds its bytes in itself (RFC 2397, and the Fetch standard's `data:` URL processor).
public struct DataURL: Hashable, Sendable {
    /// In lower case, without parameters.
    public var mediaType: String
    public var bytes: [UInt8]

    /// Decodes the address; nil where it is no `data:` address or its Base64 is broken.
    public init?(_ address: String) {
        let text = address.drop(while: \.isWhitespace)
        guard text.prefix(5).lowercased() == "data:", let comma = text.firstIndex(of: ",") else { return nil }
        let head = text[text.index(text.startIndex, offsetBy: 5)..<comma]
        let parts = head.split(separator: ";", omittingEmptySubsequences: false).map { $0.filter { !$0.isWhitespace } }
        let type = parts.first?.lowercased() ?? ""
        mediaType = type.isEmpty ? "text/plain" : type
        let body = text[text.index(after: comma)...].prefix { $0 != "#" }
        let decoded = PercentCoding.decode(body)
        guard parts.dropFirst().last?.lowercased() == "base64" else {
            bytes = decoded
            return
        }
        guard let bytes = Self.base64(decoded) else { return nil }
        self.bytes = bytes
    }

    /// Infra standard, §7: white space is passed over and the padding may be missing.
    private static func base64(_ text: [UInt8]) -> [UInt8]? {
        var text = text.filter { $0 > 0x20 }
        while text.last == UInt8(ascii: "=") { text.removeLast() }
        text += Array(repeating: UInt8(ascii: "="), count: (4 - text.count % 4) % 4)
        return Data(base64Encoded: Data(text)).map { [UInt8]($0) }
    }
}
