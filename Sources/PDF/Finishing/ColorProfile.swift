import Glibc

/// The ICC profile of sRGB (IEC 61966-2-1), made from its published numbers: primaries and white point adapted to D50,
/// and its transfer curve in parametric form (ICC.1:2010, version 4.3).
struct ColorProfile {
    /// The profile's bytes, always the same.
    static func sRGB() -> [UInt8] {
        let tags: [(String, [UInt8])] = [
            ("desc", unicode("sRGB")), ("cprt", unicode("No copyright: made from published numbers")),
            ("wtpt", xyz([0.9642, 1, 0.8249])), ("chad", adaptation), ("rXYZ", xyz([0.43607, 0.22249, 0.01392])),
            ("gXYZ", xyz([0.38515, 0.71687, 0.09708])), ("bXYZ", xyz([0.14307, 0.06061, 0.71410])),
            ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
        ]
        let tableSize = 4 + 12 * tags.count
        var table = word(UInt32(tags.count))
        var data: [UInt8] = []
        var places: [[UInt8]: Int] = [:]
        for (signature, element) in tags {
            // Equal elements are stored once.
            let place = places[element] ?? data.count
            if places[element] == nil {
                places[element] = place
                data += element + Array(repeating: 0, count: (4 - element.count % 4) % 4)
            }
            table += Array(signature.utf8) + word(UInt32(128 + tableSize + place)) + word(UInt32(element.count))
        }
        return header(size: 128 + tableSize + data.count) + table + data
    }

    /// ICC.1:2010, §7.2. The date is that of the sRGB standard's amendment, so that the bytes do not change.
    private static func header(size: Int) -> [UInt8] {
        var bytes = word(UInt32(size)) + word(0) + word(0x0430_0000)
        bytes += Array("mntrRGB XYZ ".utf8)
        for field: UInt16 in [2003, 1, 1, 0, 0, 0] { bytes += half(field) }
        bytes += Array("acsp".utf8) + word(0) + word(0) + word(0) + word(0) + word(0) + word(0) + word(0)
        bytes += [0.9642, 1, 0.8249].flatMap(fixed)
        return bytes + Array(repeating: 0, count: 128 - bytes.count)
    }

    /// Bradford adaptation from D65 to D50 (ICC.1:2010, annex E).
    private static let adaptation: [UInt8] =
        Array("sf32".utf8) + word(0)
        + [1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01708, -0.00925, 0.01508, 0.75168].flatMap(fixed)

    /// Function type 3: (a x + b) to the power g from d on, c x below.
    private static let curve: [UInt8] =
        Array("para".utf8) + word(0) + half(3) + half(0)
        + [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045].flatMap(fixed)

    private static func xyz(_ values: [Double]) -> [UInt8] { Array("XYZ ".utf8) + word(0) + values.flatMap(fixed) }

    private static func unicode(_ text: String) -> [UInt8] {
        let units = text.utf16.flatMap(half)
        return Array("mluc".utf8) + word(0) + word(1) + word(12) + Array("enUS".utf8) + word(UInt32(units.count))
            + word(28) + units
    }

    /// s15Fixed16Number
    private static func fixed(_ value: Double) -> [UInt8] {
        word(UInt32(bitPattern: Int32((value * 65536).rounded())))
    }

    private static func word(_ value: UInt32) -> [UInt8] {
        [UInt8(value >> 24), UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)]
    }

    private static func half(_ value: UInt16) -> [UInt8] { [UInt8(value >> 8), UInt8(value & 0xFF)] }
}
