import Foundation
import Glibc
import Synchronization

/// A small HTTP server on this machine. It answers each request as its maker says, and remembers what was asked.
public final class LoopbackServer: Sendable {
    /// What was asked.
    public struct Request: Sendable {
        public var method: String
        /// Path and query; a whole address where the server is asked as a proxy.
        public var target: String
        /// Names in lower case.
        public var fields: [String: String]
    }

    /// What is answered, and how.
    public struct Answer: Sendable {
        public var status: Int
        public var fields: [String]
        public var body: [UInt8]
        /// Sent in place of all that, byte by byte as it stands.
        public var raw: [UInt8]?
        /// Seconds before the first byte.
        public var delay: Double
        /// Seconds after each byte of the body.
        public var pace: Double
        /// Whether the length of the body is told.
        public var tellsLength = true

        public init(
            _ status: Int = 200, _ fields: [String] = ["Content-Type: text/html"], body: [UInt8] = [],
            raw: [UInt8]? = nil, delay: Double = 0, pace: Double = 0
        ) {
            self.status = status
            self.fields = fields
            self.body = body
            self.raw = raw
            self.delay = delay
            self.pace = pace
        }

        public static func text(_ text: String, _ fields: String...) -> Answer {
            Answer(200, ["Content-Type: text/html; charset=utf-8"] + fields, body: Array(text.utf8))
        }

        public static func redirect(_ location: String, _ status: Int = 302) -> Answer {
            Answer(status, ["Location: \(location)"])
        }
    }

    private struct State {
        var requests: [Request] = []
        var connections = 0
        var open = 0
        var mostOpen = 0
    }

    public let host: String
    public let port: Int
    private let state = Mutex(State())
    private let answer: @Sendable (Request) -> Answer

    /// Listens on an address of this machine, at a port that is free.
    public init(host: String = "127.0.0.1", _ answer: @escaping @Sendable (Request) -> Answer) throws {
        self.host = host
        self.answer = answer
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        inet_pton(AF_INET, host, &address.sin_addr)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                Glibc.bind(listener, address, length) == 0 && listen(listener, 64) == 0
                    && getsockname(listener, address, &length) == 0
            }
        }
        guard bound else { throw POSIXError(.EADDRNOTAVAIL) }
        port = Int(UInt16(bigEndian: address.sin_port))
        signal(SIGPIPE, SIG_IGN)
        // It listens until the tests are over: a test's last mention of a server comes before the last request to it.
        Thread.detachNewThread { [self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                Thread.detachNewThread { self.serve(connection) }
            }
        }
    }

    /// An address of the server.
    public func address(_ path: String = "/", host: String? = nil) -> String {
        "http://\(host ?? self.host):\(port)\(path)"
    }

    /// Everything that was asked so far.
    public var requests: [Request] { state.withLock { $0.requests } }

    /// The targets of everything that was asked so far.
    public var targets: [String] { requests.map(\.target) }

    /// Connections that were made, whether anything was asked or not.
    public var connections: Int { state.withLock { $0.connections } }

    /// The most requests that waited for an answer at a time.
    public var mostOpen: Int { state.withLock { $0.mostOpen } }

    private func serve(_ connection: Int32) {
        defer { close(connection) }
        state.withLock { $0.connections += 1 }
        guard let request = readRequest(connection) else { return }
        state.withLock { state in
            state.requests.append(request)
            state.open += 1
            state.mostOpen = max(state.mostOpen, state.open)
        }
        let answer = answer(request)
        if answer.delay > 0 { Thread.sleep(forTimeInterval: answer.delay) }
        // Whoever asked may go on before this thread does.
        state.withLock { $0.open -= 1 }
        if let raw = answer.raw {
            _ = send(raw, to: connection)
            return
        }
        var head = "HTTP/1.1 \(answer.status) Answer\r\nConnection: close\r\n"
        for field in answer.fields { head += field + "\r\n" }
        if answer.tellsLength { head += "Content-Length: \(answer.body.count)\r\n" }
        guard send(Array((head + "\r\n").utf8), to: connection) else { return }
        guard answer.pace > 0 else {
            _ = send(answer.body, to: connection)
            return
        }
        for byte in answer.body {
            guard send([byte], to: connection) else { return }
            Thread.sleep(forTimeInterval: answer.pace)
        }
    }

    private func readRequest(_ connection: Int32) -> Request? {
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 4_096)
        while !bytes.suffix(4_100).contains(Array("\r\n\r\n".utf8)) {
            let count = read(connection, &part, part.count)
            guard count > 0, bytes.count < 1_000_000 else { return nil }
            bytes += part[..<count]
        }
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        let words = lines.first?.split(separator: " ").map(String.init) ?? []
        guard words.count == 3 else { return nil }
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            fields[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        }
        return Request(method: words[0], target: words[1], fields: fields)
    }

    private func send(_ bytes: [UInt8], to connection: Int32) -> Bool {
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes { write(connection, $0.baseAddress! + start, $0.count - start) }
            guard count > 0 else { return false }
            start += count
        }
        return true
    }
}
