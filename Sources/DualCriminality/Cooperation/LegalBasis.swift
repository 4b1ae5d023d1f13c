import Law

/// One way in which a request between two states can be founded: an instrument with its protocols and reservations, or the
/// requested state's own law.
struct LegalBasis: Sendable {
    enum Certainty: Hashable, Sendable {
        case certain
        /// That it binds both states, or since when, is not known.
        case uncertain(String)
    }

    /// The name that findings give as their `basis`: the id of the instrument, or `domestic`.
    let id: String
    let title: String
    let short: String
    let instrument: Instrument?
    /// What the treaty says, protocols and reservations included; nil for the state's own law.
    let treaty: CooperationTerms?
    /// What the requested state's law says on this basis; nil where it is not encoded.
    let national: CooperationTerms?
    /// National grounds apply where the treaty is silent.
    let nationalGroundsRemain: Bool
    private(set) var certainty: Certainty
    /// The basis that displaces this one, with the provision.
    private(set) var displacedBy: (id: String, provision: String)?
    /// A basis for certain offences that displaces this one if the conduct is within it.
    private(set) var yieldsWithin: (id: String, provision: String)?
    /// Why it stands as it does: dates in force, protocols, reservations.
    let remarks: [String]
    /// The states of review of what was used to choose it.
    let authorities: [Authority]

    static let domestic = "domestic"

    /// What displaces it, with the provision.
    var displacement: String? { displacedBy.map { "\($0.id) (\($0.provision))" } }

    /// The test of dual criminality: what the treaty says, and the requested state's own for the rest.
    var test: DualCriminalityTest? {
        guard let own = treaty?.dualCriminality else { return national?.dualCriminality }
        return own.completed(by: national?.dualCriminality)
    }

    /// The treaty's threshold; on a side where it has none, that of the requested state's law, unless that yields.
    var penalty: PenaltyThreshold? {
        guard let own = treaty?.penalty else { return national?.penalty }
        let bindsToo = instrument?.isSubjectToNationalLaw ?? false
        guard let other = national?.penalty, stays(other.yieldsToTreaty, beside: own.effect == .mandatory) else { return own }
        func both(_ one: ThresholdRule?, _ two: ThresholdRule?) -> ThresholdRule? {
            bindsToo ? ThresholdRule.stricter(one, two) : one ?? two
        }
        return PenaltyThreshold(
            requesting: both(own.requesting, other.requesting), requested: both(own.requested, other.requested), effect: own.effect,
            measures: own.measures, accessory: own.accessory, yieldsToTreaty: own.yieldsToTreaty, authority: own.authority)
    }

    /// The imposed and the remaining sentence are two questions; one that the treaty does not ask is asked by national law,
    /// unless that yields.
    var sentence: SentenceThreshold? {
        guard let own = treaty?.sentence else { return national?.sentence }
        guard let other = national?.sentence, stays(other.yieldsToTreaty, beside: true) else { return own }
        return SentenceThreshold(
            remaining: own.remaining ?? other.remaining, imposed: own.imposed ?? other.imposed,
            yieldsToTreaty: own.yieldsToTreaty, authority: own.authority)
    }
    /// Whether a threshold of national law stays beside one of the treaty.
    private func stays(_ yields: TreatyYield, beside speaks: Bool) -> Bool {
        switch yields {
        case .no: return true
        case .whereItSpeaks: return !speaks || (instrument?.isSubjectToNationalLaw ?? false)
        case .yes: return false
        }
    }

    /// Whether a reduction for attempt counts for the threshold; nil where no text says.
    var attemptReduces: Bool? { treaty?.attemptReducesThreshold ?? national?.attemptReducesThreshold }
    var list: OffenceList? { treaty?.list ?? national?.list }
    var extraditable: OffenceList? { treaty?.extraditable }
    var speciality: SpecialityRule? { treaty?.speciality ?? national?.speciality }
    var documents: [RequiredDocument] { (treaty?.documents ?? []) + (national?.documents ?? []) }
    var dutyToProsecute: DutyToProsecute? { treaty?.dutyToProsecute ?? national?.dutyToProsecute }

    /// The days whose law assistance asks.
    var assistanceDates: [LawDate] { (treaty?.assistance ?? national?.assistance)?.requestedDates ?? [.request] }

    func displaced(by other: String, provision: String) -> LegalBasis {
        var changed = self
        changed.displacedBy = (other, provision)
        return changed
    }

    func yielding(to other: String, provision: String) -> LegalBasis {
        var changed = self
        changed.yieldsWithin = (other, provision)
        return changed
    }

    func uncertain(_ why: String) -> LegalBasis {
        var changed = self
        changed.certainty = .uncertain(why)
        return changed
    }
}

extension DualCriminalityTest {
    /// This test, with what it only infers taken from `other`: a treaty seldom says which day's law is asked, how
    /// alternatives are treated and which exceptions count, and then the requested state's law does.
    func completed(by other: DualCriminalityTest?) -> DualCriminalityTest {
        guard let other else { return self }
        func infers(_ what: Inference) -> Bool { inferred.contains(what) }
        return DualCriminalityTest(
            mode: mode, alternatives: infers(.alternatives) ? other.alternatives : alternatives,
            requestingDates: infers(.date) ? other.requestingDates : requestingDates,
            requestedDates: infers(.date) ? other.requestedDates : requestedDates, effect: effect,
            disregards: infers(.exceptions) ? other.disregards : disregards,
            inferred: inferred.filter { other.inferred.contains($0) }, authority: authority)
    }
}

extension ThresholdRule {
    /// What reaches both.
    static func stricter(_ one: ThresholdRule?, _ two: ThresholdRule?) -> ThresholdRule? {
        guard let one, let two else { return one ?? two }
        guard case .maximum(let first) = one, case .maximum(let second) = two else {
            return one == two ? one : .both(one, two)
        }
        if first.term == second.term { return first.exclusive ? one : two }
        return first.term > second.term ? one : two
    }
}
