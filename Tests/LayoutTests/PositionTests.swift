import CSS
import Geometry
import Pages
import Testing

@testable import Layout

/// `position: relative` and `absolute` (CSS 2.2, §9.3). The page area is 160 by 60 points, 20 from the page's edges.
@Suite(.enabled(if: hasFonts))
struct PositionTests {
    private func probe(_ css: String, _ blocks: [String] = ["p one", "p#a two", "p three"]) throws -> PageProbe {
        try PageProbe("p { margin: 0 } \(css)", blocks)
    }

    private func place(_ words: String, in probe: PageProbe) throws -> Point {
        let run = try #require(probe.run(words))
        return Point(x: run.x[0], y: run.y[0])
    }

    @Test(arguments: [
        ("left: 7pt", 7.0, 0.0), ("right: 7pt", -7, 0), ("top: 3pt", 0, 3), ("bottom: 3pt; left: 25%", 40, -3),
        ("inset: 1pt 2pt 3pt 4pt", 4, 1), ("top: 50%", 0, 0), ("inset-inline-start: 5pt", 5, 0),
    ])
    func movesWhatKeepsItsPlace(css: String, x: Double, y: Double) throws {
        let still = try probe("#a { border: 1pt solid; background: #eee }")
        let moved = try probe("#a { border: 1pt solid; background: #eee; position: relative; \(css) }")
        let (from, to) = (try place("two", in: still), try place("two", in: moved))
        #expect(abs(to.x - from.x - x) < 0.01 && abs(to.y - from.y - y) < 0.01)
        #expect(try place("three", in: moved) == place("three", in: still))
        // Its background goes along.
        func edges(_ probe: PageProbe) -> [Point] {
            probe.paths().flatMap(\.segments).compactMap {
                if case .rectangle(let rect) = $0 { rect.origin } else { nil }
            }
        }
        #expect(edges(moved) == edges(still).map { $0 + Point(x: x, y: y) })
    }

    @Test func movesPartsOfALine() throws {
        let still = try probe("", ["p one *two* three"])
        let moved = try probe("em { position: relative; top: -4pt; left: 2pt }", ["p one *two* three"])
        #expect(try place("two", in: moved) == place("two", in: still) + Point(x: 2, y: -4))
        #expect(try place("three", in: moved) == place("three", in: still))
    }

    @Test(arguments: [
        ("top: 0; left: 0", 20.0, 20.0), ("top: 10pt; left: 10%", 36, 30), ("bottom: 0; left: 5pt", 25, 68),
        ("top: 24pt", 20, 44), ("left: 30pt", 50, 32), ("top: 0; left: 0; width: 100%; text-align: end", 163, 20),
    ])
    func standsWhereItsPageSays(css: String, x: Double, top: Double) throws {
        let probe = try probe("#a { position: absolute; \(css) }")
        let two = try place("two", in: probe)
        #expect(abs(two.x - x) < 3)
        // Above the baseline are about nine points of the line.
        #expect(abs(two.y - 9 - top) < 1)
        #expect(abs(try place("three", in: probe).y - place("one", in: probe).y - 12) < 0.01)
        #expect(probe.runs().last?.text == "two")
    }

    @Test func standsInTheNearestPositionedBox() throws {
        let probe = try probe(
            "div { position: relative; padding: 4pt; height: 30pt } div > p:first-child { position: absolute; right: 0; bottom: 0 }",
            ["p one", "div#a two|inside"])
        let two = try place("two", in: probe)
        // The div's padding box reaches from 32 to 70 and to the page area's right edge.
        #expect(abs(two.y + 3 - 70) < 1.5)
        #expect(two.x > 150 && two.x < 180)
    }

    @Test func fillsTheRoomBetweenItsEdges() throws {
        let probe = try probe("#a { position: absolute; inset: 10pt 20pt 15pt 30pt; background: #eee }")
        #expect(
            probe.paths().contains { $0.segments == [.rectangle(Rect(x: 50, y: 30, width: 110, height: 35))] })
    }

    @Test func isPaintedOverWhatIsThere() throws {
        let probe = try probe("#a { position: absolute; top: 0; left: 0; background: #eee }")
        let items = probe.items()
        let path = try #require(items.firstIndex { if case .path = $0 { true } else { false } })
        let text = try #require(
            items.firstIndex { if case .glyphs(let run) = $0 { run.text == "three" } else { false } })
        #expect(path > text)
    }

    @Test func saysThatFixedBoxesDoNotRepeat() throws {
        let probe = try probe("#a { position: fixed; bottom: 0 }")
        #expect(probe.messages.count == 1)
        #expect(probe.lines().contains("two"))
    }

    @Test func losesNoPositionedText() throws {
        for css in ["p", "div", "div > p", "em", "ul", "li"] {
            let probe = try probe(
                "\(css) { position: absolute }", ["p one *stress*", "div two|three", "ul item|other", "p last"])
            let all = (0..<probe.pageCount).flatMap { probe.runs($0) }.map(\.text).joined(separator: " ")
            for word in ["one", "stress", "two", "three", "item", "other", "last"] {
                #expect(all.contains(word), "\(css): \(word)")
            }
        }
    }
}
