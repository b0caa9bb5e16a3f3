import CSS
import Stylesheets

/// The style sheet of a page.
enum PageStyle {
    /// What every page gets, then theme and user, as they are written: browsers know all that is in them. The stroke of
    /// `</` is escaped as CSS has it, so that no string ends the element early.
    ///
    /// - Parameter pictures: The `data:` addresses of the pictures that the sheets name. What is not among them is lost:
    ///   a page finds nothing that lies beside a style sheet.
    static func text(_ styles: [StyleSheet], pictures: [PictureAddress: String]) -> String {
        let own = [Stylesheets.base, Stylesheets.screen]
        let sheets = own + styles.map { $0.text { pictures[$0] ?? noPicture } }
        return sheets.joined(separator: "\n").split(separator: "</", omittingEmptySubsequences: false)
            .joined(separator: "<\\/")
    }

    /// An address of nothing: whatever would show it falls back.
    private static let noPicture = "data:,"
}
