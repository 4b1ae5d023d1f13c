import ConditionAlgebra
import Law

/// How a legal basis tests dual criminality, as far as it decides which law is asked.
struct ConductTest: Hashable, Sendable {
    let requestingDates: [LawDate]
    let requestedDates: [LawDate]
    /// The kinds of exception that are left out on the requested side.
    let disregards: Set<ExceptionKind>
    let alternatives: DualCriminalityTest.Alternatives
    /// Offence by offence: only what is charged counts on the requesting side.
    let mode: DualCriminalityTest.Mode

    /// The test of a basis; without one that of the requested state's own law.
    init(_ basis: LegalBasis?, kind: Request.Kind, own: CooperationLaw?) {
        switch kind {
        case .extradition:
            let test = basis?.test ?? own?.dualCriminality
            requestingDates = test?.requestingDates ?? [.conduct]
            requestedDates = test?.requestedDates ?? [.conduct]
            disregards = test?.disregards ?? []
            alternatives = test?.alternatives ?? .every
            mode = test?.mode ?? .conduct
        case .assistance:
            requestingDates = [.conduct]
            requestedDates = basis?.assistanceDates ?? own?.assistance?.requestedDates ?? [.request]
            disregards = []
            alternatives = .every
            mode = .conduct
        }
    }
}

/// Which views of which state a request needs, all in one fact space.
struct AssessmentPlan {
    /// The most nodes that one question about one act may need; real questions need a few thousand.
    static let budget = 60_000

    private let assessor: Assessor
    private let request: Request
    private let conditions: [(owner: String, condition: Condition)]
    /// For each test, for each count.
    private let perTest: [ConductTest: [(requesting: SideViews, requested: SideViews)]]

    /// - Parameter conditions: what is asked beside the law of the two states, with its owner.
    init(
        _ assessor: Assessor, _ request: Request, tests: [ConductTest],
        conditions: [(owner: String, condition: Condition)] = []
    ) {
        self.assessor = assessor
        self.request = request
        self.conditions = conditions
        let vocabulary = assessor.vocabulary
        let day = assessor.options.asOf ?? request.date
        var perTest: [ConductTest: [(requesting: SideViews, requested: SideViews)]] = [:]
        for test in tests where perTest[test] == nil {
            perTest[test] = request.counts.map { count in
                let isContinuing = AssessmentPlan.isContinuing(count, vocabulary)
                let charged = test.mode == .offence && !count.chargedUnder.isEmpty ? Set(count.chargedUnder) : nil
                func views(
                    _ jurisdiction: Jurisdiction, _ side: Side, _ dates: [LawDate], _ disregards: Set<ExceptionKind>
                ) -> SideViews {
                    let days = ConductPeriods.days(
                        of: jurisdiction, conduct: count.committed, request: day, dates: dates, isContinuing: isContinuing
                    )
                    return SideViews(
                        jurisdiction: jurisdiction, side: side,
                        days: days.map { asked in
                            (
                                asked,
                                LawView(
                                    jurisdiction, on: asked.day, side: side, disregards: disregards,
                                    only: side == .requesting ? charged : nil, vocabulary: vocabulary)
                            )
                        })
                }
                return (
                    views(assessor.requesting, .requesting, test.requestingDates, []),
                    views(assessor.requested, .requested, test.requestedDates, test.disregards)
                )
            }
        }
        self.perTest = perTest
    }

    /// Whether every act of the count goes on until it ends.
    static func isContinuing(_ count: Count, _ vocabulary: Vocabulary) -> Bool {
        guard let act = vocabulary.element("act"), let continuing = act.continuing else { return false }
        let acts = count.items.flatMap(\.alternatives).compactMap { $0.values[act.index] }
        return !acts.isEmpty && acts.allSatisfy { $0.intersection(continuing) == $0 }
    }

    func decider() throws -> Decider {
        var all = conditions
        for (requesting, requested) in perTest.values.flatMap({ $0 }) {
            for view in (requesting.days + requested.days).map(\.view) {
                all += view.conditions.map { (view.jurisdiction.code.text, $0) } + view.vocabularyConditions
            }
        }
        let space = try FactSpace(vocabulary: assessor.vocabulary, conditions: all)
        return try Decider(ConditionCompiler(facts: space, budget: AssessmentPlan.budget))
    }

    func views(of count: Int, _ test: ConductTest) -> (requesting: SideViews, requested: SideViews) {
        perTest[test]?[count]
            ?? (
                SideViews(jurisdiction: assessor.requesting, side: .requesting, days: []),
                SideViews(jurisdiction: assessor.requested, side: .requested, days: [])
            )
    }
}
