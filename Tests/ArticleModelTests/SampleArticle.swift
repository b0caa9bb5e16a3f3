import ArticleModel
import Diagnostics

/// An article that has each case of the model once, for the laws that must hold of all of them.
let everyCase = Article(
    metadata: Metadata(
        title: "Every “case”", subtitle: "of the model", authors: ["A. Writer", "B. Printer"],
        published: "2026-11-20", modified: "2026-11-21T10:00:00Z", site: "The Bindery", section: "Type",
        language: "en", direction: .leftToRight, summary: .init(text: "All of it.", isFirstParagraph: true),
        address: "https://example.org/every", leadImage: Image(address: "https://example.org/lead.png"),
        license: "CC BY 4.0", keywords: ["type", "paper"]),
    blocks: [
        Block(.heading(level: 2, [.text("Inlines")]), attributes: Attributes(id: "inlines", classes: ["a", "b"])),
        Block(
            .paragraph(everyInline), attributes: Attributes(language: "de", direction: .automatic),
            source: SourceRange(start: 4, end: 90, line: 2, column: 1)),
        Block(.blockQuote([Block(.paragraph([.text("Quoted.")]))])),
        Block(
            .list(
                List(
                    marker: .ordered(.init(start: 3, style: .lowerRoman, isReversed: true)),
                    items: [
                        ListItem([Block(.paragraph([.text("one")]))], attributes: Attributes(id: "i"), value: 7),
                        ListItem([
                            Block(.paragraph([.text("two")])),
                            Block(.list(List(items: [ListItem([], checked: true), ListItem([], checked: false)]))),
                        ]),
                    ]))),
        Block(
            .definitionList([
                DefinitionGroup(
                    terms: [[.text("lead")]], definitions: [[Block(.paragraph([.text("a metal")]))]])
            ])),
        Block(.code(CodeBlock(text: "let a = \"[b]\"\n\treturn\n", language: "swift"))),
        Block(
            .table(
                Table(
                    caption: [.text("Sizes")],
                    head: [
                        .init([.init([Block(.paragraph([.text("Name")]))], isHeader: true, scope: .column)])
                    ],
                    body: [
                        .init([
                            .init([Block(.paragraph([.text("pica")]))], columnSpan: 2, alignment: .right),
                            .init([Block(.paragraph([.text("12")])), Block(.thematicBreak)], rowSpan: 3),
                        ])
                    ], foot: [.init([.init([])])]))),
        Block(
            .figure(
                Figure(
                    blocks: [
                        Block(.paragraph([Inline(.image(Image(resource: "ff", alternative: "a", width: 10.5)))]))
                    ], caption: [.text("A picture.")], credit: [.text("Someone")]))),
        Block(.thematicBreak),
        Block(.division([Block(.paragraph([.text("Inside.")]))]), attributes: Attributes(classes: ["box"])),
        Block(.aside([Block(.paragraph([.text("Aside.")]))])),
        Block(.verse([[.text("one line")], [.text("and another")]])),
        Block(.math(Math(mathML: "<math/>", tex: "x^2", text: "x²", isDisplay: true))),
        Block(
            .media(
                Media(
                    kind: .video, address: "https://example.org/v", title: "A film",
                    poster: Image(address: "https://example.org/p.jpg", title: "t")))),
    ],
    notes: [Note(id: "1", blocks: [Block(.paragraph([.text("The note.")]))], attributes: Attributes(language: "la"))],
    resources: [
        "ff": Resource(
            id: "ff", path: "/spool/ff", mediaType: "image/png", byteCount: 12, pixelWidth: 3, pixelHeight: 4.5,
            orientation: 6, address: "https://example.org/x.png")
    ])

private let everyInline: [Inline] = [
    .text("plain "), Inline(.text("attributed"), attributes: Attributes(language: "fr")),
    Inline(.emphasis([.text("emphasis"), Inline(.strong([.text("nested")]))])),
    Inline(.strikethrough([.text("struck")])), Inline(.underline([.text("under")])), Inline(.mark([.text("mark")])),
    Inline(.subscript([.text("2")])), Inline(.superscript([.text("3")])), Inline(.smallCaps([.text("caps")])),
    Inline(.quotation([.text("quote")])), Inline(.citation([.text("work")])),
    Inline(.abbreviation(title: "Portable", [.text("P")])), Inline(.time(datetime: "2026", [.text("now")])),
    Inline(.span([.text("span")])), Inline(.isolate([.text("isolate")])),
    Inline(.override(.rightToLeft, [.text("override")])), Inline(.code("a[0]")), Inline(.keyboard("Ctrl")),
    Inline(.link(Link(address: "https://example.org/?a=1&b=\u{7}", title: "T"), [.text("link")])),
    Inline(.image(Image(address: "data:,", alternative: ""))),
    Inline(.ruby(base: [.text("漢")], text: [.text("かん")])), Inline(.math(Math(text: "a+b"))), Inline(.lineBreak),
    Inline(.noteReference("1")),
]
