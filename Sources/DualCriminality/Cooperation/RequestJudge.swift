import ConditionAlgebra
import Law

/// Assesses a request: every legal basis between the two states, on each of them every ground for every count, and the
/// best basis decides.
struct RequestJudge {
    private let assessor: Assessor
    private let request: Request
    private let found: LegalBases.Result
    /// The judges of the bases whose grounds are asked.
    private let judges: [BasisJudge]
    /// The test of each judge, in their order; with no basis at all the one of the requested state's own law.
    private let tests: [ConductTest]
    /// The bases that are named only.
    private let named: [LegalBasis]

    init(_ assessor: Assessor, _ request: Request) {
        self.assessor = assessor
        self.request = request
        found = LegalBases(request: request, rules: assessor.rules, requested: assessor.requested).find()
        let judged = found.judged(assessor.options)
        judges = judged.map { BasisJudge(assessor, request, $0) }
        named = assessor.options.judgesDisplaced ? [] : found.bases.filter { $0.displacedBy != nil }
        let own = assessor.requested.cooperation?.law(request.kind)
        tests = judged.isEmpty
            ? [ConductTest(nil, kind: request.kind, own: own)]
            : judged.map { ConductTest($0, kind: request.kind, own: own) }
    }

    func assess() throws -> Assessment {
        let benchmarks = Set(judges.compactMap { $0.basis.instrument?.benchmark }).sorted()
            .compactMap { name in assessor.rules.benchmarks[name].map { (owner: "benchmark " + name, condition: $0.reach) } }
        let plan = AssessmentPlan(assessor, request, tests: tests, conditions: benchmarks)
        var decider = try plan.decider()
        try checkFacts(&decider)
        var grounds = try GroundDecider(
            assessor.rules.catalogue,
            judges.flatMap { judge in judge.questions.map { (owner: judge.basis.id, question: $0) } },
            reach: assessor.requested.cooperation?.reach ?? [])
        for count in request.counts {
            // A case that cannot be would clear every ground.
            let reasons = try grounds.contradictions(in: known(count))
            if !reasons.isEmpty { throw ImpossibleFacts(count: count.id, item: "case", reasons: reasons) }
        }
        // What the definitions say depends on the test alone, so bases with the same test share it.
        var laws: [ConductTest: [[[ItemLaw]]]] = [:]
        for test in tests where laws[test] == nil {
            laws[test] = try request.counts.indices.map { try items(of: $0, test, plan, &decider) }
        }
        var outcomes: [BasisOutcome] = []
        for (judge, test) in zip(judges, tests) {
            outcomes.append(try outcome(judge, laws[test] ?? [], test, &grounds, &decider))
        }
        outcomes = outcomes.map { yielding($0, outcomes) }
        outcomes = outcomes.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }.map(\.element)
        let usable = outcomes.filter { $0.judge.basis.displacedBy == nil }
        let deciding = usable.first { $0.judge.basis.id == request.legalBasis?.text } ?? usable.first
        let counts = deciding?.counts ?? withoutBasis(laws[tests[0]] ?? [], tests[0])
        return report(outcomes, deciding, counts)
    }

    /// A basis that gives way to one for certain offences, now that it is known whether that reaches the conduct.
    private func yielding(_ outcome: BasisOutcome, _ all: [BasisOutcome]) -> BasisOutcome {
        guard let other = outcome.judge.basis.yieldsWithin,
            all.contains(where: { $0.judge.basis.id == other.id && $0.isWithin })
        else { return outcome }
        var changed = outcome
        changed.judge.basis = outcome.judge.basis.displaced(by: other.id, provision: other.provision)
        return changed
    }

    /// What the request alone says of the facts that grounds turn on.
    private func known(_ count: Count) -> CaseFacts {
        RequestFacts(
            request: request, requested: assessor.requested, catalogue: assessor.rules.catalogue,
            strict: assessor.options.strict
        ).facts(of: count)
    }

    private func checkFacts(_ decider: inout Decider) throws {
        for count in request.counts {
            for item in count.items {
                for facts in item.alternatives {
                    let reasons = try decider.contradictions(in: facts)
                    if !reasons.isEmpty { throw ImpossibleFacts(count: count.id, item: item.id, reasons: reasons) }
                }
            }
        }
    }

    /// The definitions of both states on each alternative of each item of a count.
    private func items(
        of place: Int, _ test: ConductTest, _ plan: AssessmentPlan, _ decider: inout Decider
    ) throws -> [[ItemLaw]] {
        let count = request.counts[place]
        let views = plan.views(of: place, test)
        let analysis = SideAnalysis(wording: Wording(vocabulary: assessor.vocabulary))
        return try count.items.map { item in
            try item.alternatives.map { facts in
                if !assessor.options.strict { decider.rememberPresumptions(facts) }
                let (own, ownStatus) = try analysis.answer(
                    views.requesting, stated: facts, strict: assessor.options.strict, &decider)
                let (other, otherStatus) = try analysis.answer(
                    views.requested, stated: facts, strict: assessor.options.strict, &decider)
                return ItemLaw(
                    count: count, item: item, facts: facts, views: views, requesting: own, requested: other,
                    statuses: (ownStatus, otherStatus))
            }
        }
    }

    // MARK: - One basis

    private func outcome(
        _ judge: BasisJudge, _ laws: [[[ItemLaw]]], _ test: ConductTest, _ grounds: inout GroundDecider,
        _ decider: inout Decider
    ) throws -> BasisOutcome {
        let finder = CountFacts(assessor: assessor, request: request, basis: judge.basis)
        let cores = try laws.map { items in try items.map { try $0.map { try finder.core($0, &decider) } } }
        // A count stands as well as its best item, an item as its alternatives allow.
        let extraditable = cores.map { items in
            PunishabilityStatus.best(
                items.map { alternatives in
                    let statuses = alternatives.map(\.extraditable)
                    return (test.alternatives == .every ? PunishabilityStatus.worst(statuses) : PunishabilityStatus.best(statuses)) ?? .unknown
                }) ?? .unknown
        }
        var counts: [JudgedCount] = []
        for (place, count) in request.counts.enumerated() {
            let known = known(count)
            let others = extraditable.enumerated().filter { $0.offset != place }.map(\.element)
            var items: [JudgedItem] = []
            for alternatives in cores[place] {
                var judged: [JudgedAlternative] = []
                for core in alternatives {
                    let facts = try facts(core, finder, known: known, others: others, &grounds, &decider)
                    judged.append(JudgedAlternative(law: core.law, findings: try judge.judge(facts, core.law, &grounds)))
                }
                if let item = JudgedItem(judged, test.alternatives) { items.append(item) }
            }
            if let count = JudgedCount(count, items, vocabulary: assessor.vocabulary) { counts.append(count) }
        }
        return BasisOutcome(judge: judge, counts: counts, measures: request.measures)
    }

    /// Every fact that grounds turn on, of one set of facts of an item.
    private func facts(
        _ core: CountFacts.Core, _ finder: CountFacts, known: CaseFacts, others: [PunishabilityStatus],
        _ grounds: inout GroundDecider, _ decider: inout Decider
    ) throws -> CaseFacts {
        var facts = try finder.facts(core, known: known, others: others, &decider)
        try JurisdictionFacts(assessor: assessor, request: request, law: core.law, decider: decider).complete(&facts, &grounds)
        LapseFacts(assessor: assessor, request: request).complete(&facts, core.law)
        return facts
    }

    /// Without any legal basis the definitions are still told.
    private func withoutBasis(_ laws: [[[ItemLaw]]], _ test: ConductTest) -> [JudgedCount] {
        zip(request.counts, laws).compactMap { count, items in
            JudgedCount(
                count,
                items.compactMap { alternatives in
                    JudgedItem(alternatives.map { JudgedAlternative(law: $0, findings: []) }, test.alternatives)
                }, vocabulary: assessor.vocabulary)
        }
    }

    // MARK: - The result

    private func report(_ outcomes: [BasisOutcome], _ deciding: BasisOutcome?, _ judged: [JudgedCount]) -> Assessment {
        let counts = judged.map(\.assessment)
        let sources = SourceList(assessor, request, judged, deciding?.judge)
        var findings = outcomes.flatMap(\.findings)
        let comparison = BasisCures(outcomes: outcomes)
        findings = comparison.complete(findings)
        if let finding = basisFinding(deciding) { findings.append(finding) }
        if let finding = invokedBasis(deciding) { findings.append(finding) }
        findings += sources.findings(acceptDraft: assessor.options.acceptDraft)
        var verdict: Verdict
        if let deciding {
            verdict = Verdict.worst([deciding.verdict] + sources.verdicts(acceptDraft: assessor.options.acceptDraft))
        } else {
            verdict = found.unencoded.isEmpty && found.noDomesticRoute?.authority != nil ? .obstructed : .notAssessable
        }
        if case .uncertain? = deciding?.judge.basis.certainty, verdict != .obstructed { verdict = .notAssessable }
        let basis = deciding?.judge.basis
        return Assessment(
            request: RequestSummary(
                kind: request.kind.rawValue, requesting: request.requesting.text, requested: request.requested.text,
                requestingName: assessor.requesting.name, requestedName: assessor.requested.name, date: request.date.iso,
                purpose: request.purpose.rawValue, measures: request.measures.map(\.rawValue)),
            verdict: verdict, partial: Set(counts.map(\.verdict)).count > 1, counts: counts,
            bases: outcomes.map(\.assessment) + named.map { BasisAssessment(named: $0) }, decidingBasis: basis?.id,
            basisDifferences: comparison.differences, findings: findings,
            surrender: request.kind == .extradition ? basis.flatMap { surrender(counts, $0) } : nil,
            documents: (basis?.documents ?? []).unique.map {
                DocumentRecord(basis: basis?.id ?? "", text: $0.text, provision: $0.provision)
            },
            law: sources.record(digest: assessor.digest))
    }

    /// That no basis is known, or that a treaty which is not encoded may apply beside the one that is.
    private func basisFinding(_ deciding: BasisOutcome?) -> Finding? {
        let titles = found.unencoded.map { "\($0): binds or may bind both states, its text is not encoded" }
        if let basis = deciding?.judge.basis, basis.certainty == .certain {
            // A scheme that replaces every treaty leaves no room for another.
            guard !titles.isEmpty, !(basis.instrument?.isExhaustive ?? false) else { return nil }
            return Finding(
                ground: "treaties-not-encoded", count: nil, item: nil, outcome: .mayBar,
                effect: GroundEffect.optional.rawValue, basis: "encoding", provision: "", because: titles, establish: nil,
                cure: [Finding.Cure(kind: .review, text: "read them: they may have other grounds and thresholds")],
                review: Review.draft.rawValue)
        }
        var because: [String] = []
        let isBar = deciding == nil && found.unencoded.isEmpty && found.noDomesticRoute?.authority != nil
        if deciding == nil { because.append("no encoded instrument binds both states on \(request.date.iso)") }
        if case .uncertain(let why)? = deciding?.judge.basis.certainty { because.append("not known: \(why)") }
        because += titles
        if let reason = found.noDomesticRoute?.because { because.append(reason) }
        let ground = assessor.rules.catalogue[.noLegalBasis]
        return Finding(
            ground: GroundID.noLegalBasis.text, count: nil, item: nil, outcome: isBar ? .bars : .unknown,
            effect: GroundEffect.mandatory.rawValue, basis: "none",
            provision: found.noDomesticRoute?.authority?.provision ?? "", because: because, establish: nil,
            cure: (ground?.cures ?? []).map { Finding.Cure(kind: .init($0.kind), id: $0.id, provision: $0.provision, text: $0.text) },
            review: (found.noDomesticRoute?.authority?.review ?? .draft).rawValue)
    }

    /// What becomes of the basis that the request invokes, where it does not decide.
    private func invokedBasis(_ deciding: BasisOutcome?) -> Finding? {
        guard let invoked = request.legalBasis?.text, deciding?.judge.basis.id != invoked else { return nil }
        let because: String
        if let displaced = found.bases.first(where: { $0.id == invoked })?.displacement {
            because = "`\(invoked)` gives way to \(displaced)"
        } else {
            let known = found.bases.map { "`\($0.id)`" }.joined(separator: ", ")
            because = "`\(invoked)` is no encoded basis between the two states on \(request.date.iso)"
                + (known.isEmpty ? "" : "; there are \(known)")
        }
        return Finding(
            ground: "legal-basis-invoked", count: nil, item: nil, outcome: .mayBar, effect: GroundEffect.optional.rawValue,
            basis: "encoding", provision: "", because: [because], establish: nil,
            cure: [Finding.Cure(kind: .basis, text: "invoke a basis that applies, or leave `legal-basis` out")],
            review: Review.draft.rawValue)
    }

    /// Nil where nobody would be surrendered.
    private func surrender(_ counts: [CountAssessment], _ basis: LegalBasis) -> Surrender? {
        guard counts.contains(where: { $0.verdict != .obstructed }) else { return nil }
        return Surrender(
            basis: basis.id, counts: counts.filter { $0.verdict != .obstructed }.map(\.id),
            notProsecutable: counts.filter { $0.verdict == .obstructed }.map(\.id),
            speciality: basis.speciality?.authority.provision, consent: basis.speciality?.consent,
            graceDays: basis.speciality?.graceDays)
    }
}
