import Foundation
import Proving

/// Compares the times of the solver and of the engine on the same comparisons.
struct Timing {
    let run: ProofRun
    let proved: [ProofRun.PairResult]
    let command: SolverCommand
    let patience: Duration

    /// How many questions are also asked in a process of their own.
    private static let started = 60

    func report() throws {
        let solver = proved.flatMap(\.tally.times)
        // The engine answers a whole pair at once; its time is shared out evenly among the questions.
        let answering = proved.filter { $0.tally.asked > 0 }.map { $0.answering / $0.tally.asked }
        let engine = proved.filter { $0.tally.asked > 0 }.map { $0.engine / $0.tally.asked }
        let perPair = max(1, Timing.started / max(1, run.pairs.count))
        var fresh: [Duration] = []
        for pair in run.pairs {
            for question in try run.sample(pair, count: perPair) {
                fresh.append(try SolverProcess.askOnce(question, command, patience: patience).time)
            }
        }
        guard let warm = solver.median, let cold = fresh.median, let whole = engine.median, let own = answering.median
        else { return }
        Output.line("time for one compare question (an offence and a layer), medians:")
        Output.line("  solver, running already: \(milliseconds(warm)) ms (\(solver.count) questions, longest \(milliseconds(solver.max() ?? warm)) ms)")
        Output.line("  solver, with its start: \(milliseconds(cold)) ms (\(fresh.count) questions)")
        Output.line("  dualcrim, the same answers, law compiled: \(milliseconds(own)) ms (\(answering.count) pairs, shared out among their questions)")
        Output.line("  the solver takes \(ratio(warm, own)) times as long, with its start \(ratio(cold, own)) times")
        Output.line("  dualcrim, compiling, gaps, witnesses and counterparts included: \(milliseconds(whole)) ms")
    }

    private func milliseconds(_ duration: Duration) -> String { String(format: "%.3f", duration / .milliseconds(1)) }
    private func ratio(_ one: Duration, _ other: Duration) -> String { String(format: "%.2f", one / other) }
}
