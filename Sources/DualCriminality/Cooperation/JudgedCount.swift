import Law

/// One set of facts of an item on one legal basis.
struct JudgedAlternative {
    let law: ItemLaw
    let findings: [BasisJudge.Judged]
    var verdict: Verdict { Verdict.worst(findings.map(\.verdict)) }
}

/// One item on one legal basis: its deciding alternative.
struct JudgedItem {
    let shown: JudgedAlternative
    let alternatives: [JudgedAlternative]
    private let rule: DualCriminalityTest.Alternatives

    /// What is alleged in the alternative: every alternative must hold, or one suffices (DESIGN §4.9). Nil where the item
    /// states no facts.
    init?(_ alternatives: [JudgedAlternative], _ rule: DualCriminalityTest.Alternatives) {
        let chosen = alternatives.enumerated().max { left, right in
            // Without a basis nothing is judged, and the definitions decide which alternative is shown.
            let ranks = (left.element.rank, right.element.rank)
            return rule == .every ? (ranks.0, -left.offset) < (ranks.1, -right.offset)
                : (-ranks.0, -left.offset) < (-ranks.1, -right.offset)
        }
        guard let chosen else { return nil }
        shown = chosen.element
        self.alternatives = alternatives
        self.rule = rule
    }

    var verdict: Verdict { shown.verdict }

    /// The verdict for one measure of assistance, which another alternative may decide than the one that is shown.
    func verdict(for measure: Measure) -> Verdict {
        let verdicts = alternatives.map { alternative in
            Verdict.worst(
                alternative.findings.filter { $0.finding.measure == nil || $0.finding.measure == measure.rawValue }
                    .map(\.verdict))
        }
        return rule == .every ? Verdict.worst(verdicts) : Verdict.best(verdicts)
    }

    /// Whether a basis for certain offences does not reach the item.
    func scope(_ outcome: Finding.Outcome) -> Bool {
        shown.findings.contains { $0.finding.ground == GroundID.outOfScope.text && $0.finding.outcome == outcome }
    }

    func assessment(_ wording: Wording) -> ItemAssessment {
        ItemAssessment(
            id: shown.law.item.id, dualCriminality: shown.law.dualCriminality, verdict: verdict,
            requesting: shown.law.requesting, requested: shown.law.requested, alleged: shown.alleged(wording),
            alternatives: alternatives.count > 1 ? alternatives.map(\.law.dualCriminality) : [])
    }
}

extension JudgedAlternative {
    /// The worse it stands, the higher.
    var rank: Int { findings.isEmpty ? Verdict(law.dualCriminality).rank : verdict.rank }

    func alleged(_ wording: Wording) -> [FactDescription] {
        law.facts.values.sorted { $0.key < $1.key }.map { FactDescription($0.key, $0.value, wording: wording) }
    }
}

extension Verdict {
    init(_ status: PunishabilityStatus) {
        switch status {
        case .met: self = .clear
        case .notMet: self = .obstructed
        case .depends, .appraisal: self = .conditional
        case .unknown: self = .notAssessable
        }
    }
}

/// One count on one legal basis.
struct JudgedCount {
    let assessment: CountAssessment
    let items: [JudgedItem]

    /// All items happened, so the count stands on the best of them; the rest falls away. Nil where it has no items.
    init?(_ count: Count, _ items: [JudgedItem], vocabulary: Vocabulary) {
        let decisive = items.enumerated().min {
            ($0.element.shown.rank, $0.offset) < ($1.element.shown.rank, $1.offset)
        }
        guard let best = decisive?.element else { return nil }
        let wording = Wording(vocabulary: vocabulary)
        let law = best.shown.law
        let described = items.map { $0.assessment(wording) }
        let severable = described.filter { $0.dualCriminality == .notMet && law.dualCriminality != .notMet }
        let charged = count.chargedUnder.filter { id in !law.requesting.offences.contains { $0.id == id.text } }
        assessment = CountAssessment(
            id: count.id,
            committed: CountAssessment.Period(from: count.committed.from?.iso ?? "", to: count.committed.to?.iso ?? ""),
            dualCriminality: law.dualCriminality, verdict: best.verdict, requesting: law.requesting,
            requested: law.requested, items: items.count > 1 ? described : [], severable: severable.map(\.id),
            alleged: best.shown.alleged(wording), chargedNotMet: charged.map(\.text))
        self.items = items
    }

    /// Every finding; those of a count's only item do not name it, and those about the whole request stand once.
    var findings: [Finding] {
        items.flatMap { item in
            item.shown.findings.map { items.count == 1 ? $0.finding.withoutItem : $0.finding }
        }
    }

    /// The verdict for one measure of assistance.
    func verdict(for measure: Measure) -> Verdict { Verdict.best(items.map { $0.verdict(for: measure) }) }

    /// What the definitions say on every set of facts that can carry the count.
    var answers: [(requesting: SideAnswer, requested: SideAnswer)] {
        items.filter { $0.verdict == assessment.verdict }.flatMap(\.alternatives).map { ($0.law.requesting, $0.law.requested) }
    }
}

/// A request on one legal basis.
struct BasisOutcome {
    var judge: BasisJudge
    let counts: [JudgedCount]
    let measures: [Measure]

    var verdict: Verdict { onCertainty(Verdict.worst(counts.map(\.assessment.verdict))) }

    private func onCertainty(_ verdict: Verdict) -> Verdict {
        if case .uncertain = judge.basis.certainty, verdict != .obstructed { return .notAssessable }
        return verdict
    }

    /// A basis for certain offences that reaches none of the counts.
    var isOutside: Bool { !counts.isEmpty && counts.allSatisfy { $0.items.allSatisfy { $0.scope(.bars) } } }
    private var isOpen: Bool { counts.contains { $0.items.contains { $0.scope(.unknown) } } }
    /// It reaches every count for certain.
    var isWithin: Bool { !counts.isEmpty && !isOpen && !counts.contains { $0.items.contains { $0.scope(.bars) } } }

    /// Each once: what concerns the whole request is the same for every count.
    var findings: [Finding] { counts.flatMap(\.findings).unique }

    /// The best basis first; one that does not reach the offences after those that do, and those that are displaced last.
    ///
    /// Among equals, one whose scope is open stands back.
    var order: Int {
        if judge.basis.displacedBy != nil { return .max }
        return (isOutside ? 20 : 0) + 2 * verdict.rank + (isOpen ? 1 : 0)
    }

    var assessment: BasisAssessment {
        var uncertain: String?
        if case .uncertain(let why) = judge.basis.certainty { uncertain = why }
        return BasisAssessment(
            instrument: judge.basis.id, title: judge.basis.title, verdict: verdict,
            counts: counts.map {
                BasisAssessment.Count(
                    id: $0.assessment.id, dualCriminality: $0.assessment.dualCriminality, verdict: $0.assessment.verdict)
            },
            measures: measures.map { measure in
                BasisAssessment.MeasureVerdict(
                    measure: measure.rawValue, verdict: onCertainty(Verdict.worst(counts.map { $0.verdict(for: measure) })))
            },
            displacedBy: judge.basis.displacement, uncertain: uncertain,
            remarks: judge.basis.remarks)
    }
}

extension BasisAssessment {
    /// A basis that gives way to another and whose grounds were not asked.
    init(named basis: LegalBasis) {
        self.init(
            instrument: basis.id, title: basis.title, verdict: .notAssessable, counts: [], measures: [],
            displacedBy: basis.displacement, uncertain: nil, remarks: basis.remarks)
    }
}
