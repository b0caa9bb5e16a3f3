internal import CCMark
internal import Synchronization

/// A node of the tree that cmark-gfm makes, as a value.
struct MarkdownNode {
    /// cmark's name of the node's type: `paragraph`, `emph`, `table_row`….
    var type: String
    var literal = ""
    var address = ""
    var title = ""
    /// A heading's level, a list's start number.
    var number = 0
    var isOrdered = false
    var isChecked: Bool?
    /// A code block's info string.
    var info = ""
    var isHeaderRow = false
    /// A table's columns: `l`, `c`, `r` or 0.
    var alignments: [UInt8] = []
    /// Lines and columns from 1, as cmark counts them.
    var start = (line: 0, column: 0)
    var end = (line: 0, column: 0)
    var children: [MarkdownNode] = []

    /// cmark-gfm keeps the extensions' special characters in global tables, and takes them out after each document:
    /// another thread's `~` would be letters then.
    private static let turn = Mutex(())

    /// Parses CommonMark with GitHub's extensions and footnotes.
    static func document(_ utf8: ArraySlice<UInt8>) -> MarkdownNode {
        turn.withLock { _ in parsed(utf8) }
    }

    private static func parsed(_ utf8: ArraySlice<UInt8>) -> MarkdownNode {
        cmark_gfm_core_extensions_ensure_registered()
        guard let parser = unsafe cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8) else {
            return MarkdownNode(type: "document")
        }
        defer { unsafe cmark_parser_free(parser) }
        for name in ["table", "strikethrough", "autolink", "tasklist"] {
            if let syntax = unsafe cmark_find_syntax_extension(name) {
                _ = unsafe cmark_parser_attach_syntax_extension(parser, syntax)
            }
        }
        unsafe utf8.withUnsafeBytes { bytes in
            let text = unsafe bytes.bindMemory(to: CChar.self)
            unsafe cmark_parser_feed(parser, text.baseAddress, text.count)
        }
        guard let root = unsafe cmark_parser_finish(parser) else { return MarkdownNode(type: "document") }
        defer { unsafe cmark_node_free(root) }
        return unsafe copy(root, depth: 0)
    }

    /// Deeper nodes are passed over and their contents taken up one level; blocks and inlines both count.
    private static let maximumDepth = 200

    private static func copy(_ node: OpaquePointer, depth: Int) -> MarkdownNode {
        var copy = unsafe MarkdownNode(type: typeName(node))
        unsafe copy.literal = string(cmark_node_get_literal(node))
        unsafe copy.start = (Int(cmark_node_get_start_line(node)), Int(cmark_node_get_start_column(node)))
        unsafe copy.end = (Int(cmark_node_get_end_line(node)), Int(cmark_node_get_end_column(node)))
        switch copy.type {
        case "heading": unsafe copy.number = Int(cmark_node_get_heading_level(node))
        case "list":
            unsafe copy.number = Int(cmark_node_get_list_start(node))
            copy.isOrdered = unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        case "tasklist": copy.isChecked = unsafe cmark_gfm_extensions_get_tasklist_item_checked(node)
        case "code_block": unsafe copy.info = string(cmark_node_get_fence_info(node))
        case "link", "image":
            unsafe copy.address = string(cmark_node_get_url(node))
            unsafe copy.title = string(cmark_node_get_title(node))
        case "table": unsafe copy.alignments = alignments(node)
        case "table_header", "table_row":
            copy.isHeaderRow = unsafe cmark_gfm_extensions_get_table_row_is_header(node) != 0
        default: break
        }
        unsafe copy.children = children(node, depth: depth)
        return copy
    }

    private static func children(_ node: OpaquePointer, depth: Int) -> [MarkdownNode] {
        guard depth < maximumDepth else { return unsafe leaves(node) }
        var children: [MarkdownNode] = []
        var next = unsafe cmark_node_first_child(node)
        while let child = unsafe next {
            unsafe children.append(copy(child, depth: depth + 1))
            unsafe next = cmark_node_next(child)
        }
        return children
    }

    /// cmark's name; notes have none in its table.
    private static func typeName(_ node: OpaquePointer) -> String {
        switch unsafe cmark_node_get_type(node) {
        case CMARK_NODE_FOOTNOTE_DEFINITION: "footnote_definition"
        case CMARK_NODE_FOOTNOTE_REFERENCE: "footnote_reference"
        default: unsafe string(cmark_node_get_type_string(node))
        }
    }

    /// What is left of a tree too deep: its texts, found without recursion.
    private static func leaves(_ node: OpaquePointer) -> [MarkdownNode] {
        guard let iterator = unsafe cmark_iter_new(node) else { return [] }
        defer { unsafe cmark_iter_free(iterator) }
        var text = ""
        while true {
            let event = unsafe cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { break }
            guard event == CMARK_EVENT_ENTER, let current = unsafe cmark_iter_get_node(iterator) else { continue }
            switch unsafe string(cmark_node_get_type_string(current)) {
            case "text", "code", "code_block": unsafe text += string(cmark_node_get_literal(current))
            case "softbreak", "linebreak", "paragraph", "item": text += " "
            default: break
            }
        }
        return [MarkdownNode(type: "text", literal: text)]
    }

    private static func alignments(_ table: OpaquePointer) -> [UInt8] {
        let count = unsafe Int(cmark_gfm_extensions_get_table_columns(table))
        guard let alignments = unsafe cmark_gfm_extensions_get_table_alignments(table) else { return [] }
        return unsafe Array(UnsafeBufferPointer(start: alignments, count: count))
    }

    private static func string(_ text: UnsafePointer<CChar>?) -> String {
        guard let text = unsafe text else { return "" }
        return unsafe String(cString: text)
    }
}
