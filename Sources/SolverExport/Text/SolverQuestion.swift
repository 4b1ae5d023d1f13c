/// What a solver says of one check.
public enum SolverAnswer: String, Hashable, Sendable {
    case sat, unsat, unknown
}

/// One question to a solver: several checks that together prove, or refute, one answer of the engine.
public struct SolverQuestion: Sendable {
    /// Is there a case in which these definitions hold, or fail?
    struct Check: Sendable {
        let comment: String
        let asserted: [(name: String, holds: Bool)]
        /// Nil where the answer of the engine leaves it open.
        let expected: SolverAnswer?
    }

    /// Checks that share what is known, such as one act.
    struct Part: Sendable {
        let comments: [String]
        let assertions: [Statement]
        let definitions: [Definition]
        let checks: [Check]
    }

    /// Unique among the questions of one run; fit for the name of a file.
    public let name: String
    let title: [String]
    let parts: [Part]

    /// What is expected of each check, in order; nil where either answer will do.
    public var expected: [SolverAnswer?] { parts.flatMap { $0.checks.map(\.expected) } }
    /// What each check is about.
    public var checkComments: [String] { parts.flatMap { $0.checks.map(\.comment) } }

    /// The question as SMT-LIB 2: complete, readable, and answered by one line for each check.
    public var text: String { SolverText.render(self) }

    /// Whether the answers are those expected; nil where some are missing or undecided.
    public func agrees(_ answers: [SolverAnswer]) -> Bool? {
        let wanted = expected
        guard answers.count == wanted.count else { return nil }
        if zip(answers, wanted).contains(where: { $0 != .unknown && $1 != nil && $0 != $1 }) { return false }
        return answers.contains(.unknown) ? nil : true
    }

    /// Several questions in one file, each for a solver that has forgotten the one before.
    public static func file(_ questions: [SolverQuestion]) -> String {
        questions.isEmpty
            ? "; there is nothing to ask\n" : questions.map(\.text).joined(separator: "(reset)\n\n")
    }
}
