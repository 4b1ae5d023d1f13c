import DualCriminality
import Law
import SolverExport

/// Puts answers of the engine to a solver and counts what it confirms.
public struct Prover<Asked: Solver> {
    private var solver: Asked

    public init(_ solver: Asked) { self.solver = solver }

    /// Each offence and layer of a comparison counts as one answer.
    public mutating func prove(_ questions: [CompareQuestion]) throws -> ProofTally {
        var tally = ProofTally()
        for asked in questions {
            let reply = try solver.ask(asked.question)
            let found = asked.found(reply.answers)?.words ?? "nothing certain"
            tally.add([
                result(
                    asked.question, reply, agrees: asked.agrees(reply.answers),
                    "dualcrim: \(asked.claimed.rawValue), solver: \(found)")
            ])
        }
        return tally
    }

    /// All answers for one case count as one.
    public mutating func prove(case questions: [CaseQuestion]) throws -> ProofTally {
        var tally = ProofTally()
        var results: [(unconfirmed: Unconfirmed?, time: Duration)] = []
        for asked in questions {
            let reply = try solver.ask(asked.question)
            results.append(
                result(
                    asked.question, reply, agrees: asked.question.agrees(reply.answers), "dualcrim: \(asked.claimed.rawValue)"))
        }
        tally.add(results)
        return tally
    }

    private func result(
        _ question: SolverQuestion, _ reply: SolverReply, agrees: Bool?, _ text: String
    ) -> (unconfirmed: Unconfirmed?, time: Duration) {
        let outcome: ProofOutcome
        switch agrees {
        // An answer beside a complaint is none: the question was not understood.
        case true? where reply.complaint == nil: return (nil, reply.time)
        case false? where reply.complaint == nil: outcome = .refuted
        default: outcome = .undecided
        }
        var texts = [text]
        if let complaint = reply.complaint { texts.append("the solver says: \(complaint)") }
        for (place, (wanted, answer)) in zip(question.expected, reply.answers).enumerated() {
            guard let wanted, wanted != answer else { continue }
            texts.append("check \(place + 1) (\(question.checkComments[place])): expected \(wanted.rawValue), \(answer.rawValue)")
        }
        return (
            Unconfirmed(
                outcome: outcome, name: question.name, text: texts.joined(separator: "; "), question: question.text),
            reply.time
        )
    }
}
