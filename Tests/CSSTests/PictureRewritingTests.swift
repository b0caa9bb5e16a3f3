import Testing

@testable import CSS

/// Pictures in sheets that are handed on.
@Suite struct PictureRewritingTests {
    private static let places = [
        PictureAddress("a.png", in: "m.css"): "p/1.png", PictureAddress("b.png", in: "i.css"): "p/2.png",
    ]

    @Test(
        arguments: [
            ("list-style: url(a.png) square", "list-style: url(\"p/1.png\") square"),
            ("list-style: url(no.png) square", "list-style: none square"),
            ("background: #fff url(no.png)", "background: #fff none"),
            ("background-image: url(no.png)", "background-image: none"),
            ("content: 'x' url(no.png) ' y'", "content: 'x' ' y'"), ("content: url(no.png)", nil),
            ("content: url(no.png) / 'x'", nil),
            ("content: image-set('a.png' 2x, 'no.png' 1x)", "content: url(\"p/1.png\")"),
            ("cursor: url(no.png), auto", nil), ("clip-path: url(#part)", "clip-path: url(#part)"),
            ("content: var(--mark)", "content: url(\"p/1.png\")"), ("color: rgb(1, 2, 3)", "color: rgb(1, 2, 3)"),
        ] as [(String, String?)])
    func flattensPictures(declaration: String, flattened: String?) {
        let sheet = StyleSheet(
            parsing: ":root { --mark: url(a.png) } p { \(declaration) }", name: "m.css", origin: .user)
        let text = StyleResolver([sheet], medium: .screen).flattened(pictures: Self.places)
        #expect(text == flattened.map { "p {\n    \($0);\n}\n" } ?? "")
    }

    @Test func keepsASheetAsItIsButForItsPictures() {
        let css = """
            @import "i.css" print; @font-face { font-family: X; src: url(x.ttf) } /* url(a.png) */
            p { --mark: url( 'a.png' ); content: URL(no.png); mask: url(#m) } @page { @top-left { content: src("a.png") } }
            """
        let sheet = StyleSheet(parsing: css, name: "m.css", origin: .user) { address, _ in
            ImportedStyleSheet(name: address, text: "q { content: image-set('b.png' 2x) }")
        }
        let expected = """
            @media print {
            q { content: image-set(url("p/2.png") 192dpi) }
            } @font-face { font-family: X; src: url(x.ttf) } /* url(a.png) */
            p { --mark: url("p/1.png"); content: url("none"); mask: url(#m) } @page { @top-left { content: url("p/1.png") } }
            """
        #expect(sheet.text { Self.places[$0] ?? "none" } == expected)
    }
}
