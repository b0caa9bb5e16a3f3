import CSS

/// A tree of elements for tests, written as markup: `<div class="a b"><p id="x">text</p></div>`.
final class TestNode: @unchecked Sendable {
    // SAFETY: a tree is built by one test and not changed afterwards.
    let name: String
    var attributes: [String: String]
    weak var parent: TestNode?
    var children: [TestNode] = []
    var hasText = false

    init(_ name: String, _ attributes: [String: String] = [:]) {
        self.name = name
        self.attributes = attributes
    }
}

struct TestElement: StyledElement {
    let node: TestNode

    var localName: String { node.name }
    var id: String? { node.attributes["id"] }
    var classes: [String] { (node.attributes["class"] ?? "").split(separator: " ").map(String.init) }
    func attribute(_ name: String) -> String? { node.attributes[name] }
    var attributeNames: [String] { Array(node.attributes.keys) }
    var parentElement: TestElement? { node.parent.map(TestElement.init) }
    var previousSiblingElement: TestElement? { sibling(-1) }
    var nextSiblingElement: TestElement? { sibling(1) }
    var firstChildElement: TestElement? { node.children.first.map(TestElement.init) }
    var isEmpty: Bool { node.children.isEmpty && !node.hasText }

    static func == (a: TestElement, b: TestElement) -> Bool { a.node === b.node }
    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(node)) }

    private func sibling(_ step: Int) -> TestElement? {
        guard let siblings = node.parent?.children, let index = siblings.firstIndex(where: { $0 === node }),
            siblings.indices.contains(index + step)
        else { return nil }
        return TestElement(node: siblings[index + step])
    }
}

/// The tree of some markup; tags without an end tag in it are written `<br/>`.
struct TestTree {
    let root: TestNode
    private(set) var all: [TestElement] = []

    init(_ markup: String) {
        let scanner = Array(markup)
        var index = 0
        var stack: [TestNode] = []
        var top: TestNode?
        while index < scanner.count {
            guard scanner[index] == "<" else {
                stack.last?.hasText = true
                index += 1
                continue
            }
            let close = scanner[index...].firstIndex(of: ">")!
            var tag = String(scanner[(index + 1)..<close])
            index = close + 1
            if tag.hasPrefix("/") {
                stack.removeLast()
                continue
            }
            let isVoid = tag.hasSuffix("/")
            if isVoid { tag.removeLast() }
            let node = Self.node(tag)
            node.parent = stack.last
            stack.last?.children.append(node)
            all.append(TestElement(node: node))
            top = top ?? node
            if !isVoid { stack.append(node) }
        }
        root = top!
    }

    private static func node(_ tag: String) -> TestNode {
        let name = String(tag.prefix { $0 != " " })
        var attributes: [String: String] = [:]
        var rest = tag.dropFirst(name.count)
        while let equals = rest.firstIndex(of: "=") {
            let key = rest[..<equals].filter { $0 != " " }
            let quoted = rest[rest.index(after: equals)...].dropFirst()
            let end = quoted.firstIndex(of: "\"")!
            attributes[String(key)] = String(quoted[..<end])
            rest = quoted[quoted.index(after: end)...]
        }
        for flag in rest.split(separator: " ") { attributes[String(flag)] = "" }
        return TestNode(name, attributes)
    }

    /// Ids of the elements that a selector matches, in document order.
    func ids(_ selector: Selector) -> [String] { all.filter(selector.matches).map { $0.id ?? "-" } }

    /// The computed style of the element with this id, its ancestors styled first.
    func style(_ id: String, _ resolver: StyleResolver) -> ComputedStyle {
        style(of: all.first { $0.id == id }!, resolver)
    }

    func style(of element: TestElement, _ resolver: StyleResolver) -> ComputedStyle {
        resolver.style(of: element, inheriting: element.parentElement.map { style(of: $0, resolver) } ?? .initial)
    }
}

/// The style of one element `<html><p id="p" …>` under some CSS.
func style(_ css: String, element: String = "<p id=\"p\">x</p>", medium: Medium = .print) -> ComputedStyle {
    let resolver = StyleResolver([StyleSheet(parsing: css, name: "test.css", origin: .user)], medium: medium)
    return TestTree("<html>\(element)</html>").style("p", resolver)
}
