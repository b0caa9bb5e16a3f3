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
            if activeElements.contains(localName(element.name)) || localName(element.name) == "metadata" {
                return false
            }
            guard element.attributes.allSatisfy({ isInert(localName($0.key), $0.value) }) else { return false }
            guard ([element.name] + element.attributes.keys).allSatisfy({ prefixes.contains(prefix($0)) }) else {
                return false
            }
            if let id = element.attributes["id"], !isIdentifier(id) || !ids.insert(id).inserted { return false }
        }
        // A book's checker takes a reference to nothing for an error.
        let references = outline.elements.flatMap(\.attributes).filter { localName($0.key) == "href" }.map(\.value)
        guard references.allSatisfy({ !$0.hasPrefix("#") || ids.contains(String($0.dropFirst())) }) else {
            return false
        }
        let hasSheet = outline.elements.contains { localName($0.name) == "style" }
        guard !hasSheet || !bytes.contains(0x5C) else { return false }
        return isInertStyle(bytes.map { (0x41...0x5a).contains($0) ? $0 + 0x20 : $0 })
    }

    private static let activeElements: Set<String> = [
        "script", "foreignobject", "iframe", "audio", "video", "handler", "listener", "animate", "animatemotion",
        "animatetransform", "set", "discard",
    ]

    private static func isInert(_ attribute: String, _ value: String) -> Bool {
        if attribute == "href" || attribute == "src" {
            return value.hasPrefix("#") || isPixels(value.lowercased())
        }
        // A backslash may spell what is looked for otherwise.
        return !value.contains("\\") && !attribute.hasPrefix("on") && attribute != "base"
    }

    /// A picture in the address itself, which is no drawing with parts of its own.
    private static func isPixels(_ address: String) -> Bool {
        address.hasPrefix("data:image/") && !address.hasPrefix("data:image/svg")
    }

    /// No style sheet of the drawing, in an element or an attribute, loads anything; the text is in lower case.
    private static func isInertStyle(_ text: [UInt8]) -> Bool {
        guard places(behind: "@import", in: text).isEmpty else { return false }
        return places(behind: "url(", in: text).allSatisfy { place in
            let address = text[place...].drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x20 || $0 == 0x26 }
            if address.starts(with: "data:image/svg".utf8) { return false }
            return ["#", "data:image/", "quot;#"].contains { address.starts(with: $0.utf8) }
        }
    }

    private static func places(behind part: String, in text: [UInt8]) -> [Int] {
        let part = Array(part.utf8)
        return text.indices.filter { start in
            text[start] == part[0] && text[start...].starts(with: part)
        }.map { $0 + part.count }
    }

    private static func localName(_ name: String) -> String {
        String(name.split(separator: ":").last ?? "").lowercased()
    }

    private static func prefix(_ name: String) -> String {
        let parts = name.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == 1 ? "" : parts[0].lowercased()
    }

    static func isIdentifier(_ id: String) -> Bool {
        guard let first = id.unicodeScalars.first, first == "_" || first.properties.isAlphabetic else { return false }
        return id.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_" || $0 == "-" || $0 == "."
        }
    }
}
