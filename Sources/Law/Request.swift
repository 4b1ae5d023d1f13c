/// A request that has not been filed yet: legal facts only, no identities.
public struct Request: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable { case extradition, assistance }
    public enum Purpose: String, Hashable, Sendable, CaseIterable { case prosecution, sentence }

    public let kind: Kind
    public let requesting: JurisdictionCode
    public let requested: JurisdictionCode
    /// The day on which the request is (to be) made.
    public let date: LegalDate
    public let purpose: Purpose
    public let sentenceImposed: Term?
    public let sentenceRemaining: Term?
    public let measures: [Measure]
    public let person: Person
    /// Facts of the catalogue of grounds that the request states: `case.*`, `person.*`, `assurance.*`.
    public let caseFacts: Facts
    public let finalJudgments: [FinalJudgment]
    /// Where proceedings for the same conduct are pending.
    public let pendingIn: [JurisdictionCode]
    /// Whether the request speaks of judgments and of pending proceedings at all; silence is a presumption.
    public let statesJudgments: Bool
    public let statesPending: Bool
    /// The acts of the proceedings; nil where the request does not speak of them.
    public let procedural: [ProceduralAct]?
    /// The instrument that the user means to invoke.
    public let legalBasis: InstrumentID?
    public let counts: [Count]

    public init(
        kind: Kind, requesting: JurisdictionCode, requested: JurisdictionCode, date: LegalDate, purpose: Purpose,
        sentenceImposed: Term?, sentenceRemaining: Term?, measures: [Measure], person: Person = Person(),
        caseFacts: Facts = Facts(), finalJudgments: [FinalJudgment] = [], pendingIn: [JurisdictionCode] = [],
        statesJudgments: Bool = false, statesPending: Bool = false, procedural: [ProceduralAct]? = nil, legalBasis: InstrumentID? = nil, counts: [Count]
    ) {
        self.kind = kind
        self.requesting = requesting
        self.requested = requested
        self.date = date
        self.purpose = purpose
        self.sentenceImposed = sentenceImposed
        self.sentenceRemaining = sentenceRemaining
        self.measures = measures
        self.person = person
        self.caseFacts = caseFacts
        self.finalJudgments = finalJudgments
        self.pendingIn = pendingIn
        self.statesJudgments = statesJudgments
        self.statesPending = statesPending
        self.procedural = procedural
        self.legalBasis = legalBasis
        self.counts = counts
    }
}

/// What is known of each element; an element that is missing is unknown.
public struct Facts: Hashable, Sendable {
    public var values: [ElementIndex: ValueSet]
    public init(_ values: [ElementIndex: ValueSet] = [:]) { self.values = values }

    /// These facts with `other` on top: what `other` states replaces what was stated.
    public func overlaid(with other: Facts) -> Facts {
        Facts(values.merging(other.values) { _, new in new })
    }
}

/// One charge.
public struct Count: Hashable, Sendable {
    public let id: String
    public let chargedUnder: [OffenceID]
    public let committed: DateInterval
    /// Where the conduct was done; nil where the request does not say.
    public let places: [Place]?
    public let victim: Victim
    /// All of these happened; each is judged on its own. Never empty.
    public let items: [Item]
    public init(
        id: String, chargedUnder: [OffenceID], committed: DateInterval, places: [Place]? = nil, victim: Victim = Victim(),
        items: [Item]
    ) {
        self.id = id
        self.chargedUnder = chargedUnder
        self.committed = committed
        self.places = places
        self.victim = victim
        self.items = items
    }
}

/// One act or one piece of material.
public struct Item: Hashable, Sendable {
    public let id: String
    /// The facts; several where something is alleged in the alternative. Never empty.
    public let alternatives: [Facts]
    public init(id: String, alternatives: [Facts]) {
        self.id = id
        self.alternatives = alternatives
    }
}
