internal import ArticleModel
internal import HTML
internal import TextAnalysis

extension ArticleBuilder {
    /// Adds what a block element is.
    mutating func appendBlock(_ node: NodeID, _ tag: Tag?, to flow: inout Flow) {
        guard depth < Article.maximumDepth - 8 else {
            // Deeper than the model goes: the text stays, its nesting goes.
            flow.flush()
            appendInlineChildren(of: node, to: &flow)
            flow.flush()
            return
        }
        depth += 1
        defer { depth -= 1 }
        switch tag {
        case .h1, .h2, .h3, .h4, .h5, .h6: appendHeading(node, level: Self.level(of: tag) ?? 6, to: &flow)
        case .p: appendParagraph(node, to: &flow)
        case .ul, .ol, .menu, .dir: appendList(node, tag, to: &flow)
        case .dl: appendDefinitions(node, to: &flow)
        case .blockquote: appendQuote(node, to: &flow)
        case .pre, .listing, .xmp, .plaintext: appendCode(node, to: &flow)
        case .table: appendTable(node, to: &flow)
        case .figure: appendFigure(node, to: &flow)
        case .figcaption: appendLooseCaption(node, to: &flow)
        case .hr: flow.add(Block(.thematicBreak))
        case .aside: appendContainer(node, to: &flow) { .aside($0) }
        case .video, .audio, .iframe, .embed, .object: appendMedia(node, tag, to: &flow)
        case .summary: appendSummary(node, to: &flow)
        case .dialog: break
        default: appendDivision(node, to: &flow)
        }
    }

    /// A heading's level, 1 to 6; nil for what is no heading.
    static func level(of tag: Tag?) -> Int? {
        switch tag {
        case .h1: 1
        case .h2: 2
        case .h3: 3
        case .h4: 4
        case .h5: 5
        case .h6: 6
        default: nil
        }
    }

    private mutating func appendHeading(_ node: NodeID, level: Int, to flow: inout Flow) {
        flow.flush()
        let attributes = attributes(of: node)
        let inlines = inlines(in: node)
        guard !InlineText.isEmpty(inlines), !isLeftOver(node, level: level) else { return }
        let paragraphs = Paragraphs.blocks(of: inlines)
        // Pictures in headings stand beside them.
        for block in paragraphs {
            if case .paragraph(let text) = block.content {
                flow.add(Block(.heading(level: level, text), attributes: attributes))
            } else {
                flow.add(block)
            }
        }
    }

    private mutating func appendParagraph(_ node: NodeID, to flow: inout Flow) {
        flow.flush()
        let attributes = attributes(of: node)
        var inner = Flow()
        appendChildren(of: node, to: &inner)
        inner.flush()
        flow.add(Self.with(attributes, inner.blocks))
    }

    /// Gives a container's attributes to what comes out of it, where that has none of its own.
    static func with(_ attributes: Attributes, _ blocks: [Block]) -> [Block] {
        guard !attributes.isEmpty else { return blocks }
        var blocks = blocks
        for index in blocks.indices {
            if blocks[index].attributes.language == nil { blocks[index].attributes.language = attributes.language }
            if blocks[index].attributes.direction == nil { blocks[index].attributes.direction = attributes.direction }
        }
        if let id = attributes.id, let first = blocks.indices.first, blocks[first].attributes.id == nil {
            blocks[first].attributes.id = id
        }
        return blocks
    }

    private mutating func appendContainer(_ node: NodeID, to flow: inout Flow, _ content: ([Block]) -> Block.Content) {
        flow.flush()
        let attributes = attributes(of: node)
        let blocks = blocks(in: node)
        if !blocks.isEmpty { flow.add(Block(content(blocks), attributes: attributes)) }
    }

    /// A division has no meaning of its own: what is in it stands where it stood.
    private mutating func appendDivision(_ node: NodeID, to flow: inout Flow) {
        if document.attribute(.role, of: node) == "heading" {
            let level = document.integer(.ariaLevel, of: node) ?? 2
            return appendHeading(node, level: min(6, max(1, level)), to: &flow)
        }
        if isDrawnFormula(node) { return appendDrawnFormula(node, to: &flow) }
        if isPullQuote(node) { return appendContainer(node, to: &flow) { .aside($0) } }
        if appendCaptioned(node, to: &flow) || appendBackground(node, to: &flow) { return }
        flow.flush()
        let attributes = attributes(of: node)
        var inner = Flow()
        inner.pendingID = flow.pendingID
        flow.pendingID = nil
        appendChildren(of: node, to: &inner)
        inner.flush()
        flow.add(Self.with(attributes, inner.blocks))
        if flow.pendingID == nil { flow.pendingID = inner.pendingID }
    }

    /// Whether a division is named as a pull quote and holds nothing that is one already.
    private func isPullQuote(_ node: NodeID) -> Bool {
        guard let names = document.attribute(.class, of: node)?.lowercased(),
            names.holds("pullquote") || names.holds("pull-quote") || names.holds("pull_quote")
        else { return false }
        return !subtree(node).dropFirst().contains {
            document.has(.blockquote, at: NodeID($0)) || document.has(.aside, at: NodeID($0))
        } && visibleText(node) < 400
    }

    private mutating func appendQuote(_ node: NodeID, to flow: inout Flow) {
        appendContainer(node, to: &flow) { .blockQuote($0) }
    }

    private mutating func appendSummary(_ node: NodeID, to flow: inout Flow) {
        flow.flush()
        let inlines = inlines(in: node)
        if !InlineText.isEmpty(inlines) { flow.add(Block(.paragraph([Inline(.strong(inlines))]))) }
    }

    // MARK: Preformatted text

    private mutating func appendCode(_ node: NodeID, to flow: inout Flow) {
        flow.flush()
        var text = preformatted(node)
        while text.hasSuffix("\n") || text.hasSuffix(" ") { text.removeLast() }
        while text.hasPrefix("\n") { text.removeFirst() }
        guard !text.isEmpty else { return appendPictures(in: node, to: &flow) }
        flow.add(
            Block(.code(CodeBlock(text: text, language: codeLanguage(of: node))), attributes: attributes(of: node)))
        appendPictures(in: node, to: &flow)
    }

    /// Pictures inside what is kept as text.
    private mutating func appendPictures(in node: NodeID, to flow: inout Flow) {
        for index in subtree(node) where document.has(.img, at: NodeID(index)) {
            appendInline(NodeID(index), .img, to: &flow)
        }
        flow.flush()
    }

    func subtree(_ node: NodeID) -> Range<Int> {
        var last = node
        while let child = document.lastChild(of: last) { last = child }
        return node.position..<last.position + 1
    }

    /// Text with its white space; blocks and breaks end lines.
    func preformatted(_ node: NodeID) -> String {
        var text = ""
        func add(_ node: NodeID) {
            switch document.kind(of: node) {
            case .text: text += document.text(of: node)
            case .comment, .document: break
            case .element:
                let tag = document.tag(of: node)
                if tag == .br { text += "\n" }
                guard !isDropped(node), !Self.isOpaque(tag), !isGutter(node) else { return }
                let startsLine = Self.isBlock(tag) && tag != .td && tag != .th && tag != .tbody && tag != .table
                if startsLine, !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
                var child = document.firstChild(of: node)
                while let current = child {
                    add(current)
                    child = document.nextSibling(of: current)
                }
                if startsLine, !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
            }
        }
        var child = document.firstChild(of: node)
        while let current = child {
            add(current)
            child = document.nextSibling(of: current)
        }
        return text.replacing("\r\n", with: "\n")
    }

    /// Line numbers beside code.
    private func isGutter(_ node: NodeID) -> Bool {
        guard let classes = document.attribute(.class, of: node)?.lowercased() else { return false }
        return classes.split(separator: " ").contains {
            ["gutter", "lineno", "linenos", "line-numbers-rows", "line-number", "linenumber"].contains($0)
        }
    }

    private static let highlighters: Set<String> = [
        "sourcecode", "hljs", "prettyprint", "highlight", "codehilite", "code", "crayon", "rouge", "shiki", "chroma",
    ]

    private static let languages: Set<String> = [
        "ada", "asm", "awk", "bash", "basic", "c", "c++", "clojure", "cpp", "cs", "csharp", "css", "d", "dart", "diff",
        "elixir", "elm", "erlang", "fortran", "fsharp", "go", "graphql", "groovy", "haskell", "html", "ini", "java",
        "javascript", "js", "json", "jsx", "julia", "kotlin", "latex", "lisp", "lua", "makefile", "markdown", "matlab",
        "nim", "nix", "objc", "objective-c", "ocaml", "pascal", "perl", "php", "powershell", "prolog", "python", "r",
        "ruby", "rust", "sass", "scala", "scheme", "scss", "sh", "shell", "sql", "swift", "tcl", "tex", "toml", "ts",
        "tsx", "typescript", "vb", "verilog", "vim", "xml", "yaml", "zig", "zsh",
    ]

    private func codeLanguage(of node: NodeID) -> String? {
        var candidates = [node]
        if let child = Element(node, in: document).firstChildElement { candidates.append(child.node) }
        if let parent = document.parent(of: node) { candidates.append(parent) }
        for candidate in candidates {
            for name in ["data-lang", "data-language", "data-enlighter-language", "data-code-lang", "data-syntax"] {
                if let language = document.attribute(name, of: candidate), !language.isEmpty, language.utf8.count < 30 {
                    return language.lowercased()
                }
            }
            let classes = (document.attribute(.class, of: candidate) ?? "").split(separator: " ")
            for name in classes {
                for prefix in ["language-", "lang-", "highlight-source-", "sourceCode-"]
                where name.hasPrefix(prefix) && name.count > prefix.count {
                    return name.dropFirst(prefix.count).lowercased()
                }
            }
            if let brush = classes.firstIndex(of: "brush:"), brush + 1 < classes.count {
                return classes[brush + 1].filter { $0 != ";" }.lowercased()
            }
            // A language's bare name counts beside the name of the program that colours it, or on the `code` in a `pre`.
            let isColoured = classes.contains { Self.highlighters.contains($0.lowercased()) }
            if isColoured || document.has(.code, at: candidate),
                let name = classes.first(where: { Self.languages.contains($0.lowercased()) })
            {
                return name.lowercased()
            }
        }
        return nil
    }
}
