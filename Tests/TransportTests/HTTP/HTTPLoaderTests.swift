import FoundationEssentials
import Synchronization
import TestSupport
import Testing

@testable import Transport

@Suite struct HTTPLoaderTests {
    private let fixture = WebFixture.local

    @Test func bringsBytesMediaTypeEncodingAndTheFinalAddress() async throws {
        let server = try LoopbackServer { request in
            request.target == "/old"
                ? .redirect("sub/../new?a=b#c")
                : .init(200, ["Content-Type: Text/HTML; Charset=\"windows-1252\""], body: [0xE9])
        }
        let loaded = try await fixture.load(server.address("/old"))
        #expect(loaded.bytes == [0xE9])
        #expect(loaded.mediaType == "text/html")
        #expect(loaded.encoding == "windows-1252")
        #expect(loaded.address == server.address("/new?a=b"))
    }

    @Test func saysWhoItIsAndWhatItWants() async throws {
        let server = try LoopbackServer { _ in .text("x") }
        _ = try await fixture.load(server.address())
        _ = try await fixture.load(server.address(), as: .picture)
        let fields = server.requests.map(\.fields)
        #expect(fields[0]["user-agent"]?.contains("Offprint") == true)
        #expect(fields[0]["accept"]?.hasPrefix("text/html") == true)
        #expect(fields[1]["accept"]?.hasPrefix("image/") == true)
        #expect(fields[0]["accept-encoding"]?.contains("gzip") == true)
        #expect(fields[0]["referer"] == nil && fields[0]["cookie"] == nil)
    }

    @Test func tellsPicturesHostsWhatPageNeedsThem() async throws {
        let server = try LoopbackServer { _ in .text("x") }
        let session = try HTTPSession(fixture.options)
        let budget = FetchBudget(fixture.options)
        for page in ["http://a.example/story?secret", "https://a.example/story", nil] {
            let loader = session.loader(for: nil, page: page, budget: budget)
            _ = try await loader.load(server.address(), as: .picture)
            _ = try await loader.load(server.address(), as: .page)
        }
        let sent = server.requests.map { $0.fields["referer"] }
        #expect(sent == ["http://a.example/", nil, nil, nil, nil, nil])
    }

    // MARK: Redirects

    @Test func followsFiveRedirects() async throws {
        let server = try LoopbackServer { request in
            let left = Int(request.target.dropFirst()) ?? 0
            return left > 0 ? .redirect("/\(left - 1)", [301, 302, 303, 307, 308][left % 5]) : .text("there")
        }
        #expect(try await fixture.text(server.address("/5")) == "there")
        let error = try #require(try await fixture.error(server.address("/6")))
        #expect(error.message.contains("more than 5 times"))
    }

    @Test func endsAtALoopOfRedirects() async throws {
        let server = try LoopbackServer { $0.target == "/a" ? .redirect("/b") : .redirect("/a") }
        #expect(try await fixture.error(server.address("/a"))?.code == .noAnswer)
        #expect(server.requests.count == 6)
    }

    @Test func takesARedirectToNowhereForAnError() async throws {
        let server = try LoopbackServer { _ in .init(302) }
        #expect(try await fixture.error(server.address())?.code == .denied)
    }

    @Test func carriesAServersCookieToTheNextHopOnly() async throws {
        let server = try LoopbackServer { request in
            request.fields["cookie"] == "visit=1" ? .text("in") : .init(302, ["Location: /", "Set-Cookie: visit=1"])
        }
        let loader = try fixture.loader()
        #expect(try await loader.load(server.address(), as: .page).bytes == Array("in".utf8))
        _ = try await loader.load(server.address(), as: .page)
        #expect(server.requests.map { $0.fields["cookie"] } == [nil, "visit=1", nil, "visit=1"])
    }

    // MARK: Secrets

    @Test func sendsFieldsToTheInputsOwnHostOnly() async throws {
        let other = try LoopbackServer { _ in .text("other") }
        let server = try LoopbackServer { request in
            switch request.target {
            case "/away": .redirect(other.address("/"))
            case "/near": .redirect("/here")
            default: .text("here")
            }
        }
        var fixture = fixture
        fixture.options.headers = [
            try #require(HTTPField("Authorization: Bearer abc")), try #require(HTTPField("X-A:1")),
        ]
        fixture.input = server.address("/near")
        for path in ["/near", "/away"] { _ = try await fixture.load(server.address(path)) }
        _ = try await fixture.load(other.address("/picture"), as: .picture)
        // The same machine by another name is another origin.
        _ = try await fixture.load(server.address("/x", host: "localhost"))
        let sent = server.requests.filter { $0.fields["host"]?.hasPrefix("127.0.0.1") == true }
        #expect(
            sent.count == 3 && sent.allSatisfy { $0.fields["authorization"] == "Bearer abc" && $0.fields["x-a"] == "1" }
        )
        let rest = server.requests.filter { $0.fields["host"]?.hasPrefix("localhost") == true } + other.requests
        #expect(rest.count == 3 && rest.allSatisfy { $0.fields["authorization"] == nil && $0.fields["x-a"] == nil })
    }

    @Test(arguments: ["Host: a", "No colon", ": a", "A b: c", "A: b\r\nC: d", "A:", "Content-Length: 3", "Ä: b"])
    func refusesFieldsThatCannotBeSent(text: String) { #expect(HTTPField(text) == nil) }

    @Test func sendsCookiesOfAPrivateFileToTheirHosts() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/cookies.txt"
        let line = "127.0.0.1\tFALSE\t/\tFALSE\t4000000000\tsession\tabc"
        let lines = "# Netscape HTTP Cookie File\n\n\(line)\nexample.org\tTRUE\t/\tTRUE\t0\tother\tx\n"
        _ = FileManager.default.createFile(
            atPath: path, contents: Data(lines.utf8), attributes: [.posixPermissions: 0o600])
        let server = try LoopbackServer { _ in .text("x") }
        var fixture = fixture
        fixture.options.cookieFile = path
        _ = try await fixture.load(server.address())
        _ = try await fixture.load(server.address(host: "127.0.0.2").replacing("127.0.0.2", with: "localhost"))
        #expect(server.requests.map { $0.fields["cookie"] } == ["session=abc", nil])
    }

    @Test(arguments: [0o644, 0o640, 0o604, 0o620, 0o602]) func refusesACookieFileOfOthers(mode: Int) async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/cookies.txt"
        _ = FileManager.default.createFile(atPath: path, contents: Data(), attributes: [.posixPermissions: mode])
        let error = #expect(throws: TransportError.self) { try CookieFile(path: path) }
        #expect(error?.code == .refused)
        #expect(error?.remedy == "chmod 600 \(path)")
    }

    @Test(arguments: ["ALL", "Set-Cookie: a=b", "a\tb", "d\tTRUE\t/\tFALSE\t0\tn\tv\tx", "d\tYES\t/\tFALSE\t0\tn\tv"])
    func refusesACookieFileThatIsNone(line: String) {
        let error = #expect(throws: TransportError.self) { try CookieFile(text: "\n" + line, path: "c") }
        #expect(error?.message.hasPrefix("line 2 ") == true)
        #expect(error?.message.contains("a=b") == false)
    }

    // MARK: What is not there, or not wanted

    @Test(arguments: [
        (404, TransportError.Code.notFound), (410, .notFound), (401, .denied), (403, .denied), (429, .denied),
        (500, .denied), (503, .denied), (204, .notFound), (304, .denied), (418, .denied), (300, .denied),
    ])
    func saysWhatAStatusMeans(status: Int, code: TransportError.Code) async throws {
        let server = try LoopbackServer { _ in .init(status, body: status == 204 || status == 304 ? [] : [1, 2, 3]) }
        let error = try #require(try await fixture.error(server.address()))
        #expect(error.code == code)
        #expect(error.message.contains(String(status)))
    }

    @Test(arguments: ["application/pdf", "image/png", "video/mp4", "audio/mpeg", "font/woff2", "application/zip"])
    func takesNoPageOfAnotherKind(type: String) async throws {
        let server = try LoopbackServer { _ in
            .init(200, ["Content-Type: \(type)"], body: Array(repeating: 1, count: 9))
        }
        #expect(try await fixture.error(server.address())?.code == .wrongKind)
        #expect(try await fixture.error(server.address(), as: .picture) == nil)
    }

    @Test func saysThatAHostIsNotThere() async throws {
        let error = try #require(try await fixture.error("http://nothing.invalid/"))
        #expect(error.code == .noAnswer && error.message.contains("nothing.invalid"))
        // Nobody listens at a port that was just given back.
        #expect(try await fixture.error("http://127.0.0.1:1/")?.code == .noAnswer)
    }

    @Test(arguments: ["", "SSH-2.0-x\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc", "\u{0}\u{1}\u{2}"])
    func takesABrokenAnswerForNone(raw: String) async throws {
        let server = try LoopbackServer { _ in .init(raw: Array(raw.utf8)) }
        #expect(try await fixture.error(server.address())?.code == .noAnswer)
    }

    @Test func readsNoFurtherThanTheLengthThatIsTold() async throws {
        let server = try LoopbackServer { _ in
            .init(raw: Array("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef".utf8))
        }
        #expect(try await fixture.text(server.address()) == "abc")
    }

    @Test func heedsTheLastOfSeveralHeads() async throws {
        let raw =
            "HTTP/1.1 103 Early\r\nContent-Type: image/png\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nx"
        let server = try LoopbackServer { _ in .init(raw: Array(raw.utf8)) }
        #expect(try await fixture.load(server.address()).mediaType == "text/plain")
    }

    // MARK: Limits

    @Test func endsAnAnswerThatIsTooLong() async throws {
        let server = try LoopbackServer { request in
            var answer = LoopbackServer.Answer.text(String(repeating: "a", count: 100_000))
            answer.tellsLength = request.target != "/untold"
            return answer
        }
        var fixture = fixture
        fixture.options.maximumBytes = 50_000
        for path in ["/", "/untold"] { #expect(try await fixture.error(server.address(path))?.code == .tooLarge) }
        fixture.options.maximumBytes = 100_000
        #expect(try await fixture.error(server.address()) == nil)
    }

    @Test func countsBytesAsTheyAreUnpacked() async throws {
        let folder = try TemporaryFolder()
        let made = try runShell(
            "head -c 20000000 /dev/zero | gzip -9 > bomb.gz; printf packed | gzip > small.gz", in: folder.path)
        #expect(made.exitCode == 0)
        let bomb = [UInt8](try Data(contentsOf: URL(filePath: folder.path + "/bomb.gz")))
        let small = [UInt8](try Data(contentsOf: URL(filePath: folder.path + "/small.gz")))
        #expect(bomb.count < 30_000)
        let server = try LoopbackServer { request in
            let fields = ["Content-Type: text/html", "Content-Encoding: gzip"]
            return switch request.target {
            case "/bomb": .init(200, fields, body: bomb)
            case "/small": .init(200, fields, body: small)
            default: .init(200, fields, body: Array("not packed".utf8))
            }
        }
        var fixture = fixture
        fixture.options.maximumBytes = 1_000_000
        #expect(try await fixture.error(server.address("/bomb"))?.code == .tooLarge)
        #expect(try await fixture.text(server.address("/small")) == "packed")
        #expect(try await fixture.error(server.address("/broken"))?.code == .noAnswer)
    }

    @Test func endsAHeadThatIsTooLong() async throws {
        let fields = (0..<400).map { "X-\($0): " + String(repeating: "a", count: 1_000) }
        let server = try LoopbackServer { _ in .init(200, fields) }
        #expect(try await fixture.error(server.address())?.code == .noAnswer)
    }

    @Test func waitsNoLongerThanItMay() async throws {
        let server = try LoopbackServer { request in
            request.target == "/silent"
                ? .init(delay: 300) : .init(body: Array(repeating: 0x61, count: 1_000), pace: 1)
        }
        var fixture = fixture
        fixture.options.seconds = 0.5
        for path in ["/silent", "/slow"] {
            let start = ContinuousClock.now
            let error = try #require(try await fixture.error(server.address(path)))
            #expect(error.code == .timeout && error.remedy == "--max-time gives more", "\(error)")
            #expect(ContinuousClock.now - start < .seconds(200))
        }
    }

    @Test func givesUpOnAHostThatIsNotReached() async throws {
        let queue = try FullQueue()
        var fixture = fixture
        fixture.options.connectSeconds = 0.3
        let error = try #require(try await fixture.error("http://127.0.0.1:\(queue.port)/"))
        #expect(error.code == .timeout && error.message == "127.0.0.1 does not answer in time", "\(error)")
        #expect(queue.port > 0)
    }

    /// Two requests side by side from 0 to 20 s, none until 100 s, one from then on.
    @Test func runsTheClockOnlyWhileSomethingIsFetched() throws {
        let start = ContinuousClock.now
        let seconds = Mutex(0.0)
        let budget = FetchBudget(HTTPOptions()) { start + .seconds(seconds.withLock { $0 }) }
        func at(_ time: Double) { seconds.withLock { $0 = time } }
        #expect(try budget.begin(for: "a").time == .seconds(30))
        at(5)
        #expect(try budget.begin(for: "b").time == .seconds(25))
        at(15)
        budget.end(bytes: 1)
        at(20)
        budget.end(bytes: 1)
        at(100)
        #expect(try budget.begin(for: "c").time == .seconds(10))
        at(110)
        budget.end(bytes: 1)
        at(200)
        let error = #expect(throws: TransportError.self) { try budget.begin(for: "d") }
        #expect(error?.code == .timeout)
    }

    @Test func limitsRequestsAndBytesOfAnArticle() async throws {
        let server = try LoopbackServer { _ in .init(body: Array(repeating: 0x61, count: 600)) }
        var fixture = fixture
        fixture.options.maximumRequests = 2
        var loader = try fixture.loader()
        for _ in 0..<2 { _ = try await loader.load(server.address()) }
        var error = await #expect(throws: TransportError.self) { try await loader.load(server.address()) }
        #expect(error?.code == .tooLarge)
        fixture.options.maximumRequests = 100
        fixture.options.maximumTotalBytes = 1_000
        loader = try fixture.loader()
        _ = try await loader.load(server.address())
        error = await #expect(throws: TransportError.self) { try await loader.load(server.address()) }
        #expect(error?.code == .tooLarge)
    }

    @Test func asksSeveralAtATimeAndNoMore() async throws {
        let server = try LoopbackServer { _ in .init(body: [1], delay: 0.1) }
        var fixture = fixture
        fixture.options.concurrency = 3
        let loader = try fixture.loader()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<12 {
                group.addTask { _ = try await loader.load(server.address("/\(number)")) }
            }
            try await group.waitForAll()
        }
        #expect(server.requests.count == 12)
        #expect(server.mostOpen > 1 && server.mostOpen <= 3, "\(server.mostOpen)")
    }

    @Test func endsWithTheTaskThatWantsIt() async throws {
        let server = try LoopbackServer { _ in .init(delay: 300) }
        let loader = try fixture.loader()
        let start = ContinuousClock.now
        let task = Task { try await loader.load(server.address()) }
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
        task.cancel()
        let result = await task.result
        #expect(throws: TransportError.self) { try result.get() }
        #expect(ContinuousClock.now - start < .seconds(200))
    }
}
