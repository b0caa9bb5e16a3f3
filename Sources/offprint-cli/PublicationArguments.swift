import ArgumentParser
import Offprint

/// The options that say how an article is read and what its outputs look like.
struct PublicationArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A style: its name, or a style sheet that replaces it. Styles: \(Theme.names.joined(separator: ", ")).",
            valueName: "name|file"))
    var style: String?

    @Option(
        parsing: .unconditionalSingleValue, help: ArgumentHelp("Style rules over all others.", valueName: "snippet"))
    var css: [String] = []

    @Option(
        name: .customLong("font-dir"),
        help: ArgumentHelp("A folder of fonts that styles may name; may be repeated.", valueName: "folder"))
    var fontFolders: [String] = []

    @Option(
        help: ArgumentHelp("a3, a4, a5, b5, letter, legal…, or width and height: '148mm 210mm'.", valueName: "size"))
    var paper: String?

    @Option(help: ArgumentHelp("The page's margins, one to four lengths: '25mm 20mm'.", valueName: "lengths"))
    var margin: String?

    @OptionGroup(title: "Settings of the page") var settings: PrintArguments

    @Option(help: ArgumentHelp("The article's language, a BCP 47 tag.", valueName: "tag"))
    var lang: String?

    @Option(help: ArgumentHelp("The encoding of a page or text that names a wrong one or none.", valueName: "label"))
    var encoding: String?

    @Option(help: "The title, in place of the input's.")
    var title: String?

    @Option(help: ArgumentHelp("An author, in place of the input's; may be repeated.", valueName: "name"))
    var author: [String] = []

    @Option(help: ArgumentHelp("Where the article was published, or standard input came from.", valueName: "address"))
    var url: String?

    @Option(help: ArgumentHelp("The folder of a saved site whose files a page may name.", valueName: "folder"))
    var root: String?

    @Flag(name: .customLong("no-extract"), help: "Take the whole page, not only the article in it.")
    var takesWholePage = false

    @Flag(name: .customLong("no-join"), help: "Leave the further pages of an article that is cut over several.")
    var leavesFurtherPages = false

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "A part of the page that belongs to the article, a CSS selector; may be repeated.", valueName: "selector"))
    var keep: [String] = []

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp("A part of the page that does not, even inside those.", valueName: "selector"))
    var drop: [String] = []

    @Flag(
        inversion: .prefixedNo,
        help: "Set quotation marks, dashes and spaces by the language's rules (Markdown and plain text).")
    var smart: Bool?

    @Option(help: "Pictures: full (in the output), small, link (left at their addresses) or none.")
    var images: ImagePolicy = .full

    @Flag(name: .customLong("no-images"), help: "The same as --images none.")
    var leavesImagesOut = false

    @Flag(help: "Write title, byline and source into txt, too.")
    var withMetadata = false

    @Option(help: ArgumentHelp("What a message carries besides its text: pdf, epub or both.", valueName: "formats"))
    var attach: FormatList = FormatList(formats: [])

    @Option(help: ArgumentHelp("Refuse inputs larger than this (50M).", valueName: "size"))
    var maxBytes: ByteCount?

    mutating func validate() throws {
        if let paper, Paper(argument: paper) == nil {
            throw ValidationError(
                "'\(paper)' is no paper: give a name (\(Paper.names.joined(separator: ", "))) or two lengths")
        }
        if let encoding, !PublicationOptions.isEncoding(encoding) {
            throw ValidationError(
                "'\(encoding)' is no encoding: give a label such as windows-1252, koi8-r or shift_jis")
        }
        if let margin, !CSSLengths.isMargin(margin) {
            throw ValidationError("'\(margin)' is no margin: give one to four lengths, as in '25mm 20mm'")
        }
        for text in css where !text.contains(where: { "{:@".contains($0) }) {
            throw ValidationError("'\(text)' is no style rule; --style is what reads a file")
        }
        if let other = attach.formats.first(where: { $0 != .pdf && $0 != .epub }) {
            throw ValidationError("\(other.rawValue) cannot be attached; pdf and epub can")
        }
    }

    /// The options as the library takes them; a style sheet's file is read here.
    func options(_ network: NetworkArguments) throws(PublicationError) -> PublicationOptions {
        var options = PublicationOptions()
        if let style { options.theme = try Theme(argument: style, root: root) }
        options.css = css
        options.fontFolders = fontFolders
        options.paper = paper.flatMap { Paper(argument: $0) }
        options.margin = margin
        settings.apply(to: &options)
        options.language = lang
        options.encoding = encoding
        options.title = title
        options.authors = author
        options.address = url
        options.root = root
        options.extract = !takesWholePage
        options.joinsPages = !leavesFurtherPages
        options.keep = keep
        options.drop = drop
        try options.checkSelectors()
        options.smart = smart
        options.images = leavesImagesOut ? .none : images
        options.includesMetadata = withMetadata
        options.attachments = attach.formats
        if let maxBytes { options.maximumBytes = maxBytes.count }
        options.network = network.options
        options.sourceDateEpoch = Environment.sourceDateEpoch
        return options
    }
}

/// Formats with commas between them.
struct FormatList: ExpressibleByArgument {
    var formats: [OutputFormat]

    init(formats: [OutputFormat]) { self.formats = formats }

    init?(argument: String) {
        let names = argument.lowercased().split(separator: ",").map { $0.filter { $0 != " " } }
        let formats = names.compactMap { OutputFormat(rawValue: $0) }
        guard !names.isEmpty, formats.count == names.count, Set(formats).count == formats.count else { return nil }
        self.formats = formats
    }

    var defaultValueDescription: String { formats.map(\.rawValue).joined(separator: ",") }
    static var allValueStrings: [String] { OutputFormat.allCases.map(\.rawValue) }
}

/// A number of bytes, with `K`, `M` or `G` for powers of a thousand.
struct ByteCount: ExpressibleByArgument {
    var count: Int

    init?(argument: String) {
        var digits = argument.uppercased()[...]
        if digits.hasSuffix("B") { digits = digits.dropLast() }
        let factors: [Character: Int] = ["K": 1_000, "M": 1_000_000, "G": 1_000_000_000]
        let factor = digits.last.flatMap { factors[$0] }
        if factor != nil { digits = digits.dropLast() }
        guard let number = Int(digits), number > 0, number < 1_000_000_000_000 else { return nil }
        count = number * (factor ?? 1)
    }
}
