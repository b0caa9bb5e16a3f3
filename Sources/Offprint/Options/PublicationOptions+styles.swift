import CSS
import Stylesheets

/// The style layers, weakest first: base and medium, theme, user.
extension PublicationOptions {
    /// What every printed page gets.
    static var printSheets: [StyleSheet] {
        [
            StyleSheet(parsing: Stylesheets.base, name: "base.css", origin: .base),
            StyleSheet(parsing: Stylesheets.print, name: "print.css", origin: .base),
        ]
    }

    /// The theme, then paper and margins, then the snippets.
    var styleSheets: [StyleSheet] {
        [themeSheet] + (pageRule.map { [StyleSheet(parsing: $0, name: "--paper", origin: .user)] } ?? [])
            + css.map { StyleSheet(parsing: $0, name: "--css", origin: .user) }
    }

    private var themeSheet: StyleSheet {
        switch theme {
        case .named(let name):
            StyleSheet(parsing: Stylesheets.theme(named: name) ?? "", name: name + ".css", origin: .theme)
        case .sheet(let name, let css):
            StyleSheet(parsing: css, name: name, origin: .theme)
        }
    }

    /// `--paper` and `--margin` as the rule they stand for.
    private var pageRule: String? {
        let declarations = [paper.map { "size: \($0.css)" }, margin.map { "margin: \($0)" }].compactMap { $0 }
        return declarations.isEmpty ? nil : "@page { " + declarations.joined(separator: "; ") + " }"
    }
}
