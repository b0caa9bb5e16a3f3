/// Identifiers of publications.
enum PublicationIdentifier {
    /// A UUID that follows from bytes (RFC 9562, §5.8: version 8), as a URN.
    static func urn(for bytes: some Sequence<UInt8>) -> String {
        var hash = digest(bytes)
        hash = hash & ~(0xf << 76) | 8 << 76  // version
        hash = hash & ~(0x3 << 62) | 2 << 62  // variant
        let digits = String(hash, radix: 16)
        let padded = Array(String(repeating: "0", count: 32 - digits.count) + digits)
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(padded[$0]) }
        return "urn:uuid:" + groups.joined(separator: "-")
    }

    /// FNV-1a, 128 bits.
    private static func digest(_ bytes: some Sequence<UInt8>) -> UInt128 {
        var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
        for byte in bytes {
            hash ^= UInt128(byte)
            hash &*= 0x0000_0000_0100_0000_0000_0000_0000_013b
        }
        return hash
    }
}
