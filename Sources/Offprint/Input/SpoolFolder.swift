import Glibc

/// A temporary folder of this process, for the bytes of pictures and for outputs on their way.
public struct SpoolFolder: Sendable {
    public let path: String

    /// Makes a folder below `TMPDIR`, else `/tmp`.
    public init() throws(PublicationError) {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/offprint-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw PublicationError(.cannotCreate, subject: parent, "cannot make a folder in it: \(systemMessage())")
        }
        path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    }

    /// Removes the folder with all that is in it.
    public func remove() {
        removeFolder(path)
    }
}

/// Removes a folder and what is below it; symbolic links are removed, not followed.
private func removeFolder(_ path: String) {
    for name in folderEntries(path) ?? [] {
        let entry = path + "/" + name
        var status = stat()
        guard lstat(entry, &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR { removeFolder(entry) } else { unlink(entry) }
    }
    rmdir(path)
}

/// The names in a folder but `.` and `..`; nil where it cannot be read.
public func folderEntries(_ path: String) -> [String]? {
    guard let stream = opendir(path) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != "." && name != ".." { names.append(name) }
    }
    return names
}
