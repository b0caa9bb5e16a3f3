import Glibc
public import Readers
import Transport

/// Inputs on this machine as the user names them: a path, or `-` for standard input.
public enum InputFile {
    /// The bytes and the address of an input.
    ///
    /// - Parameters:
    ///   - name: A path, or `-`.
    ///   - address: Where standard input came from.
    ///   - limit: More bytes than these are refused, unread where the file's size tells.
    public static func source(
        named name: String, address: String? = nil, limit: Int = ReadingOptions.defaultMaximumBytes
    ) throws(PublicationError) -> Source {
        if name == "-" {
            return Source(name: name, bytes: try bytes(named: name, limit: limit), address: address)
        }
        let name = path(fileAddress: name) ?? name
        let bytes = try bytes(named: name, limit: limit)
        return Source(name: name, bytes: bytes, address: fileAddress(realPath(name) ?? name))
    }

    /// Whether an input is an address of the web.
    public static func isAddress(_ name: String) -> Bool {
        let start = name.prefix(8).lowercased()
        return start.hasPrefix("http://") || start == "https://"
    }

    /// The bytes of an input.
    public static func bytes(named name: String, limit: Int) throws(PublicationError) -> [UInt8] {
        name == "-"
            ? try readAll(STDIN_FILENO, named: name, limit: limit) : try readBytes(of: name, named: name, limit: limit)
    }

    /// The path that a `file:` address of this machine names; nil for anything else.
    private static func path(fileAddress name: String) -> String? {
        let address = AddressReference(name)
        guard address.scheme == "file", ["", "localhost", nil].contains(address.authority) else { return nil }
        return String(decoding: PercentCoding.decode(address.path), as: UTF8.self)
    }

    /// Whether a name looks like an address that was given without its scheme: `www.example.org/story`.
    static func looksLikeAddress(_ name: String) -> Bool {
        let host = name.prefix { $0 != "/" }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, labels.allSatisfy({ !$0.isEmpty }), let last = labels.last else { return false }
        return host.hasPrefix("www.") || host.count < name.count && last.allSatisfy { $0.isASCII && $0.isLetter }
    }

    /// The `file:` address of an absolute path (RFC 8089).
    static func fileAddress(_ path: String) -> String {
        "file://" + PercentCoding.encodePath(path)
    }
}

/// A regular file's or a pipe's bytes.
func readBytes(of path: String, named name: String, limit: Int) throws(PublicationError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
        if errno == ENOENT || errno == ENOTDIR {
            let remedy = InputFile.looksLikeAddress(name) ? "an address begins with https://" : nil
            throw PublicationError(.noInput, subject: name, "there is no such file", remedy: remedy)
        }
        throw PublicationError(.noInput, subject: name, "cannot read it: \(systemMessage())")
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .inputOutput(name, systemMessage()) }
    if status.st_mode & S_IFMT == S_IFDIR {
        throw PublicationError(.badInput, subject: name, "it is a folder", remedy: "offprint batch publishes folders")
    }
    if status.st_mode & S_IFMT == S_IFREG, status.st_size > limit { throw .tooLarge(name, limit: limit) }
    return try readAll(file, named: name, limit: limit, expected: Int(status.st_size))
}

/// An open file's bytes to its end.
private func readAll(
    _ file: Int32, named name: String, limit: Int, expected: Int = 0
) throws(PublicationError) -> [UInt8] {
    let chunk = 1 << 16
    var bytes: [UInt8] = []
    bytes.reserveCapacity(max(expected + 1, chunk))
    while true {
        var count = 0
        let room = max(bytes.capacity - bytes.count, chunk)
        let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, initialized in
            repeat { count = read(file, buffer.baseAddress, room) } while count < 0 && errno == EINTR
            initialized = max(count, 0)
        }
        if count < 0 { throw .inputOutput(name, systemMessage()) }
        if count == 0 { return bytes }
        if bytes.isEmpty { bytes = part } else { bytes += part }
        if bytes.count > limit { throw .tooLarge(name, limit: limit) }
    }
}

extension PublicationError {
    static func tooLarge(_ name: String, limit: Int) -> Self {
        Self(.badInput, subject: name, "it is larger than \(limit) bytes", remedy: "--max-bytes raises the limit")
    }
}
