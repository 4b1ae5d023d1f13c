import DualCriminality
import Law
import Proving
import SolverExport
import Testing

/// Small comparisons, one for each thing that a condition can say, confirmed by Z3; and the answers that would be right of
/// a slightly different law, refuted by it.
@Suite struct CompareProofTests {
    struct Pair: Sendable, CustomTestStringConvertible {
        let what: String
        var own: [String]
        var other: [String]
        /// The law of BB for which other answers are right.
        var changed: [String]
        var openLaw = ""
        let core: CoverageStatus
        var appraisal: CoverageStatus?
        let changedCore: CoverageStatus
        var testDescription: String { what }
    }

    static let pairs: [Pair] = [
        Pair(
            what: "the boundary of a number", own: ["{act: possess, material.shown-age: under 18}"],
            other: ["{act: possess, material.shown-age: under 18}"], changed: ["{act: possess, material.shown-age: under 17}"],
            core: .covered, changedCore: .partlyCovered),
        Pair(
            what: "there is no such thing", own: ["{act: possess, not: {material.real-age: at least 18}}"],
            other: ["{act: possess, any: [{material.real-age: under 18}, {material.person: nobody}]}"],
            changed: ["{act: possess, material.real-age: under 18}"], core: .covered, changedCore: .partlyCovered),
        Pair(
            what: "ordered values", own: ["{act: possess, material.realism: at least realistic}"],
            other: ["{act: possess, material.realism: record-of-real-event}"],
            changed: ["{act: possess, not: {material.realism: non-realistic}}"], core: .partlyCovered, changedCore: .covered),
        Pair(
            what: "readings", own: ["{act: possess, material.medium: photo}"],
            other: [
                "{act: possess, readings: [{id: narrow, when: {material.medium: video}}, {id: wide, when: {material.medium: [photo, video]}}]}"
            ],
            changed: ["{act: possess, material.medium: [photo, video]}"], core: .unknown, changedCore: .covered),
        Pair(
            what: "readings of the compared state",
            own: [
                "{act: possess, readings: [{id: narrow, when: {material.medium: photo}}, {id: wide, when: {material.medium: [photo, video]}}]}"
            ],
            other: ["{act: possess, material.medium: photo}"], changed: ["{act: possess, material.medium: video}"],
            core: .covered, changedCore: .notCovered),
        Pair(
            what: "an open condition", own: ["{act: possess}"],
            other: ["{act: possess, open: whether it counts is not in the texts}"], changed: ["{act: access}"],
            core: .unknown, changedCore: .notCovered),
        Pair(
            what: "law that is not encoded", own: ["{act: access}"], other: ["{act: possess}"], changed: ["{act: access}"],
            openLaw: "  - {text: State law, when: {act: access}}", core: .unknown, changedCore: .covered),
        Pair(
            what: "an offence aimed at", own: ["{act: contact-child, child.age: under 14, aim.image-of-child: yes}"],
            other: [
                "{act: produce, child.is-or-believed: under 14, material.medium: photo}",
                "{act: contact-child, aims-at: {offences: [bb-1], against: same-child}}",
            ],
            changed: [
                "{act: produce, child.is-or-believed: under 13, material.medium: photo}",
                "{act: contact-child, aims-at: {offences: [bb-1], against: same-child}}",
            ],
            core: .covered, changedCore: .partlyCovered),
        Pair(
            what: "an evaluation", own: ["{act: possess, appraisal.indecent: yes}"],
            other: ["{act: possess, appraisal.pornographic: yes}"], changed: ["{act: possess}"],
            core: .covered, appraisal: .partlyCovered, changedCore: .covered),
        Pair(
            what: "an evaluation that two offences need differently", own: ["{act: possess}"],
            other: [
                "{act: possess, appraisal.pornographic: yes, material.medium: photo}",
                "{act: possess, appraisal.pornographic: no, not: {material.medium: photo}}",
            ],
            changed: ["{act: possess, appraisal.pornographic: yes, material.medium: photo}"],
            core: .covered, appraisal: .partlyCovered, changedCore: .partlyCovered),
        Pair(
            what: "several acts", own: ["{act: [possess, access, supply]}"], other: ["{act: possess}", "{act: supply, mental: purpose}"],
            changed: ["{act: possess}", "{act: [supply, access]}"], core: .partlyCovered, changedCore: .covered),
        Pair(
            what: "an attempt by belief", own: ["{act: contact-child, child.believed-age: under 14, step.proposes-meeting: yes}"],
            other: ["{act: contact-child, child.is-or-believed: under 14}"], changed: ["{act: contact-child, child.age: under 13}"],
            core: .covered, changedCore: .partlyCovered),
    ]

    private func laws(_ pair: Pair) throws -> (right: SmallPair, changed: SmallPair) {
        (try SmallPair(pair.own, pair.other, openLaw: pair.openLaw), try SmallPair(pair.own, pair.changed, openLaw: pair.openLaw))
    }

    @Test(.enabled(if: installedSolver != nil, "needs z3: `make prove` installs it"), arguments: pairs)
    func whatTheEngineSaysIsConfirmed(pair: Pair) throws {
        let (right, changed) = try laws(pair)
        let questions = try right.questions()
        #expect(questions.filter { $0.question.name.hasSuffix("-core") }.first?.claimed == pair.core)
        if let appraisal = pair.appraisal {
            #expect(questions.first { $0.question.name.hasSuffix("-appraisal") }?.claimed == appraisal)
        }
        var prover = Prover(SolverProcess(try #require(installedSolver), patience: .seconds(120)))
        #expect(try prover.prove(questions).unconfirmed == [])
        let others = try changed.questions()
        #expect(others.first { $0.question.name.hasSuffix("-core") }?.claimed == pair.changedCore)
        #expect(try prover.prove(others).unconfirmed == [])
    }

    /// The engine is asked of one law, the solver of another: what is then wrong is caught, whichever of the two it is.
    @Test(.enabled(if: installedSolver != nil, "needs z3: `make prove` installs it"), arguments: pairs)
    func aWrongAnswerIsCaught(pair: Pair) throws {
        let (right, changed) = try laws(pair)
        var prover = Prover(SolverProcess(try #require(installedSolver), patience: .seconds(120)))
        for (asked, engine) in [(right, changed), (changed, right)] {
            let tally = try prover.prove(try asked.questions(answeredBy: engine))
            #expect(!tally.refuted.isEmpty)
            #expect(tally.undecided.isEmpty)
            #expect(tally.agreed < tally.asked)
        }
    }

    /// A question that nobody can misread: it says which answers it expects, and Z3 gives just these.
    @Test(.enabled(if: installedSolver != nil, "needs z3: `make prove` installs it"))
    func theExpectationsStandInTheText() throws {
        let questions = try SmallPair(CompareProofTests.pairs[0].own, CompareProofTests.pairs[0].changed).questions()
        let core = try #require(questions.first)
        #expect(core.question.text.contains("; dualcrim says: partly-covered"))
        #expect(core.question.expected == [.sat, .sat, .sat])
        #expect(core.question.text.split(separator: "\n").filter { $0 == "; expect sat" }.count == 3)
        var solver = SolverProcess(try #require(installedSolver), patience: .seconds(60))
        let reply = try solver.ask(core.question)
        #expect(reply.answers == [.sat, .sat, .sat])
        #expect(reply.complaint == nil)
    }
}
