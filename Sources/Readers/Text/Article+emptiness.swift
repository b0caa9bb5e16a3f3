internal import ArticleModel

extension Article {
    /// Markup and comments alone are no article, and neither is white space.
    ///
    /// - Throws: `ReaderError.Code.empty` where there is neither a title nor a block.
    func checkNotEmpty(_ source: Source) throws(ReaderError) {
        guard blocks.isEmpty, notes.isEmpty, metadata.title == nil else { return }
        throw ReaderError(code: .empty, subject: source.name, message: "there is nothing in it that could be read")
    }
}
