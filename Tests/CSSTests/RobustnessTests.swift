import CSS
import Geometry
import Stylesheets
import Testing

/// Whatever stands in a sheet, it is read to its end.
@Suite struct RobustnessTests {
    /// A generator of the same numbers on every run (xorshift64).
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
    }

    private static let pieces = [
        "{", "}", "(", ")", "[", "]", "\"", "'", "\\", ";", ":", ",", "/*", "*/", "@", "!", "#", ".", "&", "<!--",
        "-->", "var(",
        "calc(", "url(", "--x", "1e9", "-", "+", "%", "\u{0}", "é", "\n", "@media ", "@page :first", "!important",
        ":nth-child(", ":is(",
        "U+1?", "inherit", "string(", "counter(", "content:",
    ]

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func readsDamagedSheets(seed: UInt64) {
        var numbers = Numbers(state: seed &* 0x9E37_79B9_7F4A_7C15)
        let sources = [Stylesheets.base, Stylesheets.print, Stylesheets.screen, Stylesheets.theme(named: "journal")!]
        let tree = TestTree(
            "<html lang=\"en\"><body><p id=\"p\" class=\"note\"><a href=\"x\">t</a></p><ul><li>u</li></ul></body></html>"
        )
        for round in 0..<40 {
            var text = Array(sources[round % sources.count].unicodeScalars)
            for _ in 0..<Int.random(in: 1...30, using: &numbers) {
                let at = Int.random(in: 0..<text.count, using: &numbers)
                if Bool.random(using: &numbers) {
                    text.removeSubrange(at..<min(text.count, at + Int.random(in: 1...20, using: &numbers)))
                } else {
                    text.insert(contentsOf: Self.pieces.randomElement(using: &numbers)!.unicodeScalars, at: at)
                }
                if text.isEmpty { text = Array("p{}".unicodeScalars) }
            }
            var damaged = String.UnicodeScalarView()
            damaged.append(contentsOf: text)
            let sheet = StyleSheet(parsing: String(damaged), name: "damaged.css", origin: .user)
            let resolver = StyleResolver([sheet], medium: .print)
            for element in tree.all { _ = tree.style(of: element, resolver) }
            _ = resolver.pageContext(for: PageSelectorContext(number: 1, isFirst: true, isLeft: false))
            _ = resolver.flattened()
            _ = resolver.declarations(of: tree.all[2])
        }
    }

    @Test(arguments: ["(", "{", "[", "a:is(", "@media (", "calc(", "var(--a, "])
    func readsDeepNesting(opening: String) {
        let sheet = StyleSheet(
            parsing: "p { width: \(String(repeating: opening, count: 20_000))", name: "", origin: .user)
        #expect(sheet.diagnostics.count <= 2)
        _ = StyleSheet(parsing: String(repeating: opening, count: 20_000), name: "", origin: .user)
    }

    @Test func stopsVariablesThatGrow() {
        var css = ":root { --a: xxxxxxxxxx"
        for name in "bcdefghijklmnopqrstuvwxyz" {
            let previous = Character(Unicode.Scalar(name.unicodeScalars.first!.value - 1)!)
            css += "; --\(name): " + String(repeating: "var(--\(previous)) ", count: 10)
        }
        #expect(style(css + "} p { color: var(--z) }").color == .black)
    }
}
