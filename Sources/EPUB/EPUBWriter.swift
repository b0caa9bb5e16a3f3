import ArticleMarkup
public import ArticleModel
import CSS
public import Diagnostics
import FoundationEssentials
import Stylesheets

/// Writes articles as an EPUB 3 publication: one content document each, a navigation document, their pictures.
public struct EPUBWriter: Sendable {
    public var options: EPUBOptions

    public init(options: EPUBOptions) { self.options = options }

    /// Writes the publication to a file, which is whole or untouched.
    public func write(_ articles: [Article], to path: String) throws(EPUBError) -> Diagnosed<Void> {
        let publication = try bytes(of: articles)
        try FileReplacement.write(publication.output, to: path)
        return Diagnosed((), publication.diagnostics)
    }

    /// The publication as the bytes of its container.
    public func bytes(of articles: [Article]) throws(EPUBError) -> Diagnosed<[UInt8]> {
        guard !articles.isEmpty else { throw EPUBError(.noArticle, "", detail: "") }
        var diagnostics: [Diagnostic] = []
        var pictures = PictureFile.files(for: articles).collect(into: &diagnostics)
        let contents = contentDocuments(of: articles, pictures).collect(into: &diagnostics)
        let style = style(&pictures).collect(into: &diagnostics)
        let bytes = try pack(entries(articles, contents, style, pictures.values.sorted { $0.path < $1.path }))
        return Diagnosed(bytes, diagnostics)
    }

    /// The style sheet; adds the files of the pictures that it shows.
    private func style(_ pictures: inout [Resource.ID: PictureFile]) -> Diagnosed<String> {
        let files = PictureFile.files(
            for: options.stylePictures.values.sorted { $0.id < $1.id }, without: pictures)
        let known = pictures.merging(files.output) { mine, _ in mine }
        let style = BookStyle.text(
            options.styles, pictures: options.stylePictures.compactMapValues { known[$0.id]?.path })
        for (id, file) in files.output where style.contains(file.path) { pictures[id] = file }
        return Diagnosed(style, files.diagnostics)
    }

    static let folder = "EPUB/"
    static let styleSheetName = "style.css"

    private func contentDocuments(
        of articles: [Article], _ pictures: [Resource.ID: PictureFile]
    ) -> Diagnosed<[ContentDocument]> {
        var diagnostics: [Diagnostic] = []
        let documents = articles.enumerated().map { index, article in
            ContentDocument.document(
                of: article, named: articles.count == 1 ? "article.xhtml" : "article-\(index + 1).xhtml",
                title: PackageMetadata.title(of: article), pictures: pictures
            ).collect(into: &diagnostics)
        }
        return Diagnosed(documents, diagnostics)
    }

    // MARK: Files

    private struct Entry {
        var name: String
        var bytes: [UInt8]
        var compression = ArchiveWriter.Compression.deflated
    }

    private func entries(
        _ articles: [Article], _ contents: [ContentDocument], _ style: String, _ pictures: [PictureFile]
    ) -> [Entry] {
        let metadata = PackageMetadata(of: articles, contents: contents, options: options)
        let navigation = NavigationDocument(
            title: metadata.title, language: metadata.knownLanguage, direction: metadata.direction,
            entries: contents.map(\.navigationEntry), styleSheet: Self.styleSheetName)
        let manifest =
            [ManifestItem(id: "nav", path: "nav.xhtml", mediaType: "application/xhtml+xml", properties: "nav")]
            + contents.enumerated().map { index, content in
                ManifestItem(
                    id: "article-\(index + 1)", path: content.name, mediaType: "application/xhtml+xml", isInSpine: true)
            }
            + [ManifestItem(id: "style", path: Self.styleSheetName, mediaType: "text/css")]
            + pictures.enumerated().map { index, picture in
                ManifestItem(id: "picture-\(index + 1)", path: picture.path, mediaType: picture.mediaType)
            }
        let package = PackageDocument(metadata: metadata, manifest: manifest)
        return [
            Entry(
                name: "META-INF/container.xml",
                bytes: Array(ContainerDocument.text(packageDocument: Self.folder + "package.opf").utf8)),
            Entry(name: Self.folder + "package.opf", bytes: Array(package.text.utf8)),
            Entry(name: Self.folder + "nav.xhtml", bytes: Array(navigation.text.utf8)),
        ]
            + contents.map { Entry(name: Self.folder + $0.name, bytes: Array($0.text.utf8)) }
            + [Entry(name: Self.folder + Self.styleSheetName, bytes: Array(style.utf8))]
            + pictures.map { picture in
                Entry(
                    name: Self.folder + picture.path, bytes: picture.bytes,
                    compression: picture.isCompressed ? .stored : .deflated)
            }
    }

    private func pack(_ entries: [Entry]) throws(EPUBError) -> [UInt8] {
        let archive = try ArchiveWriter()
        // The media type stands first and uncompressed, so that it can be read at a fixed place (EPUB 3.3, §4.2.6.2).
        try archive.add("mimetype", Array("application/epub+zip".utf8), .stored)
        for entry in entries { try archive.add(entry.name, entry.bytes, entry.compression) }
        return try archive.close()
    }
}

extension ContentDocument {
    /// The article's line in the table of contents, its headings below it.
    fileprivate var navigationEntry: NavigationDocument.Entry {
        let tree = NavigationDocument.Entry.tree(
            of: headings.map { (level: $0.level, text: $0.text, address: "\(name)#\($0.id)") })
        return NavigationDocument.Entry(text: title, address: name, children: tree)
    }
}
