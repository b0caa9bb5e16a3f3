import CSS
import Stylesheets

/// The style sheet of a page.
enum PageStyle {
    /// What every page gets, then theme and user, as one text. The stroke of `</` is escaped as CSS has it, so that
    /// no string ends the element early.
    static func text(_ styles: [StyleSheet]) -> String {
        let own = [
            StyleSheet(parsing: Stylesheets.base, name: "base.css", origin: .base),
            StyleSheet(parsing: Stylesheets.screen, name: "screen.css", origin: .base),
        ]
        let text = StyleResolver(own + styles, medium: .screen).flattened()
        return text.split(separator: "</", omittingEmptySubsequences: false).joined(separator: "<\\/")
    }
}
