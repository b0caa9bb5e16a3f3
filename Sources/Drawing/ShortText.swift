/// Up to fifteen bytes of UTF-8 in two words, to be compared and counted fast.
public struct ShortText: Hashable, Comparable, Sendable, BitwiseCopyable {
    private var high: UInt64 = 0
    /// The lowest byte is the length.
    private var low: UInt64 = 0

    static let capacity = 15

    /// No text at all.
    public static let none = ShortText()
    /// U+00AD, as which a hyphen stands that was set at a line's end.
    static let softHyphen = ShortText("\u{AD}")!

    public static let space = ShortText(" ")!

    private init() {}

    /// Nil where the bytes are too many.
    public init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        guard range.count <= Self.capacity else { return nil }
        low = UInt64(range.count)
        if range.count == 1 {
            high = UInt64(bytes[range.lowerBound]) << 56
            return
        }
        var shift: UInt64 = 64
        for index in range.prefix(8) {
            shift -= 8
            high |= UInt64(bytes[index]) << shift
        }
        shift = 64
        for index in range.dropFirst(8) {
            shift -= 8
            low |= UInt64(bytes[index]) << shift
        }
    }

    /// Nil where the text is too long.
    init?(_ text: String) {
        self.init(text.utf8.span, 0..<text.utf8.count)
    }

    /// The text itself.
    public var string: String {
        let count = Int(low & 0xFF)
        var bytes: [UInt8] = []
        for offset in 0..<count {
            let word = offset < 8 ? high : low
            let shift = UInt64(8 * (7 - offset % 8))
            bytes.append(UInt8(truncatingIfNeeded: word >> shift))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Each scalar as a text of its own.
    var scalars: [ShortText] { string.unicodeScalars.compactMap { ShortText(String($0)) } }

    public static func < (a: ShortText, b: ShortText) -> Bool { (a.high, a.low) < (b.high, b.low) }
}
