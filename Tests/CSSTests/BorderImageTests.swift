import Geometry
import Testing

@testable import CSS

/// Values of border images (CSS Backgrounds 3, §5).
struct BorderImageTests {
    private func image(_ css: String) -> BorderImage { style("p { \(css) }").box.painting.borderImage }

    @Test(arguments: [
        ("url(a.png) 10", "url(\"a.png\") 10 / 1 / 0 stretch stretch"),
        (
            "url(a.png) 10% 20 fill / 2 auto 5pt / 1 3pt round space",
            "url(\"a.png\") 10% 20 fill / 2 auto 5pt / 1 3pt round space"
        ),
        ("round url(a.png) fill 1 2 3 4", "url(\"a.png\") 1 2 3 4 fill / 1 / 0 round round"),
        ("5 / / 2pt url(a.png)", "url(\"a.png\") 5 / 1 / 2pt stretch stretch"),
        ("none", "none"),
        ("linear-gradient(red, blue) 1", "linear-gradient(180deg, #ff0000, #0000ff) 1 / 1 / 0 stretch stretch"),
    ])
    func dealsOutTheShorthand(value: String, expected: String) {
        #expect(image("border-image: \(value)").cssText == expected)
    }

    @Test(arguments: [
        "border-image: url(a.png) -1", "border-image: url(a.png) 1 /", "border-image: url(a.png) 1 / 2 /",
        "border-image: url(a.png) url(b.png)", "border-image-slice: 1 2 3 4 5", "border-image-width: -1pt",
        "border-image-outset: 10%", "border-image-repeat: stretch round space", "border-image-source: red",
    ])
    func refusesWhatIsNone(declaration: String) {
        let sheet = StyleSheet(parsing: "p { \(declaration) }", name: "", origin: .user)
        #expect(sheet.diagnostics.count == 1)
    }

    @Test func isTakenAwayByBorder() {
        #expect(image("border-image: url(a.png) 1; border: 1pt solid") == BorderImage())
        #expect(image("border-image: url(a.png) 1; border-top: 1pt solid") != BorderImage())
    }
}
