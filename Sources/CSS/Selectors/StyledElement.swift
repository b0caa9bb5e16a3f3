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
    /// Where it stands among its siblings, where the tree knows; elsewhere they are counted.
    var siblingPlace: SiblingPlace? { get }
    /// No element and no text inside (CSS Selectors 4, §14.2).
    var isEmpty: Bool { get }
}

extension StyledElement {
    public var siblingPlace: SiblingPlace? { nil }
}

/// An element's place among the elements of its parent.
public struct SiblingPlace: Hashable, Sendable, BitwiseCopyable {
    public var parent: Parent
    /// From 1.
    public var index: Int32
    public var count: Int32
    /// The same among those of its name.
    public var indexOfType: Int32
    public var countOfType: Int32

    /// An element of one tree of all that the program ever makes.
    public struct Parent: Hashable, Sendable, BitwiseCopyable {
        public var tree: Int
        public var number: Int32

        public init(tree: Int, number: Int32) {
            self.tree = tree
            self.number = number
        }
    }

    public init(parent: Parent, index: Int32, count: Int32, indexOfType: Int32, countOfType: Int32) {
        self.parent = parent
        self.index = index
        self.count = count
        self.indexOfType = indexOfType
        self.countOfType = countOfType
    }

    /// From 1, from the first sibling or from the last.
    @usableFromInline
    func index(ofType: Bool, fromEnd: Bool) -> Int {
        let (index, count) = ofType ? (indexOfType, countOfType) : (index, count)
        return Int(fromEnd ? count - index + 1 : index)
    }
}
