/// Makes of a real input one that no author would write.
struct Mutator {
    private var generator: SeededGenerator
    private let seeds: [Seed]

    /// Whole inputs are dear: most runs work on a window of at most this many bytes.
    private static let windowLimit = 12_000

    /// Inputs grow to at most this many bytes.
    private static let growthLimit = 400_000

    init(seeds: [Seed], generator: SeededGenerator) {
        self.seeds = seeds
        self.generator = generator
    }

    /// A seed's name and its bytes after some changes.
    mutating func input() -> (name: String, bytes: [UInt8]) {
        let seed = seeds[generator.below(seeds.count)]
        var bytes = generator.isOne(in: 16) ? seed.bytes : window(of: seed.bytes)
        for _ in 0...generator.below(6) { mutate(&bytes) }
        if bytes.count > Self.growthLimit { bytes.removeSubrange(Self.growthLimit...) }
        return (seed.name, bytes)
    }

    private mutating func window(of bytes: [UInt8]) -> [UInt8] {
        guard bytes.count > Self.windowLimit else { return bytes }
        let count = 500 + generator.below(Self.windowLimit)
        let start = generator.below(bytes.count - min(count, bytes.count) + 1)
        // The head tells encodings and metadata, so it often comes along.
        let head = generator.isOne(in: 2) ? Array(bytes.prefix(min(1_500, start))) : []
        return head + bytes[start..<min(bytes.count, start + count)]
    }

    private mutating func mutate(_ bytes: inout [UInt8]) {
        switch generator.below(9) {
        case 0: flip(&bytes)
        case 1: bytes.removeSubrange(piece(of: bytes))
        case 2: repeatPiece(&bytes)
        case 3: insert(piece(of: other(), limit: 400), into: &bytes)
        case 4, 5: insert(Array(Self.scraps[generator.below(Self.scraps.count)].utf8), into: &bytes)
        case 6: nest(&bytes)
        case 7: movePiece(&bytes)
        default: changeNumber(&bytes)
        }
    }

    private mutating func flip(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        for _ in 0...generator.below(8) {
            bytes[generator.below(bytes.count)] =
                generator.isOne(in: 2) ? UInt8(truncatingIfNeeded: generator.next()) : UInt8(ascii: "<")
        }
    }

    /// A range of at most so many bytes, often from one tag to another.
    private mutating func piece(of bytes: [UInt8], limit: Int = 2_000) -> Range<Int> {
        guard !bytes.isEmpty else { return 0..<0 }
        var start = generator.below(bytes.count)
        var end = min(bytes.count, start + 1 + generator.below(limit))
        if generator.isOne(in: 2) {
            start = bytes[start..<end].firstIndex(of: UInt8(ascii: "<")) ?? start
            end = bytes[start..<end].lastIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? end
        }
        return start..<end
    }

    private mutating func piece(of bytes: [UInt8], limit: Int) -> [UInt8] {
        let range: Range<Int> = piece(of: bytes, limit: limit)
        return Array(bytes[range])
    }

    private mutating func other() -> [UInt8] { seeds[generator.below(seeds.count)].bytes }

    private mutating func insert(_ scrap: [UInt8], into bytes: inout [UInt8]) {
        bytes.insert(contentsOf: scrap, at: generator.below(bytes.count + 1))
    }

    private mutating func repeatPiece(_ bytes: inout [UInt8]) {
        let scrap: [UInt8] = piece(of: bytes, limit: 600)
        let times = generator.isOne(in: 20) ? 300 : 1 + generator.below(8)
        insert(Array(repeatElement(scrap, count: times).joined()), into: &bytes)
    }

    private mutating func movePiece(_ bytes: inout [UInt8]) {
        let range: Range<Int> = piece(of: bytes, limit: 2_000)
        let scrap = Array(bytes[range])
        bytes.removeSubrange(range)
        insert(scrap, into: &bytes)
    }

    /// Opens one element over and over.
    private mutating func nest(_ bytes: inout [UInt8]) {
        let opening = Self.openings[generator.below(Self.openings.count)]
        let depth = generator.isOne(in: 50) ? 20_000 : 1 + generator.below(120)
        insert(Array(String(repeating: opening, count: depth).utf8), into: &bytes)
    }

    /// Makes a number that stands in the input another one.
    private mutating func changeNumber(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        let start = generator.below(bytes.count)
        guard let first = bytes[start...].firstIndex(where: digits.contains) else { return }
        let end = bytes[first...].firstIndex { !digits.contains($0) } ?? bytes.count
        bytes.replaceSubrange(first..<end, with: Self.numbers[generator.below(Self.numbers.count)].utf8)
    }

    private static let numbers = [
        "0", "-1", "1", "65535", "65536", "1000000", "2147483648", "9223372036854775807", "99999999999999999999",
        "1e309", "NaN", "0.0000001", "",
    ]

    private static let openings = [
        "<div>", "<b>", "<a href=x>", "<table><tr><td>", "<ul><li>", "<blockquote>", "<p><i>", "<span>", "<font>",
        "<svg>", "<math><mrow>", "<select>", "<template>", "<h2>", "<figure>", "<dl><dd>", "<ruby><rt>", "<details>",
        "> ", "- ", "[", "**", "\n    ", "{\"blocks\":[", "(((",
    ]

    private static let scraps = [
        "</div>", "</article>", "</body></html>", "<p>", "<br>", "<!--", "-->", "<![CDATA[", "]]>", "<script>",
        "</script>", "<style>", "<title>", "<plaintext>", "<noscript><img src=a.png></noscript>", "<base href='//x'>",
        "<meta charset=utf-16>", "<meta charset=iso-2022-jp>", "\u{feff}", "\0", "&#0;", "&#x110000;", "&notin",
        "&#xD800;",
        "<td colspan=65534 rowspan=1000000>", "<ol start=-9223372036854775808 reversed>", "<li value=99999999999>",
        "<img srcset='a 1x,, b 0w, c -1x' width=1e9 height=0>", "<img src='data:image/png;base64,!!!!'>",
        "<a href='#fn1' role=doc-noteref>1</a>", "<sup><a href='#a' id=a>1</a></sup>", "<li id=fn1>",
        "<aside role=doc-footnote id=a>",
        "<script type='application/ld+json'>{\"@graph\":[{\"@type\":",
        "<math><semantics><annotation encoding='application/x-tex'>",
        "<svg viewBox='0 0 1e9 1e-9'><use href='#s' id=s />", "<a href='http://[::1'>",
        "<a href='HTTP://%zz\u{e000}/'>",
        "<p dir=auto>\u{202e}\u{2066}", "\u{300}\u{301}\u{200d}\u{1f468}", "<div hidden>", "<div style='display:none'>",
        "<template><article><p>", "<table><caption><table>", "<details><summary><details>", "<iframe src=javascript:x>",
        "<video poster='x' src='y'><track>", "<object data=x><embed>", "---\ntitle: [", "```", "| a | b |\n|--|",
        "[^1]: ",
        "![", "](<", "{\"type\":", "Content-Type: multipart/mixed; boundary=\"\"\r\n\r\n", "--\r\n", "=?utf-8?B?////?=",
        "\r\n\r\n", "\t\t\t", "\u{2028}", "\u{ad}", "\u{fffd}",
    ]
}
