import SolverExport

/// How one answer of the engine fared.
public enum ProofOutcome: Hashable, Sendable {
    case agrees
    /// The solver found the contrary.
    case refuted
    /// The solver did not decide, or complained.
    case undecided
}

/// An answer that was not confirmed.
public struct Unconfirmed: Hashable, Sendable {
    public let outcome: ProofOutcome
    /// The name of the question.
    public let name: String
    /// What the engine said, and what the solver did.
    public let text: String
    /// The question, for a file.
    public let question: String
}

/// Counts what was confirmed.
public struct ProofTally: Sendable {
    public private(set) var asked = 0
    public private(set) var agreed = 0
    public private(set) var unconfirmed: [Unconfirmed] = []
    /// The solver's time for each question, in a process that was running before.
    public private(set) var times: [Duration] = []

    public init() {}

    public var refuted: [Unconfirmed] { unconfirmed.filter { $0.outcome == .refuted } }
    public var undecided: [Unconfirmed] { unconfirmed.filter { $0.outcome == .undecided } }

    public static func + (left: ProofTally, right: ProofTally) -> ProofTally {
        var sum = left
        sum.asked += right.asked
        sum.agreed += right.agreed
        sum.unconfirmed += right.unconfirmed
        sum.times += right.times
        return sum
    }

    /// Counts one answer for which several questions were asked, or one.
    mutating func add(_ outcomes: [(unconfirmed: Unconfirmed?, time: Duration)]) {
        asked += 1
        let failed = outcomes.compactMap(\.unconfirmed)
        if failed.isEmpty { agreed += 1 }
        unconfirmed += failed
        times += outcomes.map(\.time)
    }
}

extension [Duration] {
    /// The middle one; nil where there is none.
    public var median: Duration? { isEmpty ? nil : sorted()[count / 2] }
}
