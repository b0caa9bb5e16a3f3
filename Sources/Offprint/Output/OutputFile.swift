import Glibc

/// A file that is written beside its place and renamed, so that what stood there stays until the new one is whole.
public struct OutputFile {
    /// Symbolic links are followed, so that the file behind them is replaced and not the link.
    private let path: String
    private let name: String
    /// Where the bytes are until they are whole.
    private let temporaryPath: String
    /// What stands at the path is no regular file (a device, a pipe): it is written through, not replaced.
    private let isSpecial: Bool

    /// Looks whether the place can be written before any work is done for it.
    init(_ path: String) throws(PublicationError) {
        name = path
        self.path = realPath(path) ?? path
        let (folder, file) = splitPath(self.path)
        temporaryPath = "\(folder)/\(Self.temporaryPrefix(file))\(getpid())"
        var status = stat()
        let exists = stat(self.path, &status) == 0
        let kind = exists ? status.st_mode & S_IFMT : S_IFREG
        if kind == S_IFDIR { throw .cannotWrite(path, "it is a folder") }
        isSpecial = kind != S_IFREG
        if exists, access(self.path, W_OK) != 0 { throw .cannotWrite(path, systemMessage()) }
        if !isSpecial, access(folder, W_OK | X_OK) != 0 { throw .cannotWrite(path, "\(folder): \(systemMessage())") }
    }

    /// Puts bytes in the file's place.
    func write(_ bytes: [UInt8]) throws(PublicationError) {
        if isSpecial { return try writeFile(bytes, to: path, named: name) }
        do {
            try writeFile(bytes, to: temporaryPath, named: name)
        } catch {
            unlink(temporaryPath)
            throw error
        }
        guard rename(temporaryPath, path) == 0 else {
            let reason = systemMessage()
            unlink(temporaryPath)
            throw .cannotWrite(name, reason)
        }
    }

    /// Removes what a process that was killed left beside a path.
    public static func removeLeftovers(beside path: String) {
        let (folder, file) = splitPath(realPath(path) ?? path)
        for name in folderEntries(folder) ?? [] where name.hasPrefix(temporaryPrefix(file)) {
            if Int(name.dropFirst(temporaryPrefix(file).count)) != nil { unlink(folder + "/" + name) }
        }
    }

    /// Temporary names are this and a process id.
    private static func temporaryPrefix(_ file: String) -> String { ".\(file.prefix(120))." }
}

/// Writes bytes to a new file.
func writeFile(_ bytes: [UInt8], to path: String, named name: String) throws(PublicationError) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .cannotWrite(name, systemMessage()) }
    do {
        try writeAll(bytes, to: file, named: name)
    } catch {
        close(file)
        throw error
    }
    guard close(file) == 0 else { throw .inputOutput(name, systemMessage()) }
}

/// Writes bytes to standard output.
public func writeToStandardOutput(_ bytes: [UInt8]) throws(PublicationError) {
    try writeAll(bytes, to: STDOUT_FILENO, named: "-")
}

/// Writes all bytes to an open file, in as many calls as it takes.
private func writeAll(_ bytes: [UInt8], to file: Int32, named name: String) throws(PublicationError) {
    var start = 0
    while start < bytes.count {
        let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress! + start, $0.count - start) }
        if count < 0 {
            if errno == EINTR { continue }
            throw .inputOutput(name, systemMessage())
        }
        start += count
    }
}

/// Folder and last component; the folder of a bare name is `.`.
public func splitPath(_ path: String) -> (folder: String, file: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = path[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
}

/// The absolute path without symbolic links; nil where nothing stands there.
func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
}

/// The system's words for the error that just happened.
public func systemMessage() -> String {
    String(cString: strerror(errno)).lowercased()
}
