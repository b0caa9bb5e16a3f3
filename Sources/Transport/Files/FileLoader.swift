#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Loads files below its roots, and `data:` addresses.
///
/// A page on disk may name any file; it is given only what lies below the folder it stands in, after symbolic links are
/// followed, so that printing a page cannot put other files of the reader's into it.
public struct FileLoader: ResourceLoader {
    /// Folders, as absolute paths without symbolic links.
    private let roots: [String]
    /// Larger files are refused.
    public var maximumBytes: Int

    /// A loader that reads below these folders; one that does not exist adds nothing.
    public init(root: String, extraRoots: [String] = [], maximumBytes: Int = FileLoader.defaultMaximumBytes) {
        self.roots = ([root] + extraRoots).compactMap(Self.realPath)
        self.maximumBytes = maximumBytes
    }

    /// 100 MB, beyond what any picture on a page weighs.
    public static let defaultMaximumBytes = 100_000_000

    public func load(_ address: String) async throws(TransportError) -> LoadedResource {
        try resource(at: address)
    }

    /// The same without waiting: files are read at once.
    ///
    /// - Parameter purpose: A picture's name may have lost its query when it was saved; a page without it is another one.
    public func resource(
        at address: String, as purpose: HTTPLoader.Purpose = .picture
    ) throws(TransportError) -> LoadedResource {
        let reference = AddressReference(address)
        switch reference.scheme {
        case "data": return try data(address)
        case "file", nil: return try file(reference, address, purpose)
        case "http", "https":
            throw TransportError(
                code: .refused, address: address, message: "remote pictures are read only with --remote")
        case let scheme?:
            throw TransportError(
                code: .unsupportedScheme, address: address, message: "'\(scheme):' addresses are not read")
        }
    }

    private func data(_ address: String) throws(TransportError) -> LoadedResource {
        guard let url = DataURL(address) else {
            throw TransportError(code: .unreadable, address: address, message: "the data: address is broken")
        }
        return LoadedResource(bytes: url.bytes, mediaType: url.mediaType, address: address)
    }

    private func file(
        _ reference: AddressReference, _ address: String, _ purpose: HTTPLoader.Purpose
    ) throws(TransportError) -> LoadedResource {
        guard reference.authority == nil || reference.authority == "" || reference.authority == "localhost" else {
            throw TransportError(code: .refused, address: address, message: "files of other machines are not read")
        }
        guard let path = existingPath(reference, purpose) else {
            throw TransportError(code: .notFound, address: address, message: "there is no such file")
        }
        guard roots.contains(where: { path.hasPrefix($0 == "/" ? "/" : $0 + "/") }) else {
            throw TransportError(
                code: .refused, address: address,
                message: "the file lies outside its page's or sheet's folder (see --root)")
        }
        return LoadedResource(bytes: try contents(of: path, address), address: address, path: path)
    }

    /// The real path of the file that is meant. A name with a query in it (as saved by wget) comes before one without.
    private func existingPath(_ reference: AddressReference, _ purpose: HTTPLoader.Purpose) -> String? {
        let withQuery = reference.query.map { reference.path + "?" + $0 }
        let withoutQuery = withQuery == nil || purpose == .picture ? reference.path : nil
        for path in [withQuery, withoutQuery].compactMap(\.self) {
            for bytes in [PercentCoding.decode(path), Array(path.utf8)] where !bytes.contains(0) {
                if let real = Self.realPath(String(decoding: bytes, as: UTF8.self)) { return real }
            }
        }
        return nil
    }

    private func contents(of path: String, _ address: String) throws(TransportError) -> [UInt8] {
        // The path has no links left; one that appears now is not followed, and a pipe does not make us wait.
        let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(address) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw failure(address) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw TransportError(code: .unreadable, address: address, message: "it is not a file")
        }
        let size = Int(status.st_size)
        guard size <= maximumBytes else {
            let message = "\(size) bytes are more than the limit of \(maximumBytes)"
            throw TransportError(code: .tooLarge, address: address, message: message)
        }
        var failed = false
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let read = unsafe read(descriptor, buffer.baseAddress! + count, size - count)
                if read < 0, errno == EINTR { continue }
                if read <= 0 {
                    failed = read < 0
                    break
                }
                count += read
            }
        }
        guard !failed else { throw failure(address) }
        return bytes
    }

    private func failure(_ address: String) -> TransportError {
        let reason = unsafe String(cString: strerror(errno))
        return TransportError(code: .unreadable, address: address, message: "the file cannot be read: \(reason)")
    }

    private static func realPath(_ path: String) -> String? {
        guard let resolved = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }
}
