import ArticleModel
import HTML

extension MarkupWriter {
    /// `section.cover > img, div.cover-title, div.cover-subtitle, div.cover-byline, div.cover-source`; of several articles the
    /// titles with their authors.
    mutating func writeCover(of articles: [Article]) {
        guard let first = articles.first else { return }
        builder.open("section", [("class", "cover"), ("role", "doc-cover")])
        if let picture = first.metadata.leadImage { writeCoverPicture(picture) }
        for article in articles {
            line("cover-title", article.metadata.title)
            if articles.count == 1 { line("cover-subtitle", article.metadata.subtitle) }
            line("cover-byline", article.metadata.authors.joined(separator: ", "))
        }
        if articles.count == 1 {
            let date = first.metadata.published.map { PrintedDate($0).text(language: first.metadata.language) }
            line("cover-source", [first.metadata.site, date].compactMap(\.self).joined(separator: " · "))
        }
        builder.close()
    }

    /// The picture is ornament here: the article shows it again, with its description.
    private mutating func writeCoverPicture(_ picture: Image) {
        guard case .shown = options.picture(picture) else { return }
        var ornament = picture
        ornament.alternative = ""
        write(ornament, attributes: .none)
    }

    private mutating func line(_ className: String, _ text: String?) {
        guard let text, !text.isEmpty else { return }
        builder.element("div", [("class", className)]) { $0.text(text) }
    }
}
