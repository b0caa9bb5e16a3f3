import CSS
import Diagnostics
import TextAnalysis

/// A style sheet's file as text, by its byte order mark and `@charset`.
enum StyleSheetText {
    static func decode(_ bytes: [UInt8]) -> String {
        StyleSheetEncoding().text(of: bytes) { bytes, label in
            CharacterEncoding(label: label).map { encoding in
                String(decoding: TextDecoder().decode(bytes, as: encoding).output.utf8, as: UTF8.self)
            }
        }.text
    }
}
