/// The namespaces that a sheet declares (CSS Namespaces 3), as far as they bear on articles, whose elements are all XHTML's.
struct Namespaces: Sendable {
    private static let xhtml = "http://www.w3.org/1999/xhtml"
    private static let xml = "http://www.w3.org/XML/1998/namespace"

    private var byPrefix: [String: String] = [:]
    /// Of type selectors without a prefix; nil is any.
    private var standard: String?

    /// Takes `@namespace prefix? address`; false where the prelude is none of such a rule.
    mutating func declare(_ prelude: ValueParser) -> Bool {
        var parser = prelude
        let prefix = parser.name()
        guard let address = parser.string() ?? parser.address(), parser.isAtEnd else { return false }
        if let prefix { byPrefix[prefix] = address } else { standard = address }
        return true
    }

    /// Whether elements of an article are in the namespace of type selectors without a prefix.
    var admitsPlainTypes: Bool { standard.map { $0 == Self.xhtml } ?? true }

    /// Whether a prefix means the elements of an article; nil where it is not declared.
    func meansElements(_ prefix: String) -> Bool? { byPrefix[prefix].map { $0 == Self.xhtml } }

    /// What stands before the name of an attribute with this prefix; nil where no attribute of an article has it.
    func attributePrefix(_ prefix: String) -> String?? {
        byPrefix[prefix].map { $0 == Self.xml ? "xml:" : nil }
    }
}
