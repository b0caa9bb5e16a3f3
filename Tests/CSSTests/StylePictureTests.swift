import Testing

@testable import CSS

/// Pictures that style sheets name (CSS Images 4, §2).
@Suite struct StylePictureTests {
    @Test(
        arguments: [
            ("url(a.png)", "a.png", nil), ("url('a b.png')", "a b.png", nil), ("src(\"a.png\")", "a.png", nil),
            ("image-set(url(a.png) 1x, url(b.png) 3x, \"c.png\" 2x)", "b.png", 288),
            ("image-set('a.png', 'b.heic' type('image/heic') 4x, 'c.svg' type('IMAGE/SVG+XML'))", "a.png", 96),
            ("-webkit-image-set(url(a.png) 150dpi, url(b.png) 118.11dpcm)", "b.png", 118.11 * 2.54),
        ] as [(String, String, Double?)])
    func readsPictures(value: String, address: String, dotsPerInch: Double?) {
        let picture = StylePicture(PictureAddress(address, in: "test.css"), dotsPerInch: dotsPerInch)
        for property in ["content", "list-style-image"] {
            let sheet = StyleSheet(parsing: "p { \(property): \(value) }", name: "test.css", origin: .user)
            let style = TestTree("<p id=\"p\">x</p>").style("p", StyleResolver([sheet], medium: .print))
            #expect(property == "content" ? style.generated.replacement == picture : style.list.image == picture)
        }
    }

    @Test(arguments: [
        "image-set()", "image-set(url(a.png) 1x 2x)", "image-set('a' type('image/heic'))", "url(a) url(b)",
    ])
    func rejectsWhatIsNoPicture(value: String) {
        #expect(style("p { list-style-image: \(value) }").list.image == nil)
    }

    @Test func readsAlternatives() {
        let generated = style("p { content: url(a.png) / 'Part ' counter(x) }").generated
        #expect(generated.alternative == [.string("Part "), .counter(name: "x", style: "decimal")])
        #expect(style("p { content: url(a.png) }").generated.alternative == nil)
        #expect(style("p { content: url(a.png) / }").generated == GeneratedStyle())
    }

    @Test(
        arguments: [
            ("url(a.png)", "a.png", .named("disc"), false),
            ("inside url(a.png) square", "a.png", .named("square"), true),
            ("none url(a.png)", "a.png", .none, false), ("none", nil, .none, false), ("none none", nil, .none, false),
            ("square none", nil, .named("square"), false), ("circle", nil, .named("circle"), false),
        ] as [(String, String?, ListStyle.MarkerType, Bool)])
    func dealsOutListStyle(value: String, image: String?, type: ListStyle.MarkerType, isInside: Bool) {
        let list = style("p { list-style-image: url(old.png); list-style: \(value) }").list
        #expect(list.image?.address.text == image && list.type == type && list.isInside == isInside)
    }

    @Test func rejectsAListStyleOfTooManyNones() {
        #expect(style("p { list-style: none square none }").list.type == .named("disc"))
    }

    @Test func namesThePicturesThatADocumentMayShow() {
        let css = """
            :root { --mark: var(--other, url(fallback.png)); --other: url(other.png); --never: url(never.png) }
            .absent { content: url(absent.png) }
            p { content: image-set("1.png" 1x, "2.png" 2x); color: red }
            p::before { content: var(--mark) target-counter(url(#x), page) }
            @page { @top-left { content: "x" url(logo.svg) / "Logo" } }
            @media screen { p { list-style: url(screen.png) } }
            ul { list-style-image: url(); border-image: url(#part) }
            """
        let sheet = StyleSheet(parsing: css, name: "a/b.css", origin: .user)
        let tree = TestTree("<html><ul><p id=\"p\">x</p></ul></html>")
        let styles = StyleResolver([sheet], medium: .print, for: DocumentNames(in: tree.all[0]))
        #expect(styles.pictures.map(\.text) == ["2.png", "other.png", "fallback.png", "logo.svg"])
        #expect(styles.pictures.allSatisfy { $0.sheet == "a/b.css" })
    }

    @Test func resolvesAgainstTheSheetThatIsImported() {
        let sheet = StyleSheet(
            parsing: "@import 'deep/b.css'; p::before { content: url(a.png) }", name: "a.css", origin: .user
        ) { address, _ in
            ImportedStyleSheet(name: address, text: "p { list-style-image: url(b.png) }")
        }
        let pictures = StyleResolver([sheet], medium: .print).pictures
        #expect(pictures == [PictureAddress("b.png", in: "deep/b.css"), PictureAddress("a.png", in: "a.css")])
    }

    @Test func searchesDeeplyNestedValues() {
        let deep = String(repeating: "a(", count: 50_000) + "url(a.png)" + String(repeating: ")", count: 50_000)
        let chain = (0..<5_000).map { "--x\($0): var(--x\($0 + 1));" }.joined()
        let css = "p { content: \(deep); list-style: var(--x0); \(chain) } ul { content: url(b.png) }"
        let styles = StyleResolver([StyleSheet(parsing: css, name: "", origin: .user)], medium: .print)
        #expect(styles.pictures.map(\.text) == ["a.png", "b.png"])
    }
}
