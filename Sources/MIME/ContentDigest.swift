/// A hash of bytes for names that must be the same for the same content and differ otherwise; not for security.
public struct ContentDigest: Hashable, Sendable {
    /// FNV-1a, 128 bits (draft-eastlake-fnv).
    public let value: UInt128

    public init(_ bytes: some Sequence<UInt8>) {
        var hash = Self.offsetBasis
        for byte in bytes {
            hash ^= UInt128(byte)
            hash &*= Self.prime
        }
        value = hash
    }

    /// Lower-case letters and digits.
    public var text: String { String(value, radix: 36) }

    private static let offsetBasis: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
    private static let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013b
}

/// The line that separates the parts of a multipart entity (RFC 2046, §5.1.1).
enum Boundary {
    /// A boundary that follows from the parts. `=_` stands in no quoted-printable or base64 body (RFC 2045, §6.7), and the
    /// digest keeps nested boundaries apart.
    static func text(for parts: [[UInt8]]) -> String {
        "=_" + ContentDigest(parts.joined()).text
    }
}
