/// What selectors match: an element of any tree. Cheap to copy; equality is identity in the tree.
public protocol StyledElement: Hashable {
    /// Lower-case element name.
    var localName: String { get }
    var id: String? { get }
    var classes: [String] { get }
    /// The value of an attribute with this lower-case name.
    func attribute(_ name: String) -> String?
    /// Names of the attributes that the element has, lower case, in any order.
    var attributeNames: [String] { get }
    var parentElement: Self? { get }
    var previousSiblingElement: Self? { get }
    var nextSiblingElement: Self? { get }
    var firstChildElement: Self? { get }
    /// No element and no text inside (CSS Selectors 4, §14.2).
    var isEmpty: Bool { get }
}
