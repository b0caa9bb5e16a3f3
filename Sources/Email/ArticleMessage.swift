public import ArticleModel
import ArticleText
public import Diagnostics
import FoundationEssentials
public import MIME

/// Writes articles as a message to pass on: as text, as HTML with its pictures inside, and with attachments.
///
/// `mixed(alternative(text/plain, related(text/html, pictures…)), attachments…)`; levels with one member are left out.
public struct ArticleMessage: Sendable {
    public var options: MessageOptions

    public init(options: MessageOptions) { self.options = options }

    /// The message; `message.bytes` is the `.eml` file.
    public func message(of articles: [Article], attachments: [AttachedFile] = []) -> Diagnosed<MIMEMessage> {
        var diagnostics: [Diagnostic] = []
        let pictures = options.includesPictures ? InlinePictures.parts(for: articles).collect(into: &diagnostics) : [:]
        let html = MessageDocument(styles: options.styles).html(of: articles, title: subject(of: articles), pictures)
            .collect(into: &diagnostics)
        let text = articles.map { PlainTextWriter(includingMetadata: true, includingCaptions: true).text(of: $0) }
            .joined(separator: "\n\n\n")
        let body = body(text, html, pictures.values.sorted { $0.id < $1.id }, attachments)
        let message = MIMEMessage(headers: headers(articles), body: body).identified(inDomain: Self.domain)
        return Diagnosed(message, diagnostics)
    }

    /// Message ids end in a name that can be nobody's (RFC 6761, §6.4).
    static let domain = "offprint.invalid"

    private func headers(_ articles: [Article]) -> Headers {
        var headers = Headers()
        headers["Date"] = .verbatim(MailDate(secondsSince1970: Int(options.date.timeIntervalSince1970)).text)
        if let from = options.from { headers["From"] = .addresses([from]) }
        if !options.to.isEmpty { headers["To"] = .addresses(options.to) }
        headers["Subject"] = .text(subject(of: articles))
        // Mail programs open the file as a draft, to be addressed and sent.
        headers["X-Unsent"] = .verbatim("1")
        return headers
    }

    private func subject(of articles: [Article]) -> String {
        let candidates = [options.subject, articles.first?.metadata.title, articles.first?.metadata.address]
        return candidates.lazy.compactMap { $0?.oneLine }.first ?? "Untitled"
    }

    private func body(
        _ text: String, _ html: String, _ pictures: [InlinePicture], _ attachments: [AttachedFile]
    ) -> MIMEPart {
        let page = pictures.isEmpty ? .html(html) : MIMEPart.multipart(.related, [.html(html)] + pictures.map(\.part))
        let article = MIMEPart.multipart(.alternative, [.text(text), page])
        if attachments.isEmpty { return article }
        let files = attachments.map { MIMEPart.attachment($0.bytes, type: MediaType($0.mediaType), named: $0.name) }
        return .multipart(.mixed, [article] + files)
    }
}

extension String {
    /// Its words on one line, without control characters; nil where there are none.
    var oneLine: String? {
        let visible = unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7f || $0 == "\n" || $0 == "\t" }
        let line = String(String.UnicodeScalarView(visible)).split(whereSeparator: \.isWhitespace).joined(
            separator: " ")
        return line.isEmpty ? nil : line
    }
}
