import ConditionAlgebra
import Law
import LawLoader
import Testing

@testable import DualCriminality

/// The bound never passes the exact cost, or an offence that is near would be left out.
@Suite struct ChangeBoundTests {
    @Test(arguments: CorpusTests.library.codes)
    func itNeverPassesTheExactCost(code: JurisdictionCode) throws {
        let vocabulary = try CorpusTests.library.vocabulary()
        let state = try CorpusTests.library.jurisdiction(code, vocabulary: vocabulary)
        let date = try #require(LegalDate(iso: "2026-03-01"))
        let question = try StateQuestion(view: LawView(state, on: date, side: .requested, vocabulary: vocabulary))
        let space = question.decider.compiler.facts
        let weights = (0..<space.space.count).map { variable in [4, 10, 25, 3][variable % 4] }
        let samples = try #require(try CorpusTests.library.loader.samples(of: state, vocabulary: vocabulary).value)
        var sharp = 0
        for sample in samples.prefix(12) {
            let known = space.region(sample.facts)
            let bound = ChangeBound(space: space, known: known, weights: weights)
            for offence in question.compiled.offences {
                let exact = question.decider.compiler.diagrams.nearestChange(offence.whole, known: known, weights: weights)
                guard let exact else { continue }
                let least = try #require(bound.cost(offence.offence.parts.whole), "line \(sample.line)")
                #expect(least <= exact.cost, "line \(sample.line), \(offence.offence.offence.id)")
                if least > 0, least == exact.cost { sharp += 1 }
            }
        }
        // A bound that is always 0 would hold too, and serve nobody.
        #expect(sharp > 20)
    }

    private func cost(_ condition: Condition, _ known: [Int: ValueMask]) throws -> Int? {
        let vocabulary = try CorpusTests.library.vocabulary()
        let space = try FactSpace(vocabulary: vocabulary, conditions: [("AA", condition)])
        return ChangeBound(
            space: space, known: Region(known), weights: (0..<space.space.count).map { $0 + 1 }
        ).cost(condition)
    }

    /// Elements 0 and 1 are choices of at least two values; changing the first costs 1, the second 2.
    @Test func changesAddUpOnceEach() throws {
        let first = Condition.has(ElementIndex(0), ValueSet(choices: 0b1))
        let second = Condition.has(ElementIndex(1), ValueSet(choices: 0b1))
        let known = [0: ValueMask(1), 1: ValueMask(1)]
        #expect(try cost(.all([first, second, .all([first])]), known) == 3)
        #expect(try cost(.any([first, second]), known) == 1)
        #expect(try cost(.not(.all([.not(first), .not(second)])), known) == 1)
        #expect(try cost(.not(.any([first, second])), known) == 0)
        #expect(try cost(.any([.all([first, second]), .all([second])]), known) == 2)
        #expect(try cost(first, [:]) == 0)
        #expect(try cost(.all([first, .open(OpenLaw(text: "x"))]), known) == 1)
    }

    @Test func whatCannotComeAboutHasNoCost() throws {
        let first = Condition.has(ElementIndex(0), ValueSet(choices: 0b1))
        #expect(try cost(.all([first, .never]), [:]) == nil)
        #expect(try cost(.not(.always), [:]) == nil)
        #expect(try cost(.any([.never, first]), [:]) == 0)
    }
}
