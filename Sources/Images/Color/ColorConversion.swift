internal import CLCMS

/// Converts pixels from a picture's colour profile (ICC.1) to sRGB through Little CMS, which is loaded with the first.
///
/// Intent: relative colorimetric with black point compensation, as browsers and printers' programs do by default.
@safe struct ColorConversion: ~Copyable {
    private let conversion: OpaquePointer

    /// Why pixels are left as they are.
    enum Failure: Error, Hashable {
        case missingLibrary
        /// The profile is broken, or of another kind of colours than the pixels.
        case unusable
    }

    /// The conversion from a profile of red, green and blue or of gray.
    init(profile: [UInt8]) throws(Failure) {
        var opened: OpaquePointer?
        let status = unsafe profile.withUnsafeBufferPointer {
            unsafe clcms_open($0.baseAddress, $0.count, &opened)
        }
        guard let opened = unsafe opened, status == CLCMS_OK else {
            throw status == CLCMS_NO_LIBRARY ? .missingLibrary : .unusable
        }
        unsafe conversion = opened
    }

    deinit { unsafe clcms_close(conversion) }

    /// Converts rows of red, green, blue and alpha, a byte each; alpha stays.
    func convert(_ pixels: inout [UInt8]) {
        unsafe pixels.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            unsafe clcms_convert(conversion, base, buffer.count / 4)
        }
    }

    /// Whether the profile means sRGB, whatever it is called: no colour of a coarse grid moves by more than a few steps.
    var isStandard: Bool {
        let steps: [UInt8] = [0, 40, 96, 160, 216, 255]
        var pixels: [UInt8] = []
        for red in steps { for green in steps { for blue in steps { pixels += [red, green, blue, 255] } } }
        let grays = steps.flatMap { step -> [UInt8] in [step, step, step, 255] }
        return moves(grays) <= Self.tolerance && moves(pixels) <= Self.tolerance
    }

    /// Steps of 255 that nobody sees.
    private static let tolerance = 3

    /// The farthest that one of the colours moves.
    private func moves(_ pixels: [UInt8]) -> Int {
        var converted = pixels
        convert(&converted)
        return zip(pixels, converted).reduce(0) { max($0, abs(Int($1.0) - Int($1.1))) }
    }
}

/// The colours that a picture's profile means.
public enum PictureColors {
    /// Whether values may be taken for sRGB as they are: there is no profile, or one that means sRGB, or none that could
    /// be read.
    public static func areStandard(profile: [UInt8]?) -> Bool {
        guard let profile else { return true }
        do {
            return try ColorConversion(profile: profile).isStandard
        } catch {
            return true
        }
    }
}
