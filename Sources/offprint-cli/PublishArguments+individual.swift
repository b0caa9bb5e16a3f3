import ArgumentParser
import Offprint

extension PublishArguments {
    /// Publishes each input by itself. One that fails is said and passed over; the exit code is 1 in the end.
    func publishIndividually(_ publisher: Publisher) async throws(PublicationError) {
        var (formats, pattern) = try individualOutputs()
        pattern.count = inputs.count
        for input in inputs { pattern.spare(input) }
        var failed = false
        for (index, input) in inputs.enumerated() {
            pattern.number = index + 1
            let requests = formats.map { RequestedOutput($0, to: .namedByPattern(pattern)) }
            do throws(PublicationError) {
                let source = try await publisher.source(named: input)
                let publication = try await publisher.publish([source], to: requests)
                for case .file(let path) in publication.outputs.map(\.destination) { pattern.spare(path) }
                say(publication)
            } catch {
                // What is wrong with the command is wrong with all inputs.
                if error.code == .usage { throw error }
                Terminal.say(Terminal.printable(error.line))
                failed = true
            }
        }
        if failed { throw PublicationError.someInputsFailed }
    }

    /// The formats, and how the outputs are named.
    private func individualOutputs() throws(PublicationError) -> ([OutputFormat], OutputPattern) {
        guard let output else {
            guard let pattern = OutputPattern.titles(inFolder: "") else { throw Self.noPattern("") }
            return (to?.formats ?? [.pdf], pattern)
        }
        if isFolder(output), let pattern = OutputPattern.titles(inFolder: output) {
            return (to?.formats ?? [.pdf], pattern)
        }
        guard output != "-", let pattern = OutputPattern(output) else { throw Self.noPattern(output) }
        return (to?.formats ?? [OutputFormat(ending: output) ?? .pdf], pattern)
    }

    private static func noPattern(_ output: String) -> PublicationError {
        PublicationError(
            .usage, subject: output, "it cannot name the outputs of several inputs",
            remedy: "give a folder, or a path with {title}, {name} or {n} in it")
    }
}

extension PublicationError {
    /// The inputs' own errors have been said.
    static let someInputsFailed = PublicationError(.badInput, "")
}
