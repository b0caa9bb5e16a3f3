import Testing

/// A row of Documentation/CSS.md: something that a style sheet can say, and whether pages show it.
///
/// Rows are true by test: what is honoured changes the pages of a small article, what is not leaves them as they are.
struct Feature: Sendable, CustomTestStringConvertible {
    var name: String
    /// Rules under both layouts, and the rule that one of them has more.
    var base = ""
    var css: String
    var support: Support
    /// What the table says besides.
    var remark = ""
    /// The test that sees it, where it is not this table's own.
    var test: String?

    enum Support: Sendable {
        case yes
        /// Pages show it in some places only, which the remark names.
        case partly
        /// Read without a warning, and not seen on any page.
        case no
    }

    var testDescription: String { name }

    /// A property seen by a declaration on the article's paragraphs, or on what `on` selects.
    static func seen(
        _ name: String, _ value: String, on selector: String = "p", base: String = "", _ remark: String = ""
    ) -> Feature {
        Feature(
            name: name, base: base, css: "\(selector) { \(name): \(value) }", support: remark.isEmpty ? .yes : .partly,
            remark: remark)
    }

    /// A property that is read only.
    static func unseen(_ name: String, _ value: String, on selector: String = "p", _ remark: String = "") -> Feature {
        Feature(name: name, css: "\(selector) { \(name): \(value) }", support: .no, remark: remark)
    }

    /// A property whose effect needs fonts or texts that the article has not; another test sees it.
    static func elsewhere(_ name: String, _ test: String, _ remark: String) -> Feature {
        Feature(name: name, css: "", support: .partly, remark: remark, test: test)
    }

    /// Something that is no declaration, seen by whole rules.
    static func rule(_ name: String, _ css: String, base: String = "", _ remark: String = "") -> Feature {
        Feature(name: name, base: base, css: css, support: remark.isEmpty ? .yes : .partly, remark: remark)
    }

    static func unseenRule(_ name: String, _ css: String, _ remark: String = "") -> Feature {
        Feature(name: name, css: css, support: .no, remark: remark)
    }
}
