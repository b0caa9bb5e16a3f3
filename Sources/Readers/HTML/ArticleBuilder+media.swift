internal import ArticleModel
internal import HTML
internal import TextAnalysis

extension ArticleBuilder {
    mutating func appendMedia(_ node: NodeID, _ tag: Tag?, to flow: inout Flow) {
        flow.flush()
        guard let reference = mediaReference(node) ?? customReference(node), let address = addresses.link(reference),
            address.hasPrefix("http")
        else {
            if tag == .object { appendChildren(of: node, to: &flow) }
            return
        }
        let name = document.name(of: node)
        let isVideo = tag == .video || name == "amp-video"
        let isAudio = tag == .audio || name == "amp-audio"
        let kind: Media.Kind = isVideo ? .video : isAudio ? .audio : EmbeddedPages.kind(of: address)
        guard isVideo || isAudio || EmbeddedPages.isContent(address) else { return }
        let title = ["title", "aria-label", "data-title", "playlabel"]
            .compactMap { document.attribute($0, of: node).map(Self.trimmed) }.first { !$0.isEmpty }
        flow.add(
            Block(
                .media(Media(kind: kind, address: address, title: title, poster: poster(of: node)))))
    }

    /// The picture that is shown before it plays.
    private mutating func poster(of node: NodeID) -> Image? {
        for name in ["poster", "data-poster", "data-thumbnail"] {
            if let address = document.attribute(name, of: node).flatMap({ addresses.picture($0) }) {
                return Image(address: address, alternative: "")
            }
        }
        return nil
    }

    /// Whether an element that HTML does not know is a player of AMP's or of the light kind, or AMP's picture.
    static func isCustomMedia(_ name: String) -> Bool {
        ["amp-youtube", "lite-youtube", "amp-vimeo", "lite-vimeo", "amp-video", "amp-audio", "amp-iframe"].contains(
            name)
    }

    private func customReference(_ node: NodeID) -> String? {
        let id = document.attribute("videoid", of: node) ?? document.attribute("data-videoid", of: node)
        guard let id, id.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x2F }) else { return nil }
        return document.name(of: node).hasSuffix("vimeo")
            ? "https://player.vimeo.com/video/\(id)" : "https://www.youtube.com/watch?v=\(id)"
    }

    private func mediaReference(_ node: NodeID) -> String? {
        for name in ["src", "data-src", "data", "data-lazy-src", "data-url"] {
            if let value = document.attribute(name, of: node), !value.isEmpty, !value.hasPrefix("about:") {
                return value
            }
        }
        return Element(node, in: document).children.first { $0.localName == "source" }?.attribute("src")
    }
}

/// Which embedded pages are content, and of what kind.
enum EmbeddedPages {
    private static let video = [
        "youtube", "youtu.be", "vimeo", "dailymotion", "ted.com", "twitch.tv", "brightcove", "jwplayer", "wistia",
        "streamable", "bilibili", "rutube", "player.qq", "tv.qq", "archive.org", "/video", "video.", "videos.",
    ]
    private static let audio = [
        "soundcloud", "spotify", "bandcamp", "megaphone", "libsyn", "podcast", "audioboom", "acast", "simplecast",
        "omny.fm",
    ]
    private static let pages = [
        "twitter.com", "x.com/", "instagram.com", "codepen.io", "slideshare", "scribd", "datawrapper", "dwcdn",
        "infogram", "flourish", "google.com/maps", "openstreetmap", "jsfiddle", "gist.github", "documentcloud",
        "tiktok.com",
    ]

    static func kind(of address: String) -> Media.Kind {
        if audio.contains(where: address.holds) { return .audio }
        return video.contains(where: address.holds) ? .video : .page
    }

    /// Advertisements, counters and share buttons are embedded pages too; these are the ones that say something.
    static func isContent(_ address: String) -> Bool {
        (video + audio + pages).contains(where: address.holds)
    }
}
