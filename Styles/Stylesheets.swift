/// The style sheets that come with Offprint, compiled into the program.
public enum Stylesheets {
    /// What elements are, in all media.
    public static let base = text(PackageResources.base_css)
    public static let print = text(PackageResources.print_css)
    public static let screen = text(PackageResources.screen_css)
    public static let epub = text(PackageResources.epub_css)
    public static let email = text(PackageResources.email_css)

    /// The themes that `--style` can name.
    public static let themes: [String: String] = [
        "journal": text(PackageResources.journal_css), "newspaper": text(PackageResources.newspaper_css),
        "book": text(PackageResources.book_css), "large-print": text(PackageResources.large_print_css),
        "saver": text(PackageResources.saver_css), "notes": text(PackageResources.notes_css),
        "e-ink": text(PackageResources.e_ink_css),
    ]

    /// The theme where none is asked for.
    public static let defaultTheme = "journal"

    /// A theme's sheet, or nil where there is none of this name.
    public static func theme(named name: String) -> String? { themes[name] }

    /// What the settings of the command line say in CSS, over the theme.
    public enum Setting: String, Sendable, CaseIterable {
        case columns
        case cover
        case linksAsFootnotes = "links-footnotes"
        case linksAsEndnotes = "links-endnotes"
        case linksInline = "links-inline"
        case numbers
        case smallImages = "images-small"
        case grayscale

        /// The setting's sheet.
        public var css: String {
            switch self {
            case .columns: text(PackageResources.columns_css)
            case .cover: text(PackageResources.cover_css)
            case .linksAsFootnotes: text(PackageResources.links_footnotes_css)
            case .linksAsEndnotes: text(PackageResources.links_endnotes_css)
            case .linksInline: text(PackageResources.links_inline_css)
            case .numbers: text(PackageResources.numbers_css)
            case .smallImages: text(PackageResources.images_small_css)
            case .grayscale: text(PackageResources.grayscale_css)
            }
        }
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
