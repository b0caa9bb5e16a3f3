internal import FoundationEssentials
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A folder of answers, one file each: a line of JSON, then the body.
///
/// Files appear whole, by renaming. Several processes may use one folder. Where it grows beyond its limit, the files that
/// were not used for the longest time go.
final class HTTPCache: Sendable {
    /// Bytes; a quarter of it is the most that one answer may take.
    static let defaultMaximumBytes = 200_000_000

    private let folder: String
    private let maximumBytes: Int
    /// Bytes in the folder as far as this process knows; nil before the first is stored.
    private let size = Mutex<Int?>(nil)

    /// A cache in a folder, which is made; nil where it cannot be, or where others could write into it.
    init?(folder: String, maximumBytes: Int = HTTPCache.defaultMaximumBytes) {
        self.maximumBytes = maximumBytes
        self.folder = folder
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        var status = stat()
        guard unsafe stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid(),
            status.st_mode & 0o022 == 0
        else { return nil }
    }

    /// What is kept for a request; its file counts as used.
    func response(for key: String) -> CachedResponse? {
        let path = path(of: key)
        guard let file = try? Data(contentsOf: URL(filePath: path)), let end = file.firstIndex(of: Self.lineEnd),
            let head = try? JSONDecoder().decode(CachedResponse.Head.self, from: file[..<end]), head.key == key
        else { return nil }
        let body = [UInt8](file[(end + 1)...])
        // A file that was cut is as good as none.
        guard body.count == head.length else { return nil }
        _ = unsafe utimensat(AT_FDCWD, path, nil, 0)
        return CachedResponse(head: head, body: body)
    }

    /// Keeps an answer; where that fails, nothing is kept.
    func store(_ response: CachedResponse) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard response.body.count <= maximumBytes / 4, var file = try? encoder.encode(response.head) else { return }
        file.append(Self.lineEnd)
        file.append(contentsOf: response.body)
        let path = path(of: response.head.key)
        let temporary = "\(folder)/.\(getpid())-\(UInt64.random(in: .min ... .max))"
        guard write(file, to: temporary) else { return }
        guard unsafe rename(temporary, path) == 0 else {
            _ = unsafe unlink(temporary)
            return
        }
        grow(by: file.count)
    }

    /// Forgets what is kept for a request.
    func remove(_ key: String) { _ = unsafe unlink(path(of: key)) }

    private static let lineEnd = UInt8(ascii: "\n")

    private func path(of key: String) -> String { folder + "/" + ContentHash.hexadecimal(of: Array(key.utf8)) }

    /// A file that only its owner can read.
    private func write(_ file: Data, to path: String) -> Bool {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return false }
        var written = 0
        while written < file.count {
            let count = unsafe file.withUnsafeBytes {
                unsafe Self.write(descriptor, $0.baseAddress! + written, $0.count - written)
            }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { break }
            written += count
        }
        guard close(descriptor) == 0, written == file.count else {
            _ = unsafe unlink(path)
            return false
        }
        return true
    }

    private static func write(_ file: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
        #if canImport(Glibc)
            unsafe Glibc.write(file, bytes, count)
        #else
            unsafe Darwin.write(file, bytes, count)
        #endif
    }

    // MARK: Size

    private struct Entry {
        var path: String
        var bytes: Int
        /// Nanoseconds since 1970.
        var used: Int
    }

    /// Counts what was stored, and makes room where there is too much.
    private func grow(by bytes: Int) {
        size.withLock { size in
            let known = size.map { $0 + bytes } ?? entries().reduce(0) { $0 + $1.bytes }
            size = known > maximumBytes ? trim() : known
        }
    }

    /// Removes the files that were not used for the longest time, until a tenth of the limit is free; the bytes left.
    private func trim() -> Int {
        let entries = entries().sorted { ($0.used, $0.path) < ($1.used, $1.path) }
        var left = entries.reduce(0) { $0 + $1.bytes }
        for entry in entries {
            if left <= maximumBytes / 10 * 9 { break }
            if unsafe unlink(entry.path) == 0 { left -= entry.bytes }
        }
        return left
    }

    /// Answers, and what an interrupted process left.
    private func entries() -> [Entry] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.compactMap { name in
            guard Self.isOwn(name) else { return nil }
            let path = folder + "/" + name
            var status = stat()
            guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
            #if canImport(Glibc)
                let time = status.st_mtim
            #else
                let time = status.st_mtimespec
            #endif
            return Entry(
                path: path, bytes: Int(status.st_size), used: Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec))
        }
    }

    /// Whether a name is one that the cache gives: nothing else in the folder is ever removed.
    private static func isOwn(_ name: String) -> Bool {
        if name.hasPrefix(".") { return name.dropFirst().allSatisfy { $0.isASCII && $0.isNumber || $0 == "-" } }
        return name.utf8.count == 32 && name.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
    }
}
