import Benchmark
import DualCriminality
import Foundation
import Law

/// (5) Definitions against definitions.
func comparisons() {
    let threads = ProcessInfo.processInfo.activeProcessorCount
    measure("compile all states for comparison") {
        try Corpus.all()
    } body: { _, all in
        blackHole(try Corpus.compared(all.states, all.vocabulary))
    }
    measure("compare a pair in full, CA → DE") {
        try Corpus.compared(try Corpus.all().states, try Corpus.all().vocabulary)
    } body: { _, law in
        guard let from = law.place("CA"), let to = law.place("DE") else { throw Missing(what: "CA or DE") }
        blackHole(try law.compare(from, with: to))
    }
    measure("all pairs of all states, all categories, compiled before") {
        try Corpus.compared(try Corpus.all().states, try Corpus.all().vocabulary)
    } body: { _, law in
        blackHole(try law.matrix(law.allPairs, threads: threads))
    }
    for count in [25, 50, 100, 200] {
        var configuration = Benchmark.defaultConfiguration
        configuration.metrics = [.wallClock, .cpuTotal, .peakMemoryResident]
        configuration.warmupIterations = 0
        configuration.maxIterations = count < 100 ? 3 : 1
        configuration.maxDuration = .seconds(120)
        Benchmark("\(count) synthetic states, all pairs, compiling included", configuration: configuration) { benchmark in
            let all = try Corpus.all()
            let states = Synthetic.states(count, like: all.states, all.vocabulary)
            benchmark.startMeasurement()
            let law = try Corpus.compared(states, all.vocabulary)
            blackHole(try law.matrix(law.allPairs, threads: threads))
            benchmark.stopMeasurement()
        }
    }
}

extension Corpus {
    static func all() throws -> (vocabulary: Vocabulary, states: [Jurisdiction]) {
        let vocabulary = try library.vocabulary()
        return (vocabulary, try library.codes.map { try library.jurisdiction($0, vocabulary: vocabulary) })
    }

    static func compared(_ states: [Jurisdiction], _ vocabulary: Vocabulary) throws -> ComparedLaw {
        guard let day else { throw Missing(what: "the day") }
        return try ComparedLaw(states, vocabulary: vocabulary, date: day)
    }
}

extension ComparedLaw {
    fileprivate func place(_ code: String) -> Int? { states.firstIndex { $0.code.text == code } }

    fileprivate var allPairs: [Pair] {
        states.indices.flatMap { from in states.indices.filter { $0 != from }.map { Pair(from: from, to: $0) } }
    }
}
