import ArticleModel
import Pages

/// The pictures of a document, each once, by the index that display items name them with.
struct PictureTable {
    private(set) var sources: [PictureSource] = []
    private var indices: [Key: Int] = [:]

    /// What tells pictures apart: the same bytes may be shown turned or not, with and without their colours.
    private struct Key: Hashable {
        var id: Resource.ID
        var orientation: Int
        var isGray: Bool
    }

    /// The index of a picture, which is added where it is new.
    mutating func index(of content: ReplacedContent) -> Int {
        let resource = content.resource
        let key = Key(id: resource.id, orientation: resource.orientation, isGray: content.isGray)
        if let known = indices[key] { return known }
        indices[key] = sources.count
        sources.append(
            PictureSource(
                path: resource.path, mediaType: resource.mediaType, pixelWidth: resource.pixelWidth,
                pixelHeight: resource.pixelHeight, orientation: resource.orientation, identifier: resource.id,
                isGray: content.isGray))
        return sources.count - 1
    }
}
