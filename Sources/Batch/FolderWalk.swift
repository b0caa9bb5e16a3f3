import Glibc
import Offprint

/// Which files of a folder are inputs.
public struct InputFilter: Sendable {
    /// Patterns for relative paths; where there are none, the endings of articles decide.
    public var include: [String]
    public var exclude: [String]
    /// Never walked into, so that outputs do not become inputs.
    var outputFolder: String?

    public init(include: [String] = [], exclude: [String] = []) {
        self.include = include
        self.exclude = exclude
    }

    /// What is read where no `--include` says otherwise.
    static let endings: Set<String> = ["html", "htm", "xhtml", "mht", "mhtml", "eml", "md", "markdown", "txt"]

    /// Whether a file is an input.
    func accepts(_ path: String) -> Bool {
        guard !exclude.contains(where: { matches(path, pattern: $0) }) else { return false }
        if include.isEmpty {
            guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return false }
            return Self.endings.contains(path[path.index(after: dot)...].lowercased())
        }
        return include.contains { matches(path, pattern: $0) }
    }

    /// A pattern with a slash speaks of the relative path, where `*` crosses folders; one without of the file's name.
    private func matches(_ path: String, pattern: String) -> Bool {
        let name = pattern.contains("/") ? path : path.split(separator: "/").last.map(String.init) ?? path
        return fnmatch(pattern, name, 0) == 0
    }
}

/// Walks a folder, symbolic links to folders left aside.
struct FolderWalk {
    var filter: InputFilter

    /// The inputs' paths from the folder, sorted.
    func inputs(in folder: String) throws(PublicationError) -> [String] {
        var status = stat()
        guard stat(folder, &status) == 0 else {
            throw PublicationError(.noInput, subject: folder, "there is no such folder")
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw PublicationError(
                .badInput, subject: folder, "it is no folder", remedy: "offprint publishes single files")
        }
        var found: [String] = []
        let excluded = filter.outputFolder.flatMap(identity)
        try walk(folder, relative: "", leavingOut: excluded, into: &found)
        return found.sorted()
    }

    private func walk(
        _ folder: String, relative: String, leavingOut excluded: FileIdentity?, into found: inout [String]
    ) throws(PublicationError) {
        for name in try entries(of: folder) where !name.hasPrefix(".") {
            let path = folder + "/" + name
            var status = stat()
            guard lstat(path, &status) == 0 else { continue }
            switch status.st_mode & S_IFMT {
            case S_IFDIR:
                // What a browser saves beside a page.
                if name.hasSuffix("_files") { continue }
                if let excluded, excluded == FileIdentity(status) { continue }
                try walk(path, relative: relative + name + "/", leavingOut: excluded, into: &found)
            case S_IFREG, S_IFLNK:
                if isRegularFile(path), filter.accepts(relative + name) { found.append(relative + name) }
            default: continue
            }
        }
    }

    private func entries(of folder: String) throws(PublicationError) -> [String] {
        guard let names = folderEntries(folder) else {
            throw PublicationError(.noInput, subject: folder, "cannot read it: \(systemMessage())")
        }
        return names
    }
}

/// Device and inode: two paths of one identity are one file.
private struct FileIdentity: Equatable {
    var device: UInt
    var inode: UInt

    init(_ status: stat) {
        device = UInt(status.st_dev)
        inode = UInt(status.st_ino)
    }
}

private func identity(of path: String) -> FileIdentity? {
    var status = stat()
    return stat(path, &status) == 0 ? FileIdentity(status) : nil
}

private func isRegularFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
}
