internal import Glibc

/// Runs work that recurses in C on a thread whose stack holds it.
public enum LargeStack {
    /// Reserved, not committed: only what is touched takes memory.
    public static let byteCount = 256 << 20

    /// The closure's result, or nil where no thread could be had.
    public static func run<Result: Sendable>(_ work: @escaping @Sendable () -> Result) -> Result? {
        let box = Box(work)
        var attributes = pthread_attr_t()
        guard unsafe pthread_attr_init(&attributes) == 0 else { return nil }
        defer { unsafe pthread_attr_destroy(&attributes) }
        guard unsafe pthread_attr_setstacksize(&attributes, byteCount) == 0 else { return nil }
        var thread = pthread_t()
        let context = unsafe Unmanaged.passRetained(box as AnyObject)
        let status = unsafe pthread_create(&thread, &attributes, entry, context.toOpaque())
        guard status == 0 else {
            unsafe context.release()
            return nil
        }
        pthread_join(thread, nil)
        return box.result
    }

    private static let entry: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
        guard let context = unsafe context else { return nil }
        let job = unsafe Unmanaged<AnyObject>.fromOpaque(context).takeRetainedValue()
        (job as? any Job)?.run()
        return nil
    }

    private protocol Job: AnyObject { func run() }

    // SAFETY: the new thread alone touches the box until it is joined.
    private final class Box<Result: Sendable>: Job, @unchecked Sendable {
        private let work: @Sendable () -> Result
        private(set) var result: Result?

        init(_ work: @escaping @Sendable () -> Result) { self.work = work }

        func run() { result = work() }
    }
}
