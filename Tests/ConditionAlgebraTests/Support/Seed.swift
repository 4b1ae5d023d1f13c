import FoundationEssentials
import Testing

/// The seed of every random test in this run: `DUALCRIM_SEED`, or a new one; printed so that a failure can be repeated.
enum Seed {
    static let value: UInt64 = {
        let given = ProcessInfo.processInfo.environment["DUALCRIM_SEED"].flatMap { UInt64($0) }
        let seed = given ?? UInt64.random(in: 0..<1_000_000_000)
        print("DUALCRIM_SEED=\(seed)")
        return seed
    }()

    /// A generator for one test, independent of which other tests run.
    static func generator(_ name: String) -> RandomSource {
        var state = value
        for byte in name.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return RandomSource(state: state)
    }
}

/// SplitMix64.
struct RandomSource: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }
}

/// Fails and ends the test unless the condition holds; cheaper than `#require` in loops that run a hundred thousand
/// times.
func demand(
    _ condition: Bool, _ message: @autoclosure () -> String, at location: SourceLocation = #_sourceLocation
) throws {
    if !condition {
        try #require(Bool(false), "\(message()) (DUALCRIM_SEED=\(Seed.value))", sourceLocation: location)
    }
}
