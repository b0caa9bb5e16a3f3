import Pages

/// The document's XMP packet (ISO 16684-1), with the claims of PDF/A-2a and PDF/UA-1.
struct MetadataPacket {
    var metadata: DocumentMetadata
    var producer: String

    /// The packet's XML.
    func xml() -> String {
        var lines = [
            "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>",
            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">",
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">",
            "<rdf:Description rdf:about=\"\"\(namespaces)>",
        ]
        lines += properties()
        lines += ["</rdf:Description>"] + extensionSchema
        lines += ["</rdf:RDF>", "</x:xmpmeta>", "<?xpacket end=\"r\"?>"]
        return lines.joined(separator: "\n")
    }

    private var namespaces: String {
        [
            ("dc", "http://purl.org/dc/elements/1.1/"), ("xmp", "http://ns.adobe.com/xap/1.0/"),
            ("pdf", "http://ns.adobe.com/pdf/1.3/"), ("pdfaid", "http://www.aiim.org/pdfa/ns/id/"),
            ("pdfuaid", "http://www.aiim.org/pdfua/ns/id/"),
        ].map { " xmlns:\($0)=\"\($1)\"" }.joined()
    }

    private func properties() -> [String] {
        var lines = [
            "<dc:format>application/pdf</dc:format>", "<dc:title>\(alternatives(metadata.title))</dc:title>",
            "<dc:language><rdf:Bag>\(item(metadata.language))</rdf:Bag></dc:language>",
        ]
        if !metadata.authors.isEmpty {
            lines.append("<dc:creator><rdf:Seq>\(metadata.authors.map(item).joined())</rdf:Seq></dc:creator>")
        }
        if let subject = metadata.subject { lines.append("<dc:description>\(alternatives(subject))</dc:description>") }
        if let publisher = metadata.publisher {
            lines.append("<dc:publisher><rdf:Bag>\(item(publisher))</rdf:Bag></dc:publisher>")
        }
        if let source = metadata.source { lines.append("<dc:source>\(source.escapedForXML)</dc:source>") }
        if !metadata.keywords.isEmpty {
            lines.append("<dc:subject><rdf:Bag>\(metadata.keywords.map(item).joined())</rdf:Bag></dc:subject>")
            lines.append("<pdf:Keywords>\(metadata.keywords.joined(separator: ", ").escapedForXML)</pdf:Keywords>")
        }
        lines.append("<pdf:Producer>\(producer.escapedForXML)</pdf:Producer>")
        lines.append("<xmp:CreatorTool>\(producer.escapedForXML)</xmp:CreatorTool>")
        if let created = PDFDate(iso: metadata.created)?.xmp {
            lines.append("<xmp:CreateDate>\(created)</xmp:CreateDate>")
        }
        if let modified = PDFDate(iso: metadata.modified)?.xmp {
            lines.append("<xmp:ModifyDate>\(modified)</xmp:ModifyDate>")
            lines.append("<xmp:MetadataDate>\(modified)</xmp:MetadataDate>")
        }
        lines += [
            "<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>",
            "<pdfuaid:part>1</pdfuaid:part>",
        ]
        return lines
    }

    /// PDF/A knows every property it allows; that of PDF/UA has to be described (ISO 19005-2, §6.6.2.3.3).
    private var extensionSchema: [String] {
        [
            "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
                + " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
                + " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">",
            "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">",
            "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>",
            "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>",
            "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>",
            "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">",
            "<pdfaProperty:name>part</pdfaProperty:name>",
            "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>",
            "<pdfaProperty:category>internal</pdfaProperty:category>",
            "<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>",
            "</rdf:li></rdf:Seq></pdfaSchema:property>",
            "</rdf:li></rdf:Bag></pdfaExtension:schemas>",
            "</rdf:Description>",
        ]
    }

    private func alternatives(_ text: String) -> String {
        "<rdf:Alt><rdf:li xml:lang=\"x-default\">\(text.escapedForXML)</rdf:li></rdf:Alt>"
    }

    private func item(_ text: String) -> String { "<rdf:li>\(text.escapedForXML)</rdf:li>" }
}

extension String {
    /// The text for an XML element's content; characters that XML 1.0 does not allow are left out.
    var escapedForXML: String {
        var text = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
