/// The person sought, or suspected: legal relations to states, no identity.
public struct Person: Hashable, Sendable {
    public struct Nationality: Hashable, Sendable {
        public let state: JurisdictionCode
        /// The day on which it was acquired; nil where it was there all along or that is not stated.
        public let since: LegalDate?
        public init(state: JurisdictionCode, since: LegalDate? = nil) {
            self.state = state
            self.since = since
        }
    }

    /// Every nationality; nil where the request does not say.
    public let nationalities: [Nationality]?
    public let residentIn: JurisdictionCode?
    public let presentIn: JurisdictionCode?
    /// In completed years.
    public let ageAtConduct: Int?
    /// In completed years on the day of the request.
    public let ageNow: Int?

    public init(
        nationalities: [Nationality]? = nil, residentIn: JurisdictionCode? = nil, presentIn: JurisdictionCode? = nil,
        ageAtConduct: Int? = nil, ageNow: Int? = nil
    ) {
        self.nationalities = nationalities
        self.residentIn = residentIn
        self.presentIn = presentIn
        self.ageAtConduct = ageAtConduct
        self.ageNow = ageNow
    }
}

/// The victim of a count: what limitation and bases of jurisdiction turn on.
public struct Victim: Hashable, Sendable {
    public let nationalities: [JurisdictionCode]?
    public let residentIn: JurisdictionCode?
    /// In completed years on the day of the request.
    public let ageNow: Int?
    /// In completed years at the time of the conduct.
    public let ageAtConduct: Int?
    /// The days among which the birth lies.
    public let born: DateInterval?

    public init(
        nationalities: [JurisdictionCode]? = nil, residentIn: JurisdictionCode? = nil, ageNow: Int? = nil,
        ageAtConduct: Int? = nil, born: DateInterval? = nil
    ) {
        self.nationalities = nationalities
        self.residentIn = residentIn
        self.ageNow = ageNow
        self.ageAtConduct = ageAtConduct
        self.born = born
    }
}

/// A place of the conduct.
public struct Place: Hashable, Sendable {
    public enum Part: String, Hashable, Sendable, CaseIterable { case whole, part, effect, server }
    /// Nil where it belongs to no state.
    public let state: JurisdictionCode?
    public let part: Part
    public init(state: JurisdictionCode?, part: Part) {
        self.state = state
        self.part = part
    }
}

/// A final judgment or decision for the same conduct.
public struct FinalJudgment: Hashable, Sendable {
    public enum Outcome: String, Hashable, Sendable, CaseIterable {
        case acquitted, served, enforceable, unenforceable, pardoned, discontinued
        case beingServed = "being-served"
    }

    public let state: JurisdictionCode
    /// Nil where the request does not say how it ended.
    public let outcome: Outcome?
    /// The count that it concerns; nil for all.
    public let count: String?
    public init(state: JurisdictionCode, outcome: Outcome?, count: String? = nil) {
        self.state = state
        self.outcome = outcome
        self.count = count
    }
}

/// A step of the proceedings, which may interrupt or end a period of limitation.
public struct ProceduralAct: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case complaint, investigation, charge, judgment, request
        case arrestWarrant = "arrest-warrant"
    }

    public let kind: Kind
    public let on: LegalDate
    /// The state whose authority acted.
    public let state: JurisdictionCode
    public init(kind: Kind, on: LegalDate, state: JurisdictionCode) {
        self.kind = kind
        self.on = on
        self.state = state
    }
}
