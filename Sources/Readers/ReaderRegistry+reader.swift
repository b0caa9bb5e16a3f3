extension ReaderRegistry {
    /// The reader of a format; nil where none is built in.
    public static func reader(for format: SourceFormat) -> (any Reader)? {
        let readers: [any Reader] = [HTMLReader()]
        return readers.first { type(of: $0).formats.contains(format) }
    }
}
