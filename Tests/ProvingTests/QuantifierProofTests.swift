import DualCriminality
import Law
import Proving
import Testing

@testable import SolverExport

/// Where a quantifier is too long to be written out it stays, and means the same to the solver.
@Suite struct QuantifierProofTests {
    static let shapes = ["exists", "forall", "both", "within a set", "there is no such thing"]

    private func formula(_ shape: String, _ vocabulary: Vocabulary) throws -> Formula {
        let variables = SolverVariables(vocabulary)
        func variable(_ id: String) throws -> SolverVariable { variables[try #require(vocabulary.index(of: id))] }
        let (real, shown) = (try variable("material.real-age"), try variable("material.shown-age"))
        let (medium, indecent) = (try variable("material.medium"), try variable("appraisal.indecent"))
        func ages(_ range: ClosedRange<Int>) -> ValueSet { ValueSet(numbers: [range]) }
        let body = Formula.and([
            .or([.has(medium, ValueSet(choices: 0b0001)), .has(real, ages(0...13))]),
            .or([.has(medium, ValueSet(choices: 0b0010)), .has(real, ages(14...21)), .has(shown, ages(0...17))]),
            .or([.has(indecent, .yes), .has(medium, ValueSet(choices: 0b0101)), .has(shown, ages(5...9))]),
            .or([.has(indecent, .no), .has(medium, ValueSet(choices: 0b0010)), .has(shown, ages(0...12))]),
            .or([.has(shown, ages(0...20)), .has(real, ages(0...5))]),
        ])
        switch shape {
        case "exists": return .exists([medium: medium.domain, indecent: indecent.domain], body)
        case "forall": return .forall([medium: medium.domain, real: real.domain], body.negated)
        case "both": return .forall([real: real.domain], .exists([medium: medium.domain, indecent: indecent.domain], body))
        case "within a set": return .exists([real: ages(10...15), medium: ValueSet(choices: 0b1001)], body)
        default: return .forall([real: ValueSet(numbers: [14...21], notApplicable: true)], body.negated)
        }
    }

    @Test func theLimitIsKept() throws {
        let kept = try formula("exists", try LawLibrary(source: BundledLawSource()).vocabulary())
        #expect(Expansion.expand(kept, limit: 3).term.text().contains("(exists"))
        #expect(!Expansion.expand(kept).term.text().contains("(exists"))
    }

    @Test(.enabled(if: installedSolver != nil, "needs z3: `make prove` installs it"), arguments: shapes)
    func keptAndWrittenOutAreTheSame(shape: String) throws {
        let vocabulary = try LawLibrary(source: BundledLawSource()).vocabulary()
        let kept = try formula(shape, vocabulary)
        #expect(kept.term.text().contains("(exists") || kept.term.text().contains("(forall"))
        let written = Expansion.expand(kept)
        #expect(!written.term.text().contains("(exists") && !written.term.text().contains("(forall"))
        let checks = [(true, false), (false, true)].map { one, two in
            SolverQuestion.Check(comment: "do they differ?", asserted: [("kept", one), ("written", two)], expected: .unsat)
        }
        // That it is not the same everywhere, so that "they never differ" says something.
        let open = [true, false].map {
            SolverQuestion.Check(comment: "is it open?", asserted: [("kept", $0)], expected: .sat)
        }
        let question = SolverQuestion(
            name: shape, title: [shape],
            parts: [
                .init(
                    comments: [], assertions: [],
                    definitions: [
                        Definition("kept", comment: nil, kept), Definition("written", comment: nil, written),
                    ], checks: checks + open)
            ])
        var solver = SolverProcess(try #require(installedSolver), patience: .seconds(60))
        let reply = try solver.ask(question)
        #expect(reply.complaint == nil)
        #expect(reply.answers == [.unsat, .unsat, .sat, .sat])
    }
}
