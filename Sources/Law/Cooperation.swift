/// A state's own law on extradition and assistance.
public struct Cooperation: Hashable, Sendable {
    public let extradition: CooperationLaw?
    public let assistance: CooperationLaw?
    /// Bases of jurisdiction beyond territory; nil where they are not encoded.
    public let reach: [Reach]?
    public let sources: [Source]
    public let notes: [String]
    public init(
        extradition: CooperationLaw?, assistance: CooperationLaw?, reach: [Reach]? = nil, sources: [Source],
        notes: [String]
    ) {
        self.extradition = extradition
        self.assistance = assistance
        self.reach = reach
        self.sources = sources
        self.notes = notes
    }
}

/// Which day's law is asked.
public enum LawDate: String, Hashable, Sendable, CaseIterable { case conduct, request }

public enum GroundEffect: String, Hashable, Sendable, CaseIterable { case mandatory, optional }

/// How a state tests dual criminality (DESIGN §4.7–4.13).
public struct DualCriminalityTest: Hashable, Sendable {
    public enum Mode: String, Hashable, Sendable, CaseIterable { case conduct, offence }
    public enum Alternatives: String, Hashable, Sendable, CaseIterable { case every, one }

    public let mode: Mode
    public let alternatives: Alternatives
    public let requestingDates: [LawDate]
    public let requestedDates: [LawDate]
    public let effect: GroundEffect
    /// The kinds of exception that are left out of the comparison.
    public let disregards: Set<ExceptionKind>
    /// What the text does not say and the encoding infers.
    public let inferred: [Inference]
    public let authority: Authority

    public enum Inference: String, Hashable, Sendable, CaseIterable { case date, alternatives, exceptions }

    public init(
        mode: Mode, alternatives: Alternatives, requestingDates: [LawDate], requestedDates: [LawDate],
        effect: GroundEffect, disregards: Set<ExceptionKind>, inferred: [Inference] = [], authority: Authority
    ) {
        self.mode = mode
        self.alternatives = alternatives
        self.requestingDates = requestingDates
        self.requestedDates = requestedDates
        self.effect = effect
        self.disregards = disregards
        self.inferred = inferred
        self.authority = authority
    }
}

/// A side of the penalty threshold.
public indirect enum ThresholdRule: Hashable, Sendable {
    case maximum(Threshold)
    /// The offence must be a crime, or reach this threshold.
    case crimeOr(Threshold?)
    /// A treaty's and the requested state's own.
    case both(ThresholdRule, ThresholdRule)
}

/// Whether the state cooperates where no treaty binds it.
public struct WithoutTreaty: Hashable, Sendable {
    public enum Granted: String, Hashable, Sendable, CaseIterable { case yes, reciprocity, no, unknown }
    public let granted: Granted
    /// The states for which that holds; nil for all. To others it is not granted.
    public let states: Set<JurisdictionCode>?
    public let authority: Authority

    public func granted(to state: JurisdictionCode) -> Granted {
        guard let states else { return granted }
        return states.contains(state) ? granted : .no
    }

    public init(granted: Granted, states: Set<JurisdictionCode>? = nil, authority: Authority) {
        self.granted = granted
        self.states = states
        self.authority = authority
    }
}

/// Whether grounds of national law still apply where a treaty is silent on them.
public struct TreatyRelation: Hashable, Sendable {
    public enum NationalGrounds: String, Hashable, Sendable, CaseIterable { case remain, yield }
    public let nationalGrounds: NationalGrounds
    public let authority: Authority
    public init(nationalGrounds: NationalGrounds, authority: Authority) {
        self.nationalGrounds = nationalGrounds
        self.authority = authority
    }
}

/// A state's own law on one kind of cooperation.
public struct CooperationLaw: Hashable, Sendable {
    public let terms: CooperationTerms
    public let withoutTreaty: WithoutTreaty?
    public let treaties: TreatyRelation?
    /// Measures of assistance and whether domestic law has them for such offences.
    public let available: [Measure: Availability]
    /// The law that implements an instrument, in place of everything above.
    public let under: [InstrumentID: CooperationTerms]

    public struct Availability: Hashable, Sendable {
        public enum Answer: String, Hashable, Sendable, CaseIterable { case yes, no, unknown }
        public let answer: Answer
        public let authority: Authority
        public init(answer: Answer, authority: Authority) {
            self.answer = answer
            self.authority = authority
        }
    }

    public init(
        terms: CooperationTerms, withoutTreaty: WithoutTreaty? = nil, treaties: TreatyRelation? = nil,
        available: [Measure: Availability] = [:], under: [InstrumentID: CooperationTerms] = [:]
    ) {
        self.terms = terms
        self.withoutTreaty = withoutTreaty
        self.treaties = treaties
        self.available = available
        self.under = under
    }

    public var dualCriminality: DualCriminalityTest? { terms.dualCriminality }
    public var assistance: AssistanceTest? { terms.assistance }
}

/// For which measures of assistance dual criminality is asked.
public struct AssistanceTest: Hashable, Sendable {
    public enum Rule: String, Hashable, Sendable, CaseIterable {
        case always, never
        case coerciveOnly = "coercive-only"
    }

    public let rule: Rule
    /// The measures that the rule names; empty where it names none.
    public let measures: Set<Measure>
    public let requestedDates: [LawDate]
    public let effect: GroundEffect
    public let yieldsToTreaty: TreatyYield
    public let authority: Authority
    public init(
        rule: Rule, measures: Set<Measure>, requestedDates: [LawDate], effect: GroundEffect,
        yieldsToTreaty: TreatyYield = .no, authority: Authority
    ) {
        self.rule = rule
        self.measures = measures
        self.requestedDates = requestedDates
        self.effect = effect
        self.yieldsToTreaty = yieldsToTreaty
        self.authority = authority
    }

    /// Whether dual criminality is asked for this measure.
    public func requiresDualCriminality(for measure: Measure) -> Bool {
        switch rule {
        case .always: return true
        case .never: return false
        case .coerciveOnly: return measures.isEmpty ? measure.isCoercive : measures.contains(measure)
        }
    }
}

/// A basis of jurisdiction beyond the state's own territory.
public struct Reach: Hashable, Sendable {
    public enum Basis: String, Hashable, Sendable, CaseIterable { case nationality, residence, victim, universal, representation }
    public enum Offences: Hashable, Sendable {
        case all
        case some(Set<OffenceID>)
        case categories([String])
    }

    public let basis: Basis
    public let offences: Offences
    /// Over the facts of the catalogue of grounds, with this state as the requested one.
    public let when: Condition
    /// Whether the conduct must be punishable where it was done; nil where the text does not say.
    public let doubleCriminalityAtPlace: Bool?
    /// It exists only because the person is not extradited, so it never bars extradition.
    public let isSubsidiary: Bool
    public let authority: Authority

    public init(
        basis: Basis, offences: Offences, when: Condition, doubleCriminalityAtPlace: Bool?, isSubsidiary: Bool,
        authority: Authority
    ) {
        self.basis = basis
        self.offences = offences
        self.when = when
        self.doubleCriminalityAtPlace = doubleCriminalityAtPlace
        self.isSubsidiary = isSubsidiary
        self.authority = authority
    }
}

extension Cooperation {
    public func law(_ kind: Request.Kind) -> CooperationLaw? { kind == .extradition ? extradition : assistance }
}

/// What assistance asks for.
public enum Measure: String, Hashable, Sendable, CaseIterable {
    case subscriberData = "subscriber-data"
    case trafficData = "traffic-data"
    case contentData = "content-data"
    case preservation
    case searchAndSeizure = "search-and-seizure"
    case interception
    case witnessStatement = "witness-statement"
    case serviceOfDocuments = "service-of-documents"
    case bankRecords = "bank-records"
    case freezing, confiscation
    case productionOrder = "production-order"
    case handOverOfObjects = "hand-over-of-objects"

    /// Measures that override somebody's will in any legal order.
    public var isCoercive: Bool {
        switch self {
        case .searchAndSeizure, .interception, .freezing, .confiscation, .productionOrder, .contentData, .bankRecords:
            return true
        case .subscriberData, .trafficData, .preservation, .witnessStatement, .serviceOfDocuments, .handOverOfObjects:
            return false
        }
    }
}
