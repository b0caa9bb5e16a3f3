/// Whether an SVG picture can be handed to others as it is.
enum SVGSafety {
    /// It is well-formed, nothing in it runs, it refers to nothing outside itself, and its ids are what XML allows.
    static func isInert(_ bytes: [UInt8]) -> Bool {
        guard let outline = XMLOutline(bytes), !outline.instructions.contains("xml-stylesheet") else { return false }
        var ids: Set<String> = []
        // Where a prefix is declared does not matter to what may happen; that it is, to whether the drawing can be read.
        let declared = outline.elements.flatMap(\.attributes.keys).filter { prefix($0) == "xmlns" }.map(localName)
        let prefixes = Set(declared + ["", "xml", "xmlns"])
        for element in outline.elements {
            if activeElements.contains(localName(element.name)) { return false }
            guard element.attributes.allSatisfy({ isInert(localName($0.key), $0.value) }) else { return false }
            guard ([element.name] + element.attributes.keys).allSatisfy({ prefixes.contains(prefix($0)) }) else {
                return false
            }
            if let id = element.attributes["id"], !isIdentifier(id) || !ids.insert(id).inserted { return false }
        }
        return isInertStyle(String(decoding: bytes, as: UTF8.self).lowercased())
    }

    private static let activeElements: Set<String> = [
        "script", "foreignobject", "iframe", "audio", "video", "handler", "listener", "animate", "set",
    ]

    private static func isInert(_ attribute: String, _ value: String) -> Bool {
        if attribute == "href" || attribute == "src" {
            return value.hasPrefix("#") || value.lowercased().hasPrefix("data:image/")
        }
        return !attribute.hasPrefix("on") && attribute != "base"
    }

    /// No style sheet of the drawing, in an element or an attribute, loads anything.
    private static func isInertStyle(_ text: String) -> Bool {
        guard !text.contains("@import") else { return false }
        return text.components(after: "url(").allSatisfy { rest in
            let address = rest.drop { $0 == "\"" || $0 == "'" || $0 == " " || $0 == "&" }
            return address.hasPrefix("#") || address.hasPrefix("data:image/") || address.hasPrefix("quot;#")
        }
    }

    private static func localName(_ name: String) -> String {
        String(name.split(separator: ":").last ?? "").lowercased()
    }

    private static func prefix(_ name: String) -> String {
        let parts = name.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == 1 ? "" : parts[0].lowercased()
    }

    private static func isIdentifier(_ id: String) -> Bool {
        guard let first = id.unicodeScalars.first, first == "_" || first.properties.isAlphabetic else { return false }
        return id.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_" || $0 == "-" || $0 == "."
        }
    }
}

extension String {
    /// What follows each place where a part stands.
    fileprivate func components(after part: String) -> [Substring] {
        var result: [Substring] = []
        var rest = self[...]
        while let range = rest.firstRange(of: part) {
            rest = rest[range.upperBound...]
            result.append(rest)
        }
        return result
    }
}
