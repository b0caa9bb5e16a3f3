/// An address of the internet protocol, version 4 or 6.
public enum IPAddress: Hashable, Sendable {
    case v4(UInt32)
    /// The high and the low half.
    case v6(UInt64, UInt64)

    /// From 4 or 16 bytes in network order; nil for any other number.
    init?(bytes: some Collection<UInt8>) {
        switch bytes.count {
        case 4: self = .v4(bytes.reduce(0) { $0 << 8 | UInt32($1) })
        case 16:
            self = .v6(
                bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) },
                bytes.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) })
        default: return nil
        }
    }
}

extension IPAddress: CustomStringConvertible {
    /// `192.0.2.1` or `2001:db8::1` (RFC 5952).
    public var description: String {
        switch self {
        case .v4(let bits): [24, 16, 8, 0].map { String(bits >> $0 & 0xFF) }.joined(separator: ".")
        case .v6(let high, let low):
            Self.text(of: [high, low].flatMap { half in [48, 32, 16, 0].map { half >> $0 & 0xFFFF } })
        }
    }

    /// Eight groups, the first of the longest runs of zeros left out.
    private static func text(of groups: [UInt64]) -> String {
        var longest = 0..<0
        for start in groups.indices {
            let run = start..<start + groups[start...].prefix { $0 == 0 }.count
            if run.count > max(longest.count, 1) { longest = run }
        }
        let texts = groups.map { String($0, radix: 16) }
        guard !longest.isEmpty else { return texts.joined(separator: ":") }
        return texts[..<longest.lowerBound].joined(separator: ":") + "::"
            + texts[longest.upperBound...].joined(separator: ":")
    }
}

extension IPAddress {
    /// What an address that is not for everyone is for.
    public enum Purpose: String, Hashable, Sendable {
        case unspecified
        case loopback
        case `private`
        case linkLocal = "link-local"
        /// Between a provider and its customers (RFC 6598).
        case shared = "provider-internal"
        case multicast
        /// Where machines in a data centre ask who they are.
        case metadata
        /// For protocols, documentation, measurements, or for nothing yet.
        case reserved
    }

    /// nil where the address is anyone's on the internet: what IANA's special-purpose registries (RFC 6890) do not list
    /// as unreachable. An address that carries another in it has the purpose of that one.
    public var purpose: Purpose? {
        switch self {
        case .v4(let bits): Self.purposeV4(bits)
        case .v6(let high, let low): Self.purposeV6(high, low)
        }
    }

    private static func purposeV4(_ bits: UInt32) -> Purpose? {
        if metadataV4.contains(bits) { return .metadata }
        return networksV4.first { bits >> (32 - $0.length) == $0.network >> (32 - $0.length) }?.purpose
    }

    /// Amazon, Azure, Google, Oracle, Alibaba; some lie in no listed network.
    private static let metadataV4: Set<UInt32> = [0xA9FE_A9FE, 0xA83F_8110, 0xC000_00C0, 0x6464_64C8]

    private static let networksV4: [(network: UInt32, length: Int, purpose: Purpose)] = [
        (0x0000_0000, 8, .unspecified),  // 0.0.0.0/8
        (0x0A00_0000, 8, .private),  // 10.0.0.0/8
        (0x6440_0000, 10, .shared),  // 100.64.0.0/10
        (0x7F00_0000, 8, .loopback),  // 127.0.0.0/8
        (0xA9FE_0000, 16, .linkLocal),  // 169.254.0.0/16
        (0xAC10_0000, 12, .private),  // 172.16.0.0/12
        (0xC000_0000, 24, .reserved),  // 192.0.0.0/24
        (0xC000_0200, 24, .reserved),  // 192.0.2.0/24
        (0xC058_6300, 24, .reserved),  // 192.88.99.0/24
        (0xC0A8_0000, 16, .private),  // 192.168.0.0/16
        (0xC612_0000, 15, .reserved),  // 198.18.0.0/15
        (0xC633_6400, 24, .reserved),  // 198.51.100.0/24
        (0xCB00_7100, 24, .reserved),  // 203.0.113.0/24
        (0xE000_0000, 4, .multicast),  // 224.0.0.0/4
        (0xF000_0000, 4, .reserved),  // 240.0.0.0/4, the broadcast address in it
    ]

    private static func purposeV6(_ high: UInt64, _ low: UInt64) -> Purpose? {
        if high == 0 {
            switch low {
            case 0: return .unspecified
            case 1: return .loopback
            case _ where low >> 32 == 0xFFFF: return purposeV4(UInt32(truncatingIfNeeded: low))  // ::ffff:0:0/96
            default: return .reserved  // ::/96 and the rest of ::/64
            }
        }
        if high == 0xFD00_0EC2_0000_0000, low == 0x254 { return .metadata }
        // 64:ff9b::/96, translation to version 4 (RFC 6052); 64:ff9b:1::/48 is for use inside a network.
        if high == 0x0064_FF9B_0000_0000, low >> 32 == 0 { return purposeV4(UInt32(truncatingIfNeeded: low)) }
        if high >> 57 == 0xFC >> 1 { return .private }  // fc00::/7
        if high >> 54 == 0xFE80 >> 6 { return .linkLocal }  // fe80::/10
        if high >> 54 == 0xFEC0 >> 6 { return .private }  // fec0::/10
        if high >> 56 == 0xFF { return .multicast }  // ff00::/8
        guard high >> 61 == 1 else { return .reserved }  // 2000::/3 is all that is given out
        if high >> 41 == 0x2001_0000_0000_0000 >> 41 { return .reserved }  // 2001::/23, Teredo's 2001::/32 in it
        if high >> 32 == 0x2001_0DB8 { return .reserved }  // 2001:db8::/32
        if high >> 44 == 0x3FFF0 { return .reserved }  // 3fff::/20
        if high >> 48 == 0x2002 { return purposeV4(UInt32(truncatingIfNeeded: high >> 16)) }  // 2002::/16, 6to4
        // ISATAP (RFC 5214, §6.1): the interface identifier carries an address of version 4.
        if low >> 32 & ~0x0200_0000 == 0x5EFE { return purposeV4(UInt32(truncatingIfNeeded: low)) }
        return nil
    }
}
