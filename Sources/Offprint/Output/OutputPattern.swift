/// Names for the outputs of inputs that are published one by one: a path with `{title}`, `{name}` or `{n}` in it.
public struct OutputPattern: Hashable, Sendable {
    /// The path with its placeholders.
    public let text: String
    /// Which of the inputs it is, from 1, and how many there are.
    public var number: Int
    public var count: Int
    /// Paths that are not to be written to; a number is put behind a name to spare them.
    private var taken: Set<String> = []

    /// A pattern; nil where the path has no placeholder, so that all outputs would have one name.
    public init?(_ text: String, number: Int = 1, count: Int = 1) {
        guard Placeholder.allCases.contains(where: { text.contains($0.rawValue) }) else { return nil }
        self.text = text
        self.number = number
        self.count = count
    }

    /// Keeps what stands at a path: an input, or the output of an earlier one.
    public mutating func spare(_ path: String) {
        taken.insert(path)
        if let real = realPath(path) { taken.insert(real) }
    }

    /// Files in a folder, named by the articles' titles.
    public static func titles(inFolder folder: String) -> OutputPattern? {
        OutputPattern(folder.isEmpty || folder.hasSuffix("/") ? folder + "{title}" : folder + "/{title}")
    }

    private enum Placeholder: String, CaseIterable {
        /// The article's title in letters, digits and hyphens.
        case title = "{title}"
        /// The input's file name without its ending.
        case name = "{name}"
        /// The number among the inputs, with leading zeros.
        case number = "{n}"
    }

    /// The output's path. The format's ending is added where the pattern does not end in it.
    public func path(title: String?, input: String, format: OutputFormat) -> String {
        var path = text
        let digits = String(count).count
        let number = String(repeating: "0", count: max(0, digits - String(self.number).count)) + String(self.number)
        let ending = "." + format.rawValue
        func stem(_ title: String?) -> String {
            String(OutputName.name(title: title, input: input, format: format).dropLast(ending.count))
        }
        path = path.replacing(Placeholder.title.rawValue, with: stem(title))
        path = path.replacing(Placeholder.name.rawValue, with: stem(nil))
        path = path.replacing(Placeholder.number.rawValue, with: number)
        let hasEnding = OutputFormat(ending: path) == format
        let dot = hasEnding ? path.lastIndex(of: ".") ?? path.endIndex : path.endIndex
        let start = path[..<dot]
        let end = hasEnding ? String(path[dot...]) : ending
        var candidate = start + end
        var copy = 2
        while taken.contains(String(candidate)) || realPath(String(candidate)).map(taken.contains) ?? false {
            candidate = start + "-\(copy)" + end
            copy += 1
        }
        return String(candidate)
    }
}
