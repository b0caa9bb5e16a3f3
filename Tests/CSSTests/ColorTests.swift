import CSS
import Geometry
import Testing

/// CSS Color 4 and `color-mix()`, as the sRGB that is printed.
@Suite struct ColorTests {
    @Test(arguments: [
        ("rebeccapurple", "#663399"), ("#f0f", "#ff00ff"), ("#12345678", "#12345678"),
        ("rgb(255 0 0 / 50%)", "#ff000080"),
        ("rgb(100% 0% 0%)", "#ff0000"), ("hsl(120deg 100% 25%)", "#008000"), ("hsl(0.5turn 100% 50%)", "#00ffff"),
        ("hwb(60 20% 0%)", "#ffff33"), ("lab(46.2775% -47.5621 48.5837)", "#008000"),
        ("lch(46.2775% 67.9892 134.3912)", "#008000"),
        ("oklab(51.975% -0.1403 0.10768)", "#008000"), ("oklch(51.975% 0.17686 142.495)", "#008000"),
        ("color(srgb 0 0.5 0)", "#008000"), ("color(srgb-linear 0 0.21404 0)", "#008000"),
        ("color(display-p3 0.26374 0.59085 0.16434)", "#009900"), ("color(xyz 0.07719 0.15438 0.02573)", "#008000"),
        ("color(xyz-d50 0.08314 0.154747 0.020953)", "#008000"),
        ("color(rec2020 0.235202 0.431704 0.085432)", "#008000"),
        ("color(a98-rgb 0.281363 0.498012 0.116746)", "#008000"),
        ("color(prophoto-rgb 0.230479 0.395789 0.129968)", "#008000"),
        ("device-cmyk(0 1 1 0)", "#ff0000"), ("transparent", "#00000000"), ("RGB(0 0 0)", "#000000"),
        ("color-mix(in srgb, red, blue)", "#800080"), ("color-mix(in srgb, red 25%, blue)", "#4000bf"),
        ("color-mix(in srgb, red 20%, blue 20%)", "#80008066"), ("color-mix(in srgb, transparent, red)", "#ff000080"),
        ("color-mix(in srgb-linear, white, black)", "#bcbcbc"), ("color-mix(in oklab, white, black)", "#636363"),
    ])
    func reads(text: String, expected: String) throws {
        let color = try #require(Color(css: text))
        let wanted = try #require(Color(css: expected))
        for (a, b) in [
            (color.red, wanted.red), (color.green, wanted.green), (color.blue, wanted.blue),
            (color.alpha, wanted.alpha),
        ] {
            #expect(abs(a - b) < 0.006)
        }
    }

    @Test(arguments: [
        "rgb(1 2)", "rgb(1, 2 3)", "hsl(10% 1% 1%)", "color(frob 1 1 1)", "color-mix(in, red, blue)",
        "color-mix(in srgb, red 0%, blue 0%)",
        "#12", "lab()", "color-mix(in srgb, red 120%, blue)",
    ])
    func refuses(text: String) {
        #expect(Color(css: text) == nil)
    }

    /// What no printer's sRGB has keeps hue and lightness, and loses chroma, rather than a channel.
    @Test(arguments: ["color(display-p3 0 1 0)", "oklch(0.7 0.4 150)", "lch(50% 150 30)", "color(rec2020 1 0 0)"])
    func mapsWhatIsOutOfGamut(text: String) throws {
        let color = try #require(Color(css: text))
        #expect([color.red, color.green, color.blue].allSatisfy { (0...1).contains($0) })
    }

    @Test func keepsTheHueOfWhatItMaps() throws {
        // A green far outside: clipping would turn it to pure green.
        let color = try #require(Color(css: "oklch(0.6 0.4 145)"))
        #expect(color.green > color.red && color.green > color.blue && color.green < 0.75)
    }
}
