/// Adjoining vertical margins: the largest positive one less the largest negative one (CSS 2.2, §8.3.1).
struct CollapsingMargin {
    private var positive = 0.0
    private var negative = 0.0

    /// Points; may be negative.
    var value: Double { positive + negative }

    mutating func add(_ margin: Double) {
        positive = max(positive, margin)
        negative = min(negative, margin)
    }
}
