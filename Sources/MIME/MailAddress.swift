/// A mailbox: an address, and the name it is shown by (RFC 5322, §3.4).
public struct MailAddress: Hashable, Sendable {
    public var name: String?
    public var address: String

    public init(name: String? = nil, address: String) {
        self.name = name
        self.address = address
    }

    /// A mailbox from `Name <address>` or a bare address; nil where there is no `local@domain` in ASCII.
    public init?(_ text: String) {
        let text = text.trimmingSpaces
        if text.hasSuffix(">"), let open = text.lastIndex(of: "<") {
            address = String(text[text.index(after: open)...].dropLast()).trimmingSpaces
            var name = String(text[..<open]).trimmingSpaces
            if name.count > 1, name.hasPrefix("\""), name.hasSuffix("\"") { name = String(name.dropFirst().dropLast()) }
            self.name = name.isEmpty ? nil : name
        } else {
            address = text
        }
        let halves = address.split(separator: "@", omittingEmptySubsequences: false)
        let isPlain = address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f && !"<>,;:\"()[]\\".utf8.contains($0) }
        guard halves.count == 2, isPlain, halves.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") && !$0.hasSuffix(".") })
        else { return nil }
    }

    /// The words that a field is folded between.
    func words(closing: String) -> [String] {
        guard let name, !name.isEmpty else { return [address + closing] }
        return EncodedWord.words(ofPhrase: name) + ["<\(address)>" + closing]
    }
}

extension StringProtocol {
    /// Without white space at either end.
    var trimmingSpaces: String {
        guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[start...end])
    }
}
