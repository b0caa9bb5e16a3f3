/// An element's custom properties from those that it declares and inherits (CSS Custom Properties 1, §2 and §3).
extension VariableSubstitution {
    /// Bytes of all that one element's custom properties make of others.
    private static let maximumTotal = 1_000_000

    /// What an element declares over what it inherits, variables in it replaced; `initial` is what registered properties
    /// are where nothing is declared.
    static func resolve(
        _ declared: [String: String], inheriting parent: [String: String], initial: [String: String] = [:]
    ) -> [String: String] {
        var result = parent
        var total = 0
        for component in Dependencies(declared).components {
            for name in component.names {
                var value: String?
                let text = declared[name] ?? ""
                switch WideKeyword(rawValue: text.asciiLowercased) {
                case .initial: value = initial[name]
                case .inherit, .unset, .revert, .revertLayer: value = parent[name]
                case nil:
                    // All of a cycle is invalid, whatever fallbacks stand in it (§2.3).
                    value = component.isCycle || total > maximumTotal ? nil : substitute(text) { result[$0] }
                    total += value?.utf8.count ?? 0
                }
                // What is as it was keeps its storage, however many elements say it again.
                if result[name] != value { result[name] = value }
            }
        }
        return result
    }

    /// Which custom properties of one element refer to which, in groups that refer to each other, each behind those that
    /// it refers to (Tarjan 1972, without recursion, since a sheet may make a chain of any length).
    private struct Dependencies {
        struct Component {
            var names: [String]
            var isCycle: Bool
        }

        private(set) var components: [Component] = []

        init(_ declared: [String: String]) {
            let names = declared.keys.sorted()
            let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
            let references = names.map { Self.references(in: declared[$0] ?? "").compactMap { places[$0] } }
            var order = [Int](repeating: -1, count: names.count)
            var lowest = order
            var isOpen = [Bool](repeating: false, count: names.count)
            var open: [Int] = []
            var count = 0
            for root in names.indices where order[root] < 0 {
                var path: [(node: Int, next: Int)] = [(root, 0)]
                while let (node, next) = path.last {
                    if next == 0 {
                        order[node] = count
                        lowest[node] = count
                        count += 1
                        open.append(node)
                        isOpen[node] = true
                    }
                    if next < references[node].count {
                        path[path.count - 1].next += 1
                        let target = references[node][next]
                        if order[target] < 0 {
                            path.append((target, 0))
                        } else if isOpen[target] {
                            lowest[node] = min(lowest[node], order[target])
                        }
                        continue
                    }
                    path.removeLast()
                    if let parent = path.last?.node { lowest[parent] = min(lowest[parent], lowest[node]) }
                    guard lowest[node] == order[node] else { continue }
                    var members: [String] = []
                    while let member = open.popLast() {
                        isOpen[member] = false
                        members.append(names[member])
                        if member == node { break }
                    }
                    components.append(
                        Component(names: members, isCycle: members.count > 1 || references[node].contains(node)))
                }
            }
        }

        /// The names in all `var()` of a value, in fallbacks too.
        private static func references(in text: String) -> [String] {
            guard text.utf8.contains(UInt8(ascii: "(")) else { return [] }
            let buffer = TokenBuffer(text)
            return buffer.tokens.indices.compactMap { index in
                guard buffer.tokens[index].kind == .function, Function(buffer, index) == .variable else { return nil }
                let end = min(Int(buffer.tokens[index].mate), buffer.tokens.count)
                let inside = buffer.trimmed(index + 1..<max(index + 1, end))
                guard let first = inside.first, buffer.tokens[first].kind == .ident else { return nil }
                return buffer.text(buffer.tokens[first])
            }
        }
    }
}
