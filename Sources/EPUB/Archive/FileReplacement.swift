import Glibc

/// Writes a file beside its place and renames it there, so that an existing one is whole until the new one is.
enum FileReplacement {
    static func write(_ bytes: [UInt8], to path: String) throws(EPUBError) {
        let temporary = path + ".\(getpid()).part"
        let file = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw EPUBError(.unwritable, path, detail: systemText(errno)) }
        do throws(EPUBError) {
            try writeAll(bytes, to: file, path)
        } catch {
            unsafe unlink(temporary)
            throw error
        }
        guard unsafe rename(temporary, path) == 0 else {
            let code = errno
            unsafe unlink(temporary)
            throw EPUBError(.unwritable, path, detail: systemText(code))
        }
    }

    private static func writeAll(_ bytes: [UInt8], to file: Int32, _ path: String) throws(EPUBError) {
        var offset = 0
        while offset < bytes.count {
            let count = unsafe bytes.withUnsafeBytes {
                unsafe Glibc.write(file, $0.baseAddress! + offset, bytes.count - offset)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let code = errno
                close(file)
                throw EPUBError(.unwritable, path, detail: systemText(code))
            }
            offset += count
        }
        guard close(file) == 0 else { throw EPUBError(.unwritable, path, detail: systemText(errno)) }
    }

    private static func systemText(_ code: Int32) -> String { unsafe String(cString: strerror(code)) }
}
