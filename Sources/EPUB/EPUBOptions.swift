public import ArticleModel
public import CSS
public import FoundationEssentials

/// What the caller decides about a publication.
public struct EPUBOptions: Sendable {
    /// When this edition was made; comes in as a value so that the same input gives the same bytes.
    public var modified: Date
    /// The publication's title; nil takes the first article's.
    public var title: String?
    /// The style sheets of theme and user, behind those that every book gets.
    public var styles: [StyleSheet]
    /// The pictures that the style sheets name.
    public var stylePictures: [PictureAddress: Resource]

    public init(
        modified: Date, title: String? = nil, styles: [StyleSheet] = [], stylePictures: [PictureAddress: Resource] = [:]
    ) {
        self.modified = modified
        self.title = title
        self.styles = styles
        self.stylePictures = stylePictures
    }
}
