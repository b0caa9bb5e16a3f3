extension TransportError {
    /// The error that a failed request means.
    init(
        _ failure: TransferOutcome.Failure, _ request: TransferRequest, _ budget: FetchBudget,
        _ head: ResponseHead = ResponseHead()
    ) {
        let address = request.address.text
        let host = request.address.host
        func error(_ code: Code, _ message: String, remedy: String? = nil) -> TransportError {
            TransportError(code: code, address: address, message: message, remedy: remedy)
        }
        switch failure {
        case .refused(let number, let purpose): self.init(refused: number, purpose, address: address)
        case .tooLarge:
            self = error(
                .tooLarge, "it is larger than \(request.maximumBytes) bytes", remedy: "--max-bytes raises the limit")
        case .longHead:
            self = error(.noAnswer, "the head of the answer has more than \(ResponseHead.maximumBytes) bytes")
        case .wrongKind:
            self = error(.wrongKind, "this is \(Self.name(of: head.mediaType)) and no page with an article")
        case .noHost: self = error(.noAnswer, "the host \(host) is not found")
        case .noProxy: self = error(.noAnswer, "the proxy's host is not found")
        case .noConnection: self = error(.noAnswer, "\(request.proxy == nil ? host : "the proxy") cannot be reached")
        case .slowHost: self = error(.timeout, "\(host) does not answer in time")
        case .timeout: self = budget.timeout(address)
        case .certificate(let words):
            self = error(.noAnswer, "the certificate of \(host) cannot be trusted\(Self.tail(words))")
        case .tls(let words):
            self = error(.noAnswer, "no encrypted connection to \(host) can be made\(Self.tail(words))")
        case .broken(let words): self = error(.noAnswer, "the answer of \(host) is broken\(Self.tail(words))")
        case .encoding: self = error(.noAnswer, "the answer of \(host) is compressed in a way that cannot be undone")
        case .address: self = error(.malformed, "this is no address of the web")
        case .cancelled: self = error(.cancelled, "it is not wanted any more")
        case .unavailable:
            self = error(.unavailable, "libcurl cannot be loaded, which fetches addresses", remedy: "install libcurl4")
        }
    }

    /// The error for a host that stands where only the user may send us.
    init(refused number: IPAddress, _ purpose: IPAddress.Purpose, address: String) {
        self.init(
            code: .refused, address: address,
            message: "its host is at the \(purpose.rawValue) address \(number), which is not read",
            remedy: "--allow-private does")
    }

    /// The error that a status means (RFC 9110, §15); nil where it means none.
    init?(status: Int, head: ResponseHead, address: String) {
        func error(_ code: Code, _ message: String, remedy: String? = nil) -> TransportError {
            TransportError(
                code: code, address: address, message: "\(message) (the server's answer is \(status))", remedy: remedy)
        }
        let secret = "--header or --cookie-file says who asks"
        switch status {
        case 200, 203: return nil
        case _ where head.redirect != nil: return nil
        case 204, 205: self = error(.notFound, "there is nothing at this address")
        case 404: self = error(.notFound, "there is nothing at this address")
        case 410: self = error(.notFound, "it is gone")
        case 401, 402: self = error(.denied, "the server wants to know who asks", remedy: secret)
        case 403:
            self = error(.denied, "the server does not let us read it", remedy: secret + ", --user-agent what program")
        case 407:
            self = error(.denied, "the proxy wants to know who asks", remedy: "as in --proxy http://name:password@host")
        case 429: self = error(.denied, "the server has had too many requests", remedy: "try again later")
        case 451: self = error(.denied, "the law forbids it")
        case 503: self = error(.denied, "the server is busy", remedy: "try again later")
        case 500...: self = error(.denied, "the server is broken", remedy: "try again later")
        default: self = error(.denied, "the server does not give it")
        }
    }

    /// The error for one who asked for another address, which led here.
    func reached(from address: String) -> TransportError {
        guard address != self.address else { return self }
        var error = self
        error.address = address
        error.message = "it leads to \(self.address): \(message)"
        return error
    }

    private static func tail(_ words: String) -> String { words.isEmpty ? "" : ": \(words)" }

    /// A media type in words.
    private static func name(of mediaType: String?) -> String {
        switch mediaType {
        case nil: "something unknown"
        case "application/pdf": "a PDF"
        case let type?:
            switch type.prefix(while: { $0 != "/" }) {
            case "image": "a picture (\(type))"
            case "video": "a film (\(type))"
            case "audio": "a recording (\(type))"
            case "font": "a font (\(type))"
            default: type
            }
        }
    }
}
