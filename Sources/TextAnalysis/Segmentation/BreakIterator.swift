internal import CICU
internal import Synchronization

/// One of ICU's break iterators; scratch with one owner.
///
/// Opening one takes ICU as long as breaking a paragraph, so the last ones are kept for the next paragraph.
@safe struct BreakIterator: ~Copyable {
    private let handle: UnsafeMutableRawPointer
    private let key: Key

    private struct Key: Hashable {
        var kind: UInt32
        var locale: String
    }

    /// Iterators that nobody uses, as addresses, at most one of a kind and locale.
    private static let idle = Mutex<[Key: UInt]>([:])
    private static let mostIdle = 16

    /// Nil only where ICU's data is missing.
    init?(_ kind: icu_break_kind, locale: String) {
        let key = Key(kind: kind.rawValue, locale: locale)
        self.key = key
        let kept = Self.idle.withLock { $0.removeValue(forKey: key) }
        if let kept, let handle = unsafe UnsafeMutableRawPointer(bitPattern: kept) {
            unsafe self.handle = handle
        } else {
            guard let handle = unsafe icu_break_open(kind, locale) else { return nil }
            unsafe self.handle = handle
        }
    }

    deinit {
        let address = UInt(bitPattern: unsafe handle)
        let isKept = Self.idle.withLock { idle in
            guard idle[key] == nil, idle.count < Self.mostIdle else { return false }
            idle[key] = address
            return true
        }
        if !isKept { unsafe icu_break_close(handle) }
    }

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
