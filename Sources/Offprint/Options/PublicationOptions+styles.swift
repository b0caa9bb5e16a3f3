import CSS
import Geometry
import Stylesheets

/// The style layers, weakest first: base and medium, theme, user.
extension PublicationOptions {
    /// What every printed page gets.
    static let printSheets = [
        StyleSheet(parsing: Stylesheets.base, name: "base.css", origin: .base),
        StyleSheet(parsing: Stylesheets.print, name: "print.css", origin: .base),
    ]

    /// The theme, then the settings, then the snippets.
    var styleSheets: [StyleSheet] {
        [themeSheet] + settings.map { StyleSheet(parsing: $0.css, name: $0.name, origin: .user) }
            + css.map { StyleSheet(parsing: $0, name: "--css", origin: .user) }
    }

    /// The settings of the command line as the style sheets they stand for.
    private var settings: [(name: String, css: String)] {
        var sheets: [(name: String, css: String)] = []
        func add(_ setting: Stylesheets.Setting, _ isWanted: Bool) {
            if isWanted { sheets.append((setting.rawValue + ".css", setting.css)) }
        }
        if let columns {
            add(.columns, columns > 1)
            sheets.append(("--columns", "article { columns: \(columns > 1 ? String(columns) : "auto") }"))
        }
        if let pageRule { sheets.append(("--paper", pageRule)) }
        if let fontSize { sheets.append(("--font-size", "html { font-size: \(fontSize) }")) }
        if let fontFamily { sheets.append(("--font", ":root { --text-font: \(fontFamily.cssString), serif }")) }
        add(.cover, includesCover)
        add(.linksAsFootnotes, links == .footnotes)
        add(.linksAsEndnotes, links == .endnotes)
        add(.linksInline, links == .inline)
        add(.numbers, numbersHeadings)
        add(.smallImages, images == .small)
        add(.grayscale, isGrayscale)
        return sheets
    }

    private var themeSheet: StyleSheet {
        switch theme {
        case .named(let name):
            StyleSheet(parsing: Stylesheets.theme(named: name) ?? "", name: name + ".css", origin: .theme)
        case .sheet(let name, let css, let imports):
            StyleSheet(parsing: css, name: name, origin: .theme, loader: imports.loader)
        }
    }

    /// The style's own paper on its long side.
    private var turnedThemePaper: String {
        let resolver = StyleResolver(Self.printSheets + [themeSheet], medium: .print)
        let page = PageSelectorContext(number: 1, isFirst: true, isLeft: false)
        let size = resolver.pageContext(for: page).size
        return "\(max(size.width, size.height))pt \(min(size.width, size.height))pt"
    }

    /// `--paper`, `--landscape` and `--margin` as the rule they stand for.
    private var pageRule: String? {
        let size = isLandscape ? paper?.turned ?? turnedThemePaper : paper?.css
        let declarations = [size.map { "size: \($0)" }, margin.map { "margin: \($0)" }].compactMap(\.self)
        return declarations.isEmpty ? nil : "@page { " + declarations.joined(separator: "; ") + " }"
    }
}

extension String {
    /// The text as a CSS string.
    fileprivate var cssString: String {
        "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ") + "\""
    }
}
