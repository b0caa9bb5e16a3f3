import CCairo

/// Where Cairo's stream callbacks put their bytes.
final class ByteSink {
    var bytes: [UInt8] = []

    /// The callback to give to Cairo together with `context`.
    static let write: cairo_write_func_t = { context, data, count in
        guard let context = unsafe context, let data = unsafe data else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = unsafe Unmanaged<ByteSink>.fromOpaque(context).takeUnretainedValue()
        unsafe sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
        return CAIRO_STATUS_SUCCESS
    }

    var context: UnsafeMutableRawPointer { unsafe Unmanaged.passUnretained(self).toOpaque() }
}
