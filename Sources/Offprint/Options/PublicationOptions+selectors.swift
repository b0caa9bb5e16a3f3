import CSS

extension PublicationOptions {
    /// Refuses selectors of parts to keep or drop that are none, before any input is read.
    public func checkSelectors() throws(PublicationError) {
        for (option, selectors) in [("--keep", keep), ("--drop", drop)] {
            for text in selectors {
                do {
                    _ = try Selector(parsing: text)
                } catch {
                    throw PublicationError(
                        .usage, "\(option): \(error.description)", remedy: "as in \(option) 'aside.note, #story > p'")
                }
            }
        }
    }
}
