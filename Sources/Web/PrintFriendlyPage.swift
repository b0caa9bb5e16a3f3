import ArticleMarkup
public import ArticleModel
public import Diagnostics
import HTML

/// Writes articles as one HTML page that needs nothing else: no script, nothing loaded, unless pictures are linked.
public struct PrintFriendlyPage: Sendable {
    public var options: PageOptions

    public init(options: PageOptions = PageOptions()) { self.options = options }

    /// The page's HTML.
    public func html(of articles: [Article]) -> Diagnosed<String> {
        var diagnostics: [Diagnostic] = []
        let pictures =
            options.pictures == .none
            ? [:] : EmbeddedPictures.addresses(for: articles, options).collect(into: &diagnostics)
        let choice = options.pictures
        let tree = MarkupTree(of: articles, options: MarkupOptions { Self.markup(of: $0, choice, pictures) })
        let conforming = MarkupConformer(notes: .list).document(of: tree.document).collect(into: &diagnostics)
        let metadata = PageMetadata(of: articles, title: options.title)
        let stylePictures = EmbeddedPictures.addresses(for: options.stylePictures).collect(into: &diagnostics)
        let page = page(conforming, metadata, style: PageStyle.text(options.styles, pictures: stylePictures))
        return Diagnosed(HTMLSerializer(breaksLines: true).string(page), diagnostics)
    }

    private static func markup(
        of image: Image, _ pictures: PageOptions.Pictures, _ embedded: [Resource.ID: String]
    ) -> MarkupOptions.PictureMarkup {
        if pictures == .linked, let address = image.address.flatMap(WebAddress.valid) {
            guard let smaller = image.screenAddress.flatMap(WebAddress.valid) else { return .shown(address: address) }
            // A comma would end the candidate (HTML, §4.8.4.2.1).
            let isCandidate = !address.hasPrefix(",") && !address.hasSuffix(",") && smaller != address
            return .shown(address: smaller, larger: isCandidate ? address : nil)
        }
        // A picture that is its own address is there already; as an `img` it neither runs nor loads anything.
        if pictures == .linked, image.resource == nil, let address = image.address, address.hasPrefix("data:image/") {
            return .shown(address: address)
        }
        return image.resource.flatMap { embedded[$0] }.map { .shown(address: $0) } ?? .replacedByAlternative
    }

    private func page(_ document: HTMLDocument, _ metadata: PageMetadata, style: String) -> HTMLDocument {
        var builder = HTMLDocumentBuilder()
        let root = document.firstChild(of: HTMLDocument.root) ?? HTMLDocument.root
        builder.open("html", document.attributes(of: root))
        builder.element("head") { head in
            head.element("meta", [("charset", "utf-8")])
            head.element("meta", [("http-equiv", "Content-Security-Policy"), ("content", contentPolicy)])
            head.element("meta", [("name", "referrer"), ("content", "no-referrer")])
            head.element("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")])
            metadata.write(to: &head)
            head.element("style") { $0.text(style) }
        }
        builder.copyChildren(of: root, in: document)
        builder.close()
        return builder.document()
    }

    /// Nothing runs and nothing is loaded (Content Security Policy 3), but for pictures where they are linked.
    private var contentPolicy: String {
        let pictures = options.pictures == .linked ? "data: http: https:" : "data:"
        return "default-src 'none'; style-src 'unsafe-inline'; img-src \(pictures); base-uri 'none'; form-action 'none'"
    }
}
