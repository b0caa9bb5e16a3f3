#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A thread of its own, for calls that wait: Swift's tasks must not.
enum DetachedThread {
    /// Runs work on a new thread; false where none can be made.
    static func run(_ work: @escaping @Sendable () -> Void) -> Bool {
        let context = unsafe Unmanaged.passRetained(Work(work)).toOpaque()
        var thread = pthread_t()
        let result = unsafe pthread_create(&thread, nil, body, context)
        guard result == 0 else {
            unsafe Unmanaged<Work>.fromOpaque(context).release()
            return false
        }
        pthread_detach(thread)
        return true
    }

    private static let body: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
        let work = unsafe Unmanaged<Work>.fromOpaque(context!).takeRetainedValue()
        // A connection that the other side has closed is an error, not the end of the process.
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe sigaddset(&signals, SIGPIPE)
        unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
        work.body()
        return nil
    }

    private final class Work: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
}
