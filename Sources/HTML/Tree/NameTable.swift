/// Element and attribute names by number; the known names come first.
struct NameTable: Sendable {
    private(set) var names = KnownNames.all
    /// Numbers by hash, open addressing; -1 is free.
    private var slots: [Int32]

    init() { slots = Self.knownSlots }

    /// The number of a name, which gets one if it has none.
    mutating func number(_ name: String) -> Int32 {
        var name = name
        return name.withUTF8 { unsafe number($0) }
    }

    /// The number of a name given in UTF-8.
    mutating func number(_ utf8: UnsafeBufferPointer<UInt8>) -> Int32 {
        var slot = unsafe Int(Self.hash(utf8)) & (slots.count - 1)
        while slots[slot] >= 0 {
            let known = slots[slot]
            if unsafe names[Int(known)].utf8.elementsEqual(utf8) { return known }
            slot = (slot + 1) & (slots.count - 1)
        }
        let number = Int32(names.count)
        names.append(unsafe String(decoding: utf8, as: UTF8.self))
        slots[slot] = number
        if names.count * 2 > slots.count { slots = Self.slots(for: names, capacity: slots.count * 2) }
        return number
    }

    private static let knownSlots = slots(for: KnownNames.all, capacity: 1_024)

    private static func slots(for names: [String], capacity: Int) -> [Int32] {
        var slots = [Int32](repeating: -1, count: capacity)
        for (number, name) in names.enumerated() {
            var name = name
            var slot = name.withUTF8 { unsafe Int(hash($0)) } & (capacity - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = Int32(number)
        }
        return slots
    }

    /// FNV-1a.
    private static func hash(_ utf8: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        for index in utf8.indices { hash = (hash ^ UInt32(unsafe utf8[index])) &* 16_777_619 }
        return hash
    }
}
