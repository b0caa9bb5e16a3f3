/// Puts other addresses in place of the pictures that a text names.
enum PictureRewriting {
    /// The source of some tokens with each picture replaced; nil leaves one as it is written.
    ///
    /// Fonts, imported sheets and places in the document are no pictures.
    static func text(
        of range: Range<Int>, in buffer: TokenBuffer, _ replacement: (StylePicture) -> String?
    ) -> String {
        var output = ""
        var copied = range.lowerBound
        var index = range.lowerBound
        while index < range.upperBound {
            let token = buffer.tokens[index]
            switch token.kind {
            case .atKeyword where otherRules.contains(buffer.lowercasedText(token)):
                index = end(ofRule: index, in: buffer, before: range.upperBound)
            case .function where buffer.lowercasedText(token).hasPrefix("target-"): index = buffer.next(after: index)
            case .url, .function:
                var parser = ValueParser(buffer, index..<range.upperBound)
                guard let picture = parser.picture(), picture.address.isOfPicture, let new = replacement(picture)
                else {
                    index += 1
                    continue
                }
                output += buffer.source(copied..<index) + new
                index = buffer.next(after: index)
                copied = index
            default: index += 1
            }
        }
        return output + buffer.source(copied..<max(copied, range.upperBound))
    }

    /// At-rules whose addresses lead to something else.
    private static let otherRules: Set<String> = ["font-face", "import", "namespace"]

    private static func end(ofRule index: Int, in buffer: TokenBuffer, before end: Int) -> Int {
        var index = index + 1
        while index < end {
            let kind = buffer.tokens[index].kind
            index = buffer.next(after: index)
            if kind == .semicolon || kind == .openCurly { break }
        }
        return index
    }
}

extension StylePicture {
    /// The picture at another address.
    func cssText(at address: String) -> String {
        StylePicture(PictureAddress(address, in: ""), dotsPerInch: dotsPerInch).cssText
    }
}

/// A sheet's text in the parts that it was put together from.
struct SheetText: Sendable {
    private enum Part {
        /// As they stand in a sheet's file.
        case tokens(TokenBuffer, Range<Int>)
        /// What was written round an imported sheet.
        case text(String)
    }

    private var parts: [Part] = []

    mutating func append(_ range: Range<Int>, of buffer: TokenBuffer) { parts.append(.tokens(buffer, range)) }
    mutating func append(_ other: SheetText) { parts += other.parts }

    /// The text inside of a rule.
    mutating func wrap(in rule: String) { parts = [.text(rule + " {\n")] + parts + [.text("\n}")] }

    /// There is an address that could be a picture's.
    var namesPictures: Bool {
        parts.contains { part in
            guard case .tokens(let buffer, let range) = part else { return false }
            return buffer.tokens[range].contains { token in
                switch token.kind {
                case .url: true
                case .function: Self.functions.contains(buffer.lowercasedText(token))
                default: false
                }
            }
        }
    }

    private static let functions: Set<String> = ["url", "src", "image-set", "-webkit-image-set"]

    /// All of it, pictures replaced.
    func text(_ replacement: (StylePicture) -> String?) -> String {
        parts.map { part in
            switch part {
            case .tokens(let buffer, let range): PictureRewriting.text(of: range, in: buffer, replacement)
            case .text(let text): text
            }
        }.joined()
    }
}
