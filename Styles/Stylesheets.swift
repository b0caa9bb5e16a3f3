/// The style sheets that come with Offprint, compiled into the program.
public enum Stylesheets {
    /// What elements are, in all media.
    public static let base = text(PackageResources.base_css)
    public static let print = text(PackageResources.print_css)
    public static let screen = text(PackageResources.screen_css)
    public static let epub = text(PackageResources.epub_css)
    public static let email = text(PackageResources.email_css)

    /// The themes that `--style` can name.
    public static let themes: [String: String] = ["journal": text(PackageResources.journal_css)]

    /// The theme where none is asked for.
    public static let defaultTheme = "journal"

    /// A theme's sheet, or nil where there is none of this name.
    public static func theme(named name: String) -> String? { themes[name] }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
