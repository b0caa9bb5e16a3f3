/// An encoding of one byte a character that ICU has no converter for: bytes below 0xA0 are Unicode's own.
struct SingleByteTable {
    /// What 0xA0 to 0xFF stand for.
    private let upper: [Unicode.Scalar]

    init(_ upper: String) {
        self.upper = Array(upper.unicodeScalars)
        precondition(self.upper.count == 0x60)
    }

    /// Encoding Standard, index ISO-8859-16: Romanian, and its neighbours.
    static let latin10 = SingleByteTable(
        "\u{A0}ĄąŁ€„Š§š©Ș«Ź\u{AD}źŻ"
            + "°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏ"
            + "ĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ")

    func utf8(_ bytes: [UInt8]) -> [UInt8] {
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(byte < 0xA0 ? Unicode.Scalar(byte) : upper[Int(byte) - 0xA0]) }
        return Array(String(text).utf8)
    }
}
