import ArticleModel
import HTML

extension MarkupWriter {
    /// `header > h1.title, p.subtitle, p.byline, p.source`; what is not known is left out.
    mutating func writeHeader(_ metadata: Metadata) {
        let title = metadata.title ?? ""
        let published = metadata.published.map(PrintedDate.init)
        guard !title.isEmpty || !metadata.authors.isEmpty || published != nil || metadata.address != nil else { return }
        builder.open("header")
        if !title.isEmpty {
            let id = options.includesContents ? [("id", Self.titleID(prefix: prefix))] : []
            builder.element("h1", [("class", "title")] + id) { $0.text(title) }
        }
        if let subtitle = metadata.subtitle, !subtitle.isEmpty { line("p", "subtitle") { $0.text(subtitle) } }
        if !metadata.authors.isEmpty { line("p", "byline") { Self.write(authors: metadata.authors, in: &$0) } }
        let parts: [(inout HTMLDocumentBuilder) -> Void] =
            (metadata.site.map { site in [{ Self.span("site", site, in: &$0) }] } ?? [])
            + (published.map { date in [{ Self.write(date: date, language: metadata.language, in: &$0) }] } ?? [])
            + (metadata.address.map { address in [{ Self.write(address: address, in: &$0) }] } ?? [])
        if !parts.isEmpty {
            line("p", "source") { builder in
                for (index, part) in parts.enumerated() {
                    if index > 0 { builder.text(" · ") }
                    part(&builder)
                }
            }
        }
        builder.close()
    }

    private mutating func line(_ name: String, _ className: String, _ content: (inout HTMLDocumentBuilder) -> Void) {
        builder.element(name, [("class", className)], content)
    }

    private static func span(_ className: String, _ text: String, in builder: inout HTMLDocumentBuilder) {
        builder.element("span", [("class", className)]) { $0.text(text) }
    }

    private static func write(authors: [String], in builder: inout HTMLDocumentBuilder) {
        for (index, author) in authors.enumerated() {
            if index > 0 { builder.text(", ") }
            span("author", author, in: &builder)
        }
    }

    private static func write(date: PrintedDate, language: String?, in builder: inout HTMLDocumentBuilder) {
        builder.element("time", [("class", "published"), ("datetime", date.iso)]) {
            $0.text(date.text(language: language))
        }
    }

    private static func write(address: String, in builder: inout HTMLDocumentBuilder) {
        builder.element("a", [("class", "address"), ("href", address)]) { $0.text(address.withoutScheme) }
    }
}

/// A date as it stands under a title: `20 November 2026` in English, ISO 8601 elsewhere.
struct PrintedDate {
    let iso: String

    init(_ iso: String) { self.iso = iso }

    func text(language: String?) -> String {
        let day = iso.prefix(10)
        let parts = day.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, (1...12).contains(parts[1]) else { return String(day) }
        guard (language ?? "en").lowercased().hasPrefix("en") else { return String(day) }
        return "\(parts[2]) \(Self.months[parts[1] - 1]) \(parts[0])"
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
