/// Files of pictures put together by hand, for what no encoder at hand writes.
public enum PNGFile {
    /// A PNG of chunks; the pixels' rows, each behind its filter byte, are stored without compression.
    public static func bytes(
        width: Int, height: Int, bitDepth: UInt8 = 8, colorType: UInt8 = 2, before: [[UInt8]] = [], rows: [[UInt8]]
    ) -> [UInt8] {
        let header = number(width) + number(height) + [bitDepth, colorType, 0, 0, 0]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header) + before.flatMap { $0 }
            + chunk("IDAT", stored(rows.flatMap { [0] + $0 })) + chunk("IEND", [])
    }

    /// Length, name, data and checksum (PNG, §5.3).
    public static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let content = Array(name.utf8) + data
        return number(data.count) + content + number(Int(crc(content)))
    }

    /// `iCCP` with a profile (§11.3.2.3).
    public static func profileChunk(_ profile: [UInt8]) -> [UInt8] {
        chunk("iCCP", Array("p".utf8) + [0, 0] + stored(profile))
    }

    /// `eXIf` that says nothing but the orientation.
    public static func orientationChunk(_ orientation: UInt8) -> [UInt8] {
        chunk(
            "eXIf",
            Array("MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0])
    }

    private static func number(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(value >> $0 & 255) }
    }

    /// zlib's form of stored blocks (RFC 1950 and RFC 1951, §3.2.4).
    private static func stored(_ data: [UInt8]) -> [UInt8] {
        var result: [UInt8] = [0x78, 0x01]
        var start = 0
        repeat {
            let part = data[start..<min(start + 65_535, data.count)]
            start += part.count
            let count = part.count
            result += [start == data.count ? 1 : 0, UInt8(count & 255), UInt8(count >> 8)]
            result += [UInt8(~count & 255), UInt8(~count >> 8 & 255)] + part
        } while start < data.count
        var (a, b) = (1, 0)
        for byte in data {
            a = (a + Int(byte)) % 65_521
            b = (b + a) % 65_521
        }
        return result + number(b << 16 | a)
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 != 0 ? 0xEDB8_8320 ^ crc >> 1 : crc >> 1 }
        }
        return ~crc
    }
}

/// ICC profiles (ICC.1) of a matrix and one curve, the smallest that say what colours are.
public enum ColorProfileFile {
    /// The primaries of Display P3 with a gamma of 2.2, which reach farther than sRGB's.
    public static let wide = rgb(
        red: (0.5151, 0.2412, -0.0011), green: (0.2919, 0.6922, 0.0419), blue: (0.1572, 0.0666, 0.7841), gamma: 2.2)

    /// sRGB's primaries and nearly its curve.
    public static let standard = rgb(
        red: (0.4361, 0.2225, 0.0139), green: (0.3851, 0.7169, 0.0971), blue: (0.1431, 0.0606, 0.7141), gamma: nil)

    /// A gray with a gamma of 1.0.
    public static let linearGray = profile(space: "GRAY", [("wtpt", xyz((0.9642, 1, 0.8249))), ("kTRC", curve(1))])

    /// A JPEG with the profile behind its first marker.
    public static func insert(_ profile: [UInt8], intoJPEG jpeg: [UInt8]) -> [UInt8] {
        let payload = Array("ICC_PROFILE\0".utf8) + [1, 1] + profile
        let length = payload.count + 2
        return Array(jpeg[..<2]) + [0xFF, 0xE2, UInt8(length >> 8), UInt8(length & 255)] + payload + jpeg[2...]
    }

    private typealias XYZ = (Double, Double, Double)

    private static func rgb(red: XYZ, green: XYZ, blue: XYZ, gamma: Double?) -> [UInt8] {
        let curve = gamma.map(curve) ?? standardCurve()
        return profile(
            space: "RGB ",
            [
                ("wtpt", xyz((0.9642, 1, 0.8249))), ("rXYZ", xyz(red)), ("gXYZ", xyz(green)), ("bXYZ", xyz(blue)),
                ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
            ])
    }

    private static func profile(space: String, _ tags: [(String, [UInt8])]) -> [UInt8] {
        var table = number(tags.count)
        var data: [UInt8] = []
        let start = 128 + 4 + 12 * tags.count
        for (name, content) in tags {
            table += Array(name.utf8) + number(start + data.count) + number(content.count)
            data += content
        }
        var header = number(start + data.count) + number(0) + [2, 0x40, 0, 0]
        header += Array("mntr\(space)XYZ ".utf8) + Array(repeating: 0, count: 12) + Array("acsp".utf8)
        header += Array(repeating: 0, count: 28) + fixed(0.9642) + fixed(1) + fixed(0.8249)
        header += Array(repeating: 0, count: 128 - header.count)
        return header + table + data
    }

    private static func xyz(_ value: XYZ) -> [UInt8] {
        Array("XYZ ".utf8) + [0, 0, 0, 0] + fixed(value.0) + fixed(value.1) + fixed(value.2)
    }

    private static func curve(_ gamma: Double) -> [UInt8] {
        let fraction = Int((gamma * 256).rounded())
        return Array("curv".utf8) + [0, 0, 0, 0, 0, 0, 0, 1, UInt8(fraction >> 8), UInt8(fraction & 255), 0, 0]
    }

    /// IEC 61966-2-1's curve in 256 steps.
    private static func standardCurve() -> [UInt8] {
        var bytes = Array("curv".utf8) + [0, 0, 0, 0] + number(256)
        for step in 0..<256 {
            let value = Double(step) / 255
            let linear = value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055)
            let entry = Int((linear * 65_535).rounded())
            bytes += [UInt8(entry >> 8), UInt8(entry & 255)]
        }
        return bytes
    }

    /// To the power of 2.4, which is 12 fifths.
    private static func power(_ base: Double) -> Double {
        var root = base
        for _ in 0..<60 { root -= (root * root * root * root * root - base) / (5 * root * root * root * root) }
        return base * base * root * root
    }

    private static func fixed(_ value: Double) -> [UInt8] { number(Int((value * 65_536).rounded())) }

    private static func number(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}
