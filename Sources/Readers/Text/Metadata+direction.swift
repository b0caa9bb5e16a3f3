internal import ArticleModel

extension Metadata {
    /// The direction that the language is written in, where nothing else says it.
    mutating func completeDirection() {
        guard direction == nil, let language else { return }
        let primary = language.prefix { $0 != "-" }.lowercased()
        let isRightToLeft = ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "syr", "ug", "ur", "yi"]
        if isRightToLeft.contains(primary) { direction = .rightToLeft }
    }
}
