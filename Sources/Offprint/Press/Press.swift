import ArticleModel
import ArticleText
import CSS
import Diagnostics
import Layout
import Pages

/// Makes the outputs of one edition. What several outputs need (the PDF, also as an attachment) is made once.
struct Press {
    let edition: Edition
    let options: PublicationOptions
    /// The user's own sheets: the theme, then all of the command line.
    let styles: [StyleSheet]
    /// The pictures that the sheets name.
    var pictures = StylePictures()
    private(set) var diagnostics: [Diagnostic] = []
    /// Documents come with a report on their type.
    var reportsType = false
    private var made: [OutputFormat: Output] = [:]
    /// They are there as long as documents are drawn.
    let unpackedFonts = UnpackedFonts()

    init(edition: Edition, options: PublicationOptions) {
        self.edition = edition
        self.options = options
        styles = options.styleSheets
        diagnostics = styles.flatMap(\.diagnostics)
    }

    /// An output's bytes, and the number of its pages, where it has pages.
    struct Output {
        var bytes: [UInt8]
        var pageCount: Int?
        /// Where it was asked for.
        var type: TypeReport?
    }

    /// The edition in one format.
    mutating func output(_ format: OutputFormat) throws(PublicationError) -> Output {
        if let output = made[format] { return output }
        let output = try make(format)
        made[format] = output
        return output
    }

    private mutating func make(_ format: OutputFormat) throws(PublicationError) -> Output {
        switch format {
        case .pdf: return try pdf().collect(into: &diagnostics)
        case .epub: return Output(bytes: try epub().collect(into: &diagnostics))
        case .html: return Output(bytes: Array(page().collect(into: &diagnostics).utf8))
        case .eml:
            let attachments = try options.attachments.map { format throws(PublicationError) in
                (format: format, bytes: try output(format).bytes)
            }
            return Output(bytes: message(attachments).collect(into: &diagnostics))
        case .txt:
            let writer = PlainTextWriter(includingMetadata: options.includesMetadata)
            return text(printedArticles.map { writer.text(of: $0) })
        case .md:
            let showsPictures = options.images != .none
            let writer = MarkdownWriter(pictureAddress: { showsPictures ? $0.address.flatMap(Self.reachable) : nil })
            return text(printedArticles.map { writer.text(of: $0) })
        case .json: return Output(bytes: ArticleJSON.encode(edition.articles))
        }
    }

    /// An address that means something outside the input: a message's own parts have none such.
    private static func reachable(_ address: String) -> String? {
        address.hasPrefix("cid:") || address.hasPrefix("thismessage:") ? nil : address
    }

    /// The articles for every output that is not looked at in a browser.
    var printedArticles: [Article] { edition.articles.map(\.withoutPageActions) }

    /// The files of pictures, the articles' and the sheets', that do not lie in the spool folder.
    func files(outside spool: SpoolFolder) -> [String] {
        let paths = edition.articles.flatMap { $0.resources.values.map(\.path) } + pictures.files
        return Set(paths).filter { !$0.hasPrefix(spool.path + "/") }.sorted()
    }

    /// Texts with an empty line between them.
    private func text(_ texts: [String]) -> Output {
        Output(bytes: Array(texts.joined(separator: "\n").utf8))
    }
}
