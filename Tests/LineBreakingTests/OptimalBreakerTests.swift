import Testing

@testable import LineBreaking

@Suite struct OptimalBreakerTests {
    /// The text of each line, by the boxes' order in the text without spaces and hyphens.
    private func lineEnds(_ items: ParagraphItems, _ width: Double, _ settings: OptimalBreaker.Settings = .init())
        -> [Int]
    {
        OptimalBreaker(settings).breaks(items, widths: LineWidths(width)).lines.map(\.item)
    }

    @Test func setsAParagraphThatFitsOnOneLine() {
        let result = OptimalBreaker().breaks(paragraph("aa bb"), widths: LineWidths(10))
        #expect(result.lines.count == 1)
        #expect(result.lines[0].ratio == 0 && !result.lines[0].isOverfull)
    }

    @Test func makesOneEmptyLineOfNothing() {
        let result = OptimalBreaker().breaks(ParagraphItems(), widths: LineWidths(10))
        #expect(result.lines.count == 1 && result.lines[0].ratio == 0)
    }

    @Test func breaksAtForcedBreaks() {
        var items = ParagraphItems()
        items.append(box: 2)
        items.appendFinish()
        items.append(box: 3)
        items.appendFinish()
        let result = OptimalBreaker().breaks(items, widths: LineWidths(10))
        #expect(result.lines.map(\.item) == [3, 7])
        #expect(result.lines.map(\.start) == [0, 4])
    }

    @Test func startsALineAfterTheGlueThatVanishes() {
        let items = paragraph("aaaa bbbb cccc")
        let result = OptimalBreaker().breaks(items, widths: LineWidths(4))
        #expect(result.lines.map(\.start) == [0, 2, 4])
    }

    @Test func keepsAnUnbreakableWordAndFlagsItsLine() {
        let result = OptimalBreaker().breaks(paragraph("aa bbbbbbbbbbbbbbbb cc"), widths: LineWidths(8))
        #expect(result.pass == .last)
        #expect(result.lines.map(\.isOverfull) == [false, true, false])
    }

    @Test func prefersSpacesToHyphensWhereBothAreFine() {
        let items = paragraph("aaaa bb-bb cccc dddd")
        let result = OptimalBreaker().breaks(items, widths: LineWidths(9))
        #expect(result.lines.allSatisfy { items.widths[$0.item] != 1 || items.kinds[$0.item] != .penalty })
    }

    @Test func leavesHyphensOutOfTheFirstPass() {
        var settings = OptimalBreaker.Settings()
        settings.pretolerance = 10_000
        let result = OptimalBreaker(settings).breaks(paragraph("aaaa bbb-bb cc dddd"), widths: LineWidths(11))
        #expect(result.pass == .unhyphenated)
    }

    @Test func usesTheEmergencyStretchBeforeGivingUp() {
        var settings = OptimalBreaker.Settings()
        settings.emergencyStretch = 20
        settings.wideTolerance = 0
        let result = OptimalBreaker(settings).breaks(paragraph("aaa bbbbbb cccccc dd"), widths: LineWidths(8))
        #expect(result.pass == .emergency)
        #expect(result.lines.allSatisfy { !$0.isOverfull })
    }

    @Test func setsLinesByTheirOwnWidths() {
        let widths = LineWidths(first: [4, 9], rest: 14)
        let result = OptimalBreaker().breaks(paragraph("aaaa bbbb cccc dddd eeee ffff"), widths: widths)
        #expect(result.lines.map(\.item).prefix(2) == [1, 5])
    }

    @Test func makesAParagraphLongerOrShorterWhereAsked() {
        var numbers = SeededNumbers(state: 7)
        let items = randomParagraph(words: 120, using: &numbers)
        func count(_ looseness: Int) -> Int {
            var settings = OptimalBreaker.Settings()
            settings.tolerance = 2_000
            settings.looseness = looseness
            return OptimalBreaker(settings).breaks(items, widths: LineWidths(40)).lines.count
        }
        #expect(count(1) == count(0) + 1)
        #expect(count(-1) <= count(0))
    }

    @Test func limitsHyphensInARow() {
        var numbers = SeededNumbers(state: 3)
        let items = randomParagraph(words: 300, using: &numbers)
        func ladders(_ most: Int?) -> Int {
            var settings = OptimalBreaker.Settings()
            settings.tolerance = 10_000
            settings.maximumFlaggedLines = most
            settings.demerits.doubleHyphen = 0
            let lines = OptimalBreaker(settings).breaks(items, widths: LineWidths(42)).lines
            let flagged = lines.map { items.kinds[$0.item] == .penalty && items.widths[$0.item] > 0 }
            return zip(flagged, flagged.dropFirst()).count { $0 && $1 }
        }
        #expect(ladders(nil) > 0)
        #expect(ladders(1) == 0)
    }

    @Test func lettersGiveWayBeforeSpaces() {
        var items = ParagraphItems()
        for word in 0..<4 {
            if word > 0 { items.append(glue: Glue(width: 1, stretch: 0.5, shrink: 0.25)) }
            items.append(box: 10, give: 0.2)
        }
        items.appendForcedBreak()
        func ratio(_ width: Double) -> Double {
            OptimalBreaker().breaks(items, widths: LineWidths(width)).lines[0].ratio
        }
        #expect(ratio(43) == 0)
        #expect(abs(ratio(43.8)) < 1e-9)
        #expect(abs(ratio(42.2)) < 1e-9)
        #expect(abs(ratio(45.3) - 1) < 1e-9)
        #expect(abs(ratio(41.45) + 1) < 1e-9)
    }

    @Test func whatStandsInTheMarginTakesNoRoomOnTheLine() {
        var items = ParagraphItems()
        items.append(box: 10, protrusion: (0.5, 0))
        items.append(glue: Glue(width: 1))
        items.append(box: 10, protrusion: (0.5, 1))
        items.append(glue: Glue(width: 1))
        items.append(box: 9, protrusion: (0.5, 0))
        items.append(penalty: 2, cost: 0, isFlagged: true, protrusion: 1.5)
        items.append(box: 21)
        items.appendForcedBreak()
        // 10 + 1 + 10 less 0.5 and 1; 9 + 2 less 0.5 and 1.5; 21.
        let lines = OptimalBreaker().breaks(items, widths: LineWidths(first: [19.5, 9], rest: 21)).lines
        #expect(lines.map(\.item) == [3, 5, 7])
        #expect(!lines.contains { $0.isOverfull })
        let narrower = OptimalBreaker().breaks(items, widths: LineWidths(first: [19.4, 9], rest: 21)).lines
        #expect(narrower.first?.item != 3 || narrower.contains { $0.isOverfull })
    }

    @Test func fillsEveryLineToItsMeasure() {
        var numbers = SeededNumbers(state: 11)
        for _ in 0..<50 {
            let items = randomParagraph(words: 80, using: &numbers)
            let result = OptimalBreaker().breaks(items, widths: LineWidths(36))
            for line in result.lines.dropLast() where !line.isOverfull && result.pass == .tolerant {
                var width = 0.0
                for item in line.start..<line.item where items.kinds[item] != .penalty {
                    let give = line.ratio < 0 ? items.shrinks[item] : items.stretches[item]
                    width += items.widths[item] + line.ratio * give
                }
                if items.kinds[line.item] == .penalty { width += items.widths[line.item] }
                #expect(abs(width - 36) < 1e-6)
            }
        }
    }
}
