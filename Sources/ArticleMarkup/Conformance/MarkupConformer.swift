public import Diagnostics
public import HTML

/// Makes a tree that serialises as valid HTML, in XML syntax too, whatever ids, addresses and languages the page had.
///
/// Ids become unique XML names and links within the document follow them; a link that leads nowhere, or to an address
/// that is none, keeps its text only; attributes with values that HTML does not allow are dropped.
public struct MarkupConformer: Sendable {
    public var notes: Notes

    public init(notes: Notes = .numberedDivisions) { self.notes = notes }

    /// How the notes stand at the end.
    public enum Notes: Sendable {
        /// Divisions that begin with the note's number, which leads back to its first call.
        case numberedDivisions
        /// An ordered list whose items begin with a way back to each call.
        case list
    }

    /// What an `img` says of which the page says nothing.
    public static let undescribedPicture = "Picture without description"

    public func document(of document: HTMLDocument) -> Diagnosed<HTMLDocument> {
        var copy = ConformingCopy(of: document, notes: notes)
        copy.writeChildren(of: HTMLDocument.root)
        return Diagnosed(copy.builder.document(), copy.diagnostics)
    }
}

extension Diagnostic.Message {
    static func linkWithoutTarget(_ address: String) -> Self {
        "the link to '\(address)' has no target in the article; its text is kept"
    }
    static func invalidAddress(_ address: String) -> Self { "'\(address)' is not an address; the link's text is kept" }
    static func invalidLanguage(_ tag: String) -> Self { "'\(tag)' is not a language tag; it is left out" }
}

/// One walk over a document.
private struct ConformingCopy {
    let source: HTMLDocument
    let identifiers: DocumentIdentifiers
    let notes: MarkupConformer.Notes
    var builder = HTMLDocumentBuilder()
    var diagnostics: [Diagnostic] = []
    private var isInLink = false
    private var isInCaptionedFigure = false

    init(of document: HTMLDocument, notes: MarkupConformer.Notes) {
        source = document
        self.notes = notes
        identifiers = DocumentIdentifiers(of: document)
    }

    mutating func writeChildren(of node: NodeID) {
        write(from: source.firstChild(of: node))
    }

    /// Writes a node and its next siblings.
    private mutating func write(from node: NodeID?) {
        var next = node
        while let current = next {
            switch source.kind(of: current) {
            case .element: writeElement(current)
            case .text: builder.text(source.text(of: current).withoutControls)
            case .comment, .document: break
            }
            next = source.nextSibling(of: current)
        }
    }

    private mutating func writeElement(_ node: NodeID) {
        switch source.name(of: node) {
        case "a": writeLink(node)
        case "dl": writeDefinitions(node)
        case "div" where source.attribute("role", of: node) == "doc-footnote": writeNote(node)
        case "section" where notes == .list && source.attribute("role", of: node) == "doc-endnotes":
            builder.open("section", attributes(of: node))
            builder.open("ol")
            writeChildren(of: node)
            builder.close()
            builder.close()
        case "figure":
            let outer = isInCaptionedFigure
            isInCaptionedFigure = hasChild(node, "figcaption")
            copy(node)
            isInCaptionedFigure = outer
        case "table" where !hasRows(node):
            if let caption = child(of: node, "caption") {
                builder.open("p")
                writeChildren(of: caption)
                builder.close()
            }
        case "time" where !HTMLTime.isValid(source.attribute("datetime", of: node) ?? ""): copy(node, as: "span")
        default: copy(node)
        }
    }

    private mutating func copy(_ node: NodeID, as name: String? = nil) {
        let attributes = attributes(of: node)
        builder.open(name ?? source.name(of: node), attributes)
        writeChildren(of: node)
        builder.close()
    }

    /// A link, or only what is in it where HTML allows no link or it leads nowhere.
    private mutating func writeLink(_ node: NodeID) {
        let isEmpty = source.firstChild(of: node) == nil
        guard !isInLink, !isEmpty, let address = source.attribute("href", of: node), let target = target(of: address)
        else {
            if let id = identifiers.ids[node] {
                builder.open("span", [("id", id)])
                writeChildren(of: node)
                builder.close()
            } else {
                writeChildren(of: node)
            }
            return
        }
        let attributes = attributes(of: node).map { $0.name == "href" ? ("href", target) : $0 }
        builder.open("a", attributes)
        isInLink = true
        writeChildren(of: node)
        isInLink = false
        builder.close()
    }

    private mutating func target(of address: String) -> String? {
        if address.hasPrefix("#") {
            if let id = identifiers.target(of: address.dropFirst()) { return "#" + id }
            // "#" and "#top" are the page's own way back to its beginning and say nothing here.
            if address.count > 1, address.lowercased() != "#top" {
                diagnostics.append(Diagnostic(.note, .linkWithoutTarget(address)))
            }
            return nil
        }
        if let valid = WebAddress.valid(address) { return valid }
        diagnostics.append(Diagnostic(.note, .invalidAddress(address)))
        return nil
    }

    /// Every term gets a definition and every definition a term (HTML, §4.4.9).
    private mutating func writeDefinitions(_ node: NodeID) {
        var previous = "dd"
        var isFirst = true
        builder.open("dl", attributes(of: node))
        var child = source.firstChild(of: node)
        while let current = child {
            let name = source.name(of: current)
            if isFirst, name == "dd" { builder.element("dt") }
            isFirst = false
            previous = name
            copy(current)
            child = source.nextSibling(of: current)
        }
        if previous == "dt" { builder.element("dd") }
        builder.close()
    }

    // MARK: Notes

    /// A note with its number, or the way back, before its first words.
    private mutating func writeNote(_ node: NodeID) {
        let own = attributes(of: node).filter { $0.name != "data-number" }
        switch notes {
        case .numberedDivisions: builder.open("div", own)
        case .list: builder.open("li", own.filter { $0.name != "role" })
        }
        var child = source.firstChild(of: node)
        if let first = child, source.name(of: first) == "p" {
            builder.open("p", attributes(of: first))
            writeStart(ofNote: node)
            writeChildren(of: first)
            builder.close()
            child = source.nextSibling(of: first)
        } else {
            builder.open("p")
            writeStart(ofNote: node)
            builder.close()
        }
        write(from: child)
        builder.close()
    }

    private mutating func writeStart(ofNote node: NodeID) {
        switch notes {
        case .numberedDivisions: writeNumber(ofNote: node)
        case .list: writeBacklinks(ofNote: node)
        }
    }

    /// An arrow that leads back to the note's call, or a letter for each of several calls.
    private mutating func writeBacklinks(ofNote node: NodeID) {
        let calls = identifiers.ids[node].flatMap { identifiers.calls[$0] } ?? []
        guard !calls.isEmpty else { return }
        if calls.count > 1 { builder.text("\u{2191} ") }
        for (index, call) in calls.enumerated() {
            builder.element("a", [("class", "backlink"), ("href", "#" + call), ("role", "doc-backlink")]) {
                $0.text(calls.count == 1 ? "\u{2191}" : Self.letters(index))
            }
            builder.text(" ")
        }
    }

    /// a to z, aa, ab and so on.
    private static func letters(_ index: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(0x61 + index % 26)))
        return index < 26 ? letter : letters(index / 26 - 1) + letter
    }

    /// The number leads back to the note's first call.
    private mutating func writeNumber(ofNote node: NodeID) {
        let number = source.attribute("data-number", of: node) ?? ""
        builder.open("span", [("class", "note-number")])
        if let call = identifiers.ids[node].flatMap({ identifiers.calls[$0]?.first }) {
            builder.element("a", [("class", "backlink"), ("href", "#" + call), ("role", "doc-backlink")]) {
                $0.text(number)
            }
        } else {
            builder.text(number)
        }
        builder.close()
        builder.text(" ")
    }

    // MARK: Attributes

    private mutating func attributes(of node: NodeID) -> [(name: String, value: String)] {
        var result: [(name: String, value: String)] = []
        let name = source.name(of: node)
        for attribute in source.attributes(of: node) where !result.contains(where: { $0.name == attribute.name }) {
            guard let value = value(of: attribute.name, attribute.value.withoutControls, on: node, name) else {
                continue
            }
            result.append((attribute.name, value))
        }
        if name == "img", !result.contains(where: { $0.name == "alt" }), !isInCaptionedFigure {
            result.append(("alt", MarkupConformer.undescribedPicture))
        }
        return result
    }

    private mutating func value(of attribute: String, _ value: String, on node: NodeID, _ element: String) -> String? {
        switch (element, attribute) {
        case (_, "id"): return identifiers.ids[node]
        case (_, "lang"):
            if let tag = LanguageTag.wellFormed(value) { return tag }
            if !value.isEmpty { diagnostics.append(Diagnostic(.note, .invalidLanguage(value))) }
            return nil
        case ("img", "width"), ("img", "height"): return Int(value).flatMap { $0 > 0 ? String($0) : nil }
        case ("td", "colspan"), ("th", "colspan"): return Int(value).flatMap { $0 > 1 ? String(min($0, 1000)) : nil }
        case ("td", "rowspan"), ("th", "rowspan"): return Int(value).flatMap { $0 > 1 ? String(min($0, 65_534)) : nil }
        case ("td", "scope"): return nil
        case ("li", "value"):
            let list = source.parent(of: node).map(source.name(of:))
            return list == "ol" ? value : nil
        case ("time", "datetime"): return HTMLTime.isValid(value) ? value : nil
        default: return value
        }
    }

    // MARK: Children

    private func child(of node: NodeID, _ name: String) -> NodeID? {
        var child = source.firstChild(of: node)
        while let current = child {
            if source.name(of: current) == name { return current }
            child = source.nextSibling(of: current)
        }
        return nil
    }

    private func hasChild(_ node: NodeID, _ name: String) -> Bool { child(of: node, name) != nil }

    private func hasRows(_ node: NodeID) -> Bool {
        ["thead", "tbody", "tfoot"].contains { group in child(of: node, group).map { hasChild($0, "tr") } ?? false }
    }
}

extension String {
    /// Without the characters that XML 1.0 cannot hold (§2.2), and without the C1 controls that HTML forbids.
    fileprivate var withoutControls: String {
        let isClean = unicodeScalars.allSatisfy(\.isAllowed)
        guard !isClean else { return self }
        var result = UnicodeScalarView()
        for scalar in unicodeScalars where scalar.isAllowed { result.append(scalar) }
        return String(result)
    }
}

extension Unicode.Scalar {
    fileprivate var isAllowed: Bool {
        switch value {
        case 0x09, 0x0a: true
        case 0..<0x20, 0x7f..<0xa0: false
        case 0xfdd0...0xfdef: false
        default: value & 0xfffe != 0xfffe
        }
    }
}
