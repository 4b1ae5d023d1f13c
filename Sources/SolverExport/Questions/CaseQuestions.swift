import DualCriminality
import Law

/// One answer of an assessment, and the question that proves or refutes it.
public struct CaseQuestion: Sendable {
    public let question: SolverQuestion
    public let claimed: PunishabilityStatus
}

/// Puts every answer of an assessment as a question to a solver: for each item and act, and for each side and day asked,
/// the whole law and each offence that the facts do not rule out by themselves.
public struct CaseQuestions: Sendable {
    private let assessor: Assessor
    /// Who gives the answers: the same, except in tests of whether a wrong answer is caught.
    private let engine: Assessor
    private let presumptions: Presumptions
    private let variables: SolverVariables

    /// - Parameter presumptions: of the same vocabulary; made once for any number of cases.
    public init(_ assessor: Assessor, presumptions: Presumptions) {
        self.init(assessor, answeredBy: assessor, presumptions: presumptions)
    }

    /// The questions about one law with the answers of another.
    package init(_ assessor: Assessor, answeredBy engine: Assessor, presumptions: Presumptions) {
        self.assessor = assessor
        self.engine = engine
        self.presumptions = presumptions
        variables = SolverVariables(assessor.vocabulary)
    }

    /// - Parameter name: goes before the names of the questions.
    /// - Throws: as `Assessor.assess`.
    public func questions(_ request: Request, name: String = "case") throws -> [CaseQuestion] {
        var result: [CaseQuestion] = []
        for count in request.counts {
            for item in count.items {
                for (place, facts) in item.alternatives.enumerated() {
                    var own = [name, count.id]
                    if count.items.count > 1 || item.id != count.id { own.append(item.id) }
                    if item.alternatives.count > 1 { own.append("alternative-\(place + 1)") }
                    result += try questions(request, count, facts, own.distinct.joined(separator: "-"))
                }
            }
        }
        return result
    }

    /// The acts that the facts leave open are asked one by one, as the engine does: what is presumed depends on the act.
    private func questions(_ request: Request, _ count: Count, _ facts: Facts, _ name: String) throws -> [CaseQuestion] {
        guard let act = assessor.vocabulary.element("act") else { return [] }
        let acts = try presumptions.acts(in: facts)
        var result: [CaseQuestion] = []
        for value in acts {
            var own = facts
            own.values[act.index] = value
            let single = request.with(count.with(own))
            let assessment = try engine.assess(single)
            guard let answers = assessment.counts.first, let law = assessor.askedLaw(of: single).first else { continue }
            let known = assessor.options.strict ? (facts: own, presumed: []) : try presumptions.presuming(own)
            let label = acts.count > 1 ? "\(name)-\(value.words(of: act))" : name
            for side in Side.allCases {
                let answer = side == .requesting ? answers.requesting : answers.requested
                let views = law.filter { $0.side == side }.map(\.view)
                // No answer for any day: the engine gave up, and claims nothing.
                guard answer.periods.count == views.count else { continue }
                // The offences are those of the day that decides.
                let shown = answer.periods.lastIndex { $0.status == answer.status } ?? views.count - 1
                for (day, view) in views.enumerated() {
                    let sheet = CaseSheet(
                        view: SolverView(view, vocabulary: assessor.vocabulary), stated: own, known: known.facts,
                        presumed: known.presumed, side: side, name: views.count > 1 ? "\(label)-day-\(day + 1)" : label,
                        variables: variables)
                    result += sheet.questions(
                        whole: answer.periods[day].status.status, offences: day == shown ? answer.offences : nil)
                }
            }
        }
        return result
    }
}

extension Punishability {
    var status: PunishabilityStatus {
        switch self {
        case .punishable: return .met
        case .notPunishable: return .notMet
        case .depends: return .depends
        case .appraisal: return .appraisal
        case .unknown: return .unknown
        }
    }
}

extension Request {
    /// The same request with this count only.
    fileprivate func with(_ count: Count) -> Request {
        Request(
            kind: kind, requesting: requesting, requested: requested, date: date, purpose: purpose,
            sentenceImposed: sentenceImposed, sentenceRemaining: sentenceRemaining, measures: measures, counts: [count])
    }
}

extension Count {
    /// The same count with one item of these facts.
    fileprivate func with(_ facts: Facts) -> Count {
        Count(id: id, chargedUnder: [], committed: committed, items: [Item(id: id, alternatives: [facts])])
    }
}
