import FoundationEssentials
import TestSupport

@testable import Transport

/// A loader for tests, on this machine or not.
struct WebFixture {
    /// On a machine that runs many tests, time says nothing.
    var options: HTTPOptions = {
        var options = HTTPOptions()
        options.seconds = 600
        options.connectSeconds = 600
        return options
    }()
    var now: @Sendable () -> Int = { 1_000_000 }
    var environment: [String: String] = [:]
    /// The input's address, for header fields.
    var input: String?

    /// Reads this machine.
    static var local: WebFixture {
        var fixture = WebFixture()
        fixture.options.policy = AddressPolicy(allowsPrivate: true)
        return fixture
    }

    func loader() throws -> HTTPLoader {
        let session = try HTTPSession(options, environment: { environment[$0] }, now: now)
        return session.loader(for: input, budget: FetchBudget(options))
    }

    func load(_ address: String, as purpose: HTTPLoader.Purpose = .page) async throws -> LoadedResource {
        try await loader().load(address, as: purpose)
    }

    /// The text behind an address.
    func text(_ address: String) async throws -> String {
        String(decoding: try await load(address).bytes, as: UTF8.self)
    }

    /// Why an address cannot be had; nil where it can.
    func error(_ address: String, as purpose: HTTPLoader.Purpose = .page) async throws -> TransportError? {
        let loader = try loader()
        do throws(TransportError) {
            _ = try await loader.load(address, as: purpose)
            return nil
        } catch {
            return error
        }
    }
}
