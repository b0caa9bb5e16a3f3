internal import CICU

/// A script by its ISO 15924 code.
public struct Script: Hashable, Sendable, BitwiseCopyable, CustomStringConvertible {
    /// ICU's number.
    let code: Int32

    init(code: Int32) { self.code = code }

    /// The script with a four-letter code, `Latn`.
    public init?(_ name: String) {
        let code = unsafe icu_script_code(name)
        guard code >= 0 else { return nil }
        self.code = code
    }

    /// The four-letter code.
    public var description: String { unsafe String(cString: icu_script_name(code)) }

    public static let common = Script(code: 0)
    public static let inherited = Script(code: 1)

    /// True for a script of its own: not Common, Inherited or Unknown (103 in ICU).
    public var isReal: Bool { code > 1 && code != 103 }

    /// The script of one character (UAX 24).
    public init(of scalar: UInt32) {
        code = scalar < 0x250 ? Self.latinTable[Int(scalar)] : icu_script(Int32(bitPattern: scalar))
    }

    /// True if the character is also used with a script (Script_Extensions).
    public static func isUsed(_ scalar: UInt32, with script: Script) -> Bool {
        icu_has_script(Int32(bitPattern: scalar), script.code)
    }

    private static let latinTable: [Int32] = (0..<0x250).map { icu_script($0) }
}

/// A stretch of text in one script.
public struct ScriptRun: Hashable, Sendable {
    /// UTF-16 offsets.
    public var range: Range<Int>
    public var script: Script

    public init(range: Range<Int>, script: Script) {
        self.range = range
        self.script = script
    }
}

/// Splits text into runs of one script (UAX 24, §5.1): Common and Inherited characters go with what is before them,
/// closing brackets with their opening ones.
public struct ScriptRuns: Sendable {
    public init() {}

    /// The runs, which together are the whole text; text without any real script is one Common run.
    public func runs(of text: [UInt16]) -> [ScriptRun] {
        guard !text.isEmpty else { return [] }
        var runs: [ScriptRun] = []
        var current = Script.common
        var start = 0
        var brackets: [(closing: UInt32, script: Script)] = []
        var offset = 0
        while offset < text.count {
            let (scalar, length) = text.scalar(at: offset)
            var script = Script(of: scalar)
            if let closing = Self.closingBracket(of: scalar) {
                brackets.append((closing, current))
            } else if Self.isClosingBracket(scalar),
                let index = brackets.lastIndex(where: { $0.closing == scalar })
            {
                if brackets[index].script.isReal { script = brackets[index].script }
                brackets.removeSubrange(index...)
            }
            if script.isReal && script != current {
                // A character that is used with several scripts does not end a run of one of them.
                if !current.isReal {
                    current = script
                    for index in brackets.indices { brackets[index].script = script }
                } else if scalar < 0x250 || !Script.isUsed(scalar, with: current) {
                    runs.append(ScriptRun(range: start..<offset, script: current))
                    start = offset
                    current = script
                }
            } else if !script.isReal && current.isReal && scalar >= 0x300,
                let other = Self.onlyExtension(of: scalar), other != current,
                !Script.isUsed(scalar, with: current)
            {
                runs.append(ScriptRun(range: start..<offset, script: current))
                start = offset
                current = other
            }
            offset += length
        }
        runs.append(ScriptRun(range: start..<text.count, script: current))
        return runs
    }

    /// Common characters that belong to few scripts: the one that they should be set in after a foreign one.
    private static func onlyExtension(of scalar: UInt32) -> Script? {
        switch scalar {
        case 0x060C, 0x061B, 0x061F, 0x0640, 0x0660...0x0669: Script("Arab")
        case 0x0964, 0x0965: Script("Deva")
        case 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301F, 0xFF61...0xFF65: Script("Hani")
        case 0x3031...0x3035, 0x309B...0x309C, 0x30A0, 0x30FC, 0xFF70: Script("Hira")
        default: nil
        }
    }

    private static func closingBracket(of scalar: UInt32) -> UInt32? {
        switch scalar {
        case 0x28: 0x29
        case 0x5B: 0x5D
        case 0x7B: 0x7D
        case 0xAB: 0xBB
        case 0x2018: 0x2019
        case 0x201C: 0x201D
        case 0x2039: 0x203A
        case 0x3008: 0x3009
        case 0x300A: 0x300B
        case 0x300C: 0x300D
        case 0x300E: 0x300F
        case 0x3010: 0x3011
        case 0xFF08: 0xFF09
        default: nil
        }
    }

    private static func isClosingBracket(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x29, 0x5D, 0x7D, 0xBB, 0x2019, 0x201D, 0x203A, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0xFF09: true
        default: false
        }
    }
}

extension Array where Element == UInt16 {
    /// The character at an offset and its length in units; a lone surrogate is U+FFFD.
    public func scalar(at offset: Int) -> (scalar: UInt32, length: Int) {
        let unit = self[offset]
        guard unit & 0xF800 == 0xD800 else { return (UInt32(unit), 1) }
        guard unit < 0xDC00, offset + 1 < count, self[offset + 1] & 0xFC00 == 0xDC00 else { return (0xFFFD, 1) }
        return (0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(self[offset + 1] & 0x3FF)), 2)
    }
}
