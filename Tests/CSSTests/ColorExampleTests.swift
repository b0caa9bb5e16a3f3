import CSS
import Geometry
import Testing

/// Colours made of others: CSS Color 5, and what CSS Color 4 says of mixing, hues and missing components.
@Suite struct ColorExampleTests {
    private static let transparentRed = "rgb(255 0 0 / 0.5)"

    @Test(arguments: [
        // Color 4, §4 to §10: forms of writing.
        ("rgb(none 128 0)", "#008000"), ("rgb(300 -20 0)", "#ff0000"), ("rgba(0 0 255)", "#0000ff"),
        ("rgb(0, 0, 255, 50%)", "#0000ff80"), ("rgb(25% 50% 0 / .5)", "#40800080"), ("hsl(120 none 50%)", "#808080"),
        ("hsl(120 100 25)", "#008000"), ("hsla(-240deg, 100%, 25%, 1)", "#008000"),
        ("hsl(calc(60deg * 2) 100% 25%)", "#008000"),
        ("hwb(0.25turn 50% 80%)", "#626262"), ("lab(100 50 20)", "#ffffff"), ("lch(0% 60 30)", "#000000"),
        ("oklch(51.975% 44.215% 142.495)", "#008000"), ("oklab(none none none)", "#000000"),
        ("lab(50% 0 0 / none)", "#77777700"),
        ("color(srgb 50% none 0)", "#800000"), ("color(display-p3-linear 0.0506 0.2878 0.0185)", "#009300"),
        ("color(xyz-d65 0.07719 0.15438 0.02573 / 25%)", "#00800040"),
        ("rgb(calc(10 * 12.8) sqrt(0) max(0, 0))", "#800000"), ("rgb(calc(infinity) 0 0)", "#ff0000"),
        ("rgb(calc(NaN) 0 0)", "#000000"), ("ReBeccaPurple", "#663399"), ("device-cmyk(0 0 0 1)", "#000000"),
        ("CanvasText", "#000000"), ("Canvas", "#ffffff"), ("light-dark(red, blue)", "#ff0000"),
        ("contrast-color(navy)", "#ffffff"), ("contrast-color(yellow)", "#000000"),
        // Color 5, §3: examples of mixing.
        ("color-mix(in lch, purple 50%, plum 50%)", "lch(51.51% 52.21 325.8)"),
        ("color-mix(in lch, peru 40%, palegoldenrod)", "lch(79.7256 40.448 84.771)"),
        ("color-mix(in lch, teal 65%, olive)", "lch(49.4431 40.4806 162.546)"),
        ("color-mix(red, blue)", "color-mix(in oklab, red, blue)"),
        ("color-mix(in srgb, red 30%, blue 30%)", "rgb(128 0 128 / 0.6)"),
        ("color-mix(in hsl, hsl(120 10% 20%), hsl(30 30% 40%))", "hsl(75 20% 30%)"),
        ("color-mix(in hsl, hsl(40 50% 50%), hsl(330 50% 50%))", "hsl(5 50% 50%)"),
        ("color-mix(in hsl longer hue, hsl(40 50% 50%), hsl(60 50% 50%))", "hsl(230 50% 50%)"),
        ("color-mix(in hsl increasing hue, hsl(330 50% 50%), hsl(50 50% 50%))", "hsl(10 50% 50%)"),
        ("color-mix(in hsl decreasing hue, hsl(50 50% 50%), hsl(330 50% 50%))", "hsl(10 50% 50%)"),
        ("color-mix(in hwb, hwb(120 10% 20%), hwb(30 30% 40%))", "hwb(75 20% 30%)"),
        ("color-mix(in oklch, oklch(0.5 0.1 30), oklch(0.7 0.1 50))", "oklch(0.6 0.1 40)"),
        ("color-mix(in lab, lab(40 10 20), lab(60 30 -20))", "lab(50 20 0)"),
        ("color-mix(in xyz, black, white)", "color(srgb-linear 0.5 0.5 0.5)"),
        ("color-mix(in rec2020, black, white)", "#8b8b8b"),
        ("color-mix(in display-p3, red, red)", "red"), ("color-mix(in prophoto-rgb, red, red)", "red"),
        ("color-mix(in a98-rgb, lime, lime 20%)", "lime"), ("color-mix(in xyz-d50, blue, blue)", "blue"),
        // §12.2: what is missing is the other's, and a grey has no hue.
        ("color-mix(in lch, lch(none none none), lch(50 60 70))", "lch(50 60 70)"),
        ("color-mix(in oklch, white, oklch(0.5 0.1 30))", "oklch(0.75 0.05 30)"),
        ("color-mix(in srgb, rgb(none 0 0), rgb(100% 100% 0))", "rgb(100% 50% 0)"),
        ("color-mix(in srgb, rgb(255 0 0 / none), rgb(0 0 255 / 0.5))", "rgb(128 0 128 / 0.5)"),
        (
            "color-mix(in hsl, oklch(0.6 0.1 none), hsl(30 50% 50%))",
            "color-mix(in hsl, hsl(from oklch(0.6 0.1 0) none s l), hsl(30 50% 50%))"
        ),
        // §4: relative colours.
        ("rgb(from indianred 255 g b)", "rgb(255 92 92)"), ("rgb(from rebeccapurple r g b)", "#663399"),
        ("hsl(from magenta calc(h + 180) s l)", "#00ff00"),
        ("lch(from peru calc(l * 0.8) c h)", "lch(49.8022 54.0043 63.6936)"),
        ("rgb(from #f00 g r b / alpha)", "#00ff00"), ("rgb(from rgb(255 0 0 / 50%) r g b)", transparentRed),
        ("rgb(from red r g b / calc(alpha / 2))", transparentRed), ("oklch(from navy 0.9 0 h)", "oklch(0.9 0 0)"),
        ("color(from green srgb r g b)", "#008000"), ("color(from green display-p3 r g b)", "#008000"),
        ("hwb(from red h 20% b)", "hwb(0 20% 0%)"), ("rgb(from color-mix(in srgb, red, blue) b g r)", "#800080"),
        ("lab(from white l a b)", "#ffffff"), ("hsl(from red h s l / 0.5)", transparentRed),
        ("rgb(from red none g b)", "#000000"), ("color(from white xyz x y z)", "#ffffff"),
    ])
    func reads(text: String, expected: String) throws {
        let color = try #require(Color(css: text))
        expectNear(color, try #require(Color(css: expected)))
    }

    @Test(arguments: [
        "rgb(from red r g)", "rgb(from red h s l)", "rgb(from red, r, g, b)",
        "color-mix(in lab shorter hue, red, blue)",
        "color-mix(in lch longer, red, blue)", "color-mix(in frob, red, blue)", "color(hsl 0 0 0)", "hsl(none, 1%, 1%)",
        "rgb(10deg 0 0)", "lch(50% 10 30%)", "rgb(1, 2%, 3)", "light-dark(red)", "color-mix(in srgb, red)",
        "hwb(1, 2%, 3%)",
        "rgb(0 0 0 / 1deg)", "rgb(0 0 0 0)", "color(srgb 1 1)", "rgb(1px 0 0)", "color-mix(in srgb, frob, red)",
        "#12345",
    ])
    func refuses(text: String) {
        #expect(Color(css: text) == nil)
    }

    /// `currentcolor` takes part in other colours (Color 4, §6.2), and is inherited as such where it stands alone.
    @Test func knowsTheElementsColour() {
        let css = "html { color: red } p { color: blue; background-color: color-mix(in srgb, currentcolor, white)"
        expectNear(style(css + "}").box.backgroundColor, Color(css: "#8080ff")!)
        expectNear(
            style(css + "; background-color: rgb(from currentColor g b r) }").box.backgroundColor,
            Color(css: "#00ff00")!)
        expectNear(
            style("html { color: red } p { color: color-mix(in srgb, currentcolor, blue) }").color,
            Color(css: "#800080")!)
        let border = style(css + "; border: 1pt solid color-mix(in srgb, currentcolor 50%, transparent) }").box.border
            .top
        expectNear(border.color!, Color(css: "#0000ff80")!)
        #expect(style(css + "; border: 1pt solid currentcolor }").box.border.top.color == nil)
    }

    private func expectNear(_ color: Color, _ wanted: Color) {
        for (a, b) in [
            (color.red, wanted.red), (color.green, wanted.green), (color.blue, wanted.blue),
            (color.alpha, wanted.alpha),
        ] {
            #expect(abs(a - b) < 0.006, "\(color) is not \(wanted)")
        }
    }
}
