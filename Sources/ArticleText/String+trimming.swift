extension StringProtocol {
    /// Without spaces and tabs at either end.
    var trimmed: String {
        String(drop { $0 == " " || $0 == "\t" }).trimmedEnd
    }

    /// Without spaces and tabs at the end.
    var trimmedEnd: String {
        var text = String(self)
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }

    /// Without newlines at the end.
    var trimmedNewlines: String {
        var text = String(self)
        while text.last?.isNewline == true { text.removeLast() }
        return text
    }
}
