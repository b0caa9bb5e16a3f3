internal import HTML
internal import TextAnalysis

/// Finds the picture that stands between the title and the article's element, as the lead of many articles does.
struct PictureFinder: Sendable {
    let statistics: NodeStatistics
    let dropped: NodeSet
    /// The address of the picture that the metadata name.
    let leadImage: String?

    /// More text than this beside the picture is no caption: weighted characters.
    static let maximumCaption = 400

    /// The element of the picture, caption included; nil where there is none or the article begins with one of its own.
    func picture(before root: Int, in body: Int) -> Int? {
        guard let start = start(before: root, in: body), start < root, !beginsWithPicture(root) else { return nil }
        var node = start
        while node < root {
            if dropped.contains(node) {
                node = Int(statistics.end[node])
            } else if isPicture(node), !statistics.subtree(node).contains(root) {
                return repeats(node, in: root) ? nil : node
            } else {
                node += 1
            }
        }
        return nil
    }

    /// Where the article or main element begins that holds the root, or what holds the heading of rank 1 before it.
    private func start(before root: Int, in body: Int) -> Int? {
        var ancestor = statistics.document.parent(of: NodeID(root))?.position
        var found: Int?
        for _ in 0..<5 {
            guard let current = ancestor, current > body else { break }
            if statistics.tag(current) == .article || statistics.tag(current) == .main
                || statistics.traits[current].contains(.mainRole)
            {
                return current + 1
            }
            if found == nil, (current..<root).contains(where: { statistics.tag($0) == .h1 }) { found = current + 1 }
            ancestor = statistics.document.parent(of: NodeID(current))?.position
        }
        return found
    }

    private func beginsWithPicture(_ root: Int) -> Bool {
        var text = 0
        for node in statistics.subtree(root) {
            if dropped.contains(node) { continue }
            if statistics.tag(node) == .img || statistics.tag(node) == .figure { return true }
            if statistics.document.kind(of: NodeID(node)) == .text { text += statistics.textLength(node) }
            if text > 200 { return false }
        }
        return false
    }

    /// A figure with a picture, or a picture whose class or address says that it is the article's.
    private func isPicture(_ node: Int) -> Bool {
        let document = statistics.document
        switch statistics.tag(node) {
        case .figure, .picture, .img: break
        default: return false
        }
        let pictures = statistics.subtree(node).filter { statistics.tag($0) == .img }
        guard pictures.count == 1, let picture = pictures.first, isLarge(picture),
            statistics.textLength(node) < Self.maximumCaption, statistics.linkCount(node) < 4,
            statistics.hints[node].isDisjoint(with: [.related, .advertising, .profile, .comments, .navigation])
        else { return false }
        if statistics.tag(node) == .figure { return true }
        let names = [AttributeName.class, .itemprop].compactMap { document.attribute($0, of: NodeID(picture)) }
            .joined(separator: " ").lowercased()
        if ["featured", "hero", "post-image", "lead-image", "main-image"].contains(where: names.holds) { return true }
        return leadImage.map(Self.file) == document.attribute(.src, of: NodeID(picture)).map(Self.file)
    }

    private func isLarge(_ picture: Int) -> Bool {
        let document = statistics.document
        let names = (document.attribute(.class, of: NodeID(picture)) ?? "").lowercased()
        guard !["avatar", "logo", "icon", "author", "headshot"].contains(where: names.holds) else { return false }
        guard document.attribute(.src, of: NodeID(picture)) != nil else { return false }
        for side in [AttributeName.width, .height] {
            if let value = document.attribute(side, of: NodeID(picture)).flatMap(Double.init), value < 150 {
                return false
            }
        }
        return true
    }

    /// Whether the article shows the same picture.
    private func repeats(_ node: Int, in root: Int) -> Bool {
        guard let file = files(in: node).first else { return false }
        return files(in: root).contains(file)
    }

    private func files(in node: Int) -> [String] {
        statistics.subtree(node).filter { statistics.tag($0) == .img }
            .compactMap { statistics.document.attribute(.src, of: NodeID($0)).map(Self.file) }
    }

    /// The file's name, which is the same in every size that is asked for.
    private static func file(_ address: String) -> String {
        let path = address.prefix { $0 != "?" && $0 != "#" }
        return String(path.split(separator: "/").last ?? path)
    }
}
