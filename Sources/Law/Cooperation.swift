/// A state's own law on extradition and assistance, as far as definitions and penalties decide it.
public struct Cooperation: Hashable, Sendable {
    public let extradition: ExtraditionLaw?
    public let assistance: AssistanceLaw?
    public let sources: [Source]
    public let notes: [String]
    public init(extradition: ExtraditionLaw?, assistance: AssistanceLaw?, sources: [Source], notes: [String]) {
        self.extradition = extradition
        self.assistance = assistance
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
public enum ThresholdRule: Hashable, Sendable {
    case maximum(Threshold)
    /// The offence must be a crime, or reach this threshold.
    case crimeOr(Threshold?)
}

public struct ExtraditionLaw: Hashable, Sendable {
    public let dualCriminality: DualCriminalityTest
    public let requestingThreshold: ThresholdRule?
    public let requestedThreshold: ThresholdRule?
    public let thresholdEffect: GroundEffect
    public let thresholdAuthority: Authority?
    public let remainingSentence: Threshold?
    public let imposedSentence: Threshold?
    public let sentenceAuthority: Authority?
    /// Whether a reduction for attempt counts for the threshold.
    public let attemptReducesThreshold: Bool

    public init(
        dualCriminality: DualCriminalityTest, requestingThreshold: ThresholdRule?, requestedThreshold: ThresholdRule?,
        thresholdEffect: GroundEffect, thresholdAuthority: Authority?, remainingSentence: Threshold?,
        imposedSentence: Threshold?, sentenceAuthority: Authority?, attemptReducesThreshold: Bool
    ) {
        self.dualCriminality = dualCriminality
        self.requestingThreshold = requestingThreshold
        self.requestedThreshold = requestedThreshold
        self.thresholdEffect = thresholdEffect
        self.thresholdAuthority = thresholdAuthority
        self.remainingSentence = remainingSentence
        self.imposedSentence = imposedSentence
        self.sentenceAuthority = sentenceAuthority
        self.attemptReducesThreshold = attemptReducesThreshold
    }
}

public struct AssistanceLaw: Hashable, Sendable {
    public enum Rule: String, Hashable, Sendable, CaseIterable {
        case always, never
        case coerciveOnly = "coercive-only"
    }

    public let rule: Rule
    /// The measures that the rule names; empty where it names none.
    public let measures: Set<Measure>
    public let requestedDates: [LawDate]
    public let effect: GroundEffect
    public let authority: Authority
    public init(
        rule: Rule, measures: Set<Measure>, requestedDates: [LawDate], effect: GroundEffect, authority: Authority
    ) {
        self.rule = rule
        self.measures = measures
        self.requestedDates = requestedDates
        self.effect = effect
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
