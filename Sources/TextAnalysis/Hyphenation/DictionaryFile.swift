internal import CHyphen

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A dictionary's file as libhyphen is given it.
///
/// libhyphen takes seconds to load the 69,000 compounds that Debian's German dictionary lists before its patterns
/// (`NEXTLEVEL` stands between them); of a file that large only the patterns are loaded, which find the same breaks
/// in all but rare compounds.
enum DictionaryFile {
    /// Bytes; the patterns of no language are more.
    private static let largest = 400_000

    /// Nil where there is no such file or libhyphen cannot read it.
    static func load(_ path: String) -> UnsafeMutablePointer<HyphenDict>? {
        guard let file = unsafe fopen(path, "rb") else { return nil }
        defer { unsafe fclose(file) }
        unsafe fseek(file, 0, SEEK_END)
        let size = unsafe ftell(file)
        unsafe rewind(file)
        if size <= largest { return unsafe hnj_hyphen_load_file(file) }
        var bytes = [UInt8](repeating: 0, count: size)
        guard unsafe fread(&bytes, 1, size, file) == size, var patterns = lastLevel(of: bytes) else {
            unsafe rewind(file)
            return unsafe hnj_hyphen_load_file(file)
        }
        return unsafe patterns.withUnsafeMutableBytes { buffer in
            guard let memory = unsafe fmemopen(buffer.baseAddress, buffer.count, "rb") else { return nil }
            defer { unsafe fclose(memory) }
            return unsafe hnj_hyphen_load_file(memory)
        }
    }

    /// The line that names the character set, and all that follows the last `NEXTLEVEL`; nil where there is none.
    private static func lastLevel(of bytes: [UInt8]) -> [UInt8]? {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let divider = Array("NEXTLEVEL".utf8)
        guard let last = lines.lastIndex(where: { $0.starts(with: divider) }), let first = lines.first else {
            return nil
        }
        return Array(([first] + lines[(last + 1)...]).joined(separator: [UInt8(ascii: "\n")]))
    }
}
