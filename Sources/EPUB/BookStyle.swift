import CSS
import Stylesheets

/// The style sheet of a publication.
enum BookStyle {
    /// What every book gets, then theme and user, as one text that reading systems of any age understand.
    ///
    /// - Parameter pictures: The files of the pictures that the sheets name.
    static func text(_ styles: [StyleSheet], pictures: [PictureAddress: String]) -> String {
        let own = [
            StyleSheet(parsing: Stylesheets.base, name: "base.css", origin: .base),
            StyleSheet(parsing: Stylesheets.epub, name: "epub.css", origin: .base),
        ]
        return StyleResolver(own + styles, medium: .screen).flattened(pictures: pictures)
    }
}
