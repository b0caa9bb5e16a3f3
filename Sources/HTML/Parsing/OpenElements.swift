/// Which tags the parser may see: a rough copy of its stack of open elements, with limits.
struct OpenElements {
    /// Whether the page is in `svg` or `math`, where text is not raw and CDATA counts.
    var isForeign: Bool { foreign > 0 && integration == 0 }

    private var foreign = 0
    /// Open elements in which `svg` and `math` hold HTML again.
    private var integration = 0

    /// Hashes of the open elements that have no optional end tag.
    private var open: [UInt32] = []
    /// How many of `open` have a hash's low bits, so that stray end tags cost nothing.
    private var counts = [UInt16](repeating: 0, count: 1_024)
    /// Start tags dropped at the limit, whose end tags must go too.
    private var dropped: [UInt32: Int] = [:]
    private var formatting = 0
    private var elements = 0

    /// Whether a start tag may pass; it is counted.
    mutating func accepts(_ name: TagName, isSelfClosing: Bool) -> Bool {
        if name.kind == .void {
            if isForeign, name.breaksOut { foreign = 0 }
            return countElement(1)
        }
        if isForeign, name.breaksOut { foreign = 0 }
        if name.kind == .foreign, !isSelfClosing { foreign += 1 }
        if name.kind == .integration, foreign > 0, !isSelfClosing { integration += 1 }
        if foreign > 0, isSelfClosing { return countElement(1) }
        let cost = name.isFormatting || isForeign ? 1 : 1 + formatting
        guard countElement(cost), name.hasOptionalEnd || open.count < Prescan.maximumDepth,
            !name.isFormatting || formatting < Prescan.maximumFormatting
        else {
            if !name.hasOptionalEnd { dropped[name.hash, default: 0] += 1 }
            return false
        }
        if name.isFormatting { formatting += 1 }
        if !name.hasOptionalEnd, name.kind == .other || name.kind == .foreign || name.kind == .integration {
            open.append(name.hash)
            counts[Int(name.hash & 1_023)] += 1
        }
        return true
    }

    /// Whether an end tag may pass.
    mutating func acceptsEnd(_ name: TagName) -> Bool {
        if name.kind == .foreign {
            foreign = max(0, foreign - 1)
            if foreign == 0 { integration = 0 }
        }
        if name.kind == .integration { integration = max(0, integration - 1) }
        if let count = dropped[name.hash] {
            dropped[name.hash] = count == 1 ? nil : count - 1
            return false
        }
        if name.isFormatting { formatting = max(0, formatting - 1) }
        if counts[Int(name.hash & 1_023)] > 0, let index = open.lastIndex(of: name.hash) {
            for hash in open[index...] { counts[Int(hash & 1_023)] -= 1 }
            open.removeSubrange(index...)
        }
        return name.hasOptionalEnd || name.kind == .void ? countElement(1) : true
    }

    private mutating func countElement(_ cost: Int) -> Bool {
        guard elements + cost <= Prescan.maximumElements else { return false }
        elements += cost
        return true
    }
}

/// A tag's name as the prescan needs it.
struct TagName {
    enum Kind: UInt8 { case other, void, script, style, rawText, plainText, foreign, integration }

    let range: Range<Int>
    let hash: UInt32
    let kind: Kind
    /// The parser closes it by itself where another begins, so that it does not nest by its own.
    let hasOptionalEnd: Bool
    /// The parser reopens it in every block until it is closed.
    let isFormatting: Bool
    /// Ends `svg` and `math` (HTML, §13.2.6.5).
    let breaksOut: Bool

    init(_ bytes: [UInt8], _ start: Int, _ end: Int) {
        range = start..<end
        var hash: UInt32 = 2_166_136_261
        for index in start..<end { hash = (hash ^ UInt32(asciiLowercase(bytes[index]))) &* 16_777_619 }
        self.hash = hash
        let facts = Self.table[hash] ?? Facts()
        kind = facts.kind
        hasOptionalEnd = facts.hasOptionalEnd
        isFormatting = facts.isFormatting
        breaksOut = facts.breaksOut
    }

    private struct Facts {
        var kind = Kind.other
        var hasOptionalEnd = false
        var isFormatting = false
        var breaksOut = false
    }

    private static let table: [UInt32: Facts] = {
        var table: [UInt32: Facts] = [:]
        func add(_ names: String, _ facts: Facts) {
            for name in names.split(separator: " ") {
                table[TagName.hash(String(name))] = facts
            }
        }
        add(
            "area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr",
            Facts(kind: .void))
        add("p li dt dd option tr td th tbody thead tfoot colgroup caption html head body", Facts(hasOptionalEnd: true))
        add("b big code em font i s small strike strong tt u", Facts(isFormatting: true))
        add("script", Facts(kind: .script))
        add("style", Facts(kind: .style))
        add("title textarea xmp iframe noembed noframes", Facts(kind: .rawText))
        add("plaintext", Facts(kind: .plainText))
        add("svg math", Facts(kind: .foreign))
        add("foreignobject desc annotation-xml", Facts(kind: .integration))
        let breakouts =
            "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu "
            + "meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var"
        for name in breakouts.split(separator: " ") {
            table[TagName.hash(String(name)), default: Facts()].breaksOut = true
        }
        return table
    }()

    private static func hash(_ name: String) -> UInt32 {
        name.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
    }
}
