import DualCriminality
import Law
import Proving
import SolverExport
import Testing

/// Small cases with each of the five answers, confirmed by Z3; and the answers of a slightly different law, refuted.
@Suite struct CaseProofTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let what: String
        let law: [String]
        let changed: [String]
        let facts: String
        var openLaw = ""
        let answer: PunishabilityStatus
        let changedAnswer: PunishabilityStatus
        var testDescription: String { what }
    }

    static let cases: [Case] = [
        Case(
            what: "the boundary of a number", law: ["{act: possess, material.shown-age: under 18}"],
            changed: ["{act: possess, material.shown-age: under 17}"], facts: "{act: possess, material.shown-age: 17, mental: purpose}",
            answer: .met, changedAnswer: .notMet),
        Case(
            what: "a range across a boundary", law: ["{act: possess, material.shown-age: under 18}"],
            changed: ["{act: possess, material.shown-age: under 20}"],
            facts: "{act: possess, material.shown-age: 17 to 19, mental: purpose}", answer: .depends, changedAnswer: .met),
        Case(
            what: "there is no such thing", law: ["{act: possess, not: {material.real-age: at least 18}}"],
            changed: ["{act: possess, material.real-age: under 18}"], facts: "{act: possess, material.person: nobody, mental: purpose}",
            answer: .met, changedAnswer: .notMet),
        Case(
            what: "ordered values", law: ["{act: possess}"], changed: ["{act: possess, mental: purpose}"],
            facts: "{act: possess, mental: knowledge}", answer: .met, changedAnswer: .notMet),
        Case(
            what: "readings",
            law: [
                "{act: possess, readings: [{id: narrow, when: {material.medium: video}}, {id: wide, when: {material.medium: [photo, video]}}]}"
            ],
            changed: ["{act: possess, material.medium: [photo, video]}"],
            facts: "{act: possess, material.medium: photo, mental: purpose}", answer: .unknown, changedAnswer: .met),
        Case(
            what: "readings that agree",
            law: [
                "{act: possess, readings: [{id: narrow, when: {material.medium: video}}, {id: wide, when: {material.medium: [photo, video]}}]}"
            ],
            changed: ["{act: possess, material.medium: photo}"], facts: "{act: possess, material.medium: video, mental: purpose}",
            answer: .met, changedAnswer: .notMet),
        Case(
            what: "law that is not encoded", law: ["{act: possess}"], changed: ["{act: access}"],
            facts: "{act: access, mental: purpose}", openLaw: "  - {text: State law, when: {act: access}}", answer: .unknown,
            changedAnswer: .met),
        Case(
            what: "an offence aimed at",
            law: [
                "{act: produce, child.is-or-believed: under 14, material.medium: photo}",
                "{act: contact-child, aims-at: {offences: [bb-1], against: same-child}}",
            ],
            changed: [
                "{act: produce, child.is-or-believed: under 13, material.medium: photo}",
                "{act: contact-child, aims-at: {offences: [bb-1], against: same-child}}",
            ],
            facts: "{act: contact-child, child.age: 13, child.believed-age: 13, aim.image-of-child: yes, mental: purpose}",
            answer: .met, changedAnswer: .notMet),
        Case(
            what: "an evaluation", law: ["{act: possess, appraisal.indecent: yes}"],
            changed: ["{act: possess, appraisal.indecent: yes, material.medium: photo}"], facts: "{act: possess, mental: purpose}",
            answer: .appraisal, changedAnswer: .depends),
        Case(
            what: "an evaluation that is alleged", law: ["{act: possess, appraisal.indecent: yes}"],
            changed: ["{act: possess, appraisal.pornographic: yes}"],
            facts: "{act: possess, mental: purpose, appraisal.indecent: yes}", answer: .met, changedAnswer: .appraisal),
        Case(
            what: "an evaluation and open law", law: ["{act: possess, appraisal.indecent: yes, open: who knows}"],
            changed: ["{act: possess, any: [{appraisal.indecent: yes}, {open: who knows}]}"],
            facts: "{act: possess, mental: purpose}", answer: .unknown, changedAnswer: .appraisal),
        Case(
            what: "an act that is not known", law: ["{act: possess}"], changed: ["{act: [possess, access]}"],
            facts: "{act: {one-of: [possess, access]}, mental: purpose}", answer: .depends, changedAnswer: .met),
    ]

    private func laws(_ one: Case) throws -> (right: SmallPair, changed: SmallPair) {
        let own = ["{act: [possess, access, contact-child]}"]
        return (try SmallPair(own, one.law, openLaw: one.openLaw), try SmallPair(own, one.changed, openLaw: one.openLaw))
    }

    private func answer(_ pair: SmallPair, _ facts: String) throws -> PunishabilityStatus? {
        try pair.assessor().assess(try pair.request(facts)).counts.first?.dualCriminality
    }

    @Test(.enabled(if: installedSolver != nil, "needs z3: `make prove` installs it"), arguments: cases)
    func whatTheEngineSaysIsConfirmed(one: Case) throws {
        let (right, changed) = try laws(one)
        #expect(try answer(right, one.facts) == one.answer)
        #expect(try answer(changed, one.facts) == one.changedAnswer)
        var prover = Prover(SolverProcess(try #require(installedSolver), patience: .seconds(120)))
        for pair in [right, changed] {
            let questions = try pair.questions(about: one.facts)
            #expect(questions.count >= 2)
            #expect(try prover.prove(case: questions).unconfirmed == [])
        }
    }

    @Test(.enabled(if: installedSolver != nil, "needs z3: `make prove` installs it"), arguments: cases)
    func aWrongAnswerIsCaught(one: Case) throws {
        let (right, changed) = try laws(one)
        var prover = Prover(SolverProcess(try #require(installedSolver), patience: .seconds(120)))
        for (asked, engine) in [(right, changed), (changed, right)] {
            let tally = try prover.prove(case: try asked.questions(about: one.facts, answeredBy: engine))
            #expect(tally.agreed == 0)
            #expect(!tally.refuted.isEmpty)
            #expect(tally.undecided.isEmpty)
        }
    }
}
