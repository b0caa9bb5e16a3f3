import ArticleModel
import Diagnostics
import FoundationEssentials

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
        var files: [Resource.ID: PictureFile] = [:]
        var diagnostics: [Diagnostic] = []
        for article in articles {
            for resource in article.shownResources where files[resource.id] == nil {
                guard let ending = endings[resource.mediaType],
                    let data = FileManager.default.contents(atPath: resource.path)
                else {
                    diagnostics.append(Diagnostic(.warning, .unreadablePicture(resource.address ?? resource.path)))
                    continue
                }
                files[resource.id] = PictureFile(
                    path: "pictures/\(resource.id).\(ending)", mediaType: resource.mediaType, bytes: Array(data))
            }
        }
        return Diagnosed(files, diagnostics)
    }

    /// EPUB 3's core media types of pictures (EPUB 3.3, §3.2).
    private static let endings = ["image/jpeg": "jpg", "image/png": "png", "image/gif": "gif", "image/svg+xml": "svg"]
}

extension Diagnostic.Message {
    static func unreadablePicture(_ name: String) -> Self {
        "the picture '\(name)' cannot be put into the book; its description stands in its place"
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
