#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Asks the system's resolver for the addresses of a host.
enum HostLookup {
    /// All addresses of a name, or of a number in any form that the system takes; empty where there are none.
    static func addresses(of host: String) async -> [IPAddress] {
        let name = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        return await withCheckedContinuation { continuation in
            let runs = DetachedThread.run { continuation.resume(returning: lookUp(name)) }
            if !runs { continuation.resume(returning: []) }
        }
    }

    /// The address that a host is by itself: `127.0.0.1`, but `0x7f.1` and `2130706433` as well; nil for a name.
    static func number(_ host: String) -> IPAddress? {
        if host.hasPrefix("[") {
            var bytes = in6_addr()
            guard unsafe inet_pton(AF_INET6, String(host.dropFirst().dropLast()), &bytes) == 1 else { return nil }
            return unsafe withUnsafeBytes(of: bytes) { unsafe IPAddress(bytes: $0) }
        }
        var bits = in_addr()
        return unsafe inet_aton(host, &bits) == 1 ? .v4(UInt32(bigEndian: bits.s_addr)) : nil
    }

    private static func lookUp(_ name: String) -> [IPAddress] {
        var hints = unsafe addrinfo()
        unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard unsafe getaddrinfo(name, nil, &hints, &list) == 0 else { return [] }
        defer { unsafe freeaddrinfo(list) }
        var addresses: [IPAddress] = []
        var entry = unsafe list
        while let current = unsafe entry {
            if let address = unsafe IPAddress(current.pointee.ai_addr) { addresses.append(address) }
            unsafe entry = current.pointee.ai_next
        }
        return addresses
    }
}

extension IPAddress {
    /// From a socket's address; nil where that is of another family.
    fileprivate init?(_ address: UnsafeMutablePointer<sockaddr>) {
        switch unsafe Int32(address.pointee.sa_family) {
        case AF_INET:
            let bits = unsafe UnsafeRawPointer(address).load(as: sockaddr_in.self).sin_addr.s_addr
            self = .v4(UInt32(bigEndian: bits))
        case AF_INET6:
            let bytes = unsafe UnsafeRawPointer(address).load(as: sockaddr_in6.self).sin6_addr
            guard let address = unsafe withUnsafeBytes(of: bytes, { unsafe IPAddress(bytes: $0) }) else { return nil }
            self = address
        default: return nil
        }
    }
}
