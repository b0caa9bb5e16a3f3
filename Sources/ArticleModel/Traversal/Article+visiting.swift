extension Article {
    /// Calls `body` with every block, a block before those inside it, the notes' blocks last.
    public func forEachBlock(_ body: (Block) -> Void) {
        for list in [blocks] + notes.map(\.blocks) { list.forEachBlock(body) }
    }

    /// Calls `body` with every inline in reading order, an inline before those inside it, the notes' last.
    public func forEachInline(_ body: (Inline) -> Void) {
        for list in [blocks] + notes.map(\.blocks) { list.forEachInline(body) }
    }

    /// Every picture in reading order: the lead picture first, then those of the text and the posters, with repeats.
    public var images: [Image] {
        var images = [metadata.leadImage].compactMap(\.self)
        for list in [blocks] + notes.map(\.blocks) {
            _ = list.mappingImages { image in
                images.append(image)
                return image
            }
        }
        return images
    }
}

extension [Block] {
    /// Calls `body` with every block at any depth, a block before those inside it.
    public func forEachBlock(_ body: (Block) -> Void) {
        for block in self {
            body(block)
            block.forEachList {
                $0.forEachBlock(body)
            } inlines: { _ in
            }
        }
    }

    /// Calls `body` with every inline at any depth, in reading order.
    public func forEachInline(_ body: (Inline) -> Void) {
        for block in self {
            block.forEachList {
                $0.forEachInline(body)
            } inlines: {
                $0.forEachInline(body)
            }
        }
    }
}

extension [Inline] {
    /// Calls `body` with every inline at any depth, an inline before those inside it.
    public func forEachInline(_ body: (Inline) -> Void) {
        for inline in self {
            body(inline)
            inline.children.forEachInline(body)
        }
    }
}

extension Block {
    /// Calls one of the two with each list of blocks or stretch of running text directly inside, in reading order.
    fileprivate func forEachList(blocks: ([Block]) -> Void, inlines: ([Inline]) -> Void) {
        _ = content.replacing(
            blocks: {
                blocks($0)
                return $0
            },
            inlines: {
                inlines($0)
                return $0
            }, image: { $0 })
    }
}
