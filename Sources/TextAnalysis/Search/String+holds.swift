extension StringProtocol {
    /// Whether the bytes of another text occur in this one. The standard library's `contains` builds a search table
    /// each time, which costs more than most of the texts here are long.
    public func holds(_ text: String) -> Bool {
        let found = utf8.withContiguousStorageIfAvailable { bytes in
            unsafe text.utf8.withContiguousStorageIfAvailable { needle in unsafe Self.search(needle, in: bytes) }
        }
        return (found ?? nil) ?? contains(text)
    }

    private static func search(_ needle: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = unsafe needle.first else { return true }
        guard needle.count <= bytes.count else { return false }
        for start in 0...(bytes.count - needle.count) where unsafe bytes[start] == first {
            var offset = 1
            while offset < needle.count, unsafe bytes[start + offset] == needle[offset] { offset += 1 }
            if offset == needle.count { return true }
        }
        return false
    }
}
