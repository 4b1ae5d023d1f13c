import Law

/// The texts and review states on which an assessment rests.
struct SourceList {
    private let assessor: Assessor
    private let request: Request
    private let reviews: [Review]
    /// Provisions that were read only once, sorted.
    private let drafts: [String]
    private let sources: [(jurisdiction: String, source: Source)]
    private let unverifiedDates: [String]
    /// The test of dual criminality of the deciding basis.
    private let test: DualCriminalityTest?

    /// - Parameter judge: the legal basis that decides.
    init(_ assessor: Assessor, _ request: Request, _ counts: [JudgedCount], _ judge: BasisJudge?) {
        self.assessor = assessor
        self.request = request
        var reviews: [Review] = []
        var drafts: Set<String> = []
        var dates: Set<String> = []
        var sources: [(jurisdiction: String, source: Source)] = []
        func use(_ source: Source, _ jurisdiction: Jurisdiction) {
            if !sources.contains(where: { $0.jurisdiction == jurisdiction.code.text && $0.source.id == source.id }) {
                sources.append((jurisdiction.code.text, source))
            }
        }
        func note(_ id: String, _ provision: String, _ review: String, _ jurisdiction: Jurisdiction) {
            let state = Review(rawValue: review) ?? .draft
            reviews.append(state)
            if state == .draft { drafts.insert("\(jurisdiction.code): \(provision)") }
            if let offence = jurisdiction.offence(OffenceID(id)) { use(offence.source, jurisdiction) }
        }
        for (own, other) in counts.flatMap(\.answers) {
            for (answer, jurisdiction) in [(own, assessor.requesting), (other, assessor.requested)] {
                for offence in SourceList.carrying(answer) {
                    note(offence.id, offence.provision, offence.review, jurisdiction)
                    if !offence.commencementRead { dates.insert("\(jurisdiction.code): \(offence.provision)") }
                }
                for near in answer.nearest { note(near.id, near.provision, near.review, jurisdiction) }
            }
        }
        let cooperation = assessor.requested.cooperation
        for rule in SourceList.rules(judge) {
            reviews.append(rule.review)
            if rule.review == .draft { drafts.insert(rule.provision) }
            if let id = rule.source, let source = cooperation?.sources.first(where: { $0.id == id }) {
                use(source, assessor.requested)
            }
        }
        for source in judge?.basis.instrument?.sources ?? [] where !sources.contains(where: { $0.source == source }) {
            sources.append((judge?.basis.id ?? "", source))
        }
        self.reviews = reviews
        self.drafts = drafts.sorted()
        self.sources = sources
        unverifiedDates = dates.sorted()
        test = judge?.basis.test
    }

    /// What an answer rests on: one offence that is met is enough, so the best checked ones carry it; every other answer
    /// rests on all that were looked at.
    private static func carrying(_ answer: SideAnswer) -> [OffenceAnswer] {
        let met = answer.status == .punishable ? answer.offences.filter { $0.status == .met } : []
        guard let best = met.compactMap({ Review(rawValue: $0.review) }).max() else { return answer.offences }
        return met.filter { $0.review == best.rawValue }
    }

    /// The rules of the deciding basis that a verdict rests on whatever the case: those that follow from the law. Grounds
    /// that have to be raised, and were not, carry nothing.
    private static func rules(_ judge: BasisJudge?) -> [Authority] {
        guard let judge else { return [] }
        return judge.questions.filter { $0.ground.raisedBy == .law }.flatMap(\.rules).map(\.authority)
            + [judge.basis.list?.authority, judge.basis.extraditable?.authority].compactMap { $0 }
            + judge.basis.authorities
    }

    func findings(acceptDraft: Bool) -> [Finding] {
        var result: [Finding] = []
        if !drafts.isEmpty {
            result.append(
                Finding(
                    ground: "law-not-source-checked", count: nil, item: nil, outcome: acceptDraft ? .mayBar : .unknown,
                    effect: "optional", basis: "encoding", provision: "", because: [
                        drafts.count == 1 ? "a provision was read only once" : "\(drafts.count) provisions were read only once",
                        drafts.joined(separator: "; "),
                    ], establish: nil,
                    cure: [.init(kind: .review, text: "read these provisions yourself, or accept them with --accept-draft")],
                    review: Review.draft.rawValue))
        }
        if request.kind == .extradition, let test, !test.inferred.isEmpty {
            let words: [DualCriminalityTest.Inference: String] = [
                .date: "which day's law is asked", .alternatives: "how alternative facts are treated",
                .exceptions: "which kinds of exception count",
            ]
            result.append(
                Finding(
                    ground: "rules-inferred", count: nil, item: nil, outcome: .mayBar, effect: "optional",
                    basis: "encoding", provision: test.authority.provision, because: [
                        "the text does not say " + Wording.list(test.inferred.compactMap { words[$0] })
                            + "; the encoding infers it"
                    ], establish: nil, cure: [], review: Review.draft.rawValue))
        }
        if !unverifiedDates.isEmpty {
            result.append(
                Finding(
                    ground: "commencement-not-verified", count: nil, item: nil, outcome: .mayBar, effect: "optional",
                    basis: "encoding", provision: "", because: [
                        "the date from which these apply is not in the sources: " + unverifiedDates.joined(separator: "; ")
                    ], establish: nil, cure: [.init(kind: .review, text: "check that they were in force at the time of the conduct")],
                    review: Review.draft.rawValue))
        }
        return result
    }

    /// A clear verdict that rests on law read only once is a false clear in waiting (DESIGN-AMENDMENTS 11).
    func verdicts(acceptDraft: Bool) -> [Verdict] {
        drafts.isEmpty || acceptDraft ? [] : [.conditional]
    }

    func record(digest: String) -> LawRecord {
        LawRecord(
            digest: digest, lowestReview: (reviews.min() ?? .draft).rawValue,
            oldestSource: sources.map(\.source.consolidated).min()?.iso,
            sources: sources.map { entry in
                LawRecord.SourceRecord(
                    jurisdiction: entry.jurisdiction, title: entry.source.title, asOf: entry.source.consolidated.iso,
                    stale: (entry.source.consolidated.adding(years: 1) ?? entry.source.consolidated) <= request.date)
            })
    }
}
