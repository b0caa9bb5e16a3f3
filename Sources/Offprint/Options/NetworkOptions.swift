import Transport

/// How the network is used, if at all.
public struct NetworkOptions: Hashable, Sendable, Codable {
    /// Fetch the pictures and further pages of inputs that are files.
    public var readsRemote = false
    /// Read from the cache only.
    public var isOffline = false
    /// Read machines whose addresses are not for everyone.
    public var allowsPrivate = false
    public var userAgent: String?
    /// `Name: value`, sent to the host of the input only.
    public var headers: [String] = []
    /// A file in Netscape's format that nobody else can read.
    public var cookieFile: String?
    /// An address, or `env` for what the environment names; nil for none.
    public var proxy: String?
    /// nil means that nothing is kept.
    public var cacheFolder: String?
    /// Seconds of fetching for one article, its pictures and further pages included.
    public var seconds: Double?
    /// Seconds for reaching a host.
    public var connectSeconds: Double?

    public init() {}

    /// Whether a text is a field that may be sent.
    public static func isField(_ text: String) -> Bool { HTTPField(text) != nil }

    /// The options as Transport takes them.
    ///
    /// - Parameter maximumBytes: The most that one answer may bring.
    func forTransport(maximumBytes: Int) -> HTTPOptions {
        var options = HTTPOptions()
        options.isOffline = isOffline
        options.policy = AddressPolicy(allowsPrivate: allowsPrivate)
        if let userAgent { options.userAgent = userAgent }
        options.headers = headers.compactMap { HTTPField($0) }
        options.cookieFile = cookieFile
        options.proxy = proxy.map { $0 == "env" ? .environment : .address($0) } ?? .none
        options.cacheFolder = cacheFolder
        if let seconds { options.seconds = seconds }
        if let connectSeconds { options.connectSeconds = connectSeconds }
        options.maximumBytes = maximumBytes
        return options
    }
}
