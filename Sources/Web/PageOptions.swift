public import ArticleModel
public import CSS

/// What the caller decides about a print-friendly page.
public struct PageOptions: Sendable {
    /// The page's title; nil takes the first article's.
    public var title: String?
    public var pictures: Pictures
    /// The style sheets of theme and user, behind those that every page gets.
    public var styles: [StyleSheet]
    /// The pictures that the style sheets name.
    public var stylePictures: [PictureAddress: Resource]

    public init(
        title: String? = nil, pictures: Pictures = .embedded, styles: [StyleSheet] = [],
        stylePictures: [PictureAddress: Resource] = [:]
    ) {
        self.title = title
        self.pictures = pictures
        self.styles = styles
        self.stylePictures = stylePictures
    }

    /// Where the page's pictures are.
    public enum Pictures: Sendable {
        /// In the page itself.
        case embedded
        /// At the addresses they were found at, from which the browser loads them.
        case linked
        /// Nowhere: their descriptions stand in their places.
        case none
    }
}
