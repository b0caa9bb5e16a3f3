internal import HTML

/// Visible text of elements as one line.
enum NodeText {
    /// Text with white space collapsed, at most `limit` bytes of it.
    static func text(of node: Int, in statistics: NodeStatistics, limit: Int = 4_000) -> String {
        let document = statistics.document
        var bytes: [UInt8] = []
        var needsSpace = false
        for index in statistics.subtree(node) {
            let id = NodeID(index)
            if document.kind(of: id) == .element {
                if statistics.traits[index].contains(.block) || document.has(.br, at: id) { needsSpace = true }
                continue
            }
            guard statistics.traits[document.parent(of: id)?.position ?? 0].isDisjoint(with: [.silent, .hidden]) else {
                continue
            }
            for byte in document.utf8[document.textRange(of: id)] {
                if byte <= 0x20 {
                    needsSpace = true
                } else {
                    if needsSpace, !bytes.isEmpty { bytes.append(0x20) }
                    needsSpace = false
                    bytes.append(byte)
                }
            }
            if bytes.count > limit { break }
        }
        return String(decoding: bytes.prefix(limit), as: UTF8.self)
    }

    /// Letters and digits only, small: for comparing titles and names.
    static func key(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.lowercased().unicodeScalars.filter {
                    $0.properties.isAlphabetic || $0.properties.numericType != nil
                }))
    }
}
