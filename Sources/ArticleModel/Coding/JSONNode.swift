/// A JSON value with the path that leads to it, read with errors that name the path.
struct JSONNode {
    let value: JSONValue
    let path: String
    /// How many blocks or inlines hold this one.
    let depth: Int

    init(_ value: JSONValue, path: String = "", depth: Int = 0) {
        self.value = value
        self.path = path
        self.depth = depth
    }

    /// The member of that name; nil where it is absent or null.
    func member(_ name: String) throws(ArticleJSONError) -> JSONNode? {
        guard case .object(let members) = value else { throw failure("an object is expected, not \(value.kind)") }
        guard let member = members.last(where: { $0.name == name }), member.value != .null else { return nil }
        return JSONNode(member.value, path: path.isEmpty ? name : "\(path).\(name)", depth: depth)
    }

    /// The member of that name, which must be there.
    func required(_ name: String) throws(ArticleJSONError) -> JSONNode {
        guard let member = try member(name) else { throw failure("'\(name)' is missing") }
        return member
    }

    /// The elements of an array.
    func elements() throws(ArticleJSONError) -> [JSONNode] {
        guard case .array(let values) = value else { throw failure("an array is expected, not \(value.kind)") }
        return values.enumerated().map { JSONNode($1, path: "\(path)[\($0)]", depth: depth) }
    }

    /// The elements of an array of blocks or inlines one level further down; blocks and the running text in them may
    /// each be nested as deep as an article may.
    func children() throws(ArticleJSONError) -> [JSONNode] {
        guard depth < 2 * Article.maximumDepth else { throw failure("nested too deep") }
        return try elements().map { JSONNode($0.value, path: $0.path, depth: depth + 1) }
    }

    func string() throws(ArticleJSONError) -> String {
        guard case .string(let string) = value else { throw failure("a string is expected, not \(value.kind)") }
        return string
    }

    func bool() throws(ArticleJSONError) -> Bool {
        guard case .bool(let bool) = value else { throw failure("true or false is expected, not \(value.kind)") }
        return bool
    }

    func number() throws(ArticleJSONError) -> Double {
        guard case .number(let number) = value else { throw failure("a number is expected, not \(value.kind)") }
        return number
    }

    /// A whole number of the range.
    func integer(in range: ClosedRange<Int> = -1_000_000_000_000...1_000_000_000_000) throws(ArticleJSONError) -> Int {
        guard let integer = Int(exactly: try number()), range.contains(integer) else {
            throw failure("a whole number from \(range.lowerBound) to \(range.upperBound) is expected")
        }
        return integer
    }

    /// A string that is one of the cases.
    func choice<Choice: RawRepresentable<String>>(_ type: Choice.Type) throws(ArticleJSONError) -> Choice {
        let name = try string()
        guard let choice = Choice(rawValue: name) else { throw failure("'\(name)' is not known here") }
        return choice
    }

    func strings() throws(ArticleJSONError) -> [String] {
        try elements().map { (node) throws(ArticleJSONError) in try node.string() }
    }

    func failure(_ message: String) -> ArticleJSONError { ArticleJSONError(message: message, place: .path(path)) }
}
