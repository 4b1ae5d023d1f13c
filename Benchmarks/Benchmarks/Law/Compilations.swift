import Benchmark
import DualCriminality

/// (2) From a state's law as values to diagrams of all its offences, for every act.
func compilations() {
    for code in Corpus.codes {
        measure("compile a state, \(code)") {
            try Corpus.state(code)
        } body: { _, state in
            blackHole(try Corpus.compiled(state))
        }
    }
}
