import Benchmark
import ConditionAlgebra
import DualCriminality
import Law

/// (1) One complete case against all offences of a state, once compiled. A thousand cases a turn, so that the clock is
/// not what is measured. (1b) The same question with the few facts of a sample, and what is not stated left open.
func decisions() {
    for code in Corpus.codes {
        measure("decide a complete case, \(code)", scale: .kilo) {
            let state = try Corpus.state(code)
            let compiled = try Corpus.compiled(state)
            return (compiled, try points(of: state, compiled))
        } body: { benchmark, work in
            let (state, points) = work
            var place = 0
            for _ in benchmark.scaledIterations {
                blackHole(state.decide(points[place]))
                place &+= 1
                if place == points.count { place = 0 }
            }
        }
    }
    for code in Corpus.codes {
        measure("status of a sample, \(code)") {
            let state = try Corpus.state(code)
            let compiled = try Corpus.compiled(state)
            return (compiled, possible(state.samples, compiled))
        } body: { benchmark, work in
            let (state, samples) = work
            blackHole(try state.status(samples[benchmark.currentIteration % samples.count]))
        }
    }
}

private func possible(_ samples: [Sample], _ state: CompiledState) -> [Facts] {
    samples.map(\.facts).filter { (try? state.status($0)) != nil }
}

/// Complete cases: each sample of the state, completed eight times at random within what can occur. Open questions get
/// their first answer, so that law that is not encoded never ends a decision early. The seed is fixed.
private func points(of state: Corpus.State, _ compiled: CompiledState) throws -> [[UInt8]] {
    var compiler = ConditionCompiler(facts: compiled.facts)
    let constraints = try compiler.constraints()
    let space = compiled.facts.space
    var random = SplitMix(state: 20_260_301)
    var points: [[UInt8]] = []
    for sample in state.samples {
        let stated = compiled.facts.region(sample.facts)
        guard compiler.diagrams.isPossible(constraints, in: stated) else { continue }
        for _ in 0..<8 {
            var region = stated
            var point: [UInt8] = []
            for variable in 0..<compiled.facts.elementCount {
                let values = (region[variable] ?? space.full(variable)).shuffled(using: &random)
                for value in values {
                    let narrowed = region.intersection(Region([variable: ValueMask(value)]))
                    guard compiler.diagrams.isPossible(constraints, in: narrowed) else { continue }
                    region = narrowed
                    point.append(UInt8(value))
                    break
                }
            }
            guard point.count == compiled.facts.elementCount else { throw Missing(what: "a value of every element") }
            points.append(point + compiled.facts.questionVariables.map { _ in 0 })
        }
    }
    return points.shuffled(using: &random)
}

struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
