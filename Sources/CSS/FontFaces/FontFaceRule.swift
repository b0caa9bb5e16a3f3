public import Diagnostics

/// One `@font-face` rule (CSS Fonts 4, §4): a face of a family, and where its file is.
public struct FontFaceRule: Hashable, Sendable {
    public enum Source: Hashable, Sendable {
        /// The full or PostScript name of an installed face.
        case local(String)
        /// A file's address as written, and what `format()` and `tech()` say of it.
        case url(String, format: String?, technologies: [String] = [])
    }

    public var family = ""
    /// In order of preference.
    public var sources: [Source] = []
    /// 1 to 1000; nil is `auto`.
    public var weights: ClosedRange<Double>?
    /// 1 is normal; nil is `auto`.
    public var stretches: ClosedRange<Double>?
    /// Nil is `auto`.
    public var slant: FontStyle.Slant?
    /// The characters that the face is for; empty is all.
    public var unicodeRanges: [ClosedRange<UInt32>] = []
    public var features: [FontStyle.Feature] = []
    public var variations: [FontStyle.Variation] = []
    /// `size-adjust`; 1 is 100 %.
    public var sizeAdjust = 1.0
    /// `ascent-override`, `descent-override` and `line-gap-override` in ems; nil is `normal`.
    public var ascent: Double?
    public var descent: Double?
    public var lineGap: Double?
    /// The sheet that holds the rule, and where it stands in it.
    public var sheet: String
    public var range: SourceRange
    /// The media queries round the rule, all of which must hold.
    var media: [MediaQueryList]

    /// What `format()` may say of a file that is read (CSS Fonts 4, §4.3.1).
    public static let readFormats: Set<String> = [
        "truetype", "opentype", "collection", "woff", "woff2", "truetype-variations", "opentype-variations",
        "woff-variations", "woff2-variations",
    ]

    /// What `tech()` may ask for.
    public static let readTechnologies: Set<String> = [
        "features-opentype", "features-aat", "features-graphite", "variations", "color-colrv0", "color-cbdt",
    ]
}

extension StyleResolver {
    /// The `@font-face` rules that hold for the medium, weakest sheet first.
    public var fontFaces: [FontFaceRule] {
        let sorted = sheets.enumerated().sorted { ($0.element.origin, $0.offset) < ($1.element.origin, $1.offset) }
        return sorted.flatMap(\.element.fontFaces).filter { rule in
            rule.media.allSatisfy { $0.holds(for: medium, page: pageSize) }
        }
    }
}
