/// Walks presentation MathML (MathML Core, §3) and sets it in a line.
struct FormulaWalk {
    let document: HTMLDocument
    /// Scripts are set without spaces round their operators.
    private var isScript = false
    private var depth = 0
    private var pieces: [LinearFormula.Piece] = []
    /// The last piece can stand before a binary operator.
    private var isAfterOperand = false
    /// The last piece is a word, which a space parts from what it is applied to.
    private var isAfterWord = false

    /// Deeper formulas are taken as their letters.
    private static let deepest = 40

    init(document: HTMLDocument) { self.document = document }

    /// The pieces, without spaces at the ends.
    var finished: [LinearFormula.Piece] {
        var pieces = pieces
        if case .text(let text)? = pieces.first { pieces[0] = .text(String(text.drop { $0 == " " })) }
        if case .text(var text)? = pieces.last {
            while text.last == " " { text.removeLast() }
            pieces[pieces.count - 1] = .text(text)
        }
        return pieces.filter { $0 != .text("") }
    }

    mutating func append(_ node: NodeID) {
        guard document.kind(of: node) == .element else { return }
        guard depth < Self.deepest else { return add(letters(of: node)) }
        depth += 1
        defer { depth -= 1 }
        let parts = children(of: node)
        switch document.name(of: node) {
        case "annotation", "annotation-xml", "mphantom", "none", "mprescripts", "maligngroup", "malignmark": break
        case "mi": identifier(letters(of: node), isUpright: document.attribute("mathvariant", of: node) == "normal")
        case "mn": operand(letters(of: node))
        case "mtext", "ms": word(letters(of: node))
        case "mo": sign(letters(of: node))
        case "mspace": space(document.attribute("width", of: node) ?? "")
        case "semantics": if let first = parts.first { append(first) }
        case "mfrac": fraction(node, parts)
        case "msqrt": root(of: parts, index: nil)
        case "mroot": root(of: Array(parts.prefix(1)), index: parts.dropFirst().first)
        case "msup", "msub", "msubsup", "mover", "munder", "munderover", "mmultiscripts":
            scripts(parts, of: document.name(of: node))
        case "mtable": list(parts, separator: "; ")
        case "mtr", "mlabeledtr": list(parts, separator: " ")
        case "mfenced": fenced(node, parts)
        default: for part in parts { append(part) }
        }
    }

    private func children(of node: NodeID) -> [NodeID] {
        var found: [NodeID] = []
        var child = document.firstChild(of: node)
        while let current = child {
            if document.kind(of: current) == .element { found.append(current) }
            child = document.nextSibling(of: current)
        }
        return found
    }

    /// The text in an element, without line ends, invisible operators and the spaces at its ends.
    private func letters(of node: NodeID) -> String {
        var text = ""
        var stack = [node]
        while let current = stack.popLast() {
            if document.kind(of: current) == .text { text += document.text(of: current) }
            var child = document.lastChild(of: current)
            while let next = child {
                stack.append(next)
                child = document.previousSibling(of: next)
            }
        }
        let seen = text.unicodeScalars.filter { !("\u{2061}"..."\u{2064}").contains($0) && $0 != "\u{200b}" }
        return String(String.UnicodeScalarView(seen)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    // MARK: Tokens

    private mutating func add(_ text: String) {
        guard !text.isEmpty else { return }
        if case .text(let before)? = pieces.last {
            pieces[pieces.count - 1] = .text(before + text)
        } else {
            pieces.append(.text(text))
        }
    }

    private var endsInSpace: Bool {
        if case .text(let text)? = pieces.last { text.hasSuffix(" ") } else { pieces.isEmpty }
    }

    private mutating func addSpace() {
        if !endsInSpace { add(" ") }
    }

    private mutating func identifier(_ text: String, isUpright: Bool) {
        guard text.count == 1, !isUpright else { return text.count > 1 ? word(text) : operand(text) }
        if isAfterWord { addSpace() }
        pieces.append(.variable(text))
        isAfterOperand = true
        isAfterWord = false
    }

    private mutating func operand(_ text: String) {
        guard !text.isEmpty else { return }
        if isAfterWord { addSpace() }
        add(text)
        isAfterOperand = true
        isAfterWord = false
    }

    private mutating func word(_ text: String) {
        guard !text.isEmpty else { return }
        if isAfterOperand { addSpace() }
        add(text)
        isAfterOperand = true
        isAfterWord = true
    }

    private mutating func sign(_ text: String) {
        guard !text.isEmpty else { return }
        let text = text == "-" ? "−" : text
        let opens = Self.opening.contains(text)
        if Self.relations.contains(text) || Self.binary.contains(text) && isAfterOperand {
            if !isScript { addSpace() }
            add(isScript ? text : text + " ")
        } else if text == "," || text == ";" {
            add(isScript ? text : text + " ")
        } else {
            if isAfterWord, text == "|" { addSpace() }
            add(text)
        }
        isAfterOperand = !opens && Self.closing.contains(text)
        isAfterWord = false
    }

    private static let opening: Set<String> = ["(", "[", "{", "⟨", "⌊", "⌈"]
    private static let closing: Set<String> = [")", "]", "}", "⟩", "⌋", "⌉", "|", "‖", "!", "′", "″", "…", "⋯", "∞"]
    private static let binary: Set<String> = [
        "+", "−", "±", "∓", "×", "·", "⋅", "∘", "∗", "⊗", "⊕", "∧", "∨", "∪", "∩", "∖", "÷",
    ]
    private static let relations: Set<String> = [
        "=", "≠", "<", ">", "≤", "≥", "≪", "≫", "≈", "≡", "≅", "∼", "∝", "∈", "∉", "⊂", "⊆", "⊃", "⊇", "→", "↦", "⇒",
        "⇔", "⟹", "⟺", "⟶", "←", "↔", ":=", "≔", "∣", "⊥",
    ]

    /// Only what is as wide as a word space, half a quad and more, is one.
    private mutating func space(_ width: String) {
        let number = Double(width.prefix { $0.isNumber || $0 == "." }) ?? 0
        if number >= 0.5 { addSpace() }
    }

    // MARK: What is stacked

    private func inner(_ nodes: [NodeID], isScript: Bool) -> [LinearFormula.Piece] {
        var walk = FormulaWalk(document: document)
        walk.isScript = isScript
        walk.depth = depth
        for node in nodes { walk.append(node) }
        return walk.finished
    }

    /// Adds pieces, in parentheses where they are more than one operand.
    private mutating func operand(_ nodes: [NodeID]) {
        let inside = inner(nodes, isScript: isScript)
        if Self.isOne(inside) { add(inside) } else { add([.text("(")] + inside + [.text(")")]) }
    }

    private static func isOne(_ pieces: [LinearFormula.Piece]) -> Bool {
        switch pieces.first {
        case .text(let text): pieces.count == 1 && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." }
        case .variable:
            pieces.dropFirst().allSatisfy { piece in
                switch piece {
                case .raised, .lowered: true
                case .text, .variable: false
                }
            }
        case .raised, .lowered, nil: pieces.count < 2
        }
    }

    private mutating func add(_ more: [LinearFormula.Piece]) {
        for piece in more {
            if case .text(let text) = piece { add(text) } else { pieces.append(piece) }
        }
        isAfterOperand = true
        isAfterWord = false
    }

    /// A fraction with a stroke; in parentheses where it stands beside what it is multiplied with.
    private mutating func fraction(_ node: NodeID, _ parts: [NodeID]) {
        guard parts.count == 2 else {
            for part in parts { append(part) }
            return
        }
        if isAfterWord { addSpace() }
        let isFactor = isAfterOperand || isBeforeOperand(node)
        if isFactor { add("(") }
        operand([parts[0]])
        // Without a line between them they are a binomial coefficient.
        add(document.attribute("linethickness", of: node)?.hasPrefix("0") == true ? " ¦ " : "/")
        operand([parts[1]])
        if isFactor { add(")") }
    }

    private func isBeforeOperand(_ node: NodeID) -> Bool {
        var next = document.nextSibling(of: node)
        while let current = next, document.kind(of: current) != .element { next = document.nextSibling(of: current) }
        guard let next else { return false }
        return switch document.name(of: next) {
        case "mo", "mspace", "mtext": Self.opening.contains(letters(of: next))
        default: !letters(of: next).isEmpty
        }
    }

    private mutating func root(of parts: [NodeID], index: NodeID?) {
        if isAfterWord { addSpace() }
        if let index { add([.raised(inner([index], isScript: true))]) }
        add("√")
        operand(parts)
    }

    private mutating func scripts(_ parts: [NodeID], of name: String) {
        guard let base = parts.first else { return }
        if name == "mover", parts.count == 2, let mark = Self.accents[letters(of: parts[1])] {
            let letter = letters(of: base)
            if letter.count == 1 { return identifier(letter + mark, isUpright: false) }
        }
        append(base)
        let isUpper = name == "msup" || name == "mover"
        for (index, part) in parts.dropFirst().enumerated() {
            let script = inner([part], isScript: true)
            guard !script.isEmpty else { continue }
            if script.allSatisfy({ Self.primes.contains($0) }) {
                add(script)
            } else {
                add([isUpper || index % 2 == 1 ? .raised(script) : .lowered(script)])
            }
        }
    }

    private static let primes: Set<LinearFormula.Piece> = [.text("′"), .text("″"), .text("‴"), .text("′′")]

    /// Accents over one letter, as combining marks.
    private static let accents: [String: String] = [
        "¯": "\u{304}", "‾": "\u{304}", "_": "\u{304}", "^": "\u{302}", "ˆ": "\u{302}", "~": "\u{303}", "˜": "\u{303}",
        "→": "\u{20D7}", "˙": "\u{307}", "¨": "\u{308}",
    ]

    private mutating func list(_ parts: [NodeID], separator: String) {
        for (index, part) in parts.enumerated() {
            if index > 0, !pieces.isEmpty { add(separator) }
            isAfterOperand = false
            append(part)
        }
    }

    private mutating func fenced(_ node: NodeID, _ parts: [NodeID]) {
        let separators = Array((document.attribute("separators", of: node) ?? ",").filter { !$0.isWhitespace })
        sign(document.attribute("open", of: node) ?? "(")
        for (index, part) in parts.enumerated() {
            if index > 0, let separator = separators.isEmpty ? nil : separators[min(index, separators.count) - 1] {
                sign(String(separator))
            }
            append(part)
        }
        sign(document.attribute("close", of: node) ?? ")")
    }
}
