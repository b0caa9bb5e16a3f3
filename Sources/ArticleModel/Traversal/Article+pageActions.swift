extension Attributes {
    /// The class of running text that lets a reader act on the page it came from, as a wiki's edit links do: something for
    /// the screen, where it works, and for nothing else.
    public static let pageAction = "page-action"
}

extension Article {
    /// The article as it stands on paper and in books and mails: without what acts on the page it came from.
    public var withoutPageActions: Article {
        mappingInlines { inline in
            guard inline.attributes.classes.contains(Attributes.pageAction) else { return [inline] }
            return []
        }
    }
}
