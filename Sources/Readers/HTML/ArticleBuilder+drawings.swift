internal import ArticleModel
internal import HTML
internal import TextAnalysis

/// Pictures that no `img` names: drawings in the page itself, and backgrounds that are meant to be looked at.
extension ArticleBuilder {
    /// Adds an `svg` of the page as a picture, unless it is an icon or the drawing of a formula.
    mutating func appendDrawing(_ node: NodeID, to flow: inout Flow) {
        guard !hasFormulaSource(beside: node), let drawing = PageDrawing(node, in: document), drawing.isPicture else {
            return
        }
        let alternative =
            document.attribute(.ariaLabel, of: node)
            ?? Element(node, in: document).children.first { $0.localName == "title" }.map { preformatted($0.node) }
        flow.inlines.append(
            Inline(
                .image(
                    Image(
                        address: drawing.address, alternative: alternative.map(Self.trimmed), width: drawing.width,
                        height: drawing.height))))
        flow.endsInSpace = false
    }

    // MARK: Backgrounds

    /// A division that shows nothing but its background, where its role or class says that this is a picture.
    mutating func appendBackground(_ node: NodeID, to flow: inout Flow) -> Bool {
        guard document.firstChild(of: node) == nil || visibleText(node) == 0 && !holdsPicture(node) else {
            return false
        }
        let names = (document.attribute(.class, of: node) ?? "").lowercased()
        let isNamed = ["image", "photo", "picture", "figure", "illustration"].contains(where: names.holds)
        guard document.attribute(.role, of: node) == "img" || isNamed, let image = background(of: node) else {
            return false
        }
        flow.add(Block(.figure(Figure(blocks: [Block(.paragraph([Inline(.image(image))]))]))))
        return true
    }

    /// The first background in a figure without another picture.
    mutating func background(in figure: NodeID) -> Image? {
        for index in subtree(figure) where document.kind(of: NodeID(index)) == .element {
            if let image = background(of: NodeID(index)) { return image }
        }
        return nil
    }

    private func holdsPicture(_ node: NodeID) -> Bool {
        subtree(node).contains { document.has(.img, at: NodeID($0)) || document.has(.svg, at: NodeID($0)) }
    }

    private mutating func background(of node: NodeID) -> Image? {
        let late = ["data-bg", "data-background", "data-background-image", "data-bg-src"]
            .compactMap { document.attribute($0, of: node) }.first
        guard let reference = late.map(Self.unquoted) ?? document.attribute(.style, of: node).flatMap(Self.background),
            !PicturePlaceholder.matches(reference), let address = addresses.picture(reference)
        else { return nil }
        pictures.insert(Self.pictureKey(address))
        return Image(address: address, alternative: document.attribute(.ariaLabel, of: node).map(Self.trimmed))
    }

    /// The address in `background` or `background-image` (CSS Backgrounds 3, §2.3).
    private static func background(_ style: String) -> String? {
        guard let start = style.firstRange(of: "background") else { return nil }
        let rest = style[start.upperBound...]
        guard let url = rest.firstRange(of: "url(") else { return nil }
        return unquoted(String(rest[url.lowerBound...]))
    }

    /// An address without `url()` and quotation marks round it.
    private static func unquoted(_ text: String) -> String {
        guard let url = text.firstRange(of: "url(") else { return trimmed(text) }
        let inside = text[url.upperBound...].drop { " '\"".contains($0) }
        return String(inside.prefix { !"'\")".contains($0) })
    }
}
