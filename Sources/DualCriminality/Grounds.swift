import ConditionAlgebra
import Law

/// The grounds that definitions and penalties decide: dual criminality and the penalty threshold of the requested
/// state's own law.
struct Grounds {
    let assessor: Assessor
    let request: Request
    let count: Count
    let item: Item
    let views: (requesting: SideViews, requested: SideViews)

    /// Each finding with what it means for the verdict.
    func findings(
        facts: Facts, requesting: SideAnswer, requested: SideAnswer,
        statuses: (PunishabilityStatus, PunishabilityStatus), _ decider: inout Decider
    ) throws -> [(finding: Finding, verdict: Verdict)] {
        switch request.kind {
        case .extradition:
            guard let law = assessor.requested.cooperation?.extradition else { return [missingLaw("extradition")] }
            var result = [
                dualCriminality(
                    requesting, requested, statuses, effect: law.dualCriminality.effect,
                    authority: law.dualCriminality.authority)
            ]
            result += try threshold(law, facts, requesting, requested, &decider)
            return result
        case .assistance:
            guard let law = assessor.requested.cooperation?.assistance else { return [missingLaw("assistance")] }
            let asked = request.measures.filter { law.requiresDualCriminality(for: $0) }
            if law.rule == .never || (!request.measures.isEmpty && asked.isEmpty) {
                return [notRequired(law)]
            }
            var finding = dualCriminality(
                requesting, requested, statuses, effect: law.effect, authority: law.authority)
            let free = request.measures.filter { !law.requiresDualCriminality(for: $0) }
            if finding.finding.outcome != .clear {
                let available = free.isEmpty
                    ? Measure.allCases.filter { !law.requiresDualCriminality(for: $0) } : free
                if !available.isEmpty {
                    let cure = Finding.Cure(
                        kind: .measure,
                        text: "ask for what needs no dual criminality: "
                            + available.map(\.rawValue).joined(separator: ", "))
                    finding.finding = finding.finding.adding(cure)
                }
            }
            return [finding]
        }
    }

    private var scope: (count: String, item: String?) { (count.id, item.id) }

    private func missingLaw(_ what: String) -> (finding: Finding, verdict: Verdict) {
        let finding = Finding(
            ground: "dual-criminality", count: count.id, item: item.id, outcome: .unknown, effect: "mandatory",
            basis: "domestic", provision: "", because: [
                "the \(what) law of \(assessor.requested.name) is not encoded"
            ], establish: nil, cure: [], review: Review.draft.rawValue)
        return (finding, .notAssessable)
    }

    private func notRequired(_ law: AssistanceLaw) -> (finding: Finding, verdict: Verdict) {
        let finding = Finding(
            ground: "dual-criminality", count: count.id, item: item.id, outcome: .clear, effect: law.effect.rawValue,
            basis: "domestic", provision: law.authority.provision,
            because: ["dual criminality is not asked for these measures"], establish: nil, cure: [],
            review: law.authority.review.rawValue)
        return (finding, .clear)
    }

    private func dualCriminality(
        _ requesting: SideAnswer, _ requested: SideAnswer, _ statuses: (PunishabilityStatus, PunishabilityStatus),
        effect: GroundEffect, authority: Authority
    ) -> (finding: Finding, verdict: Verdict) {
        let status = PunishabilityStatus.worst([statuses.0, statuses.1]) ?? .unknown
        var because: [String] = []
        var cures: [Finding.Cure] = []
        for (answer, own, name) in [
            (requesting, statuses.0, assessor.requesting.name), (requested, statuses.1, assessor.requested.name),
        ] {
            because.append(Grounds.reason(answer, own, name))
            cures += Grounds.cures(answer, own, name)
        }
        let decisive = statuses.1 == status ? requested : requesting
        let finding = Finding(
            ground: "dual-criminality", count: count.id, item: item.id,
            outcome: Grounds.outcome(status, effect), effect: effect.rawValue, basis: "domestic",
            provision: authority.provision, because: because, establish: decisive.establish, cure: cures,
            review: authority.review.rawValue)
        return (finding, Grounds.verdict(status, effect))
    }

    static func outcome(_ status: PunishabilityStatus, _ effect: GroundEffect) -> Finding.Outcome {
        switch status {
        case .met: return .clear
        case .notMet: return effect == .mandatory ? .bars : .mayBar
        case .depends, .appraisal, .unknown: return .unknown
        }
    }

    /// An optional ground never changes the verdict (DESIGN-AMENDMENTS 11).
    static func verdict(_ status: PunishabilityStatus, _ effect: GroundEffect) -> Verdict {
        switch status {
        case .met: return .clear
        case .notMet: return effect == .mandatory ? .obstructed : .clear
        case .depends, .appraisal: return .conditional
        case .unknown: return .notAssessable
        }
    }

    private static func reason(_ answer: SideAnswer, _ status: PunishabilityStatus, _ name: String) -> String {
        switch status {
        case .met:
            let by = answer.offences.filter { $0.status == .met }.prefix(2).map(\.provision)
            return by.isEmpty
                ? "\(name): punishable by several offences together"
                : "\(name): punishable under \(by.joined(separator: ", "))"
        case .notMet:
            guard let near = answer.nearest.first else { return "\(name): not punishable" }
            let fails = near.fails.map { "\($0.stated), needed: \($0.needed.text)" }.joined(separator: "; ")
            return "\(name): not punishable; nearest is \(near.provision): \(fails)"
        case .depends: return "\(name): depends on facts that are not stated"
        case .appraisal:
            return "\(name): punishable if a court finds so: " + answer.appraisal.map(\.text).joined(separator: ", ")
        case .unknown: return "\(name): turns on law that is not encoded"
        }
    }

    private static func cures(_ answer: SideAnswer, _ status: PunishabilityStatus, _ name: String) -> [Finding.Cure] {
        switch status {
        case .met, .unknown: return []
        case .depends, .appraisal:
            return (answer.establish?.anyOf ?? []).prefix(3).map {
                Finding.Cure(kind: .fact, text: "for \(name), allege and show that \($0.text)")
            }
        case .notMet:
            return answer.nearest.compactMap { near in
                let movable = near.fails.allSatisfy { $0.change != Changeability.fixed.rawValue }
                guard movable else { return nil }
                let isCharge = near.fails.contains { $0.change == Changeability.charge.rawValue }
                let what = near.fails.map(\.needed.text).joined(separator: " and ")
                return Finding.Cure(
                    kind: isCharge ? .count : .fact,
                    text: isCharge
                        ? "\(near.provision) would reach another act: if the facts bear it, add a count on which \(what)"
                        : "\(near.provision) would reach it if it can be shown that \(what)")
            }
        }
    }
}

extension Finding {
    func adding(_ more: Cure) -> Finding {
        Finding(
            ground: ground, count: count, item: item, outcome: outcome, effect: effect, basis: basis,
            provision: provision, because: because, establish: establish, cure: cure + [more], review: review)
    }
}
