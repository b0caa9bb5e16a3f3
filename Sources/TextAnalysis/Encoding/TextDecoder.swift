internal import CICU
public import Diagnostics

/// Bytes of an unknown or named encoding → UTF-8, in the order of HTML's encoding sniffing (HTML, §13.2.3.2).
public struct TextDecoder: Sendable {
    /// Whether `<meta>` elements near the start are looked at.
    public var readsMeta: Bool

    public init(readsMeta: Bool = true) { self.readsMeta = readsMeta }

    /// Decoded text.
    public struct Text: Sendable {
        /// Valid UTF-8 without a byte order mark.
        public var utf8: [UInt8]
        public var encoding: CharacterEncoding
        public var evidence: Evidence
    }

    /// What told the encoding.
    public enum Evidence: String, Sendable { case byteOrderMark, transport, meta, validity, detector, none }

    /// The text of the bytes; what could not be decoded is U+FFFD, and a diagnostic says so.
    public func decode(_ bytes: [UInt8], transportLabel: String? = nil) -> Diagnosed<Text> {
        if let (encoding, length) = Self.byteOrderMark(bytes) {
            return convert(Array(bytes[length...]), encoding, .byteOrderMark)
        }
        let declared: (CharacterEncoding, Evidence)? =
            transportLabel.flatMap(CharacterEncoding.init(label:)).map { ($0, .transport) }
            ?? (readsMeta ? MetaPrescan.encoding(in: bytes).map { ($0, .meta) } : nil)
        let isValid = UTF8Repair.isValid(bytes)
        guard let (encoding, evidence) = declared else {
            if isValid, !Self.switchesCharacterSets(bytes) {
                return Diagnosed(Text(utf8: bytes, encoding: .utf8, evidence: .validity))
            }
            return undeclared(bytes)
        }
        if encoding == .utf8 {
            return isValid
                ? Diagnosed(Text(utf8: bytes, encoding: .utf8, evidence: evidence)) : misdeclared(bytes, evidence)
        }
        // Several whole multi-byte sequences do not come about by chance in another encoding.
        if isValid, !encoding.isUTF16, UTF8Repair.multibyteCount(bytes) >= 2, encoding.name != "ISO-2022-JP" {
            let text = Text(utf8: bytes, encoding: .utf8, evidence: .validity)
            return Diagnosed(text, [Diagnostic(.note, .declaredEncodingIsWrong(encoding.name, actual: "UTF-8"))])
        }
        return convert(bytes, encoding, evidence)
    }

    /// The text of bytes whose encoding somebody knows; a byte order mark of that encoding goes.
    public func decode(_ bytes: [UInt8], as encoding: CharacterEncoding) -> Diagnosed<Text> {
        guard let (marked, length) = Self.byteOrderMark(bytes), marked == encoding else {
            return convert(bytes, encoding, .transport)
        }
        return convert(Array(bytes[length...]), encoding, .transport)
    }

    /// Encoding Standard, §6: "BOM sniff".
    static func byteOrderMark(_ bytes: [UInt8]) -> (CharacterEncoding, Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BE, 2) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LE, 2) }
        return nil
    }

    /// Whether bytes that are all ASCII switch to a Japanese character set (ISO-2022-JP, Encoding Standard, §12.2).
    private static func switchesCharacterSets(_ bytes: [UInt8]) -> Bool {
        guard let escape = bytes.firstIndex(of: 0x1B), escape + 2 < bytes.count, bytes[escape + 1] == 0x24 else {
            return false
        }
        return (bytes[escape + 2] == 0x40 || bytes[escape + 2] == 0x42) && bytes.allSatisfy { $0 < 0x80 }
    }

    /// No label and no valid UTF-8: ICU looks at the text.
    private func undeclared(_ bytes: [UInt8]) -> Diagnosed<Text> {
        if Self.switchesCharacterSets(bytes), let encoding = CharacterEncoding(label: "iso-2022-jp") {
            return convert(bytes, encoding, .detector)
        }
        if let encoding = Self.detected(bytes) { return convert(bytes, encoding, .detector) }
        return convert(bytes, UTF8Repair.isMostlyValid(bytes) ? .utf8 : .windows1252, .none)
    }

    /// Says UTF-8 and is not: a few broken sequences are repaired, much else is another encoding.
    private func misdeclared(_ bytes: [UInt8], _ evidence: Evidence) -> Diagnosed<Text> {
        if UTF8Repair.isMostlyValid(bytes) { return convert(bytes, .utf8, evidence) }
        let encoding = Self.detected(bytes) ?? .windows1252
        guard encoding != .utf8 else { return convert(bytes, .utf8, evidence) }
        var result = convert(bytes, encoding, .detector)
        result.diagnostics.insert(Diagnostic(.warning, .declaredEncodingIsWrong("UTF-8", actual: encoding.name)), at: 0)
        return result
    }

    /// ICU's guess where it is surer than a coin.
    private static func detected(_ bytes: [UInt8]) -> CharacterEncoding? {
        let sample = bytes.prefix(1 << 17)
        var name = [CChar](repeating: 0, count: 64)
        let confidence = unsafe sample.withUnsafeBufferPointer { sample in
            unsafe name.withUnsafeMutableBufferPointer { name in
                guard let base = sample.baseAddress, let label = name.baseAddress else { return Int32(0) }
                return unsafe icu_detect(base, Int32(sample.count), label, name.count)
            }
        }
        guard confidence >= 20 else { return nil }
        return CharacterEncoding(
            label: String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
    }

    private func convert(_ bytes: [UInt8], _ encoding: CharacterEncoding, _ evidence: Evidence) -> Diagnosed<Text> {
        let utf8: [UInt8]
        if encoding == .utf8 {
            utf8 = UTF8Repair.isValid(bytes) ? bytes : UTF8Repair.repaired(bytes)
        } else if encoding.name == "ISO-8859-16" {
            utf8 = SingleByteTable.latin10.utf8(bytes)
        } else if let units = Self.utf16(StandardDetails.prepared(bytes, encoding), converter: encoding.converterName) {
            utf8 = UTF8Repair.utf8(StandardDetails.corrected(units, encoding))
        } else {
            let text = Text(utf8: UTF8Repair.repaired(bytes), encoding: .utf8, evidence: .none)
            return Diagnosed(text, [Diagnostic(.warning, .noConverter(encoding.name))])
        }
        let lost = UTF8Repair.replacementCount(utf8)
        let diagnostics = lost == 0 ? [] : [Diagnostic(.warning, .undecodableBytes(lost, encoding.name))]
        return Diagnosed(Text(utf8: utf8, encoding: encoding, evidence: evidence), diagnostics)
    }

    private static func utf16(_ bytes: [UInt8], converter: String) -> [UInt16]? {
        guard !bytes.isEmpty else { return [] }
        return unsafe bytes.withUnsafeBufferPointer { buffer -> [UInt16]? in
            guard let base = buffer.baseAddress else { return nil }
            var length = 0
            guard let units = unsafe icu_decode(converter, base, buffer.count, &length) else { return nil }
            defer { unsafe icu_free(units) }
            return unsafe Array(UnsafeBufferPointer(start: units, count: length))
        }
    }
}

extension Diagnostic.Message {
    static func undecodableBytes(_ count: Int, _ encoding: String) -> Self {
        "\(count) \(count == 1 ? "character" : "characters") could not be read as \(encoding)"
    }
    static func declaredEncodingIsWrong(_ declared: String, actual: String) -> Self {
        "the page says it is \(declared) but is \(actual); it was read as that"
    }
    static func noConverter(_ encoding: String) -> Self { "the encoding \(encoding) is not supported; read as UTF-8" }
}
