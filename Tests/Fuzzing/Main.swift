import Glibc

/// offprint-fuzz THROUGH SEED FROM COUNT FOLDER...: reads COUNT inputs, made from the files below the folders.
/// offprint-fuzz print SEED NUMBER FOLDER...: writes one of those inputs to standard output.
///
/// THROUGH is `article` or `pages`. Each input depends on SEED and its number alone. Before an input is read, its
/// number is written to standard output, with the seed's name: when the process dies or sits still, the last line
/// says where. `scripts/fuzz` watches over such processes.
@main enum Fuzzing {
    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count >= 4, let seed = UInt64(arguments[1]), let first = Int(arguments[2]) else {
            fail("usage: offprint-fuzz article|pages SEED FROM COUNT FOLDER... or print SEED NUMBER FOLDER...")
        }
        if arguments[0] == "print" {
            say(input(first, seed: seed, of: seeds(below: arguments[3...])).bytes)
            return
        }
        guard let extent = Trial.Extent(rawValue: arguments[0]), let count = Int(arguments[3]), arguments.count > 4
        else { fail("unknown extent, or no count and folder") }
        let seeds = seeds(below: arguments[4...])
        for number in first..<first + count {
            let (name, bytes) = input(number, seed: seed, of: seeds)
            say(Array("run \(number) \(name)\n".utf8))
            if let fault = await Trial.run(bytes, name: name, through: extent) {
                say(Array("fault \(number) \(fault)\n".utf8))
            }
        }
        say(Array("done\n".utf8))
    }

    private static func seeds(below folders: ArraySlice<String>) -> [Seed] {
        let seeds = folders.flatMap { Seed.seeds(below: $0) }
        guard !seeds.isEmpty else { fail("no inputs below \(folders.joined(separator: ", "))") }
        return seeds
    }

    private static func input(_ number: Int, seed: UInt64, of seeds: [Seed]) -> (name: String, bytes: [UInt8]) {
        // Neither neighbouring numbers nor neighbouring seeds may give the same inputs.
        var mixer = SeededGenerator(seed: seed)
        var numbered = SeededGenerator(seed: mixer.next() &+ UInt64(number))
        var mutator = Mutator(seeds: seeds, generator: SeededGenerator(seed: numbered.next()))
        return mutator.input()
    }

    /// Written at once: a buffer would die with the process.
    private static func say(_ bytes: [UInt8], to descriptor: Int32 = STDOUT_FILENO) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { exit(74) }
            rest = rest.dropFirst(count)
        }
    }

    private static func fail(_ message: String) -> Never {
        say(Array("\(message)\n".utf8), to: STDERR_FILENO)
        exit(64)
    }
}
