import ConditionAlgebra
import Law
import LawLoader
import Testing

@testable import DualCriminality

/// The two laws of DESIGN §4.2 on real law: adding a fact never turns one answer into the other, and leaving one out
/// never makes a request look better.
@Suite struct MonotonicityTests {
    @Test(arguments: CorpusTests.library.codes)
    func moreFactsOnlySettle(code: JurisdictionCode) throws {
        let vocabulary = try CorpusTests.library.vocabulary()
        let state = try CorpusTests.library.jurisdiction(code, vocabulary: vocabulary)
        let date = try #require(LegalDate(iso: "2026-03-01"))
        let samples = try #require(try CorpusTests.library.loader.samples(of: state, vocabulary: vocabulary).value)
        let views = SideViews(
            jurisdiction: state, side: .requested,
            days: [(AskedDay(law: .request, interval: DateInterval(from: date, to: date), day: date),
                LawView(state, on: date, side: .requested, vocabulary: vocabulary))])
        // A small budget keeps the test quick; a question that passes it answers unknown, which settles nothing.
        let view = views.days[0].view
        let space = try FactSpace(
            vocabulary: vocabulary,
            conditions: view.conditions.map { (owner: code.text, condition: $0) } + view.vocabularyConditions)
        let fresh = try Decider(ConditionCompiler(facts: space, budget: 30_000))
        var random = SeededGenerator(state: UInt64(code.text.utf8.reduce(7) { $0 &* 31 &+ Int($1) }))
        var settled = 0
        for sample in samples.shuffled(using: &random).prefix(8) {
            // A copy for each sample, so that the budget is that of one question.
            var decider = fresh
            guard try decider.contradictions(in: sample.facts).isEmpty else { continue }
            // Facts are taken out one by one, in random order; strict, so nothing is presumed. Read backwards, facts are added.
            // What is presumed is stated first; without that hardly anything would ever be settled.
            var facts = try decider.presuming(sample.facts).facts
            var after = try status(facts, views, &decider)
            let act = ElementIndex(0)
            for element in facts.values.keys.filter({ $0 != act }).sorted().shuffled(using: &random).prefix(4) {
                facts.values[element] = nil
                let before = try status(facts, views, &decider)
                if before == .met || before == .notMet {
                    #expect(after == before, "\(code): \(vocabulary[element].id) turned \(before) into \(after)")
                    settled += 1
                }
                after = before
            }
        }
        #expect(settled > 0)
    }

    private func status(_ facts: Facts, _ views: SideViews, _ decider: inout Decider) throws -> PunishabilityStatus {
        do {
            let cases = try decider.cases(facts)
            let view = try views.compiled(for: facts, &decider)[0].view
            return try decider.status(decider.union(view, in: cases), in: cases)
        } catch is DiagramTooLarge {
            return .unknown
        }
    }
}
