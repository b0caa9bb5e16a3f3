/// What a stage returns: its output, and what it has to say about it.
public struct Diagnosed<Output> {
    public var output: Output
    public var diagnostics: [Diagnostic]

    public init(_ output: Output, _ diagnostics: [Diagnostic] = []) {
        self.output = output
        self.diagnostics = diagnostics
    }

    /// The next stage's result with the diagnostics of both, in order.
    public func then<Next>(_ stage: (Output) throws -> Diagnosed<Next>) rethrows -> Diagnosed<Next> {
        let next = try stage(output)
        return Diagnosed<Next>(next.output, diagnostics + next.diagnostics)
    }

    /// The output, its diagnostics appended to a list.
    public func collect(into list: inout [Diagnostic]) -> Output {
        list += diagnostics
        return output
    }
}

extension Diagnosed: Sendable where Output: Sendable {}
