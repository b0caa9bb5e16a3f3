/// Why bytes give no tree.
public struct HTMLError: Error, Hashable, Sendable {
    public var code: Code
    /// One sentence without a final stop.
    public var message: String

    public enum Code: String, Sendable {
        case tooLarge
        /// The parser could not run for want of memory or threads.
        case noResources
    }
}
