import Proving
import SolverExport

/// The solver of this machine; nil where none is installed (`make prove` installs it).
let installedSolver = SolverCommand("z3", seconds: 20)

/// Answers as it is told to.
struct ScriptedSolver: Solver {
    let reply: @Sendable (SolverQuestion) -> (answers: [SolverAnswer], complaint: String?)

    func ask(_ question: SolverQuestion) -> SolverReply {
        let (answers, complaint) = reply(question)
        return SolverReply(answers: answers, complaint: complaint, time: .zero)
    }

    /// Says what is expected.
    static let agreeing = ScriptedSolver { ($0.expected.map { $0 ?? .sat }, nil) }
}
