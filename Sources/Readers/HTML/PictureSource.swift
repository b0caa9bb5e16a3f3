internal import HTML
internal import TextAnalysis

/// The best of a picture's sources: `srcset`, `picture`, and the many ways in which pages load late.
struct PictureSource: Sendable {
    /// Wide enough for a printed page at 300 dpi; more is waste.
    static let enoughPixels = 2_000.0

    /// A `data:` address shorter than this is one pixel, or none.
    static let leastData = 130

    let document: HTMLDocument

    /// The address as the page wrote it, or nil where there is none but a placeholder.
    func reference(of image: NodeID) -> String? {
        var candidates = sources(of: image)
        if let picture = document.parent(of: image), document.has(.picture, at: picture) {
            var child = document.firstChild(of: picture)
            while let current = child {
                if document.has(.source, at: current) { candidates += sources(of: current) }
                child = document.nextSibling(of: current)
            }
        }
        for index in candidates.indices where Self.isRecentFormat(candidates[index].reference) {
            candidates[index].rank -= 0.5
        }
        let usable = candidates.filter { !Self.isPlaceholder($0.reference) }
        if let best = usable.max(by: { $0.rank < $1.rank }) { return best.reference }
        return candidates.first { $0.reference.hasPrefix("data:image/") && $0.reference.utf8.count > Self.leastData }?
            .reference
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
    }

    private func sources(of node: NodeID) -> [Candidate] {
        var found: [Candidate] = []
        for (name, value) in document.attributes(of: node) where !value.isEmpty {
            switch name {
            case "src": found.append(Candidate(reference: value, rank: 1))
            case "srcset": found += Self.set(value, below: 2)
            case _ where name.hasPrefix("data-") || name.hasSuffix("-src") || name == "lowsrc" || name == "file":
                if name.hasSuffix("srcset") || Self.isSet(value) {
                    found += Self.set(value, below: 2)
                } else if Self.lazyNames.contains(name)
                    || (Self.isPicture(value) && !name.holds("thumb") && !name.holds("caption"))
                {
                    // What is loaded late is the picture; `src` is then a stand-in, often small.
                    found.append(Candidate(reference: value, rank: 1.2))
                }
            default: break
            }
        }
        return found
    }

    private static let lazyNames: Set<String> = [
        "data-src", "data-original", "data-lazy-src", "data-lazy", "data-url", "data-echo", "data-hi-res-src",
        "data-full-src", "data-image-src", "data-img-src", "data-img", "data-lazyload", "data-original-src",
        "data-large-file",
        "data-orig-file", "data-actualsrc", "data-native-src",
    ]

    private static func isSet(_ value: String) -> Bool {
        isPicture(value) && value.contains(where: \.isWhitespace)
            && (value.hasSuffix("w") || value.hasSuffix("x") || value.holds("w,"))
    }

    private static func isPicture(_ value: String) -> Bool {
        let path = value.prefix { $0 != "?" && $0 != "#" }.lowercased()
        guard !path.hasPrefix("{"), !path.hasPrefix("["), !path.hasPrefix("<") else { return false }
        return [".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".svg"].contains { path.holds($0) }
    }

    /// The candidates of a `srcset` (HTML, §4.8.4.2.1), ranked from `below - 1` up to `below` by width or density.
    private static func set(_ value: String, below: Double) -> [Candidate] {
        var result: [Candidate] = []
        for (reference, descriptor) in parse(value) {
            let number = Double(descriptor.dropLast()) ?? 1
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

    /// Stand-ins that are shown until the picture is loaded.
    static func isPlaceholder(_ reference: String) -> Bool {
        if reference.hasPrefix("data:") { return reference.utf8.count < 1_000 || !reference.hasPrefix("data:image/") }
        if reference.hasPrefix("about:") || reference.hasPrefix("javascript:") || reference.hasPrefix("blob:") {
            return true
        }
        let path = reference.prefix { $0 != "?" && $0 != "#" }.lowercased()
        let file = path.split(separator: "/").last ?? ""
        return placeholders.contains { file.hasPrefix($0) }
    }

    private static let placeholders = [
        "blank.", "placeholder", "spacer.", "pixel.", "1x1", "transparent", "lazy", "grey.gif", "gray.gif", "loading.",
        "default_thumb", "clear.gif", "trans.gif", "dot.gif", "empty.", "fallback.gif", "white.gif", "shim.gif",
    ]
}
