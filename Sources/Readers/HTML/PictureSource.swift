internal import HTML
internal import TextAnalysis

/// The best of a picture's sources: `srcset`, `picture`, and the many ways in which pages load late.
struct PictureSource: Sendable {
    /// Wide enough for a printed page at 300 dpi; more is waste.
    static let enoughPixels = 2_000.0

    let document: HTMLDocument

    /// A picture's addresses as the page wrote them.
    struct Choice: Hashable, Sendable {
        /// The best for print.
        var reference: String
        /// What the page itself shows on a screen, where that is another.
        var screen: String?
    }

    /// The address for print, or nil where there is none but a placeholder.
    func reference(of image: NodeID) -> String? { choice(of: image)?.reference }

    /// The addresses of an `img`, or of a `picture`'s `source`.
    func choice(of image: NodeID) -> Choice? {
        var candidates = sources(of: image)
        if let picture = document.parent(of: image), document.has(.picture, at: picture) {
            var child = document.firstChild(of: picture)
            while let current = child {
                if document.has(.source, at: current), current != image { candidates += sources(ofSource: current) }
                child = document.nextSibling(of: current)
            }
        }
        for index in candidates.indices where Self.isRecentFormat(candidates[index].reference) {
            candidates[index].rank -= 0.5
        }
        let usable = candidates.filter { !PicturePlaceholder.matches($0.reference) }
        if let best = usable.max(by: { $0.rank < $1.rank }) {
            let shown = usable.first { $0.isShown }?.reference
            return Choice(reference: best.reference, screen: shown == best.reference ? nil : shown)
        }
        return candidates.first { PicturePlaceholder.isDrawn($0.reference) }.map { Choice(reference: $0.reference) }
    }

    /// Formats that not every reading system and decoder knows; the same picture is mostly there in an older one too.
    private static func isRecentFormat(_ reference: String) -> Bool {
        let lower = reference.lowercased()
        return lower.holds(".webp") || lower.holds(".avif") || lower.holds("format=webp") || lower.holds("format=avif")
    }

    private struct Candidate {
        var reference: String
        /// Higher is better.
        var rank: Double
        /// Whether the page shows it where it does not choose from a set.
        var isShown = false
    }

    /// A `picture`'s source, unless it is in a format that nobody prints or for dark screens.
    private func sources(ofSource node: NodeID) -> [Candidate] {
        let type = document.attribute(.type, of: node)?.lowercased() ?? ""
        guard !["jxl", "heic", "heif", "jp2", "vnd.ms-photo"].contains(where: type.holds) else { return [] }
        let media = document.attribute("media", of: node)?.lowercased() ?? ""
        guard !media.holds("dark") else { return [] }
        var found = sources(of: node)
        for index in found.indices {
            found[index].isShown = false
            if media.holds("max-width") { found[index].rank -= 0.4 }
            if type.holds("webp") || type.holds("avif") { found[index].rank -= 0.5 }
        }
        return found
    }

    private func sources(of node: NodeID) -> [Candidate] {
        var found: [Candidate] = []
        for (name, value) in document.attributes(of: node) where !value.isEmpty {
            switch name {
            case "src": found.append(Candidate(reference: value, rank: 1, isShown: true))
            case "srcset": found += Self.set(value, below: 2)
            case _ where name.hasPrefix("data-") || name.hasSuffix("-src") || name == "lowsrc" || name == "file":
                if name.hasSuffix("srcset") || Self.isSet(value) {
                    found += Self.set(value, below: 2)
                } else if let address = Self.addressInJSON(value) {
                    found.append(Candidate(reference: address, rank: 1.2, isShown: true))
                } else if Self.lazyNames.contains(name) {
                    // What is loaded late is the picture; `src` is then a stand-in, often small.
                    found.append(Candidate(reference: value, rank: 1.2, isShown: true))
                } else if Self.isPicture(value), !name.holds("thumb"), !name.holds("caption") {
                    let isLarger = Self.largeNames.contains(where: name.holds)
                    found.append(Candidate(reference: value, rank: isLarger ? 1.2 : 0.9))
                }
            default: break
            }
        }
        // What a script puts in the place of `src` is shown rather than that.
        if let late = found.lastIndex(where: { $0.isShown && $0.rank > 1 }) { found.swapAt(0, late) }
        return found
    }

    private static let lazyNames: Set<String> = [
        "data-src", "data-original", "data-lazy-src", "data-lazy", "data-url", "data-echo", "data-image-src",
        "data-img-src", "data-img", "data-lazyload", "data-original-src", "data-actualsrc", "data-native-src",
        "data-delayed-url", "data-srcurl", "data-image", "data-ezsrc", "data-cfsrc", "data-flickity-lazyload",
        "data-defer-src", "data-layzr", "data-unveil", "data-runner-src",
    ]

    /// Parts of attribute names that speak of a larger copy.
    private static let largeNames = [
        "full", "large", "hires", "hi-res", "highres", "high-res", "retina", "orig", "zoom", "viewer", "big", "2x",
    ]

    private static func isSet(_ value: String) -> Bool {
        isPicture(value) && value.contains(where: \.isWhitespace)
            && (value.hasSuffix("w") || value.hasSuffix("x") || value.holds("w,"))
    }

    /// Whether an attribute of unknown meaning holds the address of a picture: a path to a file of such a kind.
    private static func isPicture(_ value: String) -> Bool {
        let path = value.prefix { $0 != "?" && $0 != "#" }.lowercased()
        guard path.holds("/"), !path.hasPrefix("{"), !path.hasPrefix("["), !path.hasPrefix("<") else { return false }
        return [".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".svg"].contains { path.holds($0) }
    }

    /// The first `src` of settings written as JSON.
    private static func addressInJSON(_ value: String) -> String? {
        guard value.hasPrefix("{"), let start = value.firstRange(of: "\"src\":\"") else { return nil }
        let address = value[start.upperBound...].prefix { $0 != "\"" }.replacing("\\/", with: "/")
        return address.isEmpty ? nil : String(address)
    }

    /// The candidates of a `srcset` (HTML, §4.8.4.2.1), ranked from `below - 1` up to `below` by width or density.
    private static func set(_ value: String, below: Double) -> [Candidate] {
        var result: [Candidate] = []
        for (reference, descriptor) in parse(value) {
            let number = Double(descriptor.dropLast()) ?? 1
            guard number > 0, number < 100_000 else { continue }
            let pixels = descriptor.hasSuffix("w") ? number : number * 600
            // The smallest that is enough, else the largest there is.
            let rank =
                pixels >= enoughPixels ? below - pixels / 1_000_000 : below - 1 + 0.3 + 0.6 * pixels / enoughPixels
            result.append(Candidate(reference: reference, rank: rank))
        }
        return result
    }

    private static func parse(_ value: String) -> [(String, Substring)] {
        var result: [(String, Substring)] = []
        var rest = value[...]
        while true {
            rest = rest.drop { $0.isWhitespace || $0 == "," }
            guard !rest.isEmpty else { return result }
            var reference = rest.prefix { !$0.isWhitespace }
            rest = rest[reference.endIndex...]
            if reference.hasSuffix(",") {
                while reference.hasSuffix(",") { reference = reference.dropLast() }
                result.append((String(reference), ""))
                continue
            }
            let descriptors = rest.prefix { $0 != "," }
            rest = rest[descriptors.endIndex...]
            let descriptor =
                descriptors.split(whereSeparator: \.isWhitespace).first { $0.hasSuffix("w") || $0.hasSuffix("x") } ?? ""
            result.append((String(reference), descriptor))
        }
    }
}
