/// The cascade layers of a sheet, or of all sheets that are one origin's (CSS Cascade 5, §6.4).
struct CascadeLayers: Sendable {
    /// One step of a layer's name: `a` and `b` in `a.b`.
    enum Part: Hashable, Sendable {
        case named(String)
        /// A layer without a name is like no other one, of its own sheet or of another.
        case anonymous(sheet: Int, number: Int)
    }

    /// In order of first mention; a layer stands behind the one that it is in.
    private(set) var paths: [[Part]] = []
    private var places: [[Part]: Int] = [:]
    /// The layers inside of each, and outside of all under -1.
    private var children: [Int: [Int]] = [:]

    /// Deeper names are those of the layer at this depth.
    private static let deepest = 32

    var count: Int { paths.count }

    /// A layer's place in `paths`, which it gets where it is new.
    mutating func index(of path: [Part]) -> Int {
        var parent = -1
        for length in 1...max(1, min(path.count, Self.deepest)) {
            let name = Array(path.prefix(length))
            if let known = places[name] {
                parent = known
                continue
            }
            places[name] = paths.count
            children[parent, default: []].append(paths.count)
            parent = paths.count
            paths.append(name)
        }
        return parent
    }

    /// Takes the layers of one more sheet in; gives the place here of each of its layers.
    mutating func merge(_ other: CascadeLayers, sheet: Int) -> [Int] {
        other.paths.map { path in
            index(
                of: path.map { part in
                    if case .anonymous(_, let number) = part { .anonymous(sheet: sheet, number: number) } else { part }
                })
        }
    }

    /// For each layer its place among all, the weakest first: a layer's own rules are stronger than those of the layers
    /// inside of it (§6.4.3).
    var ranks: [Int] {
        var ranks = [Int](repeating: 0, count: paths.count)
        var next = 0
        func rank(below parent: Int) {
            for child in children[parent] ?? [] {
                rank(below: child)
                ranks[child] = next
                next += 1
            }
        }
        rank(below: -1)
        return ranks
    }
}
