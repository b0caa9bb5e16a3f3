extension PDFText {
    /// Appends one value.
    typealias Writer = (inout PDFText) -> Void
}

/// How many entries a leaf of a name or number tree has at most.
private let leafCapacity = 64

/// Values under the keys 0, 1, 2… (PDF 32000-1, §7.9.7).
struct NumberTree {
    var entries: [PDFText.Writer]

    /// Writes the tree and returns its root's number.
    func write(to update: inout PDFUpdate) -> Int {
        let leaves = stride(from: 0, to: max(1, entries.count), by: leafCapacity).map { start in
            let end = min(start + leafCapacity, entries.count)
            return update.object { text in
                text.raw("<<")
                if entries.count > leafCapacity { text.raw(" /Limits [\(start) \(end - 1)]") }
                text.raw(" /Nums [")
                for key in start..<end {
                    text.integer(key)
                    text.raw(" ")
                    entries[key](&text)
                    text.raw(" ")
                }
                text.raw("] >>")
            }
        }
        return joined(leaves, in: &update)
    }
}

/// Values under names (PDF 32000-1, §7.9.6).
struct NameTree {
    /// In any order; of equal names the first counts.
    var entries: [(name: String, value: PDFText.Writer)]

    /// Writes the tree and returns its root's number, nil where there are no entries.
    func write(to update: inout PDFUpdate) -> Int? {
        var seen: Set<String> = []
        let sorted = entries.filter { seen.insert($0.name).inserted }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        guard !sorted.isEmpty else { return nil }
        let leaves = stride(from: 0, to: sorted.count, by: leafCapacity).map { start in
            let leaf = sorted[start..<min(start + leafCapacity, sorted.count)]
            return update.object { text in
                text.raw("<<")
                if sorted.count > leafCapacity {
                    text.raw(" /Limits [")
                    text.byteString(leaf.first!.name)
                    text.byteString(leaf.last!.name)
                    text.raw("]")
                }
                text.raw(" /Names [")
                for entry in leaf {
                    text.byteString(entry.name)
                    text.raw(" ")
                    entry.value(&text)
                    text.raw(" ")
                }
                text.raw("] >>")
            }
        }
        return joined(leaves, in: &update)
    }
}

/// The only leaf, or a root over all of them.
private func joined(_ leaves: [Int], in update: inout PDFUpdate) -> Int {
    if leaves.count == 1 { return leaves[0] }
    return update.object { text in
        text.raw("<< /Kids [")
        for leaf in leaves {
            text.reference(leaf)
            text.raw(" ")
        }
        text.raw("] >>")
    }
}
