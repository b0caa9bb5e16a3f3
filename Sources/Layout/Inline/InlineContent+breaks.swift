import CSS
import TextAnalysis

extension InlineContent {
    /// Allows and forbids breaks as `word-break` and `line-break: anywhere` say (CSS Text 3, §5.2 and §5.3).
    func tailor(_ classes: inout [BreakClass]) {
        for span in spans {
            let style = span.style.text
            guard style.wraps else { continue }
            if style.lineBreak == .anywhere {
                change(&classes, in: span.range) { _, _ in .allowed }
            } else {
                switch style.wordBreak {
                case .normal, .breakWord: break
                case .keepAll: change(&classes, in: span.range) { $0.isWord && $1.isWord ? BreakClass.none : nil }
                case .breakAll: change(&classes, in: span.range) { $0.isWord && $1.isWord ? .allowed : nil }
                }
            }
        }
    }

    /// Sets the class between each two characters of a range, where a rule says one.
    private func change(
        _ classes: inout [BreakClass], in range: Range<Int>, _ rule: (_ before: UInt16, _ after: UInt16) -> BreakClass?
    ) {
        guard range.count > 1 else { return }
        let boundaries = Set(Segmentation.graphemeBoundaries(in: Array(text[range])))
        for offset in range.lowerBound + 1..<range.upperBound where classes[offset] != .mandatory {
            guard boundaries.contains(offset - range.lowerBound), let wanted = rule(text[offset - 1], text[offset])
            else { continue }
            classes[offset] = wanted
        }
    }
}

extension UInt16 {
    /// A letter, a digit or half of one: what `word-break` speaks of.
    fileprivate var isWord: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0..<0xAA: false
        case 0xD800...0xDFFF: true
        default:
            Unicode.Scalar(self).map {
                $0.properties.isAlphabetic || $0.properties.numericType != nil
                    || $0.properties.generalCategory == .nonspacingMark
            } ?? false
        }
    }
}
