internal import Diagnostics
internal import MIME

/// What of a message is its text, piece after piece.
struct MessageBody {
    enum Piece {
        case html(MIMEEntity)
        case text(MIMEEntity)
        /// A picture that stands in the text by its place among the parts.
        case picture(MIMEEntity)
        case message(MIMEEntity)
    }

    private(set) var pieces: [Piece] = []
    /// There is a part that only a key opens.
    private(set) var isEncrypted = false

    init(_ message: MIMEEntity) {
        pieces = pieces(of: message)
        // Where nothing is meant to be shown, what came as a file is what there is.
        if pieces.isEmpty { pieces = message.leaves.compactMap { Self.piece($0) } }
    }

    private mutating func pieces(of entity: MIMEEntity) -> [Piece] {
        guard case .parts(let parts) = entity.content else {
            return entity.isAttachment ? [] : Self.piece(entity).map { [$0] } ?? []
        }
        switch entity.mediaType.name {
        case "multipart/alternative": return best(of: parts)
        case "multipart/related":
            let start = entity.parameter("start").map { $0.filter { $0 != "<" && $0 != ">" && $0 != " " } }
            let root = parts.first { start != nil && $0.contentID == start } ?? parts.first
            return root.map { pieces(of: $0) } ?? []
        case "multipart/signed", "multipart/report": return parts.first.map { pieces(of: $0) } ?? []
        case "multipart/encrypted":
            isEncrypted = true
            return []
        default: return parts.flatMap { pieces(of: $0) }
        }
    }

    /// RFC 2046, §5.1.4: the last form that can be read; pages before text, whatever their order.
    private mutating func best(of parts: [MIMEEntity]) -> [Piece] {
        let forms = parts.map { pieces(of: $0) }
        let pages = forms.last {
            $0.contains { piece in
                if case .html = piece { return true }
                return false
            }
        }
        return pages ?? forms.last { !$0.isEmpty } ?? []
    }

    private static func piece(_ entity: MIMEEntity) -> Piece? {
        if case .message(let inner) = entity.content { return .message(inner) }
        guard entity.body?.contains(where: { $0 > 0x20 }) ?? false else { return nil }
        switch entity.mediaType.name {
        case "text/html", "application/xhtml+xml": return .html(entity)
        case "text/plain", "text/enriched", "text/markdown": return .text(entity)
        case let type where type.hasPrefix("image/"): return .picture(entity)
        default: return nil
        }
    }
}
