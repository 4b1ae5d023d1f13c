import DualCriminality
import Law
import SolverExport
import Testing

@Suite struct RandomCasesTests {
    private func cases(seed: UInt64) throws -> (RandomCases, Vocabulary) {
        let library = LawLibrary(source: BundledLawSource())
        let vocabulary = try library.vocabulary()
        let states = try ["CA", "FR", "JP"].map { try library.jurisdiction(JurisdictionCode($0), vocabulary: vocabulary) }
        let day = try #require(LegalDate(iso: "2026-06-01"))
        return (
            RandomCases(
                vocabulary: vocabulary, states: states, presumptions: try Presumptions(vocabulary: vocabulary), day: day,
                seed: seed), vocabulary
        )
    }

    @Test func theSameSeedGivesTheSameCases() throws {
        let (one, _) = try cases(seed: 3)
        let (two, _) = try cases(seed: 3)
        let (other, _) = try cases(seed: 4)
        let first = try (1...10).map { try one.makeCase($0)?.request }
        // In another order, too.
        #expect(try (1...10).reversed().map { try two.makeCase($0)?.request }.reversed() == first)
        #expect(try (1...10).map { try other.makeCase($0)?.request } != first)
        #expect(Set(first).count == 10)
    }

    /// Possible facts with an act, between different states, with all answers among them.
    @Test func theCasesAreSensible() throws {
        let (cases, vocabulary) = try cases(seed: 1)
        let presumptions = try Presumptions(vocabulary: vocabulary)
        let act = try #require(vocabulary.index(of: "act"))
        var answers: Set<PunishabilityStatus> = []
        for number in 1...120 {
            let one = try #require(try cases.makeCase(number))
            #expect(one.requesting.code != one.requested.code)
            let facts = try #require(one.request.counts.first?.items.first?.alternatives.first)
            #expect(facts.values[act] != nil)
            #expect(facts.values.count < vocabulary.elements.count)
            #expect(try presumptions.contradictions(in: facts) == [])
            if number <= 60 {
                let state = try CompiledState(
                    jurisdiction: one.requested, vocabulary: vocabulary, date: one.request.date, side: .requested)
                answers.insert(try state.status(facts))
            }
        }
        #expect(answers == Set(PunishabilityStatus.allCases))
    }
}
