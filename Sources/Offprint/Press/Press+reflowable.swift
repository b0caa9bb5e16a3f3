import ArticleModel
import CSS
import Diagnostics
import EPUB
import Email
import FoundationEssentials
import Layout
import MIME
import Web

/// The outputs that have no pages of their own.
extension Press {
    /// An EPUB's bytes.
    func epub() throws(PublicationError) -> Diagnosed<[UInt8]> {
        do {
            return try EPUBWriter(
                options: EPUBOptions(
                    modified: time, styles: styles, stylePictures: pictures.resources)
            ).bytes(of: printedArticles)
        } catch {
            let code: PublicationError.Code =
                switch error.code {
                case .unwritable: .inputOutput
                case .noArticle, .archive: .software
                }
            throw PublicationError(code, error.description)
        }
    }

    /// The print-friendly page.
    func page() -> Diagnosed<String> {
        let choice: PageOptions.Pictures =
            switch options.images {
            case .full, .small: .embedded
            case .link: .linked
            case .none: .none
            }
        return PrintFriendlyPage(
            options: PageOptions(
                pictures: choice, styles: styles, stylePictures: pictures.resources)
        ).html(of: edition.articles)
    }

    /// The message's bytes, with other outputs attached.
    func message(_ attachments: [(format: OutputFormat, bytes: [UInt8])]) -> Diagnosed<[UInt8]> {
        let files = attachments.map { attachment in
            AttachedFile(
                name: OutputName.name(
                    title: edition.title, input: edition.inputs.first ?? "", format: attachment.format),
                mediaType: attachment.format.mediaType, bytes: attachment.bytes)
        }
        let message = ArticleMessage(
            options: MessageOptions(date: time, includesPictures: options.images.wantsBytes, styles: styles)
        ).message(of: printedArticles, attachments: files)
        var diagnostics = message.diagnostics
        if styles.contains(where: \.namesPictures), !StyleResolver(styles, medium: .screen).pictures.isEmpty {
            diagnostics.append(Diagnostic(.note, .noStylePictures))
        }
        return Diagnosed(message.output.bytes, diagnostics)
    }

    private var time: Date { Date(timeIntervalSince1970: Double(edition.date)) }
}

extension OutputFormat {
    /// IANA's name for the format.
    var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .epub: "application/epub+zip"
        case .html: "text/html"
        case .eml: "message/rfc822"
        case .txt: "text/plain"
        case .md: "text/markdown"
        case .json: "application/json"
        }
    }
}

extension Diagnostic.Message {
    static let noStylePictures: Self = "the pictures of style sheets are not shown in messages"
}
