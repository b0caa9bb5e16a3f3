import CSS
import Stylesheets

/// The style sheet of a page.
enum PageStyle {
    /// What every page gets, then theme and user, as they are written: browsers know all that is in them. The stroke of
    /// `</` is escaped as CSS has it, so that no string ends the element early.
    static func text(_ styles: [StyleSheet]) -> String {
        let sheets = [Stylesheets.base, Stylesheets.screen] + styles.map(\.text)
        return sheets.joined(separator: "\n").split(separator: "</", omittingEmptySubsequences: false)
            .joined(separator: "<\\/")
    }
}
