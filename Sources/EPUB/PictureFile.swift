import ArticleModel
import Diagnostics
import Images

/// A picture as a file of the publication.
struct PictureFile {
    /// Relative to the package document.
    var path: String
    var mediaType: String
    var bytes: [UInt8]

    /// Whether its format compresses the bytes already.
    var isCompressed: Bool { mediaType != "image/svg+xml" }

    /// The files for the articles' resources by resource; what cannot be had or converted is missing, with a diagnostic.
    static func files(for articles: [Article]) -> Diagnosed<[Resource.ID: PictureFile]> {
        files(for: articles.flatMap(\.shownResources), without: [:])
    }

    /// The files for resources that have none yet.
    static func files(
        for resources: [Resource], without known: [Resource.ID: PictureFile]
    ) -> Diagnosed<[Resource.ID: PictureFile]> {
        var files: [Resource.ID: PictureFile] = [:]
        var diagnostics: [Diagnostic] = []
        for resource in resources where files[resource.id] == nil && known[resource.id] == nil {
            do throws(ImageError) {
                let picture = try PortablePicture.load(path: resource.path, for: readingSystems)
                diagnostics += picture.diagnostics(named: resource.address ?? resource.path)
                let path = "pictures/\(resource.id).\(picture.format.pathExtension)"
                files[resource.id] = PictureFile(
                    path: path, mediaType: picture.format.mediaType, bytes: picture.bytes)
            } catch {
                let name = resource.address ?? resource.path
                diagnostics.append(Diagnostic(.warning, .unusablePicture(name, error.message)))
            }
        }
        return Diagnosed(files, diagnostics)
    }

    /// EPUB 3's core media types of pictures (EPUB 3.3, §3.2) but for WebP, which older reading systems do not show.
    private static let readingSystems = PortablePicture.Profile(
        formats: [.jpeg, .png, .gif, .svg], maximumSide: 2400)
}

extension Diagnostic.Message {
    static func unusablePicture(_ name: String, _ reason: String) -> Self {
        "the picture '\(name)' cannot be put into the book (\(reason)); its description stands in its place"
    }
}

extension Article {
    /// What its text shows, in reading order; the lead picture is no part of the text.
    fileprivate var shownResources: [Resource] {
        var article = self
        article.metadata.leadImage = nil
        var seen: Set<Resource.ID> = []
        return article.images.compactMap(\.resource).filter { seen.insert($0).inserted }.compactMap { resources[$0] }
    }
}
