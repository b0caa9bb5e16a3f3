internal import Diagnostics
internal import Extraction

/// The end of a message that is plain text: a signature, and how to leave the list; and the link to its copy on the web.
enum MessageFooter {
    /// The text without them.
    static func removed(from utf8: [UInt8], _ diagnostics: inout [Diagnostic]) -> [UInt8] {
        var lines = utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        if let start = footer(of: lines) { drop(start..<lines.count, from: &lines, "footer", &diagnostics) }
        if let head = webCopy(in: lines) { drop(head, from: &lines, "link to the web", &diagnostics) }
        return Array(lines.joined(separator: "\n").utf8)
    }

    private static func drop(
        _ range: Range<Int>, from lines: inout [String], _ rule: String, _ diagnostics: inout [Diagnostic]
    ) {
        let sample = lines[range].first { !$0.trimmed.isEmpty }?.trimmed ?? ""
        if !sample.isEmpty {
            let entry = ExtractionReport.Entry(
                decision: .dropped, rule: rule, element: "line \(range.lowerBound + 1)",
                sample: String(sample.prefix(60)), textLength: lines[range].reduce(0) { $0 + $1.count })
            diagnostics.append(Diagnostic(.note, .leftOut(entry)))
        }
        for index in range { lines[index] = "" }
    }

    /// Where the footer begins: at the signature's line (RFC 3676, §4.3), or at the paragraph that tells how to leave.
    private static func footer(of lines: [String]) -> Int? {
        let total = lines.reduce(0) { $0 + $1.count }
        var before = 0
        for (index, line) in lines.enumerated() {
            defer { before += line.count }
            guard before * 2 > total else { continue }
            if line == "-- " || line == "--" { return index }
            let lower = line.lowercased()
            guard lower.count < 400, MailWords.leaving.contains(where: lower.contains) else { continue }
            // The paragraph's first line; a rule above it belongs to it.
            var start = index
            while start > 0, !lines[start - 1].trimmed.isEmpty, index - start < 12 { start -= 1 }
            var above = start - 1
            while above > 0, lines[above].trimmed.isEmpty { above -= 1 }
            if above > 0, lines[above].trimmed.allSatisfy({ !$0.isLetter && !$0.isNumber }) { start = above }
            let rest = lines[start...].reduce(0) { $0 + $1.count }
            if rest < max(1_500, total / 4) { return start }
        }
        return nil
    }

    /// The first paragraphs may lead to the letter on the web.
    private static func webCopy(in lines: [String]) -> Range<Int>? {
        for index in lines.indices.prefix(12) {
            let lower = lines[index].lowercased()
            guard lower.count < 220, MailWords.webCopy.contains(where: lower.contains) else { continue }
            var end = index + 1
            while end < lines.count, !lines[end].trimmed.isEmpty, lines[end].contains("://") { end += 1 }
            return index..<end
        }
        return nil
    }
}
