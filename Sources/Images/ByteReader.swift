/// Reads numbers from bytes; what lies beyond the end is nil.
struct ByteReader {
    let bytes: [UInt8]
    /// Where the bytes begin that offsets count from.
    let base: Int
    let count: Int
    var order = ByteOrder.bigEndian

    enum ByteOrder { case bigEndian, littleEndian }

    init(_ bytes: [UInt8], order: ByteOrder = .bigEndian) {
        self.bytes = bytes
        self.base = 0
        self.count = bytes.count
        self.order = order
    }

    private init(_ bytes: [UInt8], base: Int, count: Int, order: ByteOrder) {
        self.bytes = bytes
        self.base = base
        self.count = count
        self.order = order
    }

    /// A part of the bytes with offsets of its own; cut where it would reach beyond the end.
    func part(from offset: Int, count length: Int? = nil) -> ByteReader {
        let start = min(max(offset, 0), count)
        let end = length.map { min(start + max($0, 0), count) } ?? count
        return ByteReader(bytes, base: base + start, count: end - start, order: order)
    }

    /// The bytes of this part.
    var contents: [UInt8] { Array(bytes[base..<base + count]) }

    func byte(_ offset: Int) -> Int? {
        guard offset >= 0, offset < count else { return nil }
        return Int(bytes[base + offset])
    }

    func uint16(_ offset: Int) -> Int? { number(offset, size: 2) }
    func uint24(_ offset: Int) -> Int? { number(offset, size: 3) }
    func uint32(_ offset: Int) -> Int? { number(offset, size: 4) }

    private func number(_ offset: Int, size: Int) -> Int? {
        guard offset >= 0, offset <= count - size else { return nil }
        var value = 0
        for index in 0..<size {
            let position = order == .bigEndian ? index : size - 1 - index
            value = value << 8 | Int(bytes[base + offset + position])
        }
        return value
    }

    func starts(with prefix: [UInt8]) -> Bool {
        count >= prefix.count && bytes[base..<base + prefix.count].elementsEqual(prefix)
    }

    /// Whether ASCII text stands there.
    func matches(_ text: StaticString, at offset: Int) -> Bool {
        guard offset >= 0, offset <= count - text.utf8CodeUnitCount else { return false }
        let start = base + offset
        return text.withUTF8Buffer { unsafe bytes[start..<start + $0.count].elementsEqual($0) }
    }
}
