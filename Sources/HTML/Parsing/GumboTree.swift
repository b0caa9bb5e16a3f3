internal import CGumbo
internal import Glibc

/// Gumbo's tree → `HTMLDocument`. The one file that knows Gumbo.
enum GumboTree {
    /// The tree of a prescanned page, or nil where Gumbo fails.
    static func document(of page: Prescan.Page) -> HTMLDocument? {
        unsafe page.utf8.withUnsafeBufferPointer { buffer -> HTMLDocument? in
            var options = unsafe kGumboDefaultOptions
            unsafe options.max_errors = 0
            var empty: CChar = 0
            return unsafe withUnsafePointer(to: &empty) { empty -> HTMLDocument? in
                let start = unsafe buffer.baseAddress.map {
                    unsafe UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self)
                }
                let base = unsafe start ?? empty
                guard let output = unsafe gumbo_parse_with_options(&options, base, buffer.count) else { return nil }
                defer { unsafe gumbo_destroy_output(&options, output) }
                var conversion = unsafe Conversion(page: page, base: base)
                return unsafe conversion.document(output.pointee.document)
            }
        }
    }

    @safe
    private struct Conversion {
        let page: Prescan.Page
        let base: UnsafePointer<CChar>
        var builder = HTMLDocumentBuilder()
        /// Our number of each of Gumbo's tags; -1 where not asked yet.
        var numbers = [Int32](repeating: -1, count: Int(GUMBO_TAG_LAST.rawValue) + 1)
        /// Index of the cut at or before the last source position; positions mostly grow.
        var cut = 0

        /// Walks in document order without recursion.
        mutating func document(_ root: UnsafeMutablePointer<GumboNode>) -> HTMLDocument {
            builder.reserve(bytes: page.utf8.count)
            var stack: [(children: GumboVector, next: UInt32)] = unsafe [(root.pointee.v.document.children, 0)]
            while let top = unsafe stack.last {
                guard unsafe top.next < top.children.length, let data = unsafe top.children.data[Int(top.next)] else {
                    unsafe stack.removeLast()
                    if unsafe !stack.isEmpty { builder.close() }
                    continue
                }
                unsafe stack[stack.count - 1].next += 1
                let node = unsafe data.assumingMemoryBound(to: GumboNode.self)
                switch unsafe node.pointee.type {
                case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
                    unsafe open(node.pointee.v.element)
                    unsafe stack.append((node.pointee.v.element.children, 0))
                case GUMBO_NODE_TEXT, GUMBO_NODE_CDATA, GUMBO_NODE_WHITESPACE:
                    unsafe builder.text(
                        Self.bytes(node.pointee.v.text.text), source: source(node.pointee.v.text.original_text.data))
                default: break
                }
            }
            return builder.document()
        }

        private mutating func open(_ element: GumboElement) {
            let attributes = unsafe element.attributes
            let count = unsafe Int(attributes.length)
            for index in 0..<count {
                guard let data = unsafe attributes.data[index] else { continue }
                let attribute = unsafe data.assumingMemoryBound(to: GumboAttribute.self).pointee
                unsafe builder.attribute(name: Self.bytes(attribute.name), value: Self.bytes(attribute.value))
            }
            let number = unsafe number(of: element)
            unsafe builder.open(
                number: number, attributeCount: count, source: source(element.original_tag.data))
        }

        private mutating func number(of element: GumboElement) -> Int32 {
            let tag = unsafe element.tag
            guard tag != GUMBO_TAG_UNKNOWN else {
                var original = unsafe element.original_tag
                unsafe gumbo_tag_from_original_text(&original)
                guard let data = unsafe original.data, unsafe original.length > 0 else {
                    return builder.number(name: "unknown")
                }
                let text = unsafe UnsafeRawBufferPointer(start: data, count: original.length)
                let lower = unsafe text.map(asciiLowercase)
                return unsafe lower.withUnsafeBufferPointer { unsafe builder.number($0) }
            }
            let index = Int(tag.rawValue)
            if numbers[index] < 0 { numbers[index] = unsafe builder.number(Self.bytes(gumbo_normalized_tagname(tag))) }
            return numbers[index]
        }

        /// Position in the input, or -1 where the parser made the node.
        private mutating func source(_ pointer: UnsafePointer<CChar>?) -> Int {
            guard let pointer = unsafe pointer else { return -1 }
            let output = unsafe pointer - base
            guard output >= 0, output <= page.utf8.count else { return -1 }
            return page.source(of: output)
        }

        private static func bytes(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
            guard let text = unsafe text else { return unsafe UnsafeBufferPointer(start: nil, count: 0) }
            let count = unsafe strlen(text)
            return unsafe UnsafeBufferPointer(
                start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: count)
        }
    }
}
