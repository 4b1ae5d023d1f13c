/// What one text says about one kind of cooperation: a treaty, a state's own law, or a state's law that implements a treaty.
public struct CooperationTerms: Hashable, Sendable {
    public let dualCriminality: DualCriminalityTest?
    /// For which measures of assistance dual criminality is asked.
    public let assistance: AssistanceTest?
    public let penalty: PenaltyThreshold?
    public let sentence: SentenceThreshold?
    /// Whether a reduction for attempt counts for the threshold; nil where the text does not say.
    public let attemptReducesThreshold: Bool?
    /// The offences whose dual criminality is not checked.
    public let list: OffenceList?
    /// The only extraditable offences, where the treaty lists them.
    public let extraditable: OffenceList?
    public let grounds: GroundRules
    public let speciality: SpecialityRule?
    public let documents: [RequiredDocument]
    public let dutyToProsecute: DutyToProsecute?

    public init(
        dualCriminality: DualCriminalityTest? = nil, assistance: AssistanceTest? = nil, penalty: PenaltyThreshold? = nil, sentence: SentenceThreshold? = nil,
        attemptReducesThreshold: Bool? = nil, list: OffenceList? = nil, extraditable: OffenceList? = nil,
        grounds: GroundRules = .none, speciality: SpecialityRule? = nil, documents: [RequiredDocument] = [],
        dutyToProsecute: DutyToProsecute? = nil
    ) {
        self.dualCriminality = dualCriminality
        self.assistance = assistance
        self.penalty = penalty
        self.sentence = sentence
        self.attemptReducesThreshold = attemptReducesThreshold
        self.list = list
        self.extraditable = extraditable
        self.grounds = grounds
        self.speciality = speciality
        self.documents = documents
        self.dutyToProsecute = dutyToProsecute
    }

    /// These terms with `other` on top: what `other` says takes the place of what was said.
    public func replaced(by other: CooperationTerms) -> CooperationTerms {
        CooperationTerms(
            dualCriminality: other.dualCriminality ?? dualCriminality, assistance: other.assistance ?? assistance, penalty: other.penalty ?? penalty,
            sentence: other.sentence ?? sentence,
            attemptReducesThreshold: other.attemptReducesThreshold ?? attemptReducesThreshold, list: other.list ?? list,
            extraditable: other.extraditable ?? extraditable, grounds: grounds.replaced(by: other.grounds),
            speciality: other.speciality ?? speciality, documents: documents + other.documents,
            dutyToProsecute: other.dutyToProsecute ?? dutyToProsecute)
    }
}

/// The least penalty that the offence must carry, on each side that the text names.
public struct PenaltyThreshold: Hashable, Sendable {
    public let requesting: ThresholdRule?
    public let requested: ThresholdRule?
    public let effect: GroundEffect
    /// The measures of assistance for which it is asked; nil for all.
    public let measures: Set<Measure>?
    /// Counts below the threshold may be joined to one that reaches it (accessory extradition).
    public let accessory: Authority?
    public let yieldsToTreaty: TreatyYield
    public let authority: Authority

    public init(
        requesting: ThresholdRule?, requested: ThresholdRule?, effect: GroundEffect, measures: Set<Measure>? = nil,
        accessory: Authority? = nil, yieldsToTreaty: TreatyYield = .no, authority: Authority
    ) {
        self.requesting = requesting
        self.requested = requested
        self.effect = effect
        self.measures = measures
        self.accessory = accessory
        self.yieldsToTreaty = yieldsToTreaty
        self.authority = authority
    }
}

/// The least sentence for which somebody is surrendered.
public struct SentenceThreshold: Hashable, Sendable {
    public let remaining: Threshold?
    public let imposed: Threshold?
    public let yieldsToTreaty: TreatyYield
    public let authority: Authority
    public init(remaining: Threshold?, imposed: Threshold?, yieldsToTreaty: TreatyYield = .no, authority: Authority) {
        self.remaining = remaining
        self.imposed = imposed
        self.yieldsToTreaty = yieldsToTreaty
        self.authority = authority
    }
}

/// Offences named by an instrument, by the harmonised categories that they reach.
public struct OffenceList: Hashable, Sendable {
    public struct Item: Hashable, Sendable {
        public let id: String
        public let title: String
        /// Ids of categories of the vocabulary; empty for offences outside this field.
        public let categories: [String]
        public init(id: String, title: String, categories: [String]) {
            self.id = id
            self.title = title
            self.categories = categories
        }
    }

    public let items: [Item]
    /// The threshold of the list itself, under the requesting law.
    public let requestingThreshold: Threshold?
    public let authority: Authority
    public init(items: [Item], requestingThreshold: Threshold?, authority: Authority) {
        self.items = items
        self.requestingThreshold = requestingThreshold
        self.authority = authority
    }
}

/// What may be prosecuted after surrender.
public struct SpecialityRule: Hashable, Sendable {
    /// Whether the surrendering state can consent to more.
    public let consent: Bool?
    /// The days after release in which leaving ends the protection.
    public let graceDays: Int?
    public let authority: Authority
    public init(consent: Bool?, graceDays: Int?, authority: Authority) {
        self.consent = consent
        self.graceDays = graceDays
        self.authority = authority
    }
}

/// What must accompany a request.
public struct RequiredDocument: Hashable, Sendable {
    public let text: String
    public let provision: String
    public init(text: String, provision: String) {
        self.text = text
        self.provision = provision
    }
}

/// Extradite or prosecute.
public struct DutyToProsecute: Hashable, Sendable {
    /// Only where the requesting state asks for it.
    public let onRequest: Bool?
    public let authority: Authority
    public init(onRequest: Bool?, authority: Authority) {
        self.onRequest = onRequest
        self.authority = authority
    }
}
