import CQPDF
import Glibc

/// A PDF in memory, opened with qpdf.
@safe struct QPDFFile: ~Copyable {
    private let handle: qpdf_data
    /// qpdf looks at the bytes for as long as it lives.
    private let bytes: UnsafeMutableBufferPointer<UInt8>

    init(_ contents: [UInt8]) throws(PDFError) {
        let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: contents.count)
        _ = unsafe bytes.initialize(from: contents)
        unsafe self.bytes = unsafe bytes
        unsafe handle = unsafe qpdf_init()!
        unsafe qpdf_silence_errors(handle)
        unsafe qpdf_set_suppress_warnings(handle, 1)
        let status = unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
            unsafe qpdf_read_memory(handle, "drawn.pdf", characters.baseAddress, UInt64(characters.count), nil)
        }
        try check(status)
    }

    deinit {
        var handle: qpdf_data? = unsafe handle
        unsafe qpdf_cleanup(&handle)
        unsafe bytes.deallocate()
    }

    var pageCount: Int { Int(unsafe qpdf_get_num_pages(handle)) }

    /// A page; the index must be below `pageCount`.
    func page(_ index: Int) -> Object { Object(handle: unsafe qpdf_get_page_n(handle, index)) }

    var root: Object { Object(handle: unsafe qpdf_get_root(handle)) }

    /// A page's content, decompressed.
    func content(of page: Object) throws(PDFError) -> [UInt8] {
        var data: UnsafeMutablePointer<UInt8>?
        var count = 0
        try check(unsafe qpdf_oh_get_page_content_data(handle, page.handle, &data, &count))
        return unsafe take(data, count)
    }

    /// A stream's data, decompressed.
    func data(of stream: Object) throws(PDFError) -> [UInt8] {
        var data: UnsafeMutablePointer<UInt8>?
        var count = 0
        try check(unsafe qpdf_oh_get_stream_data(handle, stream.handle, qpdf_dl_generalized, nil, &data, &count))
        return unsafe take(data, count)
    }

    /// An object of the file. It must not be used with another file.
    struct Object {
        fileprivate var handle: qpdf_oh
    }

    func number(of object: Object) -> Int { Int(unsafe qpdf_oh_get_object_id(handle, object.handle)) }

    /// The value of a dictionary's key (with its slash); a null object where there is none.
    subscript(object: Object, key: String) -> Object {
        Object(handle: unsafe qpdf_oh_get_key(handle, object.handle, key))
    }

    subscript(array: Object, index: Int) -> Object {
        Object(handle: unsafe qpdf_oh_get_array_item(handle, array.handle, Int32(index)))
    }

    /// The object of a number.
    func object(_ number: Int) -> Object {
        Object(handle: unsafe qpdf_get_object_by_id(handle, Int32(number), 0))
    }

    /// How many items an array has; 0 for what is no array.
    func count(of array: Object) -> Int {
        guard unsafe qpdf_oh_is_array(handle, array.handle) != 0 else { return 0 }
        return Int(unsafe qpdf_oh_get_array_n_items(handle, array.handle))
    }

    /// A number's value; nil for what is no number.
    func number(in object: Object) -> Double? {
        var value = 0.0
        return unsafe qpdf_oh_get_value_as_number(handle, object.handle, &value) != 0 ? value : nil
    }

    /// The numbers of an array.
    func numbers(in array: Object) -> [Double] {
        (0..<count(of: array)).map { number(in: self[array, $0]) ?? 0 }
    }

    func isDictionary(_ object: Object) -> Bool { unsafe qpdf_oh_is_dictionary(handle, object.handle) != 0 }

    func isStream(_ object: Object) -> Bool { unsafe qpdf_oh_is_stream(handle, object.handle) != 0 }

    func isName(_ object: Object, _ name: String) -> Bool {
        unsafe qpdf_oh_is_name_and_equals(handle, object.handle, name) != 0
    }

    /// A dictionary's keys, sorted.
    func keys(of dictionary: Object) -> [String] {
        var keys: [String] = []
        unsafe qpdf_oh_begin_dict_key_iter(handle, dictionary.handle)
        while unsafe qpdf_oh_dict_more_keys(handle) != 0 {
            if let key = unsafe qpdf_oh_dict_next_key(handle) { keys.append(unsafe String(cString: key)) }
        }
        return keys
    }

    func remove(_ key: String, from dictionary: Object) {
        unsafe qpdf_oh_remove_key(handle, dictionary.handle, key)
    }

    /// A dictionary's entries as syntax, without its brackets.
    func entries(of dictionary: Object) -> String {
        guard let text = unsafe qpdf_oh_unparse_resolved(handle, dictionary.handle) else { return "" }
        return String(unsafe String(cString: text).dropFirst(2).dropLast(2))
    }

    /// The file written anew: unused objects gone, the rest in object streams, an identifier made from the content.
    consuming func rewritten() throws(PDFError) -> [UInt8] {
        try check(unsafe qpdf_init_write_memory(handle))
        unsafe qpdf_set_object_stream_mode(handle, qpdf_o_generate)
        unsafe qpdf_set_deterministic_ID(handle, 1)
        unsafe qpdf_set_newline_before_endstream(handle, 1)
        unsafe qpdf_force_pdf_version(handle, "1.7")
        try check(unsafe qpdf_write(handle))
        let count = unsafe qpdf_get_buffer_length(handle)
        return unsafe Array(UnsafeBufferPointer(start: qpdf_get_buffer(handle), count: count))
    }

    private func take(_ data: UnsafeMutablePointer<UInt8>?, _ count: Int) -> [UInt8] {
        defer { unsafe free(data) }
        return unsafe Array(UnsafeBufferPointer(start: data, count: count))
    }

    private func check(_ status: QPDF_ERROR_CODE) throws(PDFError) {
        let failed: QPDF_ERROR_CODE = 2  // QPDF_ERRORS, whose shifted macro Swift does not import
        guard status & failed != 0 else { return }
        var words = "qpdf reported an error"
        if let error = unsafe qpdf_get_error(handle), let text = unsafe qpdf_get_error_full_text(handle, error) {
            words = unsafe String(cString: text)
        }
        throw PDFError(.finishingFailed, subject: "the PDF", message: words)
    }
}
