import Pages
import Testing

/// Generated content that speaks of other elements and of pages.
@Suite(.enabled(if: hasFonts))
struct ReferenceTests {
    private let sections = ["p [One](#one)", "p [Two](#two)", "h2#one One", "h2#two Two"]

    @Test func namesPagesOfWhatComesLater() throws {
        let probe = try PageProbe(
            "h2 { break-before: page } a::after { content: ' on ' target-counter(attr(href), page, upper-roman) }",
            sections)
        #expect(probe.lines() == ["One on II", "Two on III"])
        #expect(probe.diagnostics.isEmpty)
    }

    @Test func namesCountersOfElements() throws {
        let probe = try PageProbe(
            """
            @page { size: 200pt 200pt }
            h2 { counter-increment: part; counter-reset: section } h3 { counter-reset: section 3 }
            a::after { content: ' ' target-counter(attr(href), part) ' ' target-counters(attr(href), section, '.') }
            """, ["h2 A", "p [One](#one) [Two](#two)", "h2#one B", "h3#two C"])
        #expect(probe.lines()[1] == "One 2 0 Two 2 3")
    }

    @Test func namesTextsOfElements() throws {
        let probe = try PageProbe(
            """
            #one::before { content: 'Chapter ' } a::after { content: ' “' target-text(attr(href)) '” '
              target-text(attr(href), before) target-text('#one', first-letter) }
            """, ["p [x](#one)", "h2#one Beginning"])
        #expect(probe.lines()[0] == "x “Beginning” Chapter B")
    }

    @Test func warnsOfTargetsThatAreNotThere() throws {
        let probe = try PageProbe("a::after { content: target-counter(attr(href), page) }", ["p [x](#gone)"])
        #expect(probe.lines() == ["x"])
        #expect(probe.messages == ["'#gone' is no place in the document that could be named"])
    }

    @Test func saysWhenPagesDoNotSettle() throws {
        // The number moves its own target from page to page: four lines hold, with an odd number a fifth.
        let probe = try PageProbe(
            "a::after { content: target-counter(attr(href), page, flip); white-space: pre } @counter-style flip { system: fixed 1; symbols: 'a\\a b\\a c\\a d\\a e\\a ' 'a' }",
            ["p [x](#one)", "p y", "h2#one One"])
        #expect(probe.messages.contains { $0.hasPrefix("page numbers in the text may be wrong") })
    }

    @Test func leadsToTheEndOfTheLine() throws {
        let probe = try PageProbe(
            "a::after { content: leader('. ') target-counter(attr(href), page) }",
            ["p [Short](#one)", "p [Somewhat longer](#one)", "h2#one One"])
        let ends = probe.runs().filter { $0.text == "1" }.map { $0.x[0] + $0.width }
        #expect(ends.count == 2 && ends.allSatisfy { abs($0 - 180) < 0.01 })
        let leaders = probe.runs().filter { $0.text.hasPrefix(". .") }
        #expect(leaders.count == 2)
        // Dots of both lines stand below each other.
        let pitch = leaders[0].x[2] - leaders[0].x[0]
        let offset = (leaders[1].x[0] - leaders[0].x[0]) / pitch
        #expect(abs(offset - offset.rounded()) < 0.01)
        #expect(leaders[0].width > leaders[1].width)
    }

    @Test func keepsALeaderWithWhatItLeadsTo() throws {
        let probe = try PageProbe(
            "a::after { content: leader(dotted) '1' }",
            ["p [A title that has more words than one line of this narrow page can hold](#one)", "h2#one One"])
        let last = probe.lines().dropLast().last ?? ""
        #expect(last.hasSuffix(".1") && last.contains("hold"))
    }

    @Test func countsPagesInText() throws {
        let probe = try PageProbe(
            "h2 { break-before: page } p::after { content: ' of ' counter(pages) }", ["p x", "h2 a", "h2 b"])
        #expect(probe.lines()[0] == "x of 3")
    }
}

/// Counters and strings in the margins of pages.
@Suite(.enabled(if: hasFonts))
struct PageCounterTests {
    private func footers(_ css: String, _ blocks: [String]) throws -> [String] {
        let probe = try PageProbe("h2 { break-before: page }" + css, blocks)
        return probe.document.pages.indices.map { probe.lines($0).last ?? "" }
    }

    @Test(arguments: [
        ("@page { @bottom-left { content: counter(page) '/' counter(pages) } }", ["1/3", "2/3", "3/3"]),
        ("@page { counter-increment: page 2; @bottom-left { content: counter(page) } }", ["2", "4", "6"]),
        ("#b { counter-reset: page 10 } @page { @bottom-left { content: counter(page) } }", ["1", "10", "11"]),
        (
            "@page { counter-increment: sheet; @bottom-left { content: counter(sheet) '-' counter(page) } }",
            ["1-1", "2-2", "3-3"]
        ),
        (
            "@page :first { counter-reset: page 4 } @page { counter-increment: page; @bottom-left { content: counter(page) } }",
            ["5", "6", "7"]
        ),
        (
            "h2 { counter-increment: part } @page { @bottom-left { content: counter(part, upper-roman) } }",
            ["0", "I", "II"]
        ),
    ])
    func counts(css: String, footers: [String]) throws {
        #expect(try self.footers(css, ["p a", "h2#b b", "h2 c"]) == footers)
    }

    @Test func labelsPagesAsTheirMarginsDo() throws {
        let probe = try PageProbe(
            "h2 { break-before: page } @page { @bottom-left { content: counter(page, lower-roman) } }", ["p a", "h2 b"])
        #expect(probe.document.pages.map(\.label) == ["i", "ii"])
    }
}
