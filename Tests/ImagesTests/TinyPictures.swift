import FoundationEssentials
import Images

/// The same picture of three by two pixels in several formats: red, green, blue; white, black, gray.
enum TinyPictures {
    static let png = bytes(
        """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAA3NCSVQICAjb4U/gAAAAGklEQVQImQXBgQEAIAjAIOxyvXyBEHrK
        2L0PPvIGgKOTsdEAAAAASUVORK5CYII=
        """)
    static let tiff = bytes(
        """
        SUkqAB4AAAB4nPvPwMDwH4SBAEg1NDQAAETQB3tWCwAAAQMAAQAAAAMAAAABAQMAAQAAAAIAAAACAQMAAwAAAKgAAAADAQMAAQAA
        AAgAAAAGAQMAAQAAAAIAAAAKAQMAAQAAAAEAAAARAQQAAQAAAAgAAAAVAQMAAQAAAAMAAAAWAQMAAQAAAAIAAAAXAQQAAQAAABUA
        AAAcAQMAAQAAAAEAAAAAAAAACAAIAAgA
        """)
    static let bmp = bytes(
        """
        Qk1OAAAAAAAAADYAAAAoAAAAAwAAAAIAAAABABgAAAAAABgAAAAAAAAAAAAAAAAAAAAAAAAA////AAAAgICAAAAAAAD/AP8A/wAA
        VgAA
        """)
    static let webp = bytes(
        """
        UklGRloAAABXRUJQVlA4IE4AAADQAQCdASoDAAIAAgA0JagCdAEO/ae0AAD+ijUNSf91/+wC00X85sdm36vwOi0xAL/47fyy/k7+
        pv//yDP92vll/J39Tf9VIlRWMTRr4AA=
        """)
    static let avif = bytes(
        """
        AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAADybWV0YQAAAAAAAAAoaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAA
        AGxpYmF2aWYAAAAADnBpdG0AAAAAAAEAAAAeaWxvYwAAAABEAAABAAEAAAABAAABGgAAADoAAAAoaWluZgAAAAAAAQAAABppbmZl
        AgAAAAABAABhdjAxQ29sb3IAAAAAamlwcnAAAABLaXBjbwAAABRpc3BlAAAAAAAAAAMAAAACAAAAEHBpeGkAAAAAAwgICAAAAAxh
        djFDgQAMAAAAABNjb2xybmNseAACAAIABoAAAAAXaXBtYQAAAAAAAAABAAEEAQKDBAAAAEJtZGF0EgAKCBgEKwQICBoQMiwVAAQQ
        QQUAbmZioSCteV29DV9hH0fhJKv2xyst96855CCtqy99kO9WNIZ2wA==
        """)
    static let jpeg = bytes(
        """
        /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAx
        NDQ0Hyc5PTgyPC4zNDL/2wBDAQkJCQwLDBgNDRgyIRwhMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIy
        MjIyMjIyMjL/wAARCAACAAMDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUF
        BAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVW
        V1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi
        4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAEC
        AxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVm
        Z2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq
        8vP09fb3+Pn6/9oADAMBAAIRAxEAPwCrcabYS6pqpksrZympXca7olO1FndVUccAKAAOwAFFFFfXYD/daX+GP5I55fEz/9k=
        """)
    /// One transparent pixel.
    static let gif = bytes("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")

    static let all: [(ImageFormat, [UInt8])] = [
        (.png, png), (.tiff, tiff), (.bmp, bmp), (.webp, webp), (.avif, avif), (.jpeg, jpeg),
    ]

    private static func bytes(_ base64: String) -> [UInt8] {
        [UInt8](Data(base64Encoded: base64.filter { !$0.isNewline }) ?? Data())
    }
}

/// A JPEG segment with its marker and length.
func segment(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] {
    let length = payload.count + 2
    return [0xFF, marker, UInt8(length >> 8), UInt8(length & 255)] + payload
}

/// An EXIF segment that says nothing but the orientation.
func exif(orientation: UInt8) -> [UInt8] {
    let directory: [UInt8] = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
    return segment(0xE1, Array("Exif\0\0MM".utf8) + [0, 42, 0, 0, 0, 8] + directory)
}
