internal import CPixbuf

/// Encodes pixels, for outputs that cannot take a picture as it came.
public enum ImageEncoder {
    /// PNG, without loss.
    public static func png(_ image: PixelImage) throws(ImageError) -> [UInt8] {
        try encode(image, .png, quality: 0)
    }

    /// JPEG at a quality from 0 to 100; transparent places become white.
    public static func jpeg(_ image: PixelImage, quality: Int = 88) throws(ImageError) -> [UInt8] {
        try encode(image, .jpeg, quality: min(max(quality, 0), 100))
    }

    private static func encode(_ image: PixelImage, _ format: ImageFormat, quality: Int) throws(ImageError) -> [UInt8] {
        let keepsAlpha = image.hasAlpha && format == .png
        let pixels = keepsAlpha ? image.pixels : opaque(image)
        var buffer = unsafe cpixbuf_buffer()
        var message = [CChar](repeating: 0, count: 256)
        let status = unsafe pixels.withUnsafeBufferPointer { pixels in
            unsafe cpixbuf_encode(
                pixels.baseAddress, Int32(image.width), Int32(image.height), keepsAlpha ? 4 : 3, format.rawValue,
                Int32(quality), &buffer, &message, message.count)
        }
        defer { unsafe cpixbuf_free(&buffer) }
        guard status == CPIXBUF_OK else { throw ImageError(status, format, PixbufMessage.text(message)) }
        return unsafe buffer.bytes.withMemoryRebound(to: UInt8.self, capacity: buffer.count) { bytes in
            unsafe Array(UnsafeBufferPointer(start: bytes, count: buffer.count))
        }
    }

    /// Three channels on white.
    private static func opaque(_ image: PixelImage) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(image.width * image.height * 3)
        for index in stride(from: 0, to: image.pixels.count, by: 4) {
            let alpha = Int(image.pixels[index + 3])
            for channel in 0..<3 {
                result.append(UInt8((Int(image.pixels[index + channel]) * alpha + 255 * (255 - alpha) + 127) / 255))
            }
        }
        return result
    }
}
