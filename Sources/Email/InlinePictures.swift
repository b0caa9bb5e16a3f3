import ArticleModel
import Diagnostics
import Images
import MIME

/// A picture that the message carries and its HTML names by `cid:`.
struct InlinePicture {
    /// Its `Content-ID`.
    var id: String
    /// In pixels.
    var width: Double
    var part: MIMEPart
}

enum InlinePictures {
    /// The pictures of the articles' text by resource; what cannot be had or converted is missing, with a diagnostic.
    static func parts(for articles: [Article]) -> Diagnosed<[Resource.ID: InlinePicture]> {
        var parts: [Resource.ID: InlinePicture] = [:]
        var diagnostics: [Diagnostic] = []
        for article in articles {
            for resource in article.shownResources where parts[resource.id] == nil {
                do throws(ImageError) {
                    let picture = try PortablePicture.load(path: resource.path, for: mailPrograms)
                    diagnostics += picture.diagnostics(named: resource.address ?? resource.path)
                    parts[resource.id] = inline(picture, resource.id)
                } catch {
                    let name = resource.address ?? resource.path
                    diagnostics.append(Diagnostic(.warning, .unusablePicture(name, error.message)))
                }
            }
        }
        return Diagnosed(parts, diagnostics)
    }

    /// What mail programs show, at twice the pixels of the column. Those that show no SVG show its description instead.
    private static let mailPrograms = PortablePicture.Profile(
        formats: [.jpeg, .png, .gif, .svg], maximumSide: 1280, jpegQuality: 82)

    private static func inline(_ picture: PortablePicture, _ resource: Resource.ID) -> InlinePicture {
        let id = "\(resource)@\(ArticleMessage.domain)"
        let part = MIMEPart.inline(
            picture.bytes, type: MediaType(picture.format.mediaType),
            named: "\(resource).\(picture.format.pathExtension)", id: id)
        return InlinePicture(id: id, width: picture.pixelWidth, part: part)
    }
}

extension Article {
    /// What its text shows, in reading order; the lead picture is no part of the text.
    fileprivate var shownResources: [Resource] {
        var article = self
        article.metadata.leadImage = nil
        return article.images.compactMap(\.resource).compactMap { resources[$0] }
    }
}

extension Diagnostic.Message {
    static func unusablePicture(_ name: String, _ reason: String) -> Self {
        "the picture '\(name)' cannot be put into the message (\(reason)); its description stands in its place"
    }
}
