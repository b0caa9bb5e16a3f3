import Glibc

/// A file that is replaced as a whole or not at all.
struct OutputFile {
    var path: String

    /// Writes beside the path, then renames.
    func replace(with bytes: [UInt8]) throws(PDFError) {
        let partial = "\(path).\(getpid()).part"
        let descriptor = unsafe open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure(.cannotCreate, errno) }
        var problem = write(bytes, to: descriptor)
        if close(descriptor) != 0, problem == 0 { problem = errno }
        if problem != 0 {
            unsafe unlink(partial)
            throw failure(.writeFailed, problem)
        }
        if unsafe rename(partial, path) != 0 {
            problem = errno
            unsafe unlink(partial)
            throw failure(.cannotCreate, problem)
        }
    }

    /// Zero, or the number of the system's error.
    private func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        var offset = 0
        while offset < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(descriptor, buffer.baseAddress! + offset, bytes.count - offset)
            }
            if count > 0 { offset += count } else if errno != EINTR { return errno == 0 ? EIO : errno }
        }
        return 0
    }

    private func failure(_ code: PDFError.Code, _ number: Int32) -> PDFError {
        PDFError(code, subject: path, message: "cannot be written: \(unsafe String(cString: strerror(number)))")
    }
}
