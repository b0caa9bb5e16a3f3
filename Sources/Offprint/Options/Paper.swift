/// A page size, as CSS names it.
public struct Paper: Hashable, Sendable, Codable {
    /// The value of `@page { size }`.
    public var css: String

    /// CSS Paged Media 3, §7.1: the page size names.
    public static let names = [
        "a3", "a4", "a5", "b4", "b5", "jis-b4", "jis-b5", "letter", "legal", "ledger",
    ]

    /// The size of the paper on its long side.
    var turned: String {
        let words = css.split(separator: " ")
        guard let first = words.first, words.count == 2, !Self.names.contains(String(first)) else {
            return css.hasSuffix("landscape") ? css : css.replacing(" portrait", with: "") + " landscape"
        }
        return [words[0], words[1]].sorted { CSSLengths.points($0) ?? 0 > CSSLengths.points($1) ?? 0 }.joined(
            separator: " ")
    }

    /// The paper that `--paper` names: a name, a name and `landscape`, or two lengths (`148mm x 210mm`).
    public init?(argument: String) {
        let words = argument.lowercased().split { $0 == " " || $0 == "x" && argument.first?.isNumber == true }
        guard let first = words.first.map(String.init) else { return nil }
        if Self.names.contains(first) {
            guard words.count == 1 || words.count == 2 && ["landscape", "portrait"].contains(words[1]) else {
                return nil
            }
            css = words.joined(separator: " ")
        } else {
            guard words.count == 2, words.allSatisfy({ CSSLengths.isLength($0) && !$0.hasPrefix("0") }) else {
                return nil
            }
            css = words.joined(separator: " ")
        }
    }
}

/// What the command line accepts as CSS lengths.
public enum CSSLengths {
    /// A non-negative number with an absolute unit, or 0.
    static func isLength(_ word: some StringProtocol) -> Bool {
        if word == "0" { return true }
        let units = ["mm", "cm", "in", "pt", "pc", "px", "q"]
        guard let unit = units.first(where: { word.lowercased().hasSuffix($0) }) else { return false }
        guard let number = Double(word.dropLast(unit.count)) else { return false }
        return number >= 0 && number < 10_000
    }

    /// A length that text can be set in: 4 to 144 points.
    public static func isFontSize(_ text: String) -> Bool {
        guard isLength(text), let points = points(text) else { return false }
        return (4...144).contains(points)
    }

    /// An absolute length in points (CSS Values 4, §6.2).
    static func points(_ text: some StringProtocol) -> Double? {
        let factors: [(unit: String, points: Double)] = [
            ("mm", 72 / 25.4), ("cm", 72 / 2.54), ("in", 72), ("pt", 1), ("pc", 12), ("px", 0.75), ("q", 18 / 25.4),
        ]
        let word = text.lowercased()
        guard let match = factors.first(where: { word.hasSuffix($0.unit) }) else { return nil }
        return Double(word.dropLast(match.unit.count)).map { $0 * match.points }
    }

    /// One to four lengths, as `margin` takes them.
    public static func isMargin(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        return (1...4).contains(words.count) && words.allSatisfy { isLength($0) }
    }
}
