import ArticleMarkup
import CSS
import Pages

/// Inline-level content that is laid out apart from the text round it: ruby annotations and inline blocks.
extension BoxWalk {
    /// Pairs the bases of a ruby element with the annotations that follow them (CSS Ruby 1, §2.2).
    mutating func walkRuby(_ element: MarkupElement, _ style: SharedStyle, into flow: inout Flow) {
        var ruby = flow.inline.current
        let outer = flow.inline.add(StructureElement(role: .ruby, parent: nil), parent: ruby.element)
        ruby.element = flow.inline.add(StructureElement(role: .rubyBase, parent: nil), parent: outer)
        flow.inline.open(ruby)
        var start = flow.inline.offset
        for child in element.children {
            switch child {
            // White space between the parts is none of the base's (§2.2.1).
            case .text(let text) where text.allSatisfy(\.isWhitespace): continue
            case .text(let text): flow.inline.add(text)
            case .element(let child):
                let own = SharedStyle(styles.style(of: child, inheriting: style.value))
                guard own.box.display == .rubyText else {
                    walk(child, inheriting: style, into: &flow)
                    continue
                }
                annotate(from: start, with: child, own, ruby: outer, into: &flow)
                flow.inline.close()
                ruby.element = flow.inline.add(StructureElement(role: .rubyBase, parent: nil), parent: outer)
                flow.inline.open(ruby)
                start = flow.inline.offset
            }
        }
        flow.inline.close()
    }

    private mutating func annotate(
        from start: Int, with element: MarkupElement, _ style: SharedStyle, ruby: Int, into flow: inout Flow
    ) {
        var inner = Flow(inline: InlineBuilder(style: style), container: flow.container, style: style)
        walkChildren(of: element, style, into: &inner)
        let content = inner.inline.finish()
        let text = flow.inline.add(
            StructureElement(role: .rubyText, parent: nil, language: element.attribute("lang")), parent: ruby)
        if start < flow.inline.offset {
            flow.inline.annotate(from: start, with: content, style: style, element: text)
        } else if !content.isEmpty {
            // An annotation of nothing stands in the text.
            inline(element, style, into: &flow)
        }
    }

    /// Adds a block container that stands in the text like a letter (CSS Display 3, §2.3: `inline-block`).
    mutating func inlineBlock(_ element: MarkupElement, _ style: SharedStyle, into flow: inout Flow) {
        var value = style.value
        value.box.display = style.box.display == .inlineTable ? .table : .block
        let own = SharedStyle(value)
        if let id = element.id, targets.contains(id) { flow.inline.add(.anchor(id)) }
        let box = block(element, own, parent: flow.container, decorations: [])
        var context = flow.inline.current
        context.style = style
        flow.inline.open(context)
        flow.inline.add(.block(box), style: style)
        flow.inline.close()
    }
}
