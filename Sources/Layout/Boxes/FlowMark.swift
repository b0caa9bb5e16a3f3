/// What is noted where it falls on a page: it takes no room there.
public enum FlowMark: Sendable, Hashable {
    case anchor(String)
    case string(NamedString)
    case bookmark(Bookmark)
    case counter(CounterMark)
    /// An element that stands in margin boxes from here on; index into `BoxTree.runningElements`.
    case running(Int)
    /// Where a page float is met; index into `Flow.pageFloats`.
    case pageFloat(Int)
    /// Where an absolutely positioned box would stand; index into `Flow.absolutes`.
    case absolute(Int)
}

/// An element that has left the flow to stand in margin boxes (GCPM 3, §1.3).
public struct RunningElement: Sendable {
    /// As `element()` calls it.
    public var name: String
    /// Its structure elements are of no tree: what repeats on pages is an artifact.
    public var box: BlockBox
}
