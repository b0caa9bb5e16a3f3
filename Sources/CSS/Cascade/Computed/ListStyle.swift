/// CSS Lists 3.
public struct ListStyle: Hashable, Sendable {
    public var type = MarkerType.named("disc")
    /// Stands in place of what `type` says where it can be had.
    public var image: StylePicture?
    public var isInside = false
    public var counterReset: [CounterChange] = []
    public var counterSet: [CounterChange] = []
    public var counterIncrement: [CounterChange] = []

    public init() {}

    public enum MarkerType: Hashable, Sendable {
        case none
        /// A counter style's name.
        case named(String)
        case string(String)
        /// `symbols()`.
        case symbols(CounterStyle)
    }
    public struct CounterChange: Hashable, Sendable {
        public var name: String
        public var value: Int
        public init(name: String, value: Int) {
            self.name = name
            self.value = value
        }
    }
}
