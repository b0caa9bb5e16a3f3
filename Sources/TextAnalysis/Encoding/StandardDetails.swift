/// Where ICU's converters decode otherwise than the Encoding Standard's indexes say.
enum StandardDetails {
    /// Bytes as ICU's converter wants them: a lone 0x80 of GBK is the euro sign (Encoding Standard, §10.2.1).
    static func prepared(_ bytes: [UInt8], _ encoding: CharacterEncoding) -> [UInt8] {
        guard encoding.name == "GBK" || encoding.name == "gb18030", bytes.contains(0x80) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 8)
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            if lead == 0x80 {
                result += [0xA2, 0xE3]
                index += 1
            } else {
                let isFour = index + 1 < bytes.count && (0x30...0x39).contains(bytes[index + 1])
                let end = min(bytes.count, index + (lead < 0x80 || lead == 0xFF ? 1 : isFour ? 4 : 2))
                result += bytes[index..<end]
                index = end
            }
        }
        return result
    }

    /// Characters as the standard's index has them.
    static func corrected(_ units: [UInt16], _ encoding: CharacterEncoding) -> [UInt16] {
        guard let table = corrections[encoding.name] else { return units }
        return units.map { table[$0] ?? $0 }
    }

    /// JIS X 0208 as Microsoft maps it, and KOI8-U with the letters of Belarusian.
    private static let corrections: [String: [UInt16: UInt16]] = [
        "EUC-JP": japanese, "ISO-2022-JP": japanese, "KOI8-U": koi8,
    ]

    private static let japanese: [UInt16: UInt16] = [
        0x301C: 0xFF5E, 0x2212: 0xFF0D, 0x2016: 0x2225, 0x2014: 0x2015, 0x00A2: 0xFFE0, 0x00A3: 0xFFE1,
        0x00AC: 0xFFE2,
    ]

    private static let koi8: [UInt16: UInt16] = [0x255D: 0x045E, 0x256C: 0x040E]
}
