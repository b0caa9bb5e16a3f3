/// The package document: metadata, manifest and spine (EPUB 3.3, §5).
struct PackageDocument {
    var metadata: PackageMetadata
    var manifest: [ManifestItem]

    /// The document as XML.
    var text: String {
        var writer = XMLWriter()
        let attributes: [XMLWriter.Attribute] = [
            ("xmlns", "http://www.idpf.org/2007/opf"), ("version", "3.0"), ("unique-identifier", "publication-id"),
            ("xml:lang", metadata.language),
        ]
        let direction = metadata.direction.map { [("dir", $0)] } ?? []
        writer.element("package", attributes + direction) { writer in
            writer.element("metadata", [("xmlns:dc", "http://purl.org/dc/elements/1.1/")], metadata.write)
            writer.element("manifest") { writer in
                for item in manifest { writer.element("item", item.attributes) }
            }
            let progression = metadata.direction == "rtl" ? [("page-progression-direction", "rtl")] : []
            writer.element("spine", progression) { writer in
                for item in manifest where item.isInSpine { writer.element("itemref", [("idref", item.id)]) }
            }
        }
        return writer.text
    }
}

/// A file of the publication as the manifest names it (EPUB 3.3, §5.6.2).
struct ManifestItem {
    var id: String
    /// Relative to the package document.
    var path: String
    var mediaType: String
    var properties: String?
    var isInSpine = false

    fileprivate var attributes: [XMLWriter.Attribute] {
        [("id", id), ("href", path), ("media-type", mediaType)] + (properties.map { [("properties", $0)] } ?? [])
    }
}
