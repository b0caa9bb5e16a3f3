extension StringProtocol {
    /// Whether the bytes of another text occur in this one, in a time that grows with the longer text only.
    ///
    /// The standard library's `contains` builds a search table each time, which costs more than most of the texts here
    /// are long.
    public func holds(_ text: String) -> Bool {
        let found = utf8.withContiguousStorageIfAvailable { bytes in
            unsafe text.utf8.withContiguousStorageIfAvailable { needle in unsafe ByteSearch(needle).occurs(in: bytes) }
        }
        return (found ?? nil) ?? contains(text)
    }
}

/// Looks for bytes in others.
private struct ByteSearch {
    private let needle: UnsafeBufferPointer<UInt8>
    /// Texts up to this many bytes are searched without preparation.
    private static let shortText = 2_048

    init(_ needle: UnsafeBufferPointer<UInt8>) { unsafe self.needle = unsafe needle }

    func occurs(in text: UnsafeBufferPointer<UInt8>) -> Bool {
        if needle.isEmpty { return true }
        guard needle.count <= text.count else { return false }
        let byLeaps = unsafe needle.count > 3 && text.count > Self.shortText ? leaping(through: text) : nil
        return unsafe byLeaps ?? stepping(through: text)
    }

    /// Boyer, Moore and Horspool's way: the byte under the needle's end says how far to leap. nil where the text nearly
    /// repeats the needle so often that comparing costs more than it saves.
    private func leaping(through text: UnsafeBufferPointer<UInt8>) -> Bool? {
        let last = needle.count - 1
        var leaps = [Int](repeating: needle.count, count: 256)
        for index in 0..<last { leaps[Int(unsafe needle[index])] = last - index }
        var start = 0
        var effort = text.count * 4
        while start <= text.count - needle.count {
            var offset = last
            while offset >= 0, unsafe text[start + offset] == needle[offset] { offset -= 1 }
            if offset < 0 { return true }
            effort -= last - offset
            if effort < 0 { return nil }
            start += leaps[Int(unsafe text[start + last])]
        }
        return false
    }

    /// Karp and Rabin's way: a sum of the bytes under the needle is carried along, and places with another sum are passed.
    private func stepping(through text: UnsafeBufferPointer<UInt8>) -> Bool {
        let factor: UInt64 = 0x100_0000_01B3
        var wanted: UInt64 = 0
        var sum: UInt64 = 0
        var highest: UInt64 = 1
        for index in needle.indices {
            wanted = unsafe wanted &* factor &+ UInt64(needle[index])
            sum = unsafe sum &* factor &+ UInt64(text[index])
            if index > 0 { highest = highest &* factor }
        }
        var start = 0
        while true {
            if sum == wanted, unsafe needle.elementsEqual(text[start..<start + needle.count]) { return true }
            guard start + needle.count < text.count else { return false }
            sum = unsafe (sum &- UInt64(text[start]) &* highest) &* factor &+ UInt64(text[start + needle.count])
            start += 1
        }
    }
}
