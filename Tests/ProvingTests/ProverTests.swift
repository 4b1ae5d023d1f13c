import DualCriminality
import Foundation
import Law
import Proving
import SolverExport
import Testing

/// What counts as a confirmation, whatever the solver.
@Suite struct ProverTests {
    static let pair = Result { try SmallPair(["{act: possess}"], ["{act: possess, material.medium: photo}"]) }

    private func tally(_ solver: ScriptedSolver) throws -> ProofTally {
        var prover = Prover(solver)
        return try prover.prove(try ProverTests.pair.get().questions())
    }

    @Test func expectedAnswersConfirm() throws {
        let tally = try tally(.agreeing)
        #expect(tally.asked == 3)
        #expect(tally.agreed == 3)
        #expect(tally.unconfirmed.isEmpty)
        #expect(tally.times.count == 3)
    }

    /// Each single answer, turned round, is enough.
    @Test func oneContraryAnswerRefutes() throws {
        let checks = try ProverTests.pair.get().questions().map(\.question.expected.count)
        for place in 0..<(checks.max() ?? 0) {
            let tally = try tally(
                ScriptedSolver { question in
                    var answers = question.expected.map { $0 ?? .sat }
                    if place < answers.count { answers[place] = answers[place] == .sat ? .unsat : .sat }
                    return (answers, nil)
                })
            #expect(tally.refuted.count == checks.filter { $0 > place }.count)
            #expect(tally.agreed == checks.filter { $0 <= place }.count)
            #expect(tally.refuted.first?.text.contains("check \(place + 1)") == true)
            #expect(tally.refuted.first?.question.contains("(check-sat)") == true)
        }
    }

    @Test func silenceIsNoConfirmation() throws {
        for answers in [[], [SolverAnswer.unknown]] {
            let tally = try tally(ScriptedSolver { _ in (answers, nil) })
            #expect(tally.agreed == 0)
            #expect(tally.undecided.count == 3)
            #expect(tally.refuted.isEmpty)
        }
        // More answers than questions are none either.
        #expect(try tally(ScriptedSolver { ($0.expected.map { $0 ?? .sat } + [.sat], nil) }).agreed == 0)
    }

    @Test func aComplaintIsNoConfirmation() throws {
        let tally = try tally(ScriptedSolver { ($0.expected.map { $0 ?? .sat }, "(error \"unknown sort\")") })
        #expect(tally.agreed == 0)
        #expect(tally.undecided.count == 3)
        #expect(tally.undecided.first?.text.contains("unknown sort") == true)
    }

    /// What the acts give together is compared with the engine's word on the offence, not only act by act.
    @Test func theWholeIsCompared() throws {
        let question = try #require(try ProverTests.pair.get().questions().first)
        #expect(question.claimed == .partlyCovered)
        #expect(question.found([.sat, .sat, .sat]) == .coverage(.partlyCovered))
        #expect(question.found([.sat, .sat, .unsat]) == .coverage(.unknown))
        #expect(question.found([.sat, .unsat, .unsat]) == .coverage(.notCovered))
        #expect(question.found([.unsat, .sat, .sat]) == .coverage(.covered))
        #expect(question.found([.sat, .unknown, .sat]) == nil)
        #expect(question.found([.sat]) == nil)
    }

    @Test(arguments: ["#!/bin/sh\n", "#!/bin/sh\nexec cat\n", "#!/bin/sh\nexec sleep 60\n"])
    func aProgramThatIsNoSolverConfirmsNothing(script: String) throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("dualcrim-\(UUID().uuidString)")
        try Data(script.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        let command = try #require(SolverCommand(file.path, seconds: 1))
        var prover = Prover(SolverProcess(command, patience: .seconds(2)))
        let tally = try prover.prove(Array(try ProverTests.pair.get().questions().prefix(1)))
        #expect(tally.agreed == 0)
        #expect(tally.undecided.count == 1)
    }

    @Test func aProgramThatIsNotThereIsNone() {
        #expect(SolverCommand("no-such-solver", seconds: 1) == nil)
        #expect(SolverCommand("/no/such/solver", seconds: 1) == nil)
        #expect(SolverCommand("sh", seconds: 1)?.program.lastPathComponent == "sh")
    }
}
