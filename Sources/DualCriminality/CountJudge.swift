import ConditionAlgebra
import Law

/// Judges one count: each item on its own, and the count by its best item.
struct CountJudge {
    let assessor: Assessor
    let request: Request
    let count: Count
    let views: (requesting: SideViews, requested: SideViews)

    func assess(_ decider: inout Decider) throws -> (count: CountAssessment, findings: [Finding]) {
        let analysis = SideAnalysis(wording: Wording(vocabulary: assessor.vocabulary))
        var items: [(assessment: ItemAssessment, findings: [Finding])] = []
        for item in count.items { items.append(try judge(item, analysis, &decider)) }
        // All items happened, so the count stands on the best of them; the rest falls away.
        let decisive = items.enumerated().min { ($0.element.assessment.verdict.rank, $0.offset) < ($1.element.assessment.verdict.rank, $1.offset) }
        guard let decisive else { throw ImpossibleFacts(count: count.id, item: "", reasons: ["the count has no items"]) }
        let best = decisive.element.assessment
        let severable = items.map(\.assessment).filter { $0.dualCriminality == .notMet && best.dualCriminality != .notMet }
        let charged = count.chargedUnder.filter { id in
            !best.requesting.offences.contains { $0.id == id.text }
        }
        let assessment = CountAssessment(
            id: count.id,
            committed: CountAssessment.Period(from: count.committed.from?.iso ?? "", to: count.committed.to?.iso ?? ""),
            dualCriminality: best.dualCriminality, verdict: best.verdict, requesting: best.requesting,
            requested: best.requested, items: items.count > 1 ? items.map(\.assessment) : [],
            severable: severable.map(\.id), alleged: best.alleged, chargedNotMet: charged.map(\.text))
        let isSingle = items.count == 1
        let findings = items.flatMap { item in
            item.findings.map { isSingle ? $0.withoutItem : $0 }
        }
        return (assessment, findings)
    }

    private func judge(
        _ item: Item, _ analysis: SideAnalysis, _ decider: inout Decider
    ) throws -> (assessment: ItemAssessment, findings: [Finding]) {
        var judged: [(facts: Facts, requesting: SideAnswer, requested: SideAnswer, status: PunishabilityStatus, findings: [Finding], verdict: Verdict)] = []
        for facts in item.alternatives {
            let (own, ownStatus) = try analysis.answer(
                views.requesting, stated: facts, strict: assessor.options.strict, &decider)
            let (other, otherStatus) = try analysis.answer(
                views.requested, stated: facts, strict: assessor.options.strict, &decider)
            let status = PunishabilityStatus.worst([ownStatus, otherStatus]) ?? .unknown
            let grounds = Grounds(assessor: assessor, request: request, count: count, item: item, views: views)
            let findings = try grounds.findings(
                facts: facts, requesting: own, requested: other, statuses: (ownStatus, otherStatus), &decider)
            let verdict = Verdict.worst(findings.map(\.verdict))
            judged.append((facts, own, other, status, findings.map(\.finding), verdict))
        }
        // What is alleged in the alternative: every alternative must hold, or one suffices (DESIGN §4.9).
        let rule = assessor.requested.cooperation?.extradition?.dualCriminality.alternatives ?? .every
        let chosen = judged.enumerated().max { left, right in
            rule == .every
                ? (left.element.verdict.rank, -left.offset) < (right.element.verdict.rank, -right.offset)
                : (-left.element.verdict.rank, -left.offset) < (-right.element.verdict.rank, -right.offset)
        }
        guard let shown = chosen?.element else {
            throw ImpossibleFacts(count: count.id, item: item.id, reasons: ["the item states no facts"])
        }
        let wording = Wording(vocabulary: assessor.vocabulary)
        let alleged = shown.facts.values.sorted { $0.key < $1.key }
            .map { FactDescription($0.key, $0.value, wording: wording) }
        let assessment = ItemAssessment(
            id: item.id, dualCriminality: shown.status, verdict: shown.verdict, requesting: shown.requesting,
            requested: shown.requested, alleged: alleged,
            alternatives: judged.count > 1 ? judged.map(\.status) : [])
        return (assessment, shown.findings)
    }
}

extension Finding {
    var withoutItem: Finding {
        Finding(
            ground: ground, count: count, item: nil, outcome: outcome, effect: effect, basis: basis,
            provision: provision, because: because, establish: establish, cure: cure, review: review)
    }
}
