public import Geometry

/// CSS Text 3 and 4, Text Decoration 4, Writing Modes 4.
public struct TextStyle: Hashable, Sendable {
    public var align = Align.start
    public var alignLast = AlignLast.auto
    public var justify = Justify.auto
    public var indent = LengthPercentage.zero
    public var indentHanging = false
    public var indentEachLine = false
    public var transform = Transform()
    public var whiteSpaceCollapse = WhiteSpaceCollapse.collapse
    public var wrapMode = WrapMode.wrap
    public var wrapStyle = WrapStyle.auto
    public var overflowWrap = OverflowWrap.normal
    public var wordBreak = WordBreak.normal
    public var lineBreak = LineBreak.auto
    public var hyphens = Hyphens.manual
    /// Least letters of a word, before and after a hyphen (`hyphenate-limit-chars`); nil is `auto`.
    public var hyphenateLimitWord: Int?
    public var hyphenateLimitBefore: Int?
    public var hyphenateLimitAfter: Int?
    /// `hyphenate-limit-lines`; nil is `no-limit`.
    public var hyphenateLimitLines: Int?
    /// How much a line may leave unfilled before a word is hyphenated to fill it (`hyphenate-limit-zone`).
    public var hyphenateLimitZone = LengthPercentage.zero
    public var hyphenateLimitLast = HyphenateLimitLast.none
    /// `hyphenate-character`; nil is `auto`.
    public var hyphenateCharacter: String?
    /// Percentages are of the font size; nil is `normal`.
    public var letterSpacing: LengthPercentage?
    /// Percentages are of the font size.
    public var wordSpacing = LengthPercentage.zero
    /// A number of spaces or points.
    public var tabSize = TabSize.number(8)
    public var hangingPunctuation: HangingPunctuation = []
    /// `--offprint-font-expansion`: by what share of their width, 0 to 0.05, letters may be drawn wider or narrower to
    /// make a justified line even.
    public var fontExpansion = 0.0
    /// `text-autospace`.
    public var autospace = Autospace.normal
    /// `text-spacing-trim`.
    public var spacingTrim = SpacingTrim.normal
    /// `--offprint-line-numbers`: every how manieth line has its number beside it; nil is `none`.
    public var lineNumbers: Int?
    public var direction = Direction.leftToRight
    public var unicodeBidi = UnicodeBidi.normal
    public var verticalAlign = VerticalAlign.baseline
    /// `initial-letter`; nil is `normal`.
    public var initialLetter: InitialLetter?
    /// Lines in force on this element's text: those of its ancestors are propagated by layout.
    public var decoration = Decoration()
    /// `text-decoration-skip-ink`: where letters interrupt the lines under and over them.
    public var skipInk = SkipInk.auto
    /// `text-emphasis`.
    public var emphasis = Emphasis()
    /// `ruby-position`: annotations stand below their bases.
    public var rubyIsUnder = false
    public var rubyAlign = RubyAlign.spaceAround
    /// `line-clamp`: lines of the block that are shown; nil is `none`.
    public var lineClamp: Int?
    /// `text-shadow`; the first one is on top.
    public var shadows: [TextShadow] = []
    /// `text-overflow`: a line that has no room ends in an ellipsis.
    public var overflowsWithEllipsis = false
    /// Opening and closing marks by nesting depth; nil is `auto` (by language).
    public var quotes: [QuotePair]?
    /// BCP 47 tag of the element's content, from `lang`; nil if unknown.
    public var language: String?

    public init() {}

    public enum Align: String, Hashable, Sendable { case start, end, left, right, center, justify, justifyAll }
    public enum AlignLast: String, Hashable, Sendable { case auto, start, end, left, right, center, justify }
    public enum Justify: String, Hashable, Sendable { case auto, none, interWord, interCharacter }
    /// CSS Text 4, §2.1.
    public struct Transform: Hashable, Sendable {
        public var letterCase = LetterCase.none
        public var isFullWidth = false
        public var hasFullSizeKana = false
        public init() {}
        public enum LetterCase: String, Hashable, Sendable { case none, capitalize, uppercase, lowercase, mathAuto }
    }
    /// CSS Text 4, §4.1.
    public enum WhiteSpaceCollapse: String, Hashable, Sendable {
        case collapse, preserve, preserveBreaks, preserveSpaces, breakSpaces
    }
    public enum WrapMode: String, Hashable, Sendable { case wrap, nowrap }
    /// CSS Text 4, §6.4.2.
    public enum WrapStyle: String, Hashable, Sendable { case auto, balance, stable, pretty, avoidOrphans }
    public enum OverflowWrap: String, Hashable, Sendable { case normal, breakWord, anywhere }
    public enum WordBreak: String, Hashable, Sendable { case normal, keepAll, breakAll, manual, autoPhrase, breakWord }
    public enum LineBreak: String, Hashable, Sendable { case auto, loose, normal, strict, anywhere }
    public enum Hyphens: String, Hashable, Sendable { case none, manual, auto }
    /// CSS Text 4, §6.3.4: the breaks that no hyphenated line stands before; `always` is the end of the paragraph, too.
    public enum HyphenateLimitLast: String, Hashable, Sendable { case none, always, column, page, spread }
    /// CSS Text Decoration 4, §3.
    public struct Emphasis: Hashable, Sendable {
        /// What stands at each letter; nil is `none`.
        public var mark: String?
        /// Nil is `currentcolor`.
        public var color: Color?
        public var isUnder = false
        public init() {}
    }
    /// CSS Ruby 1, §4.3.
    public enum RubyAlign: String, Hashable, Sendable { case start, center, spaceBetween, spaceAround }
    /// CSS Text Decoration 4, §2.9.3; `auto` leaves lines under ideographs whole.
    public enum SkipInk: String, Hashable, Sendable { case auto, none, all }
    public enum TabSize: Hashable, Sendable {
        case number(Double)
        case length(Double)
    }
    public struct HangingPunctuation: OptionSet, Hashable, Sendable {
        public var rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }
        public static let first = HangingPunctuation(rawValue: 1)
        public static let last = HangingPunctuation(rawValue: 2)
        public static let forceEnd = HangingPunctuation(rawValue: 4)
        public static let allowEnd = HangingPunctuation(rawValue: 8)
    }
    /// Where room is put between ideographs and other letters (CSS Text 4, §9.2).
    public struct Autospace: OptionSet, Hashable, Sendable {
        public var rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        public static let ideographAlpha = Autospace(rawValue: 1)
        public static let ideographNumeric = Autospace(rawValue: 2)
        public static let normal: Autospace = [.ideographAlpha, .ideographNumeric]
    }
    /// Where the blank half of full-width punctuation is left out (CSS Text 4, §9.1).
    public struct SpacingTrim: OptionSet, Hashable, Sendable {
        public var rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        public static let adjacent = SpacingTrim(rawValue: 1)
        public static let start = SpacingTrim(rawValue: 2)
        public static let end = SpacingTrim(rawValue: 4)
        public static let normal: SpacingTrim = [.adjacent, .end]
    }
    public enum Direction: String, Hashable, Sendable { case leftToRight, rightToLeft }
    public enum UnicodeBidi: String, Hashable, Sendable {
        case normal, embed, isolate, bidiOverride, isolateOverride, plaintext
    }
    public enum VerticalAlign: Hashable, Sendable {
        case baseline, sub, `super`, top, textTop, middle, bottom, textBottom
        /// Points upwards.
        case length(Double)
    }
    /// CSS Inline 3, §7.2.
    public struct InitialLetter: Hashable, Sendable {
        /// Lines that the letter is as high as; 1 or more.
        public var size: Double
        /// Lines that the letter stands beside; 1 or more.
        public var sink: Int
        public init(size: Double, sink: Int) {
            self.size = size
            self.sink = sink
        }
    }
    public struct Decoration: Hashable, Sendable {
        public var lines: Lines = []
        /// nil is `currentcolor`.
        public var color: Color?
        public var style = Style.solid
        /// Points; nil is `auto` or `from-font`.
        public var thickness: Double?
        /// Points; nil is `auto`.
        public var underlineOffset: Double?
        /// `text-underline-position`, as far as horizontal text goes.
        public var underlinePosition = UnderlinePosition.auto
        public init() {}
        public struct Lines: OptionSet, Hashable, Sendable {
            public var rawValue: Int
            public init(rawValue: Int) { self.rawValue = rawValue }
            public static let underline = Lines(rawValue: 1)
            public static let overline = Lines(rawValue: 2)
            public static let lineThrough = Lines(rawValue: 4)
        }
        public enum UnderlinePosition: String, Hashable, Sendable { case auto, fromFont, under }
        public enum Style: String, Hashable, Sendable { case solid, double, dotted, dashed, wavy }
    }
    public struct QuotePair: Hashable, Sendable {
        public var open: String
        public var close: String
        public init(open: String, close: String) {
            self.open = open
            self.close = close
        }
    }
}
