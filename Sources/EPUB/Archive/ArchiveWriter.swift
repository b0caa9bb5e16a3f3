import CZip
import Glibc

/// An OCF ZIP container in the making (EPUB 3.3, §4.2): entries in the order they are added, all of one fixed time, so
/// that the same entries make the same bytes.
@safe struct ArchiveWriter: ~Copyable {
    private let archive: OpaquePointer
    /// The memory that libzip writes the finished container to.
    private let memory: OpaquePointer

    init() throws(EPUBError) {
        var error = unsafe zip_error_t()
        guard let memory = unsafe zip_source_buffer_create(nil, 0, 0, &error) else {
            throw unsafe EPUBError(.archive, "container", detail: Self.text(of: &error))
        }
        guard let archive = unsafe zip_open_from_source(memory, ZIP_TRUNCATE, &error) else {
            unsafe zip_source_free(memory)
            throw unsafe EPUBError(.archive, "container", detail: Self.text(of: &error))
        }
        unsafe zip_source_keep(memory)
        unsafe self.archive = archive
        unsafe self.memory = memory
    }

    deinit {
        unsafe zip_discard(archive)
        unsafe zip_source_free(memory)
    }

    enum Compression { case stored, deflated }

    /// Adds an entry under an ASCII name.
    func add(_ name: String, _ bytes: [UInt8], _ compression: Compression) throws(EPUBError) {
        // libzip reads the bytes when the archive closes and frees this copy itself.
        guard let copy = unsafe malloc(max(bytes.count, 1)) else {
            throw EPUBError(.archive, name, detail: "out of memory")
        }
        unsafe bytes.withUnsafeBytes {
            unsafe copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: bytes.count)
        }
        guard let source = unsafe zip_source_buffer(archive, copy, zip_uint64_t(bytes.count), 1) else {
            unsafe free(copy)
            throw lastError(name)
        }
        let index = unsafe zip_file_add(archive, name, source, 0)
        guard index >= 0 else {
            unsafe zip_source_free(source)
            throw lastError(name)
        }
        let entry = zip_uint64_t(index)
        let method = compression == .stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE
        guard unsafe zip_set_file_compression(archive, entry, method, 0) == 0,
            unsafe zip_file_set_dostime(archive, entry, 0, Self.firstDay, 0) == 0
        else { throw lastError(name) }
    }

    /// 1980-01-01, the first day that MS-DOS knows: years since 1980, month and day in 7, 4 and 5 bits.
    private static let firstDay: zip_uint16_t = 0 << 9 | 1 << 5 | 1

    /// Writes the container and returns its bytes.
    consuming func close() throws(EPUBError) -> [UInt8] {
        guard unsafe zip_close(archive) == 0 else {
            let error = lastError("container")
            _ = consume self  // deinit: zip_discard
            throw error
        }
        let memory = unsafe self.memory
        discard self  // libzip freed the archive; the memory is ours
        defer { unsafe zip_source_free(memory) }
        return try unsafe Self.bytes(of: memory)
    }

    private static func bytes(of memory: OpaquePointer) throws(EPUBError) -> [UInt8] {
        var stat = unsafe zip_stat_t()
        guard unsafe zip_source_stat(memory, &stat) == 0, unsafe zip_source_open(memory) == 0 else {
            throw EPUBError(.archive, "container", detail: "its memory cannot be read")
        }
        defer { _ = unsafe zip_source_close(memory) }
        let size = unsafe Int(stat.size)
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = unsafe max(
                0,
                Int(
                    zip_source_read(
                        memory, buffer.baseAddress ?? UnsafeMutablePointer(bitPattern: 1)!, zip_uint64_t(size))))
        }
        guard bytes.count == size else { throw EPUBError(.archive, "container", detail: "its memory cannot be read") }
        return bytes
    }

    private func lastError(_ subject: String) -> EPUBError {
        let text = unsafe zip_error_strerror(zip_get_error(archive)).map { unsafe String(cString: $0) }
        return EPUBError(.archive, subject, detail: text ?? "unknown error")
    }

    private static func text(of error: inout zip_error_t) -> String {
        let text = unsafe zip_error_strerror(&error).map { unsafe String(cString: $0) } ?? "unknown error"
        unsafe zip_error_fini(&error)
        return text
    }
}
