/// The attribute names that readers ask for, so that comparing them is comparing numbers.
public enum AttributeName: Int32, CaseIterable, Sendable, BitwiseCopyable {
    case abbr, alt, ariaHidden, ariaLabel, ariaLabelledby, ariaLevel, ariaModal, align, border, cellpadding
    case charset, checked, cite, `class`, colspan, content, controls, data, datetime, dir, height, hidden, href
    case hreflang, httpEquiv, id, itemprop, itemscope, itemtype, itemref, lang, loading, media, name, open
    case poster, property, rel, reversed, role, rowspan, scope, sizes, span, src, srcdoc, srcset, start, style
    case summary, target, title, type, valign, value, width, xmlLang, bgcolor, color, face

    /// The attribute's name: an inner capital stands for a hyphen, or for `xml:`'s colon.
    public var name: String { KnownNames.all[Int(number)] }

    /// The name's number in every document.
    var number: Int32 { KnownNames.attributeNumbers[Int(rawValue)] }

    /// The attribute with this number, or nil where it is none of these.
    static func named(_ number: Int32) -> AttributeName? {
        Int(number) < byNumber.count ? byNumber[Int(number)] : nil
    }

    private static let byNumber: [AttributeName?] = {
        var table = [AttributeName?](repeating: nil, count: KnownNames.all.count)
        for attribute in allCases { table[Int(attribute.number)] = attribute }
        return table
    }()
}

/// The names that every document's table begins with.
enum KnownNames {
    /// Elements first, in the order of `Tag`, then the attributes that are no elements too.
    static let all: [String] = {
        var names = Tag.allCases.map { "\($0)" }
        let elements = Set(names)
        names += AttributeName.allCases.map(spelling).filter { !elements.contains($0) }
        return names
    }()

    static let numbers: [String: Int32] = Dictionary(
        all.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })

    static let attributeNumbers: [Int32] = AttributeName.allCases.map { numbers[spelling($0)] ?? -1 }

    private static func spelling(_ attribute: AttributeName) -> String {
        if attribute == .xmlLang { return "xml:lang" }
        return "\(attribute)".reduce(into: "") { name, letter in
            name += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
        }
    }
}
