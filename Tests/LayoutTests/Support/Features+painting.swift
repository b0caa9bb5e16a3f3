/// Backgrounds, round corners, shadows, outlines, what is cut off and what is translucent.
extension Feature {
    private static let gradient = "linear-gradient(#ff0000, #0000ff)"
    private static let tiles = "p { background-image: \(gradient); background-size: 7pt 5pt }"

    private static let frame = "p { border: 3pt solid; border-image: url(x.png) 3 }"

    static let painting: [Feature] = [
        .seen("background-color", "#eeeeee"), .seen("background-image", gradient),
        .seen("background-position", "right 3pt bottom 2pt", base: tiles),
        .seen("background-size", "9pt auto", base: tiles), .seen("background-repeat", "round no-repeat", base: tiles),
        .seen("background-origin", "content-box", base: tiles + " p { padding: 4pt }"),
        .seen("background-clip", "padding-box", base: tiles + " p { border: 2pt dotted }", "not `text`"),
        .seen("background-attachment", "fixed", base: tiles, "`fixed` is in the page box"),
        .seen("border-top-left-radius", "4pt 2pt", base: "p { background: #eee }"),
        .seen("border-top-right-radius", "4pt 2pt", base: "p { background: #eee }"),
        .seen("border-bottom-right-radius", "4pt 2pt", base: "p { background: #eee }"),
        .seen("border-bottom-left-radius", "4pt 2pt", base: "p { background: #eee }"),
        .seen("box-shadow", "1pt 1pt 3pt 1pt #888888, inset 0 0 2pt"),
        .seen("outline-width", "3pt", base: "p { outline: 1pt solid }"),
        .seen("outline-style", "dotted"), .seen("outline-color", "#ff0000", base: "p { outline: 1pt solid }"),
        .seen("outline-offset", "2pt", base: "p { outline: 1pt solid }"), .seen("opacity", "0.5"),
        .seen("text-shadow", "1pt 1pt #888888", "without blur"),
        .seen("border-image-source", "url(x.png)", base: "p { border: 3pt solid }"),
        .seen("border-image-slice", "4 fill", base: frame), .seen("border-image-width", "2", base: frame),
        .seen("border-image-outset", "3pt", base: frame), .seen("border-image-repeat", "round", base: frame),
        .seen("overflow", "hidden", base: "p { white-space: nowrap }"),
    ]

    static let paintingShorthands: [Feature] = [
        .seen("background", "\(gradient) 0 0 / 9pt 9pt space, #eee"), .seen("outline", "1pt solid"),
        .seen("border-image", "url(x.png) 4 / 3pt round"),
        .seen("border-radius", "4pt / 2pt", base: "p { background: #eee }"),
    ]
}
