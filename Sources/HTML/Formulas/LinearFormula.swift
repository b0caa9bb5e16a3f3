/// A formula in MathML as running text: raised and lowered where MathML has scripts, in one line where it stacks.
public struct LinearFormula: Hashable, Sendable {
    /// What stands in the line, from left to right.
    public indirect enum Piece: Hashable, Sendable {
        case text(String)
        /// A single letter, which mathematics slants.
        case variable(String)
        case raised([Piece])
        case lowered([Piece])
    }

    public let pieces: [Piece]

    /// The formula of a `math` element; nil where it says nothing.
    public init?(of math: NodeID, in document: HTMLDocument) {
        var walk = FormulaWalk(document: document)
        walk.append(math)
        pieces = walk.finished
        if pieces.isEmpty { return nil }
    }

    /// The formula of serialised MathML; nil where it says nothing.
    public init?(mathML: String) {
        let document = HTMLParser().parse(mathML)
        guard let math = (0..<document.nodeCount).lazy.map({ NodeID($0) }).first(where: { document.has(.math, at: $0) })
        else { return nil }
        self.init(of: math, in: document)
    }

    /// The formula in letters alone: Unicode's superscripts and subscripts where there are such, else `^` and `_`.
    public var plainText: String { Self.plainText(of: pieces) }

    private static func plainText(of pieces: [Piece]) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text), .variable(let text): text
            case .raised(let inside): scripted(plainText(of: inside), superscripts, sign: "^")
            case .lowered(let inside): scripted(plainText(of: inside), subscripts, sign: "_")
            }
        }.joined()
    }

    private static func scripted(_ text: String, _ forms: [Character: Character], sign: String) -> String {
        let letters = text.compactMap { forms[$0] }
        if letters.count == text.count { return String(letters) }
        return sign + (text.count == 1 ? text : "(\(text))")
    }

    private static let superscripts = Dictionary(uniqueKeysWithValues: zip("0123456789+−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ"))
    private static let subscripts = Dictionary(uniqueKeysWithValues: zip("0123456789+−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"))
}
