internal import TextAnalysis

/// Finds emoji that are shown as pictures, with all that belongs to one (UTS 51, §1.4.9).
struct EmojiSequences {
    /// The end of the sequence that begins at an offset, or nil if none does; `variant` is for characters that no variation
    /// selector follows.
    func end(ofSequenceAt start: Int, in text: [UInt16], variant: EmojiVariant = .normal) -> Int? {
        let (first, length) = text.scalar(at: start)
        var offset = start + length
        // Most text: one comparison.
        if first < 0x3A || first == 0xA9 || first == 0xAE {
            let isAsked = variant == .emoji && first > 0x39
            guard isAsked || offset < text.count && text[offset] == 0xFE0F else { return nil }
        }
        if Self.isRegionalIndicator(first) {
            guard offset < text.count else { return nil }
            let (second, secondLength) = text.scalar(at: offset)
            return Self.isRegionalIndicator(second) ? offset + secondLength : nil
        }
        guard CharacterProperties.isEmoji(first) else { return nil }
        var isPicture =
            switch variant {
            case .normal: CharacterProperties.isEmojiPresentation(first)
            case .text: false
            // Digits and their like are pictures on keys only.
            case .emoji: first > 0x39
            }
        if offset < text.count, text[offset] == 0xFE0E { return nil }
        while offset < text.count {
            let (next, nextLength) = text.scalar(at: offset)
            switch next {
            case 0xFE0F, 0x20E3, 0x1F3FB...0x1F3FF:
                isPicture = true
                offset += nextLength
            case 0xE0020...0xE007F where isPicture:
                offset += nextLength
            case 0x200D where isPicture:
                guard offset + 1 < text.count else { return offset }
                let (joined, joinedLength) = text.scalar(at: offset + 1)
                guard CharacterProperties.isEmoji(joined), joined > 0x3A else { return offset }
                offset += 1 + joinedLength
            default:
                return isPicture ? offset : nil
            }
        }
        return isPicture ? offset : nil
    }

    private static func isRegionalIndicator(_ scalar: UInt32) -> Bool { (0x1F1E6...0x1F1FF).contains(scalar) }
}
