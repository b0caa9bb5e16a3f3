import ArticleMarkup
import ArticleModel
import CSS
import Diagnostics
import Editing
import Layout
import PDF
import Pages
import Shaping

extension Press {
    /// The edition's pages as a PDF.
    func pdf() throws(PublicationError) -> Diagnosed<Output> {
        var diagnostics: [Diagnostic] = []
        let document = try document().collect(into: &diagnostics)
        do {
            let bytes = try PDFWriter().bytes(of: document).collect(into: &diagnostics)
            return Diagnosed(Output(bytes: bytes, pageCount: document.pages.count, type: document.type), diagnostics)
        } catch {
            throw PublicationError(error)
        }
    }

    /// The edition set in type.
    func document() throws(PublicationError) -> Diagnosed<Document> {
        var diagnostics: [Diagnostic] = []
        let markup = printMarkup
        let styles = printStyles(for: markup)
        let fonts = FontLibrary(directories: options.fontFolders, rules: styles.fontFaces, unpacked: unpackedFonts).book
            .collect(into: &diagnostics)
        do {
            var paginator = Paginator(fonts: fonts, styles: styles, pictures: pictures)
            paginator.reportsType = reportsType
            let document =
                try paginator
                .document(for: markup, metadata: edition.documentMetadata).collect(into: &diagnostics)
            return Diagnosed(document, diagnostics)
        } catch {
            throw PublicationError(error)
        }
    }

    /// The elements that are printed: pictures where their bytes are at hand, else their alternative texts.
    var printMarkup: MarkupTree {
        MarkupTree(
            of: articlesOnPaper,
            options: MarkupOptions(includesContents: options.includesContents, includesCover: options.includesCover) {
                $0.resource.map { .shown(address: $0) } ?? .replacedByAlternative
            })
    }

    /// The articles with their links' addresses where they are to be read.
    private var articlesOnPaper: [Article] {
        switch options.links ?? linksOfStyle {
        case .footnotes, .endnotes: printedArticles.map(LinkNotes.added)
        case .inline: printedArticles.map(LinkNotes.marked)
        case .none: printedArticles
        }
    }

    /// What the root element's `--offprint-links` says.
    private var linksOfStyle: LinkPolicy {
        let root = printStyles.style(of: MarkupTree(of: []).root, inheriting: .initial)
        let word = root.custom["--offprint-links"]?.split(separator: " ").joined()
        return word.flatMap { LinkPolicy(rawValue: $0.lowercased()) } ?? .none
    }

    /// All sheets for paper.
    var printStyles: StyleResolver { StyleResolver(PublicationOptions.printSheets + styles, medium: .print) }

    /// The same for one document only.
    private func printStyles(for markup: MarkupTree) -> StyleResolver {
        StyleResolver(PublicationOptions.printSheets + styles, medium: .print, for: DocumentNames(in: markup.root))
    }

    /// The pictures that the sheets name for these outputs; for pages, where something is that could show them.
    func pictureAddresses(for formats: [OutputFormat]) -> [PictureAddress] {
        guard styles.contains(where: \.namesPictures) else { return [] }
        let onPaper = printStyles.pictures
        var all: [PictureAddress] = []
        // These get the sheets for all media.
        if formats.contains(.epub) || formats.contains(.html) {
            all = onPaper + StyleResolver(styles, medium: .screen).pictures
        } else if formats.contains(.pdf), !onPaper.isEmpty {
            all = printStyles(for: printMarkup).pictures
        }
        var seen: Set<PictureAddress> = []
        return all.filter { seen.insert($0).inserted }
    }
}

extension Edition {
    /// What a viewer's properties dialogue shows; PDF/UA wants a title of every document.
    fileprivate var documentMetadata: DocumentMetadata {
        var metadata = DocumentMetadata(of: articles, date: PublicationDate.text(secondsSince1970: date))
        if metadata.title.isEmpty { metadata.title = articles.first?.metadata.site ?? "Untitled" }
        return metadata
    }
}

extension PublicationError {
    /// A font's absence or fault.
    init(_ error: FontError) {
        let remedy = error.package.map { "install the package \($0)" }
        self.init(.unavailable, error.problem, remedy: remedy)
    }

    init(_ error: PDFError) {
        let code: Code =
            switch error.code {
            case .cannotCreate: .cannotCreate
            case .writeFailed: .inputOutput
            case .fontUnreadable: .unavailable
            case .finishingFailed: .software
            }
        self.init(code, "\(error.subject): \(error.message)")
    }
}
