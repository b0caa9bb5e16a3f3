#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A subscriber's cookies, in the format that browsers' extensions and curl write.
struct CookieFile: Sendable {
    /// Lines of seven fields with tabs between: domain, its subdomains too, path, secure, expiry, name, value.
    var lines: [String]

    /// More is no file of cookies.
    static let maximumBytes = 4_000_000

    /// Reads a file that belongs to the user and that nobody else may read.
    init(path: String) throws(TransportError) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            let reason = unsafe String(cString: strerror(errno)).lowercased()
            throw TransportError(code: .notFound, address: path, message: "the cookie file cannot be read: \(reason)")
        }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            status.st_size <= Self.maximumBytes
        else { throw TransportError(code: .unreadable, address: path, message: "this is no file of cookies") }
        guard status.st_mode & 0o077 == 0, status.st_uid == geteuid() else {
            throw TransportError(
                code: .refused, address: path, message: "others can read or change the cookie file",
                remedy: "chmod 600 \(path)")
        }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var count = 0
        while count < bytes.count {
            let got = unsafe bytes.withUnsafeMutableBytes {
                unsafe read(descriptor, $0.baseAddress! + count, $0.count - count)
            }
            if got < 0, errno == EINTR { continue }
            if got <= 0 { break }
            count += got
        }
        try self.init(text: String(decoding: bytes.prefix(count), as: UTF8.self), path: path)
    }

    /// Takes the lines of a cookie file; what is in a broken one is not told.
    init(text: String, path: String) throws(TransportError) {
        lines = []
        for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if line.isEmpty || line.hasPrefix("#") && !line.hasPrefix("#HttpOnly_") { continue }
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count == 7, !fields[0].isEmpty, !fields[5].isEmpty, ["TRUE", "FALSE"].contains(fields[1]),
                line.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F || $0 == "\t" })
            else {
                throw TransportError(
                    code: .malformed, address: path,
                    message: "line \(number + 1) of the cookie file is no cookie of seven fields with tabs between")
            }
            lines.append(String(line))
        }
    }
}
