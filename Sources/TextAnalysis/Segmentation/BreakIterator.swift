internal import CICU

/// One of ICU's break iterators; scratch with one owner.
@safe struct BreakIterator: ~Copyable {
    private let handle: UnsafeMutableRawPointer

    /// Nil only where ICU's data is missing.
    init?(_ kind: icu_break_kind, locale: String) {
        guard let handle = unsafe icu_break_open(kind, locale) else { return nil }
        unsafe self.handle = handle
    }

    deinit { unsafe icu_break_close(handle) }

    /// Calls with each boundary after 0 and its rule status.
    func forEachBoundary(in text: [UInt16], _ body: (Int, Int32) -> Void) {
        guard !text.isEmpty else { return }
        unsafe text.withUnsafeBufferPointer { units in
            guard unsafe icu_break_set_text(handle, units.baseAddress!, Int32(units.count)) else { return }
            while true {
                let boundary = unsafe icu_break_next(handle)
                if boundary < 0 { break }
                body(Int(boundary), unsafe icu_break_status(handle))
            }
        }
    }
}
