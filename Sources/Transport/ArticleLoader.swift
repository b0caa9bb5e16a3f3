/// What one article may load: `data:` addresses always, files below its folder where it is a file itself, and the web
/// where that is asked for.
public struct ArticleLoader: ResourceLoader {
    private let files: FileLoader
    private let web: HTTPLoader?
    private let isFetched: Bool

    /// The loader of an article that is a file.
    ///
    /// - Parameter web: nil where nothing remote is read.
    public init(files: FileLoader, web: HTTPLoader?) {
        self.files = files
        self.web = web
        isFetched = false
    }

    /// The loader of an article that was fetched: no file is its to name.
    public init(web: HTTPLoader) {
        files = FileLoader(root: "")
        self.web = web
        isFetched = true
    }

    public func load(_ address: String) async throws(TransportError) -> LoadedResource {
        try await load(address, as: .picture)
    }

    /// The bytes behind an absolute address.
    public func load(_ address: String, as purpose: HTTPLoader.Purpose) async throws(TransportError) -> LoadedResource {
        switch AddressReference(address).scheme {
        case "http", "https":
            guard let web else {
                throw TransportError(
                    code: .refused, address: address,
                    message: "remote \(purpose == .picture ? "pictures" : "pages") are read only with --remote")
            }
            return try await web.load(address, as: purpose)
        case "file", nil:
            guard !isFetched else {
                throw TransportError(code: .refused, address: address, message: "a fetched page may not name files")
            }
            return try files.resource(at: address, as: purpose)
        default: return try files.resource(at: address)
        }
    }
}
