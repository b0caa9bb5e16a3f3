import CSS

/// The counters in scope while boxes are made (CSS Lists 3, §4): each name has a stack of nested instances.
struct CounterState {
    private var stacks: [String: [Instance]] = [:]
    private var depth = 0

    private struct Instance {
        var value: Int
        var depth: Int
    }

    /// Applies reset, set and increment of an element that is being entered.
    mutating func enter(_ style: ListStyle) {
        depth += 1
        for change in style.counterReset { reset(change.name, to: change.value) }
        for change in style.counterIncrement { top(change.name) { $0 += change.value } }
        for change in style.counterSet { top(change.name) { $0 = change.value } }
    }

    /// Ends the scope of the counters that the element's children made.
    ///
    /// A counter lives on for the element's following siblings, so instances of the element's own depth stay.
    mutating func leave() {
        for (name, stack) in stacks {
            let kept = stack.prefix { $0.depth <= depth }
            if kept.count < stack.count { stacks[name] = Array(kept) }
        }
        depth -= 1
    }

    /// Gives the innermost instance of a counter a value.
    mutating func set(_ name: String, to value: Int) { top(name) { $0 = value } }

    /// Every counter in scope with its instances from the outermost.
    var all: [String: [Int]] { stacks.mapValues { $0.map(\.value) } }

    func value(of name: String) -> Int { stacks[name]?.last?.value ?? 0 }

    /// All instances from the outermost, for `counters()`.
    func values(of name: String) -> [Int] {
        let values = stacks[name, default: []].map(\.value)
        return values.isEmpty ? [0] : values
    }

    private mutating func reset(_ name: String, to value: Int) {
        if let last = stacks[name]?.last, last.depth == depth {
            stacks[name]?.removeLast()
        }
        stacks[name, default: []].append(Instance(value: value, depth: depth))
    }

    private mutating func top(_ name: String, _ change: (inout Int) -> Void) {
        if stacks[name, default: []].isEmpty { reset(name, to: 0) }
        guard let index = stacks[name]?.indices.last else { return }
        change(&stacks[name]![index].value)
    }
}

extension ListStyle {
    /// A style that does nothing but begin a counter.
    static func resetting(_ name: String, to value: Int) -> ListStyle {
        var style = ListStyle()
        style.counterReset = [.init(name: name, value: value)]
        return style
    }
}
