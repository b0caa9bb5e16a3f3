internal import Diagnostics
internal import MIME

/// Tells messages and saved pages in MIME from other text by their header.
enum MessageSigns {
    /// The format of bytes that begin with a message's header; nil where they begin with anything else.
    static func format(_ bytes: [UInt8]) -> SourceFormat? {
        guard let colon = bytes.prefix(80).firstIndex(of: 0x3A) else { return nil }
        let first = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
        guard firstFields.contains(first) || first.hasPrefix("x-") || first.hasPrefix("from ") else { return nil }
        let headers = MIMEParser(maximumDepth: 0).parse(Array(bytes.prefix(65_536))).output.headers
        if isArchive(headers) { return .mhtml }
        let hasVersion = headers["MIME-Version"] != nil
        let signs = ["From", "Date", "Received", "Message-ID", "To", "Return-Path", "Content-Type"]
        let count = signs.count { headers[$0] != nil }
        // A text file's own head also has a date and an author.
        let isMail = headers["Message-ID"] != nil || headers["Received"] != nil || headers["Return-Path"] != nil
        return hasVersion && count >= 1 || isMail && count >= 3 ? .mail : nil
    }

    /// Whether a message is a saved page: it says where it was (RFC 2557, §4), or who saved it.
    static func isArchive(_ headers: ReceivedHeaders) -> Bool {
        if headers["Snapshot-Content-Location"] != nil || headers["Content-Location"] != nil { return true }
        let sender = headers["From"]?.lowercased() ?? ""
        return sender.contains("<saved by") || sender.contains("\"saved by")
    }

    private static let firstFields: Set<String> = [
        "from", "mime-version", "return-path", "received", "delivered-to", "date", "subject", "message-id", "to",
        "content-type", "reply-to", "sender", "dkim-signature", "arc-seal", "authentication-results", "envelope-to",
        "content-location", "received-spf", "snapshot-content-location",
    ]
}
