@testable import CSS

/// Documentation/CSS.md, from the property table and the rows that the tests see.
enum SupportTable {
    static var markdown: String {
        """
        # CSS

        What a style sheet for print may say. The tables are written by `SupportTests`, which lays a small article out with and
        without each row: what is honoured changes its pages, what is only read does not. A row that turns false fails the test.

        `yes`: pages show it. `partly`: they show it where the remark says. `no`: it is read and leaves the pages as they are.
        Whatever stands in no table is skipped with one warning that quotes it with its file, line and column.
        Web page, EPUB and mail get the sheets as they are, and their readers decide.

        ## The article's skeleton

        Styles can count on these elements and classes (`ArticleMarkup` makes them, for every output):

        ```
        \(skeleton)
        ```

        ## Properties

        \(table(Feature.properties))

        ## Shorthands

        \(table(Feature.shorthands))

        ## Other names

        Older, prefixed and logical names stand for properties above. \(aliases)

        Sides by the direction of the text: \(list(PropertyTable.logical.keys.sorted())).

        ## At-rules

        `@import` (with `layer`, `supports()` and media; local files below the sheet's own folder or `--root`) and `@font-face`
        have tests of their own (`StyleSheetImportTests`, `FontFaceTests`). What moves or asks a window is read over:
        `@keyframes`, `@starting-style`, `@position-try`, `@viewport`, `@view-transition`.

        \(table(Feature.atRules))

        ## Selectors

        \(table(Feature.selectors))

        ## Values

        \(table(Feature.values))

        ## Without effect

        These change how things look elsewhere and not in print, which is said once for each sheet, unless what they are set
        to is that nothing be done (`none`, `auto`, `normal`, 0): \(list(unsupported)).

        These say nothing of how a page looks, and pass without a warning: \(list(UnsupportedCSS.meaningless.sorted())), and all
        whose names begin with \(list(UnsupportedCSS.meaninglessFamilies)). So do names with a browser's prefix, where there
        is no such property without it. Names with the prefix of a formatter (`-prince-`, `prince-`, `-weasy-`, `-ro-`, `-ah-`,
        `-epub-`) mean the property without it.

        """
    }

    private static let skeleton = """
        html[lang][dir] > body > article
          header > h1.title, p.subtitle, p.byline > span.author…, p.source > span.site, time.published, a.address
          h2…h6, p, blockquote, aside, div, hr, p.verse, div.math, p.media > a
          ul, ol[start][type][reversed] > li[value], li.task, li.task.checked      dl > dt, dd
          pre > code.language-NAME
          table > caption, thead/tbody/tfoot > tr > th[scope]/td[colspan][rowspan], .align-left .align-center .align-right
          figure > (img | blocks), figcaption > span.credit
          section.notes > div.note#note-ID
        inline: a[href] em strong s u mark sub sup cite q abbr time code kbd span.small-caps span.math bdi bdo ruby > rt br img
                a.noteref (a note's call)
        """

    private static func table(_ features: [Feature]) -> String {
        let rows = features.sorted { $0.name < $1.name }.map { feature in
            let support =
                switch feature.support {
                case .yes: "yes"
                case .partly: "partly"
                case .no: "no"
                }
            return "| `\(feature.name)` | \(support) | \(feature.remark) | \(example(of: feature)) |"
        }
        return
            (["| what | honoured | where | seen by `SupportTests.seesOnPages` with |", "| --- | --- | --- | --- |"]
            + rows)
            .joined(separator: "\n")
    }

    /// Bars end cells of a table.
    private static func example(of feature: Feature) -> String {
        feature.test.map { "the test `\($0)`" } ?? "`\(feature.css.replacing("|", with: "\\|"))`"
    }

    private static var aliases: String {
        PropertyTable.aliases.sorted { $0.key < $1.key }.map { "`\($0.key)` is `\($0.value)`" }.joined(separator: ", ")
            + "."
    }

    private static let unsupported = UnsupportedCSS.properties.filter {
        PropertyTable.index[$0] == nil && PropertyTable.shorthands[$0] == nil
    }.sorted()

    private static func list(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: ", ") }
}
