import CSS
import Geometry
import Testing

@Suite struct PageRuleTests {
    private let millimetre = 72 / 25.4

    private func page(
        _ css: String, number: Int = 3, isLeft: Bool = false, isBlank: Bool = false, name: String? = nil,
        size: Size? = nil
    ) -> PageContext {
        let sheet = StyleSheet(parsing: css, name: "", origin: .user)
        #expect(sheet.diagnostics.isEmpty)
        return StyleResolver([sheet], medium: .print, pageSize: size).pageContext(
            for: PageSelectorContext(number: number, isFirst: number == 1, isLeft: isLeft, isBlank: isBlank, name: name)
        )
    }

    @Test(arguments: [
        ("a5", 148, 210), ("A4 landscape", 297, 210), ("landscape", 297, 210), ("10cm", 100, 100),
        ("10cm 20cm", 100, 200),
        ("letter", 215.9, 279.4), ("portrait legal", 215.9, 355.6), ("auto", 210, 297), ("jis-b5", 182, 257),
    ])
    func readsSizes(value: String, width: Double, height: Double) {
        let size = page("@page { size: \(value) }").size
        #expect(abs(size.width - width * millimetre) < 0.01 && abs(size.height - height * millimetre) < 0.01)
    }

    @Test func measuresMarginsOnThePage() {
        let context = page("@page { size: 100pt 200pt; margin: 10% 5pt 2em }")
        #expect(context.margin == Edges(top: 20, right: 5, bottom: 24, left: 5))
    }

    @Test func prefersTheMoreSpecificPage() {
        let css = """
            @page { margin: 1pt } @page wide { margin: 2pt } @page :first { margin: 3pt } @page :left { margin: 4pt }
            @page wide:first { margin: 5pt } @page :blank { margin-top: 6pt } @page :nth(2n) { margin-left: 7pt }
            """
        #expect(page(css).margin == Edges(1))
        #expect(page(css, number: 1).margin == Edges(3))
        #expect(page(css, number: 5, isLeft: true).margin == Edges(4))
        #expect(page(css, number: 5, isLeft: true, name: "wide").margin == Edges(2))
        #expect(page(css, number: 1, name: "wide").margin == Edges(5))
        #expect(page(css, number: 5, isBlank: true).margin.top == 6)
        #expect(page(css, number: 4).margin.left == 7)
    }

    @Test func turnsInnerMarginsWithThePage() {
        let css = "@page { margin-inside: 10pt; margin-outside: 20pt }"
        #expect(page(css, isLeft: false).margin == Edges(top: 0, right: 20, bottom: 0, left: 10))
        #expect(page(css, isLeft: true).margin == Edges(top: 0, right: 10, bottom: 0, left: 20))
    }

    @Test func givesMarginBoxesTheirContent() {
        let css = """
            @page { font-size: 8pt; @top-left { content: string(title); text-align: left } @bottom-center { content: "– " counter(page) " / " counter(pages) }
                    @top-right { color: red } @left-middle { content: none } }
            @page :first { @top-left { content: none } }
            """
        let boxes = page(css).marginBoxes
        #expect(boxes.map(\.place) == [.topLeft, .bottomCenter])
        #expect(boxes[0].content == [.namedString(name: "title", keyword: .first)] && boxes[0].style.font.size == 8)
        #expect(
            boxes[1].content == [
                .string("– "), .counter(name: "page", style: "decimal"), .string(" / "),
                .counter(name: "pages", style: "decimal"),
            ])
        #expect(page(css, number: 1).marginBoxes.map(\.place) == [.bottomCenter])
    }

    @Test func stylesTheFootnoteArea() {
        let area = page("@page { @footnote { border-top: 1pt solid; padding-top: 3pt } }").footnoteArea
        #expect(area.box.border.top.width == 1 && area.box.padding.top == .points(3))
    }

    @Test func inheritsFromTheRootElement() {
        let sheet = StyleSheet(
            parsing: "html { --gap: 9pt; font-size: 20pt } @page { margin: var(--gap); @top-left { content: 'x' } }",
            name: "",
            origin: .user)
        let resolver = StyleResolver([sheet], medium: .print)
        _ = resolver.style(of: TestTree("<html></html>").all[0], inheriting: .initial)
        let context = resolver.pageContext(for: PageSelectorContext(number: 1, isFirst: true, isLeft: false))
        #expect(context.margin == Edges(9) && context.marginBoxes[0].style.font.size == 20)
    }

    @Test func measuresViewportUnitsOnThePage() {
        let sheet = StyleSheet(
            parsing: "@page { size: 200pt 400pt } p { width: 10vw; height: 10vh }", name: "", origin: .user)
        let style = TestTree("<html><p id=\"p\"></p></html>").style("p", StyleResolver([sheet], medium: .print))
        #expect(style.box.width == .length(.points(20)) && style.box.height == .length(.points(40)))
    }
}
