/// What the package document says of the publication (EPUB 3.3, §5.5).
struct PackageMetadata {
    var identifier: String
    var title: String
    var subtitle: String?
    var creators: [String]
    var language: String
    /// `rtl`, or nil.
    var direction: String?
    var publishers: [String]
    /// The addresses the articles were published at.
    var sources: [String]
    /// A date or a year and month.
    var date: String?
    var description: String?
    var subjects: [String]
    var rights: String?
    /// `CCYY-MM-DDThh:mm:ssZ`
    var modified: String
    var accessibility: Accessibility

    func write(to writer: inout XMLWriter) {
        writer.element("dc:identifier", [("id", "publication-id")], text: identifier)
        writer.element("dc:title", [("id", "title")], text: title)
        writer.refine("title", "title-type", "main")
        if let subtitle {
            writer.element("dc:title", [("id", "subtitle")], text: subtitle)
            writer.refine("subtitle", "title-type", "subtitle")
        }
        for (index, creator) in creators.enumerated() {
            writer.element("dc:creator", [("id", "creator-\(index + 1)")], text: creator)
            writer.refine("creator-\(index + 1)", "role", "aut", scheme: "marc:relators")
        }
        writer.element("dc:language", text: language)
        for publisher in publishers { writer.element("dc:publisher", text: publisher) }
        for source in sources { writer.element("dc:source", text: source) }
        if let date { writer.element("dc:date", text: date) }
        if let description { writer.element("dc:description", text: description) }
        for subject in subjects { writer.element("dc:subject", text: subject) }
        if let rights { writer.element("dc:rights", text: rights) }
        writer.property("dcterms:modified", modified)
        accessibility.write(to: &writer)
    }
}

/// EPUB Accessibility 1.1, §2: what a reader may need to know before opening the book.
struct Accessibility {
    var articleCount: Int
    var hasPictures: Bool
    /// Every picture has an alternative or is decoration.
    var describesAllPictures: Bool
    var hasHeadings: Bool

    fileprivate func write(to writer: inout XMLWriter) {
        writer.property("schema:accessMode", "textual")
        if hasPictures { writer.property("schema:accessMode", "visual") }
        if describesAllPictures { writer.property("schema:accessModeSufficient", "textual") }
        if hasPictures { writer.property("schema:accessModeSufficient", "textual,visual") }
        var features = ["tableOfContents", "readingOrder", "displayTransformability"]
        if hasHeadings { features.append("structuralNavigation") }
        if hasPictures && describesAllPictures { features.append("alternativeText") }
        for feature in features { writer.property("schema:accessibilityFeature", feature) }
        writer.property("schema:accessibilityHazard", hasPictures ? "unknown" : "none")
        writer.property("schema:accessibilitySummary", summary)
    }

    private var summary: String {
        let text =
            (articleCount == 1 ? "One article" : "\(articleCount) articles")
            + " as reflowable text in reading order, with a table of contents."
        if !hasPictures { return text + " It has no pictures." }
        return text
            + (describesAllPictures
                ? " Every picture has a description or is marked as decoration."
                : " Some pictures have no description, as in the page they come from.")
    }
}

extension XMLWriter {
    fileprivate mutating func property(_ name: String, _ value: String) {
        element("meta", [("property", name)], text: value)
    }

    fileprivate mutating func refine(_ id: String, _ property: String, _ value: String, scheme: String? = nil) {
        let own = scheme.map { [("scheme", $0)] } ?? []
        element("meta", [("refines", "#" + id), ("property", property)] + own, text: value)
    }
}
