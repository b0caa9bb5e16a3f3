import ArgumentParser
import Offprint

/// What one sets before printing without writing a style; each setting stands for a few lines of CSS.
struct PrintArguments: ParsableArguments {
    @Flag(help: "The paper lies on its long side.")
    var landscape = false

    @Option(help: ArgumentHelp("The size of the text, which all other sizes follow: 12pt.", valueName: "length"))
    var fontSize: String?

    @Option(help: ArgumentHelp("The font family of the text.", valueName: "family"))
    var font: String?

    @Option(help: ArgumentHelp("Columns of text on a page, 1 to 4.", valueName: "count"))
    var columns: Int?

    @Flag(help: "Print without colours.")
    var grayscale = false

    @Option(
        help: """
            Addresses of links on paper: footnotes, endnotes, inline or none. The style decides where nothing is said.
            """)
    var links: LinkPolicy?

    @Flag(help: "A table of contents with page numbers.")
    var toc = false

    @Flag(help: "A cover page before the article.")
    var cover = false

    @Flag(help: "Number the headings.")
    var numbers = false

    mutating func validate() throws {
        if let fontSize, !CSSLengths.isFontSize(fontSize) {
            throw ValidationError("'\(fontSize)' is no size: give an absolute length from 4pt to 144pt, as in 12pt")
        }
        if let columns, !(1...4).contains(columns) {
            throw ValidationError("\(columns) columns are not possible: give 1 to 4")
        }
        if let font, font.allSatisfy(\.isWhitespace) {
            throw ValidationError("'\(font)' is no font family")
        }
    }

    func apply(to options: inout PublicationOptions) {
        options.isLandscape = landscape
        options.fontSize = fontSize
        options.fontFamily = font
        options.columns = columns
        options.isGrayscale = grayscale
        options.links = links
        options.includesContents = toc
        options.includesCover = cover
        options.numbersHeadings = numbers
    }
}
