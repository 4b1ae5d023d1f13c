import DualCriminality
import Law

/// What one state's law of one day says of one set of facts, as questions.
struct CaseSheet {
    let view: SolverView
    let stated: Facts
    /// With what is presumed.
    let known: Facts
    let presumed: [ElementIndex]
    let side: Side
    let name: String
    /// Those of the elements.
    let variables: SolverVariables

    /// - Parameter offences: the answers of the engine for single offences, those that are not met left out; nil where
    ///   it gives none.
    func questions(whole: PunishabilityStatus, offences: [OffenceAnswer]?) -> [CaseQuestion] {
        var translation = Translation(view.vocabulary, known: known, variables: variables)
        let stated = translation.facts()
        let constraints = translation.constraints().filter { $0.holds != .always }
        let facts = stated + constraints.map(\.holds)
        let assertions = stated.map { Statement.assert($0, comment: "stated") }
            + constraints.map { .assert($0.holds, comment: "cannot be: \($0.constraint.id)") }
        var parts: [(subject: Subject, formula: Formula)] = view.view.offences.map { offence in
            (
                Subject(id: offence.offence.id.text, title: offence.offence.title, provision: offence.version.provision),
                translation.formula(offence.parts.whole, of: view.law)
            )
        }
        let offenceCount = parts.count
        for (place, open) in view.view.unencoded.enumerated() {
            let condition = Condition.all([open.when, .open(OpenLaw(text: open.text))])
            parts.append((Subject(id: "open law \(place + 1)", title: open.text, provision: nil), translation.formula(condition, of: view.law)))
        }
        let claims = (offences ?? []).reduce(into: [String: PunishabilityStatus]()) { $0[$1.id] = $1.status }
        var result = [
            question(
                Subject(id: "whole", title: "any law of \(view.view.jurisdiction.name)", provision: nil), parts, whole, facts,
                assertions, translation)
        ]
        guard offences != nil else { return result }
        for part in parts.prefix(offenceCount) {
            let claimed = claims[part.subject.id] ?? .notMet
            // The facts rule it out by themselves, and the engine says so.
            if part.formula == .never, claimed == .notMet { continue }
            result.append(question(part.subject, [part], claimed, facts, assertions, translation))
        }
        return result
    }

    private struct Subject {
        let id: String
        let title: String
        let provision: String?
    }

    private func question(
        _ subject: Subject, _ parts: [(subject: Subject, formula: Formula)], _ claimed: PunishabilityStatus,
        _ facts: [Formula], _ assertions: [Statement], _ translation: Translation
    ) -> CaseQuestion {
        let code = view.view.jurisdiction.code.text
        let law = Formula.or(parts.map(\.formula))
        let certain = Formula.forall(translation.questions, law)
        let appraisals = translation.appraisals
        // What can occur under another evaluation: only what mentions one can differ.
        let possible = facts.filter { !$0.variables.isDisjoint(with: appraisals.keys) }
        let evaluated = Formula.exists(appraisals, .and(possible + [certain]))
        var definitions = parts.filter { $0.formula != .never }.map { part in
            Definition(
                "\(code) \(part.subject.id)",
                comment: [part.subject.provision, part.subject.title].compactMap { $0 }.joined(separator: ": "), part.formula)
        }
        let names = CaseCheck.Names(code: code)
        let checks = CaseCheck.proving(claimed)
        let used = Set(checks.map(\.check))
        definitions.append(Definition(names.punished, anyOf: definitions.map(\.name)))
        if used.contains(.certain) {
            definitions.append(Definition(names.certain, comment: "whatever the open law says", Expansion.expand(certain)))
        }
        if used.contains(.beyondEvaluation) {
            definitions.append(
                Definition(
                    names.evaluated, comment: "for certain, under some evaluation by a court", Expansion.expand(evaluated)))
        }
        let sheet = SolverQuestion.Part(
            comments: [
                "stated: " + stated.words(Array(stated.values.keys), view.vocabulary),
                "presumed: " + known.words(presumed, view.vocabulary),
            ],
            assertions: assertions, definitions: definitions, checks: checks.map { $0.check.written($0.expected, names) })
        let title = [
            "Are these facts punishable in \(view.view.jurisdiction.name) (\(side.rawValue) state) under `\(subject.id)`"
                + " (\(subject.title))?",
            "The law of \(view.view.date.iso)",
            "dualcrim says: \(claimed.rawValue)",
        ]
        return CaseQuestion(
            question: SolverQuestion(name: "\(name)-\(side.rawValue)-\(code)-\(subject.id)", title: title, parts: [sheet]),
            claimed: claimed)
    }
}

/// What is asked of the cases that agree with the facts.
enum CaseCheck: Hashable {
    /// Is there one that is punishable?
    case punished
    /// Is there one that is not?
    case notPunished
    /// Is there one that is punishable whatever the open law says?
    case certain
    /// Is there one that no evaluation by a court makes punishable for certain?
    case beyondEvaluation

    struct Names {
        let punished: String
        let certain: String
        let evaluated: String

        init(code: String) {
            punished = "punishable in \(code)"
            certain = "punishable in \(code) for certain"
            evaluated = "punishable in \(code) for certain if evaluated so"
        }
    }

    /// The checks that prove a status, with the answers that do (Docs/decisions/five-answers.md).
    static func proving(_ status: PunishabilityStatus) -> [(check: CaseCheck, expected: SolverAnswer)] {
        switch status {
        // Not that there is no case at all: both answers would then be right.
        case .met: return [(.punished, .sat), (.notPunished, .unsat)]
        case .notMet: return [(.punished, .unsat), (.notPunished, .sat)]
        case .unknown: return [(.punished, .sat), (.notPunished, .sat), (.certain, .unsat)]
        case .appraisal: return [(.notPunished, .sat), (.certain, .sat), (.beyondEvaluation, .unsat)]
        case .depends: return [(.notPunished, .sat), (.certain, .sat), (.beyondEvaluation, .sat)]
        }
    }

    func written(_ expected: SolverAnswer, _ names: Names) -> SolverQuestion.Check {
        switch self {
        case .punished:
            return .init(comment: "is there a case that is punishable?", asserted: [(names.punished, true)], expected: expected)
        case .notPunished:
            return .init(
                comment: "is there a case that is not punishable?", asserted: [(names.punished, false)], expected: expected)
        case .certain:
            return .init(
                comment: "is there a case that is punishable whatever the open law says?", asserted: [(names.certain, true)],
                expected: expected)
        case .beyondEvaluation:
            return .init(
                comment: "is there a case that no evaluation makes punishable for certain?",
                asserted: [(names.evaluated, false)], expected: expected)
        }
    }
}
