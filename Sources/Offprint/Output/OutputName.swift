/// Names for outputs that the user did not name.
public enum OutputName {
    /// Bytes, so that the name and an ending fit any file system.
    static let maximumLength = 80

    /// A file name of an article's title: its letters and digits in lower case, all else one hyphen.
    public static func name(title: String?, input: String, format: OutputFormat) -> String {
        let fromTitle = slug(title ?? "")
        let stem = fromTitle.isEmpty ? slug(stem(of: input)) : fromTitle
        return (stem.isEmpty ? "article" : stem) + "." + format.rawValue
    }

    /// A path's last component without its ending.
    private static func stem(of path: String) -> String {
        let file = splitPath(path).file
        guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
        return String(file[..<dot])
    }

    private static func slug(_ text: String) -> String {
        var result = ""
        for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber && !isApostrophe($0) }) {
            let word = word.filter { !isApostrophe($0) }
            if word.isEmpty { continue }
            if result.utf8.count + word.utf8.count >= maximumLength {
                if result.isEmpty { result = cut(word) }
                break
            }
            result += (result.isEmpty ? "" : "-") + word
        }
        return result
    }

    /// Apostrophes stand inside words: `don't` is one.
    private static func isApostrophe(_ character: Character) -> Bool { character == "'" || character == "’" }

    private static func cut(_ word: String) -> String {
        var result = ""
        for character in word {
            if result.utf8.count + character.utf8.count > maximumLength { break }
            result.append(character)
        }
        return result
    }
}
