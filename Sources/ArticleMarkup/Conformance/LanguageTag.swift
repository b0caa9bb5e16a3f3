/// Language tags as BCP 47 has them.
public enum LanguageTag {
    /// The tag with its subtags in order as far as they are well-formed (RFC 5646, §2.1); nil where its first is not.
    public static func wellFormed(_ text: String) -> String? {
        let subtags = text.split(whereSeparator: { $0 == "-" || $0 == "_" }).map(String.init)
        guard let first = subtags.first, isLetters(first, 2...3), !text.hasPrefix("-"), !text.hasPrefix("_") else {
            return nil
        }
        var kept = [first.lowercased()]
        var stage = Stage.language
        for subtag in subtags.dropFirst() {
            guard let next = stage.after(subtag) else { break }
            stage = next
            kept.append(subtag)
        }
        return kept.joined(separator: "-")
    }

    /// How far a tag has been read; each stage allows only later ones. Extensions and private use are left out: no
    /// output gains by them.
    private enum Stage: Int {
        case language, extended, script, region, variant

        func after(_ subtag: String) -> Stage? {
            if self == .language, isLetters(subtag, 3...3) { return .extended }
            if rawValue < Stage.script.rawValue, isLetters(subtag, 4...4) { return .script }
            let isRegion = isLetters(subtag, 2...2) || subtag.count == 3 && subtag.utf8.allSatisfy(\.isDigit)
            if rawValue < Stage.region.rawValue, isRegion { return .region }
            let isVariant =
                (5...8).contains(subtag.count) || subtag.count == 4 && subtag.utf8.first.map(\.isDigit) == true
            if isVariant, subtag.utf8.allSatisfy({ $0.isLetter || $0.isDigit }) { return .variant }
            return nil
        }
    }

    private static func isLetters(_ text: String, _ counts: ClosedRange<Int>) -> Bool {
        counts.contains(text.utf8.count) && text.utf8.allSatisfy(\.isLetter)
    }
}

extension UInt8 {
    /// An ASCII letter.
    var isLetter: Bool { (0x41...0x5a).contains(self) || (0x61...0x7a).contains(self) }
    /// An ASCII digit.
    var isDigit: Bool { (0x30...0x39).contains(self) }
    /// An ASCII hexadecimal digit.
    var isHexadecimalDigit: Bool { isDigit || (0x41...0x46).contains(self) || (0x61...0x66).contains(self) }
}
