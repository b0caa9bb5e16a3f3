import FoundationEssentials

/// The lines of a file of Debian's `unicode-data` without comments; empty, and said so, where it is not installed.
func unicodeData(_ name: String) -> [Substring] {
    guard let data = FileManager.default.contents(atPath: "/usr/share/unicode/" + name) else { return [] }
    // Splitting bytes, since a hundred thousand lines are slow as characters.
    return data.split(separator: 0x0A).compactMap { line in
        let content = line.prefix { $0 != UInt8(ascii: "#") }
        return content.isEmpty ? nil : Substring(decoding: content, as: UTF8.self)
    }
}

/// True where the package `unicode-data` is installed.
let hasUnicodeData: Bool = {
    let present = FileManager.default.fileExists(atPath: "/usr/share/unicode/BidiCharacterTest.txt")
    if !present { print("skipped: no /usr/share/unicode; install unicode-data") }
    return present
}()

/// UTF-16 of code points in hexadecimal.
func utf16(_ fields: some Sequence<Substring>) -> [UInt16] {
    fields.flatMap { Array(String(Unicode.Scalar(UInt32($0, radix: 16)!)!).utf16) }
}
