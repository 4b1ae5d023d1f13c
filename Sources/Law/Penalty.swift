/// A length of imprisonment as statutes write it.
///
/// Ordered by severity: terms by length, "less a day" just below the full term, then life, then death.
public enum Term: Hashable, Comparable, Sendable {
    /// Whole months, 0 for none; `lessADay` for "two years less a day". Days (short minima) are given in `days`.
    case months(Int, lessADay: Bool)
    case days(Int)
    case life
    case death

    public static func years(_ count: Int) -> Term { .months(count * 12, lessADay: false) }
    public static let none = Term.months(0, lessADay: false)

    /// Longer than any term that a statute names; what lies beyond counts as this, so that no arithmetic overflows.
    private static let longest = 100_000_000

    /// Twice the days of the term, counting a month as 30 and a year as 365 days, so that "less a day" keeps its place.
    private var rank: Int {
        switch self {
        case .months(let count, let lessADay):
            let months = min(count, Term.longest)
            return (months / 12 * 365 + months % 12 * 30) * 2 - (lessADay ? 1 : 0)
        case .days(let days): return min(days, Term.longest) * 2
        case .life: return .max - 1
        case .death: return .max
        }
    }

    public static func < (left: Term, right: Term) -> Bool { left.rank < right.rank }

    /// ISO 8601 (`P3M`, `P5Y`, `P90D`), or `life`, `death`. "Less a day" is written `P2Y-P1D`.
    public var iso: String {
        switch self {
        case .months(let months, let lessADay):
            let base = months == 0 ? "P0D" : months % 12 == 0 ? "P\(months / 12)Y" : "P\(months)M"
            return lessADay ? base + "-P1D" : base
        case .days(let days): return "P\(days)D"
        case .life: return "life"
        case .death: return "death"
        }
    }

    /// The term cut in half, as for an attempt, in whole days; life and death have no half. "Less a day" stays, so that
    /// the half of two years less a day does not reach one year.
    public var half: Term {
        switch self {
        case .months(let months, let lessADay):
            if months % 2 == 0 { return .months(months / 2, lessADay: lessADay) }
            return .days(min(months, Term.longest) * 15 - (lessADay ? 1 : 0))
        case .days(let days): return .days(days / 2)
        case .life, .death: return self
        }
    }
}

/// A range of imprisonment; nil where a provision threatens none (a fine only).
public struct Imprisonment: Hashable, Sendable {
    public let minimum: Term
    public let maximum: Term
    /// The text names no maximum: the ceiling of the general part was put in.
    public let isCeiling: Bool
    public init(minimum: Term, maximum: Term, isCeiling: Bool = false) {
        self.minimum = minimum
        self.maximum = maximum
        self.isCeiling = isCeiling
    }
}

public enum Fine: String, Hashable, Sendable, CaseIterable { case alternative, additional, only }
public enum TrialMode: String, Hashable, Sendable, CaseIterable { case indictment, summary }

/// One line of a penalty: the first line whose condition holds applies (within one mode of trial).
public struct PenaltyLine: Hashable, Sendable {
    public let when: Condition
    public let imprisonment: Imprisonment?
    public let fine: Fine?
    public let trial: TrialMode?
    public let provision: String?
    public init(when: Condition, imprisonment: Imprisonment?, fine: Fine?, trial: TrialMode?, provision: String?) {
        self.when = when
        self.imprisonment = imprisonment
        self.fine = fine
        self.trial = trial
        self.provision = provision
    }
}

/// A threshold of cooperation law: at least, or more than, this maximum.
public struct Threshold: Hashable, Sendable {
    public let term: Term
    public let exclusive: Bool
    public init(term: Term, exclusive: Bool) {
        self.term = term
        self.exclusive = exclusive
    }

    public func isReached(by maximum: Term) -> Bool { exclusive ? maximum > term : maximum >= term }
}
