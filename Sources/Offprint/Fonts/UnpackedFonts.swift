import Drawing
import Glibc

/// Fonts that style sheets name and that are no files as they are read: web fonts are unpacked, `data:` addresses get a
/// file, all in a folder that goes when this goes.
final class UnpackedFonts {
    private var folder: SpoolFolder?
    /// The files that were made, by what they were made of.
    private var paths: [[UInt8]: String] = [:]
    /// Bytes of them.
    private var total = 0

    /// The most that the fonts of one document may unpack to, in bytes.
    private static let mostBytes = 512 << 20

    deinit { folder?.remove() }

    /// The path of a file that can be read: its own, or that of the file which it unpacks to.
    ///
    /// Files that are not there, and what is no font at all, are for the font book to complain of.
    func path(ofFile path: String) throws(FontUnpackingError) -> String {
        guard WebFont.isWebFont(head(of: path)) else { return path }
        guard let bytes = contents(of: path) else {
            throw FontUnpackingError(message: "it cannot be read, or is larger than any font")
        }
        return try self.path(of: bytes)
    }

    /// The path of a file with a font that is in memory.
    func path(of bytes: [UInt8]) throws(FontUnpackingError) -> String {
        if let path = paths[bytes] { return path }
        let font: [UInt8]
        do throws(DrawingError) {
            font = WebFont.isWebFont(bytes) ? try WebFont.unpacked(bytes, name: "") : bytes
        } catch {
            throw FontUnpackingError(message: "it \(error.message)")
        }
        total += font.count
        guard total <= Self.mostBytes else { throw FontUnpackingError(message: "the fonts are too large together") }
        do throws(PublicationError) {
            let folder = try openedFolder()
            let path = "\(folder.path)/font-\(paths.count + 1).otf"
            try OutputFile(path).write(font)
            paths[bytes] = path
            return path
        } catch {
            throw FontUnpackingError(message: error.message)
        }
    }

    private func openedFolder() throws(PublicationError) -> SpoolFolder {
        if let folder { return folder }
        let opened = try SpoolFolder()
        folder = opened
        return opened
    }

    // MARK: Files

    /// The first bytes, which tell the kind of file; none where there is no regular file.
    private func head(of path: String) -> [UInt8] { read(path, atMost: 4) ?? [] }

    private func contents(of path: String) -> [UInt8]? {
        guard let bytes = read(path, atMost: WebFont.largestUnpacked + 1), bytes.count <= WebFont.largestUnpacked else {
            return nil
        }
        return bytes
    }

    private func read(_ path: String, atMost limit: Int) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let size = min(limit, Int(status.st_size))
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let read = Glibc.read(descriptor, buffer.baseAddress! + count, size - count)
                if read < 0, errno == EINTR { continue }
                if read <= 0 { break }
                count += read
            }
        }
    }
}

/// Why a font cannot be unpacked, as a clause.
struct FontUnpackingError: Error, Hashable {
    var message: String
}
