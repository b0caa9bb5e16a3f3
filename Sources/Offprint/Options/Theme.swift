import CSS
import Glibc
import Stylesheets

/// The style sheet over the built-in ones.
public enum Theme: Hashable, Sendable, Codable {
    /// One that the program carries.
    case named(String)
    /// A file's name and text, and what it imports.
    case sheet(name: String, css: String, imports: [ThemeImport] = [])

    public static let standard = "journal"

    /// The built-in themes.
    public static var names: [String] { Stylesheets.themes.keys.sorted() }

    /// A built-in theme's style sheet; nil where there is none of that name.
    public static func css(named name: String) -> String? { Stylesheets.theme(named: name) }

    /// What a built-in theme is: the first sentence of the comment that its sheet begins with, without its name.
    public static func summary(of name: String) -> String {
        guard let css = css(named: name), let start = css.firstRange(of: ": "), let end = css.firstRange(of: "."),
            css.hasPrefix("/*"), start.upperBound < end.lowerBound
        else { return "" }
        return css[start.upperBound..<end.lowerBound].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The theme that `--style` names: a built-in one, else a file, which may import others below its folder or `root`.
    public init(argument: String, root: String? = nil) throws(PublicationError) {
        if !argument.contains("/"), Stylesheets.theme(named: argument) != nil {
            self = .named(argument)
            return
        }
        var status = stat()
        guard argument.contains("/") || argument.hasSuffix(".css") || stat(argument, &status) == 0 else {
            let names = Self.names.joined(separator: ", ")
            throw PublicationError(
                .usage, subject: argument, "there is no such style and no such file", remedy: "styles: \(names)")
        }
        let bytes = try readBytes(of: argument, named: argument, limit: 10_000_000)
        let css = StyleSheetText.decode(bytes)
        let reader = ThemeImportReader(path: argument, root: root)
        _ = StyleSheet(parsing: css, name: argument, origin: .theme) { address, sheet throws(StyleSheetImportError) in
            try reader.load(address, from: sheet)
        }
        self = .sheet(name: argument, css: css, imports: reader.imports)
    }
}
