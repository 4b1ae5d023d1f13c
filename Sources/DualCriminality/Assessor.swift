import ConditionAlgebra
import Law

/// Assesses a request between two states from their definitions.
///
/// A value: safe to share between threads; the same request and law always give the same assessment.
public struct Assessor: Sendable {
    public struct Options: Hashable, Sendable {
        /// Nothing is presumed: what is not stated is open, defences included.
        public var strict = false
        /// A clear verdict may rest on law that was read only once.
        public var acceptDraft = false
        /// Asks the law of this day where the law of the day of the request is asked.
        public var asOf: LegalDate?
        public init(strict: Bool = false, acceptDraft: Bool = false, asOf: LegalDate? = nil) {
            self.strict = strict
            self.acceptDraft = acceptDraft
            self.asOf = asOf
        }
    }

    public let vocabulary: Vocabulary
    public let requesting: Jurisdiction
    public let requested: Jurisdiction
    /// The digest of the files from which the law was read.
    public let digest: String
    public let options: Options

    public init(
        vocabulary: Vocabulary, requesting: Jurisdiction, requested: Jurisdiction, digest: String,
        options: Options = Options()
    ) {
        self.vocabulary = vocabulary
        self.requesting = requesting
        self.requested = requested
        self.digest = digest
        self.options = options
    }

    /// - Throws: `ImpossibleFacts` where the facts of an item cannot all be true, `FactSpaceError` where the law cuts an
    ///   element too finely, `DiagramTooLarge` where a question passes the node budget.
    public func assess(_ request: Request) throws -> Assessment {
        let plan = AssessmentPlan(self, request)
        var decider = try plan.decider()
        var counts: [CountAssessment] = []
        var findings: [Finding] = []
        for (place, count) in request.counts.enumerated() {
            let views = plan.views(of: place)
            for item in count.items {
                for facts in item.alternatives {
                    let reasons = try decider.contradictions(in: facts)
                    if !reasons.isEmpty { throw ImpossibleFacts(count: count.id, item: item.id, reasons: reasons) }
                }
            }
            let judge = CountJudge(assessor: self, request: request, count: count, views: views)
            let result = try judge.assess(&decider)
            counts.append(result.count)
            findings += result.findings
        }
        let sources = SourceList(self, request, counts)
        findings += sources.findings(counts, acceptDraft: options.acceptDraft)
        let verdict = Verdict.worst(counts.map(\.verdict) + sources.verdicts(counts, acceptDraft: options.acceptDraft))
        return Assessment(
            request: RequestSummary(
                kind: request.kind.rawValue, requesting: request.requesting.text, requested: request.requested.text,
                requestingName: requesting.name, requestedName: requested.name, date: request.date.iso,
                purpose: request.purpose.rawValue, measures: request.measures.map(\.rawValue)),
            verdict: verdict,
            partial: Set(counts.map(\.verdict)).count > 1,
            counts: counts, bases: [BasisAssessment(domestic: counts)], findings: findings, notAssessed: Assessor.notAssessed, law: sources.record(digest: digest))
    }

    /// The grounds of refusal that definitions and penalties alone do not decide.
    static let notAssessed = [
        "legal basis and treaties", "nationality", "territoriality and jurisdiction", "lapse of time", "ne bis in idem",
        "political offence", "death penalty", "judgment in absentia", "speciality", "human rights and ordre public",
    ]
}

/// Which views of which state a request needs, all in one fact space.
struct AssessmentPlan {
    private let assessor: Assessor
    private let request: Request
    private let perCount: [(requesting: [(AskedDay, LawView)], requested: [(AskedDay, LawView)])]

    init(_ assessor: Assessor, _ request: Request) {
        self.assessor = assessor
        self.request = request
        let vocabulary = assessor.vocabulary
        let test = assessor.requested.cooperation?.extradition?.dualCriminality
        let requestedDates: [LawDate]
        switch request.kind {
        case .extradition: requestedDates = test?.requestedDates ?? [.conduct]
        case .assistance: requestedDates = assessor.requested.cooperation?.assistance?.requestedDates ?? [.request]
        }
        let day = assessor.options.asOf ?? request.date
        perCount = request.counts.map { count in
            let act = vocabulary.element("act")
            let acts = count.items.flatMap(\.alternatives).compactMap { facts in act.flatMap { facts.values[$0.index] } }
            let isContinuing = !acts.isEmpty && acts.allSatisfy { set in
                guard let continuing = act?.continuing else { return false }
                return set.intersection(continuing) == set
            }
            func views(
                _ jurisdiction: Jurisdiction, _ side: Side, _ dates: [LawDate], _ disregards: Set<ExceptionKind>
            ) -> [(AskedDay, LawView)] {
                ConductPeriods.days(
                    of: jurisdiction, conduct: count.committed, request: day, dates: dates, isContinuing: isContinuing
                ).map { asked in
                    (asked, LawView(jurisdiction, on: asked.day, side: side, disregards: disregards, vocabulary: vocabulary))
                }
            }
            return (
                views(assessor.requesting, .requesting, test?.requestingDates ?? [.conduct], []),
                views(assessor.requested, .requested, requestedDates, test?.disregards ?? [])
            )
        }
    }

    func decider() throws -> Decider {
        var conditions: [(owner: String, condition: Condition)] = []
        for (requesting, requested) in perCount {
            for (_, view) in requesting + requested {
                conditions += view.conditions.map { (view.jurisdiction.code.text, $0) } + view.vocabularyConditions
            }
        }
        let space = try FactSpace(vocabulary: assessor.vocabulary, conditions: conditions)
        return try Decider(ConditionCompiler(facts: space))
    }

    func views(of count: Int) -> (requesting: SideViews, requested: SideViews) {
        func days(_ views: [(AskedDay, LawView)]) -> [(asked: AskedDay, view: LawView)] {
            views.map { (asked: $0.0, view: $0.1) }
        }
        return (
            SideViews(jurisdiction: assessor.requesting, side: .requesting, days: days(perCount[count].requesting)),
            SideViews(jurisdiction: assessor.requested, side: .requested, days: days(perCount[count].requested))
        )
    }
}
