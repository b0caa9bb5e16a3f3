internal import HTML
internal import TextAnalysis
internal import Transport

/// Stand-ins that a page shows until the picture is loaded.
enum PicturePlaceholder {
    /// A `data:` address shorter than this is taken only where there is nothing else.
    static let leastData = 1_000

    /// Pixels of a side below which a picture in a `data:` address says nothing.
    static let leastSide = 17

    /// Whether an address is a stand-in's.
    static func matches(_ reference: String) -> Bool {
        if reference.hasPrefix("data:") {
            return reference.utf8.count < leastData || !reference.hasPrefix("data:image/")
        }
        if reference.hasPrefix("about:") || reference.hasPrefix("javascript:") || reference.hasPrefix("blob:") {
            return true
        }
        let path = reference.prefix { $0 != "?" && $0 != "#" }.lowercased()
        let file = path.split(separator: "/").last ?? ""
        return names.contains { file.hasPrefix($0) }
    }

    private static let names = [
        "blank.", "placeholder", "spacer.", "pixel.", "1x1", "transparent", "lazy", "grey.gif", "gray.gif", "loading.",
        "default_thumb", "clear.gif", "trans.gif", "dot.gif", "empty.", "fallback.gif", "white.gif", "shim.gif",
    ]

    /// Whether a short `data:` address shows something: a drawing with shapes in it, or pixels enough.
    static func isDrawn(_ reference: String) -> Bool {
        guard reference.hasPrefix("data:image/"), let data = DataURL(reference) else { return false }
        if data.mediaType.hasPrefix("image/svg") {
            let markup = String(decoding: data.bytes, as: UTF8.self)
            return ["<path", "<circle", "<rect", "<poly", "<line", "<ellipse", "<text", "<image", "<use"].contains {
                markup.holds($0)
            }
        }
        guard let side = smallestSide(data.bytes) else { return reference.utf8.count > leastData }
        return side >= leastSide
    }

    /// The smaller side of a GIF (GIF89a, §18) or PNG (PNG, §11.2.1), in pixels.
    private static func smallestSide(_ bytes: [UInt8]) -> Int? {
        if bytes.starts(with: "GIF8".utf8), bytes.count > 10 {
            return min(Int(bytes[6]) | Int(bytes[7]) << 8, Int(bytes[8]) | Int(bytes[9]) << 8)
        }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]), bytes.count > 24 {
            func number(_ at: Int) -> Int { bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
            return min(number(16), number(20))
        }
        return nil
    }
}
