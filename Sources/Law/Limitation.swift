/// When time lapses for an offence, as far as this deviates from the ladder of the general part.
public struct Limitation: Hashable, Sendable {
    /// From when the period runs.
    public enum Start: String, Hashable, Sendable, CaseIterable {
        case endOfConduct = "end-of-conduct"
        case result
        case majorityOfVictim = "majority-of-victim"
    }

    /// How the age or the life of the victim moves the period (DESIGN-AMENDMENTS 13). Ages in completed years.
    public enum VictimRule: Hashable, Sendable {
        /// The period begins on the birthday, or with the end of the conduct if that is later (FR, ES).
        case runsFromAge(Int)
        /// The period rests until the birthday (DE).
        case suspendedUntilAge(Int)
        /// Days before the birthday are left out of the count (AT).
        case uncountedUntilAge(Int)
        /// The period is longer by the time between the end of the conduct and the birthday (JP).
        case addedUntilAge(Int)
        /// The period does not end before the birthday (CH).
        case notBeforeAge(Int)
        /// The period lasts at least as long as the victim lives, and at least this term after the conduct (US).
        case lifeOr(Term)
    }

    /// Whether the day on which a period begins is its first day.
    public enum FirstDay: String, Hashable, Sendable, CaseIterable {
        case counts
        case doesNotCount = "does-not-count"
    }

    /// A rule that may apply in place of this one, which the texts that were read do not decide.
    public struct Possibility: Hashable, Sendable {
        public let rule: Limitation
        /// What is open.
        public let because: String
        public init(rule: Limitation, because: String) {
            self.rule = rule
            self.because = because
        }
    }

    /// No lapse of time at all.
    public let none: Bool
    /// The period; nil takes the ladder of the general part.
    public let after: Term?
    /// Nil takes that of the ladder.
    public let from: Start?
    public let victim: VictimRule?
    /// Nil takes that of the ladder; where that says nothing either, the texts that were read leave it open.
    public let firstDay: FirstDay?
    /// Nil takes that of the ladder.
    public let interruption: Interruption?
    public let perhaps: [Possibility]
    public let note: String?
    public let authority: Authority

    public init(
        none: Bool = false, after: Term? = nil, from: Start? = nil, victim: VictimRule? = nil, firstDay: FirstDay? = nil,
        interruption: Interruption? = nil, perhaps: [Possibility] = [], note: String? = nil, authority: Authority
    ) {
        self.none = none
        self.after = after
        self.from = from
        self.victim = victim
        self.firstDay = firstDay
        self.interruption = interruption
        self.perhaps = perhaps
        self.note = note
        self.authority = authority
    }
}

/// What acts of the authorities, and the absence of the person, do to a running period.
public struct Interruption: Hashable, Sendable {
    public enum Effect: Hashable, Sendable {
        /// The whole period begins anew.
        case restarts
        /// Time no longer lapses.
        case stops
        case nothing
    }

    /// The period ends at the latest after so many times its length, however often it was interrupted.
    public enum Multiple: String, Hashable, Sendable, CaseIterable {
        case double, triple
        case halfAgain = "half-again"

        /// In halves of the period.
        public var halves: Int {
            switch self {
            case .halfAgain: return 3
            case .double: return 4
            case .triple: return 6
            }
        }
    }

    /// Why the period may rest while the person is out of reach.
    public enum Absence: String, Hashable, Sendable, CaseIterable { case abroad, hiding }

    public let restarting: Set<ProceduralAct.Kind>
    public let stopping: Set<ProceduralAct.Kind>
    public let withoutEffect: Set<ProceduralAct.Kind>
    public let absolute: Multiple?
    public let suspendedWhile: Set<Absence>
    public let authority: Authority

    public init(
        restarting: Set<ProceduralAct.Kind> = [], stopping: Set<ProceduralAct.Kind> = [],
        withoutEffect: Set<ProceduralAct.Kind> = [], absolute: Multiple? = nil, suspendedWhile: Set<Absence> = [],
        authority: Authority
    ) {
        self.restarting = restarting
        self.stopping = stopping
        self.withoutEffect = withoutEffect
        self.absolute = absolute
        self.suspendedWhile = suspendedWhile
        self.authority = authority
    }

    /// What an act of this kind does; nil where the encoding does not say.
    public func effect(of kind: ProceduralAct.Kind) -> Effect? {
        if stopping.contains(kind) { return .stops }
        if restarting.contains(kind) { return .restarts }
        return withoutEffect.contains(kind) ? .nothing : nil
    }
}

extension GeneralPart {
    public struct LimitationStep: Hashable, Sendable {
        /// Applies where the maximum reaches this; nil for all the rest.
        public let maximum: Threshold?
        /// Nil where time never lapses.
        public let after: Term?
        public init(maximum: Threshold?, after: Term?) {
            self.maximum = maximum
            self.after = after
        }
    }

    /// The periods by the highest penalty, for every offence that says nothing else.
    public struct LimitationLadder: Hashable, Sendable {
        public let none: Bool
        public let steps: [LimitationStep]
        public let from: Limitation.Start
        /// Nil where the texts that were read do not say.
        public let firstDay: Limitation.FirstDay?
        /// Nil where it is not encoded.
        public let interruption: Interruption?
        public let authority: Authority

        public init(
            none: Bool, steps: [LimitationStep], from: Limitation.Start, firstDay: Limitation.FirstDay? = nil,
            interruption: Interruption? = nil, authority: Authority
        ) {
            self.none = none
            self.steps = steps
            self.from = from
            self.firstDay = firstDay
            self.interruption = interruption
            self.authority = authority
        }

        /// The first step that an offence with this maximum reaches.
        public func step(forMaximum maximum: Term) -> LimitationStep? {
            steps.first { $0.maximum?.isReached(by: maximum) ?? true }
        }

        /// The period for an offence with this maximum; nil where time never lapses or no step fits.
        public func period(forMaximum maximum: Term) -> Term? { none ? nil : step(forMaximum: maximum)?.after }
    }
}
