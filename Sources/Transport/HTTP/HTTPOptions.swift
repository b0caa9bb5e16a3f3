/// How addresses are fetched.
public struct HTTPOptions: Hashable, Sendable {
    /// Read from the cache only.
    public var isOffline = false
    public var policy = AddressPolicy()
    /// What the program calls itself; the form is the one that sites expect.
    public var userAgent = "Mozilla/5.0 (compatible; Offprint)"
    /// Sent to the host of the input only, and not by redirect to another.
    public var headers: [HTTPField] = []
    /// A file in Netscape's format that nobody else can read.
    public var cookieFile: String?
    public var proxy = Proxy.none
    /// nil means that nothing is kept.
    public var cacheFolder: String?
    /// Seconds of fetching for one article, its pictures and further pages included.
    public var seconds = 30.0
    /// Seconds for reaching a host.
    public var connectSeconds = 5.0
    /// Bytes of one answer, decompressed.
    public var maximumBytes = 50_000_000
    /// Bytes of an article with all that belongs to it, decompressed.
    public var maximumTotalBytes = 250_000_000
    /// Requests for one article.
    public var maximumRequests = 1_000
    /// Requests at a time.
    public var concurrency = 6

    public init() {}

    /// Redirects that are followed (RFC 9110, §15.4, leaves the number open).
    static let maximumRedirects = 5

    /// Which proxy is asked instead of the hosts themselves.
    public enum Proxy: Hashable, Sendable {
        /// None, whatever the environment says.
        case none
        /// That of `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy`.
        case environment
        case address(String)
    }
}

/// A header field of a request.
public struct HTTPField: Hashable, Sendable {
    public var name: String
    public var value: String

    /// Reads `Name: value`; nil where it is none, or one that the transfer itself depends on.
    public init?(_ text: String) {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let name = text[..<colon]
        let value = text[text.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
        guard !name.isEmpty, name.utf8.allSatisfy(Self.isTokenByte), !value.isEmpty,
            value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }),
            !Self.reserved.contains(name.lowercased())
        else { return nil }
        self.name = String(name)
        self.value = String(value)
    }

    /// Fields that say where a request goes and where it ends.
    private static let reserved: Set<String> = [
        "host", "content-length", "transfer-encoding", "connection", "upgrade", "te", "trailer", "expect",
    ]

    /// RFC 9110, §5.6.2.
    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
