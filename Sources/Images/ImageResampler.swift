#if canImport(Glibc)
    internal import Glibc
#endif

/// Makes a picture smaller by averaging: each new pixel is the mean of the area it covers.
///
/// The mean is taken of light, not of sRGB's curved values, so that fine patterns keep their brightness, and colours are
/// weighted by their alpha, so that what is transparent lends no colour to its edge.
public struct ImageResampler: Sendable {
    public init() {}

    /// The picture at that size.
    public func resample(_ image: PixelImage, width: Int, height: Int) -> PixelImage {
        precondition(width > 0 && height > 0)
        if width == image.width, height == image.height { return image }
        let columns = Self.coverage(from: image.width, to: width)
        let rows = Self.coverage(from: image.height, to: height)
        var result = [UInt8](repeating: 0, count: width * height * 4)
        var sum = [Float](repeating: 0, count: width * 4)
        var line = [Float](repeating: 0, count: width * 4)
        var lineIndex = -1
        for y in 0..<height {
            for index in sum.indices { sum[index] = 0 }
            for tap in rows[y] {
                // Two new rows may share an old one; it is reduced once.
                if tap.index != lineIndex {
                    reduce(image, row: tap.index, columns, into: &line)
                    lineIndex = tap.index
                }
                for index in sum.indices { sum[index] += line[index] * tap.weight }
            }
            store(sum, in: &result, at: y * width * 4)
        }
        return PixelImage(width: width, height: height, hasAlpha: image.hasAlpha, pixels: result)
    }

    /// How much an old pixel adds to a new one.
    private struct Tap {
        var index: Int
        var weight: Float
    }

    /// For each new pixel the old ones it covers; the weights of each sum to 1.
    private static func coverage(from old: Int, to new: Int) -> [[Tap]] {
        let scale = Double(old) / Double(new)
        return (0..<new).map { index in
            let start = Double(index) * scale
            let end = min(start + scale, Double(old))
            var taps: [Tap] = []
            var place = Int(start)
            while place < old, Double(place) < end - 1e-9 {
                let covered = min(end, Double(place + 1)) - max(start, Double(place))
                if covered > 0 { taps.append(Tap(index: place, weight: Float(covered / (end - start)))) }
                place += 1
            }
            return taps.isEmpty ? [Tap(index: min(Int(start), old - 1), weight: 1)] : taps
        }
    }

    /// One old row at the new width: linear light times alpha, and alpha.
    private func reduce(_ image: PixelImage, row: Int, _ columns: [[Tap]], into line: inout [Float]) {
        let linear = SRGB.linear
        let start = row * image.width * 4
        for (x, taps) in columns.enumerated() {
            var (red, green, blue, alpha): (Float, Float, Float, Float) = (0, 0, 0, 0)
            for tap in taps {
                let place = start + tap.index * 4
                let weight = tap.weight * Float(image.pixels[place + 3]) * (1 / 255)
                red += linear[Int(image.pixels[place])] * weight
                green += linear[Int(image.pixels[place + 1])] * weight
                blue += linear[Int(image.pixels[place + 2])] * weight
                alpha += weight
            }
            line[x * 4] = red
            line[x * 4 + 1] = green
            line[x * 4 + 2] = blue
            line[x * 4 + 3] = alpha
        }
    }

    private func store(_ sum: [Float], in result: inout [UInt8], at start: Int) {
        for place in stride(from: 0, to: sum.count, by: 4) {
            let alpha = sum[place + 3]
            guard alpha > 0.5 / 255 else { continue }
            for channel in 0..<3 { result[start + place + channel] = SRGB.encoded(sum[place + channel] / alpha) }
            result[start + place + 3] = UInt8(min(alpha * 255 + 0.5, 255))
        }
    }
}

/// sRGB's transfer function (IEC 61966-2-1, §5.2) as tables.
private enum SRGB {
    /// Light for each of the 256 values.
    static let linear: [Float] = (0...255).map { value in
        let c = Double(value) / 255
        return Float(c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4))
    }

    /// Values for light in 4096 steps, fine enough that each value comes back as itself but for the darkest few.
    private static let table: [UInt8] = (0...4096).map { step in
        let light = Double(step) / 4096
        let c = light <= 0.003_130_8 ? light * 12.92 : 1.055 * pow(light, 1 / 2.4) - 0.055
        return UInt8((c * 255).rounded())
    }

    static func encoded(_ light: Float) -> UInt8 { table[Int(min(max(light, 0), 1) * 4096 + 0.5)] }
}
