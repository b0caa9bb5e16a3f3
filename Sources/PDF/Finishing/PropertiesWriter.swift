import Pages

/// Writes the document information dictionary (PDF 32000-1, §14.3.3), which agrees with the XMP packet.
struct PropertiesWriter {
    let metadata: DocumentMetadata
    let producer: String

    /// Writes it and returns its number.
    func write(to update: inout PDFUpdate) -> Int {
        let entries: [(String, String?)] = [
            ("Title", metadata.title),
            ("Author", metadata.authors.isEmpty ? nil : metadata.authors.joined(separator: ", ")),
            ("Subject", metadata.subject),
            ("Keywords", metadata.keywords.isEmpty ? nil : metadata.keywords.joined(separator: ", ")),
            ("Creator", producer), ("Producer", producer),
            ("CreationDate", PDFDate(iso: metadata.created)?.pdf), ("ModDate", PDFDate(iso: metadata.modified)?.pdf),
        ]
        return update.object { text in
            text.raw("<<")
            for (key, value) in entries {
                guard let value else { continue }
                text.raw(" /\(key) ")
                text.string(value)
            }
            text.raw(" >>")
        }
    }
}
