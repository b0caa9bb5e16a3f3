import Synchronization

/// What `:nth-child(… of …)` has counted, so that the siblings of a long article are not gone through for each of them.
@usableFromInline
final class SiblingCounts: Sendable {
    private let byParent = Mutex<[SiblingPlace.Parent: [Int32]]>([:])
    /// Of parents whose counts are kept.
    private static let capacity = 64

    @usableFromInline
    init() {}

    @usableFromInline
    func known(_ parent: SiblingPlace.Parent) -> [Int32]? { byParent.withLock { $0[parent] } }

    @usableFromInline
    func keep(_ counts: [Int32], _ parent: SiblingPlace.Parent) -> [Int32] {
        byParent.withLock { known in
            if known.count >= Self.capacity { known.removeAll() }
            known[parent] = counts
        }
        return counts
    }
}
