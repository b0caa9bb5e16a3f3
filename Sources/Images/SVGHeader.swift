internal import Geometry

/// SVG 2, §8.2: the size that the root element asks for.
enum SVGHeader {
    /// CSS 2.1, §10.3.2: what a picture without any size of its own gets.
    static let defaultSize = Size(width: 300, height: 150)

    static func read(_ bytes: [UInt8]) -> ImageHeader? {
        guard let tag = rootTag(in: bytes) else { return nil }
        let width = attribute("width", in: tag).flatMap(length)
        let height = attribute("height", in: tag).flatMap(length)
        let box = attribute("viewBox", in: tag).flatMap(viewBox)
        let size: Size =
            switch (width, height, box) {
            case (let width?, let height?, _): Size(width: width, height: height)
            case (let width?, nil, let box?): Size(width: width, height: width * box.height / box.width)
            case (nil, let height?, let box?): Size(width: height * box.width / box.height, height: height)
            case (nil, nil, let box?): box
            case (let width?, nil, nil): Size(width: width, height: defaultSize.height)
            case (nil, let height?, nil): Size(width: defaultSize.width, height: height)
            case (nil, nil, nil): defaultSize
            }
        return ImageHeader(.svg, size: size, hasAlpha: true, bitsPerComponent: 0)
    }

    /// The root's start tag, if the first element is an `svg`; what may stand before it is passed over.
    static func rootTag(in bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(65_536), as: UTF8.self)
        var rest = head[...].drop { $0 == "\u{FEFF}" || $0.isWhitespace }
        while rest.hasPrefix("<?") || rest.hasPrefix("<!") {
            let end = rest.hasPrefix("<!--") ? "-->" : rest.hasPrefix("<?") ? "?>" : doctypeEnd(rest)
            guard let range = rest.firstRange(of: end) else { return nil }
            rest = rest[range.upperBound...].drop(while: \.isWhitespace)
        }
        guard rest.first == "<" else { return nil }
        let name = rest.dropFirst().prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
        guard name == "svg" || name.hasSuffix(":svg") else { return nil }
        var quote: Character?
        for index in rest.indices {
            let character = rest[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == ">" {
                return String(rest[..<index])
            }
        }
        return nil
    }

    /// A document type with declarations of its own ends behind their bracket.
    private static func doctypeEnd(_ text: Substring) -> String {
        guard let bracket = text.firstIndex(of: "["), let end = text.firstIndex(of: ">"), bracket < end else {
            return ">"
        }
        return "]>"
    }

    private static func attribute(_ name: String, in tag: String) -> String? {
        var rest = tag[...]
        while let range = rest.firstRange(of: name) {
            let isWhole = range.lowerBound == rest.startIndex || rest[rest.index(before: range.lowerBound)].isWhitespace
            rest = rest[range.upperBound...]
            let value = rest.drop(while: \.isWhitespace)
            guard isWhole, value.first == "=" else { continue }
            let quoted = value.dropFirst().drop(while: \.isWhitespace)
            guard let quote = quoted.first, quote == "\"" || quote == "'" else { continue }
            return String(quoted.dropFirst().prefix { $0 != quote })
        }
        return nil
    }

    /// A length in CSS px; nil for percentages, which are of a size that is not known here.
    private static func length(_ text: String) -> Double? {
        let text = text.filter { !$0.isWhitespace }
        let digits = text.prefix { $0.isNumber || ".+-".contains($0) || $0 == "e" && !text.lowercased().contains("em") }
        guard let number = Double(digits), number > 0, number.isFinite else { return nil }
        // CSS Values 4, §6.2: pixels in one of the unit.
        return switch text.dropFirst(digits.count).lowercased() {
        case "", "px": number
        case "pt": number * 96 / 72
        case "pc": number * 16
        case "mm": number * 96 / 25.4
        case "cm": number * 96 / 2.54
        case "in": number * 96
        case "em", "rem": number * 16
        case "ex": number * 8
        default: nil
        }
    }

    private static func viewBox(_ text: String) -> Size? {
        let numbers = text.split { $0 == "," || $0.isWhitespace }.compactMap { Double($0) }
        guard numbers.count == 4, numbers[2] > 0, numbers[3] > 0 else { return nil }
        return Size(width: numbers[2], height: numbers[3])
    }
}
