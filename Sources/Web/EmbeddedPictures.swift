import ArticleMarkup
import ArticleModel
import CSS
import Diagnostics
import FoundationEssentials
import Images

/// Pictures as `data:` addresses.
enum EmbeddedPictures {
    /// The addresses by resource, for the pictures that the options have in the page; what cannot be read is missing, with
    /// a diagnostic.
    static func addresses(for articles: [Article], _ options: PageOptions) -> Diagnosed<[Resource.ID: String]> {
        var addresses: [Resource.ID: String] = [:]
        var diagnostics: [Diagnostic] = []
        for article in articles {
            for image in article.shownImages {
                guard let id = image.resource, addresses[id] == nil, let resource = article.resources[id] else {
                    continue
                }
                if options.pictures == .linked, image.address.flatMap(WebAddress.valid) != nil { continue }
                addresses[id] = address(of: resource).collect(into: &diagnostics)
            }
        }
        return Diagnosed(addresses, diagnostics)
    }

    /// The addresses of the pictures that style sheets name.
    static func addresses(for pictures: [PictureAddress: Resource]) -> Diagnosed<[PictureAddress: String]> {
        var diagnostics: [Diagnostic] = []
        var known: [Resource.ID: String] = [:]
        for resource in pictures.values.sorted(by: { $0.id < $1.id }) where known[resource.id] == nil {
            known[resource.id] = address(of: resource).collect(into: &diagnostics)
        }
        return Diagnosed(pictures.compactMapValues { known[$0.id] }, diagnostics)
    }

    /// A picture's address; nil, with a diagnostic, where it cannot be read.
    private static func address(of resource: Resource) -> Diagnosed<String?> {
        let name = resource.address ?? resource.path
        do throws(ImageError) {
            let picture = try PortablePicture.load(path: resource.path, for: browsers)
            return Diagnosed(address(of: picture), picture.diagnostics(named: name))
        } catch {
            return Diagnosed(nil, [Diagnostic(.warning, .unusablePicture(name, error.message))])
        }
    }

    /// What browsers have shown for years, in pixels enough for print.
    private static let browsers = PortablePicture.Profile(
        formats: [.jpeg, .png, .gif, .svg, .webp, .avif], maximumSide: 2400)

    private static func address(of picture: PortablePicture) -> String {
        "data:\(picture.format.mediaType);base64," + Data(picture.bytes).base64EncodedString()
    }
}

extension Article {
    /// The pictures of the text; the lead picture is no part of it.
    fileprivate var shownImages: [Image] {
        var article = self
        article.metadata.leadImage = nil
        return article.images
    }
}

extension Diagnostic.Message {
    static func unusablePicture(_ name: String, _ reason: String) -> Self {
        "the picture '\(name)' cannot be put into the page (\(reason)); its description stands in its place"
    }
}
