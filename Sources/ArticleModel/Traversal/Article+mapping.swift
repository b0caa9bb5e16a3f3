extension Article {
    /// The article with each block replaced by what `transform` makes of it: none, one or several.
    ///
    /// Children come before the block that holds them; notes are mapped too.
    public func mappingBlocks(_ transform: (Block) -> [Block]) -> Article {
        replacingBlocks { $0.mappingBlocks(transform) }
    }

    /// The article with each inline replaced by what `transform` makes of it, those inside it first; captions, terms
    /// and notes included.
    public func mappingInlines(_ transform: (Inline) -> [Inline]) -> Article {
        replacingBlocks { $0.mappingInlines(transform) }
    }

    /// The article with each picture replaced: in figures, in running text, as poster and as lead picture.
    public func mappingImages(_ transform: (Image) -> Image) -> Article {
        var article = replacingBlocks { $0.mappingImages(transform) }
        article.metadata.leadImage = metadata.leadImage.map(transform)
        return article
    }

    private func replacingBlocks(_ replace: ([Block]) -> [Block]) -> Article {
        var article = self
        article.blocks = replace(blocks)
        for index in article.notes.indices { article.notes[index].blocks = replace(article.notes[index].blocks) }
        return article
    }
}

extension [Block] {
    /// The blocks with each one, at any depth, replaced by what `transform` makes of it, children first.
    public func mappingBlocks(_ transform: (Block) -> [Block]) -> [Block] {
        flatMap { block in
            var block = block
            block.content = block.content.replacing(
                blocks: { $0.mappingBlocks(transform) }, inlines: { $0 }, image: { $0 })
            return transform(block)
        }
    }

    /// The blocks with each inline in them replaced by what `transform` makes of it, children first.
    public func mappingInlines(_ transform: (Inline) -> [Inline]) -> [Block] {
        map { block in
            var block = block
            block.content = block.content.replacing(
                blocks: { $0.mappingInlines(transform) }, inlines: { $0.mappingInlines(transform) }, image: { $0 })
            return block
        }
    }

    /// The blocks with each picture in them replaced.
    public func mappingImages(_ transform: (Image) -> Image) -> [Block] {
        map { block in
            var block = block
            block.content = block.content.replacing(
                blocks: { $0.mappingImages(transform) },
                inlines: { $0.mappingInlines { [$0.mappingImage(transform)] } }, image: transform)
            return block
        }
    }
}

extension [Inline] {
    /// The inlines with each one, at any depth, replaced by what `transform` makes of it, children first.
    public func mappingInlines(_ transform: (Inline) -> [Inline]) -> [Inline] {
        flatMap { inline in transform(inline.replacingChildren { $0.mappingInlines(transform) }) }
    }
}

extension Inline {
    fileprivate func mappingImage(_ transform: (Image) -> Image) -> Inline {
        switch content {
        case .image(let image): return Inline(.image(transform(image)), attributes: attributes)
        case .math(var math):
            math.picture = math.picture.map(transform)
            return Inline(.math(math), attributes: attributes)
        default: return self
        }
    }
}
