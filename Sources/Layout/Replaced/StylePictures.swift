public import ArticleModel
public import CSS
import Pages

/// The pictures that style sheets name, as far as they could be had: layout looks them up and reads no files.
///
/// `StyleResolver.pictures` says which there may be; whoever calls layout has fetched them.
public struct StylePictures: Hashable, Sendable {
    public let resources: [PictureAddress: Resource]

    public init(_ resources: [PictureAddress: Resource] = [:]) { self.resources = resources }

    /// The paths of the pictures' files.
    public var files: [String] { resources.values.map(\.path) }

    /// The picture's bytes; nil where they are not to be had, and whatever would show it falls back.
    public subscript(picture: StylePicture) -> Resource? { resources[picture.address] }

    /// The picture as a box of this style shows it: `naturalSize` has its size in points, by `image-set()` or
    /// `image-resolution` and `image-orientation`. nil where it is not to be had.
    ///
    /// - Parameter alternative: Without words the picture is decoration, which is drawn as an artifact.
    func content(of picture: StylePicture, in style: ComputedStyle, alternative: String? = nil) -> ReplacedContent? {
        guard let resource = self[picture] else { return nil }
        let words = alternative?.collapsingSpace ?? ""
        var content = ReplacedContent(
            resource: resource, alternative: words, isDecoration: words.isEmpty, style: style)
        if let dots = picture.dotsPerInch { content.pixel = 72 / dots }
        return content
    }
}

extension ReplacedContent {
    /// Its element of the structure tree: in a line where no parent is given.
    func figure(in parent: StructureElement.ID?) -> StructureElement {
        StructureElement(
            role: .figure, parent: parent, alternative: alternative,
            attributes: .init(placement: parent == nil ? "Inline" : "Block"))
    }

    /// A picture as its element's style has it: turned, filled in, with or without its colours.
    init(resource: Resource, alternative: String, isDecoration: Bool, style: ComputedStyle) {
        self.init(
            resource: resource, alternative: alternative, isDecoration: isDecoration, isGray: style.isGray,
            fit: style.box.objectFit, position: style.box.objectPosition, isVisible: style.isVisible,
            pixel: 72 / style.images.dotsPerInch)
        if style.box.hasPainting { roundBox = SharedStyle(style) }
        guard style.images.ignoresOrientation, resource.orientation > 1 else { return }
        self.resource.orientation = 1
        if resource.orientation > 4 {
            self.resource.pixelWidth = resource.pixelHeight
            self.resource.pixelHeight = resource.pixelWidth
        }
    }
}
