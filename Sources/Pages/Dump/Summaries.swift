import FontFiles
import Geometry

extension Double {
    /// Hundredths of a point, without zeros at the end.
    var points: String {
        let hundredths = Int((self * 100).rounded())
        let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
        var text = hundredths < 0 ? "-\(whole)" : "\(whole)"
        if rest > 0 { text += rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)" }
        return text
    }
}

extension String {
    /// In quotation marks; line ends, invisible characters and quotation marks are escaped.
    var quoted: String {
        var text = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\u{AD}", "\u{200B}"..."\u{200F}", "\u{2028}"..."\u{202E}", "\u{2060}"..."\u{2069}", "\u{FEFF}",
                "\u{0}"..."\u{1F}", "\u{7F}"..."\u{A0}":
                text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }

    /// The last component of a path.
    fileprivate var fileName: Substring { split(separator: "/").last ?? "" }
}

extension Size {
    var text: String { "\(width.points) x \(height.points)" }
}

extension Point {
    fileprivate var text: String { "\(x.points) \(y.points)" }
}

extension Rect {
    var text: String { "\(minX.points) \(minY.points) \(size.text)" }
}

extension Color {
    /// `#rrggbb`, and the alpha where it is not one.
    fileprivate var text: String {
        let bytes = [red, green, blue].map { Int(($0 * 255).rounded()) }
        let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        return "#" + digits.joined() + (alpha < 1 ? "/\(alpha.points)" : "")
    }
}

extension FontInstance {
    var summary: String {
        var text = String(path.fileName)
        if faceIndex > 0 { text += " face \(faceIndex)" }
        for variation in variations { text += " \(variation.axis)=\(variation.value.points)" }
        if synthesis.contains(.oblique) { text += " oblique" }
        if synthesis.contains(.bold) { text += " bold" }
        return text
    }
}

extension PictureSource {
    var summary: String {
        let turn = orientation == 1 ? "" : " orientation \(orientation)"
        let gray = isGray ? " grey" : ""
        return "\(identifier) \(mediaType) \(pixelWidth.points) x \(pixelHeight.points)\(turn)\(gray)"
    }
}

extension GlyphRun {
    /// Where the run begins and how wide it is, rather than each glyph, so that a golden file can be read.
    var summary: String {
        let origin = Point(x: x.min() ?? 0, y: y.first ?? 0)
        var text = "text \(self.text.quoted) at \(origin.text) width \(width.points) font \(font) size \(size.points)"
        if color != .black { text += " \(color.text)" }
        if isRightToLeft { text += " right-to-left" }
        if horizontalScale != 1 { text += " scaled \((horizontalScale * 100).points)%" }
        return text
    }
}

extension Path {
    var summary: String {
        let outline = segments.map(\.summary).joined(separator: " ")
        switch paint {
        case .fill(let color): return "fill \(color.text) \(outline)"
        case .gradient(let gradient): return "\(gradient.summary) in \(outline)"
        case .tiling(let tiling): return "tiles \(tiling.cell.text) in \(outline)"
        case .stroke(let stroke):
            var text = "stroke \(stroke.color.text) width \(stroke.width.points)"
            if stroke.cap != .butt { text += " \(stroke.cap.rawValue)" }
            if !stroke.dashes.isEmpty { text += " dashes \(stroke.dashes.map(\.points).joined(separator: " "))" }
            return "\(text) \(outline)"
        }
    }
}

extension Gradient {
    fileprivate var summary: String {
        let axis =
            switch axis {
            case .linear(let start, let end): "linear \(start.text) to \(end.text)"
            case .radial(let center, let radii): "radial \(center.text) radii \(radii.text)"
            case .conic(let center, let start): "conic \(center.text) from \(start.points)"
            }
        return "\(axis) stops \(stops.map { "\(($0.offset * 100).points)% \($0.color.text)" }.joined(separator: " "))"
    }
}

extension Path.Segment {
    fileprivate var summary: String {
        switch self {
        case .move(let point): "move \(point.text)"
        case .line(let point): "line \(point.text)"
        case .curve(let a, let b, let end): "curve \(a.text) \(b.text) \(end.text)"
        case .rectangle(let rect): "rectangle \(rect.text)"
        case .close: "close"
        }
    }
}

extension DisplayItem.Group {
    var summary: String {
        var text = "group"
        if clip.count == 1, case .rectangle(let rect) = clip[0] {
            text += " clip \(rect.text)"
        } else if !clip.isEmpty {
            text += " clip \(clip.map(\.summary).joined(separator: " "))"
        }
        if opacity != 1 { text += " opacity \(opacity.points)" }
        if transform != .identity {
            let map = [transform.a, transform.b, transform.c, transform.d, transform.tx, transform.ty]
            text += " transform \(map.map(\.points).joined(separator: " "))"
        }
        return text
    }
}

extension MarkedContent.Owner {
    func summary(in tree: StructureTree) -> String {
        switch self {
        case .element(let id): "\(tree[id].role.rawValue) #\(id.index)"
        case .artifact(let kind): "artifact \(kind.rawValue)"
        }
    }
}

extension LinkAnnotation.Target {
    var summary: String {
        switch self {
        case .address(let address): "to <\(address)>"
        case .destination(let name): "to \(name.quoted)"
        }
    }
}

extension StructureElement {
    func summary(_ id: ID) -> String {
        var text = "\(role.rawValue) #\(id.index)"
        if let identifier { text += " id \(identifier.quoted)" }
        if let language { text += " lang \(language)" }
        if let title { text += " title \(title.quoted)" }
        if let alternative { text += " alt \(alternative.quoted)" }
        if let actualText { text += " text \(actualText.quoted)" }
        if let scope = attributes.scope { text += " scope \(scope)" }
        if let span = attributes.columnSpan { text += " columns \(span)" }
        if let span = attributes.rowSpan { text += " rows \(span)" }
        if !attributes.headers.isEmpty { text += " headers \(attributes.headers.map(\.quoted).joined(separator: " "))" }
        if let numbering = attributes.listNumbering { text += " numbering \(numbering)" }
        if let box = attributes.boundingBox { text += " box \(box.text)" }
        if let placement = attributes.placement { text += " placement \(placement)" }
        return text
    }
}
