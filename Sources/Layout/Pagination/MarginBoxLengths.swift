/// Shares the length of one side of a page among its three margin boxes (CSS Paged Media 3, §5.3.2).
struct MarginBoxLengths {
    /// What a box needs along its side, margins, borders and padding included; points.
    struct Need {
        /// The narrowest and the widest that its content asks for.
        var minimum: Double
        var maximum: Double
        /// What its style says; nil is `auto`.
        var specified: Double?
        var lowerLimit = 0.0
        var upperLimit = Double.infinity

        /// The same with what its style says settled.
        func fixed(at length: Double) -> Need { Need(minimum: length, maximum: length, specified: length) }
    }

    /// The side's length in points.
    let available: Double

    /// The lengths of the first, the middle and the last box; 0 for those that are not there.
    func lengths(_ first: Need?, _ middle: Need?, _ last: Need?) -> [Double] {
        var needs = [first, middle, last]
        var lengths = shared(needs)
        // What is beyond a limit is set at it, and the others share again.
        for index in needs.indices {
            if let need = needs[index], lengths[index] > need.upperLimit {
                needs[index] = need.fixed(at: need.upperLimit)
                lengths = shared(needs)
            }
        }
        for index in needs.indices {
            if let need = needs[index], lengths[index] < need.lowerLimit {
                needs[index] = need.fixed(at: need.lowerLimit)
                lengths = shared(needs)
            }
        }
        return lengths
    }

    private func shared(_ needs: [Need?]) -> [Double] {
        guard let middle = needs[1] else {
            let (first, last) = pair(needs[0], needs[2])
            return [first, 0, last]
        }
        guard needs[0] != nil || needs[2] != nil else { return [0, middle.specified ?? available, 0] }
        // The middle box keeps to the middle: it shares with a box twice as long as the longer one of its neighbours.
        let sides = [needs[0], needs[2]].compactMap(\.self)
        var both = Need(
            minimum: 2 * (sides.map { $0.specified ?? $0.minimum }.max() ?? 0),
            maximum: 2 * (sides.map { $0.specified ?? $0.maximum }.max() ?? 0))
        if sides.allSatisfy({ $0.specified != nil }) { both.specified = both.maximum }
        let length = pair(middle, both).0
        let rest = max(0, available - length) / 2
        return [
            needs[0].map { $0.specified ?? rest } ?? 0, length, needs[2].map { $0.specified ?? rest } ?? 0,
        ]
    }

    private func pair(_ first: Need?, _ second: Need?) -> (Double, Double) {
        guard let first else { return (0, second.map { $0.specified ?? available } ?? 0) }
        guard let second else { return (first.specified ?? available, 0) }
        switch (first.specified, second.specified) {
        case (let one?, let other?): return (one, other)
        case (let one?, nil): return (one, max(0, available - one))
        case (nil, let other?): return (max(0, available - other), other)
        case (nil, nil): return flexed(first, second)
        }
    }

    /// Flex-fit: both get what their contents like, and share what is over or missing.
    private func flexed(_ first: Need, _ second: Need) -> (Double, Double) {
        let widest = first.maximum + second.maximum
        let narrowest = first.minimum + second.minimum
        let length: Double
        if widest <= available {
            length =
                widest > 0
                ? first.maximum + (available - widest) * first.maximum / widest : available / 2
        } else if narrowest <= available {
            let give = widest - narrowest
            let share = give > 0 ? (first.maximum - first.minimum) / give : 0.5
            length = first.minimum + (available - narrowest) * share
        } else {
            length = first.minimum * available / narrowest
        }
        return (length, available - length)
    }
}
