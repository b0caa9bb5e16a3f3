internal import TextAnalysis

/// A stretch of text that can be shaped in one go: one span, level and script.
struct TextItem: Hashable {
    enum Content: Hashable {
        case text, emoji
        /// No glyphs: a tab or a replaced box.
        case blank
    }

    var range: Range<Int>
    var span: Int
    var level: UInt8
    var script: Script
    var content: Content
    /// What is made up of the letters, and the features that the font has for what was asked.
    var form = SynthesizedForm.none
    var features: [FontFeature] = []

    init(range: Range<Int>, span: Int, level: UInt8, script: Script, content: Content) {
        self.range = range
        self.span = span
        self.level = level
        self.script = script
        self.content = content
    }

    /// A part of a run that is shaped again.
    init(_ run: ShapedRun, _ range: Range<Int>) {
        self.init(range: range, span: run.span, level: run.level, script: run.script, content: .text)
        form = run.form
        features = run.features
    }
}

/// Splits a paragraph where its spans, levels, scripts and kinds of content change.
struct Itemizer {
    func items(of text: [UInt16], spans: [ShapingSpan], levels: BidiLevels) -> [TextItem] {
        var items: [TextItem] = []
        let scripts = ScriptRuns().runs(of: text)
        let specials = specials(in: text, spans)
        var scriptIndex = 0
        var specialIndex = 0
        for (index, span) in spans.enumerated() where !span.range.isEmpty {
            var start = span.range.lowerBound
            while start < span.range.upperBound {
                while scripts[scriptIndex].range.upperBound <= start { scriptIndex += 1 }
                while specialIndex < specials.count, specials[specialIndex].range.upperBound <= start {
                    specialIndex += 1
                }
                var end = min(span.range.upperBound, scripts[scriptIndex].range.upperBound)
                var content = TextItem.Content.text
                if specialIndex < specials.count {
                    let special = specials[specialIndex]
                    if special.range.lowerBound <= start {
                        content = special.content
                        end = min(special.range.upperBound, span.range.upperBound)
                    } else {
                        end = min(end, special.range.lowerBound)
                    }
                }
                if span.isObject { content = .blank }
                let level = levels[start]
                if !levels.levels.isEmpty {
                    var turn = start + 1
                    while turn < end, levels.levels[turn] == level { turn += 1 }
                    end = turn
                }
                add(
                    TextItem(
                        range: start..<end, span: index, level: level, script: scripts[scriptIndex].script,
                        content: content), to: &items, text)
                start = end
            }
        }
        return items
    }

    /// Appends an item, or joins it with the one before where only one of them has letters of its own: a space between
    /// two directions goes with the one whose level it has.
    private func add(_ item: TextItem, to items: inout [TextItem], _ text: [UInt16]) {
        if let last = items.last, last.content == .text, item.content == .text, last.span == item.span,
            last.level == item.level
        {
            let isSame = last.script == item.script || text.isCommon(item.range)
            if isSame || text.isCommon(last.range) {
                items[items.count - 1].range = last.range.lowerBound..<item.range.upperBound
                if !isSame { items[items.count - 1].script = item.script }
                return
            }
        }
        items.append(item)
    }

    /// What the span at an offset says of emoji; spans are passed in order.
    private func variant(at offset: Int, _ spans: [ShapingSpan], _ span: inout Int) -> EmojiVariant {
        while span + 1 < spans.count, spans[span].range.upperBound <= offset { span += 1 }
        return spans.isEmpty ? .normal : spans[span].emoji
    }

    private struct Special {
        var range: Range<Int>
        var content: TextItem.Content
    }

    /// Tabs, and the emoji that are to be shown as pictures.
    private func specials(in text: [UInt16], _ spans: [ShapingSpan]) -> [Special] {
        var specials: [Special] = []
        var offset = 0
        var span = 0
        let emoji = EmojiSequences()
        while offset < text.count {
            let unit = text[offset]
            if unit == 0x09 {
                specials.append(Special(range: offset..<offset + 1, content: .blank))
            } else if unit >= 0x203C || unit == 0xA9 || unit == 0xAE || (unit < 0x3A && unit >= 0x23),
                let end = emoji.end(ofSequenceAt: offset, in: text, variant: variant(at: offset, spans, &span))
            {
                specials.append(Special(range: offset..<end, content: .emoji))
                offset = end
                continue
            }
            offset += 1
        }
        return specials
    }
}

extension [UInt16] {
    /// True if no character of a range has a script of its own.
    func isCommon(_ range: Range<Int>) -> Bool {
        var offset = range.lowerBound
        while offset < range.upperBound {
            let (scalar, length) = scalar(at: offset)
            if Script(of: scalar).isReal { return false }
            offset += length
        }
        return true
    }
}
