extension StringProtocol {
    /// Without white space at either end.
    var trimmed: String {
        String(drop(while: \.isWhitespace)).trimmedEnd
    }

    /// Without white space at the end.
    var trimmedEnd: String {
        var text = String(self)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
