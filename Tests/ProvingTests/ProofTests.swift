import DualCriminality
import Law
import Proving
import SolverExport
import Testing

/// A small part of what `make prove` does, on the bundled law.
@Suite struct ProofTests {
    private func run(_ codes: [String], category: String?) throws -> ProofRun {
        let library = LawLibrary(source: BundledLawSource())
        let vocabulary = try library.vocabulary()
        let states = try codes.map { try library.jurisdiction(JurisdictionCode($0), vocabulary: vocabulary) }
        let date = try #require(LegalDate(iso: "2026-06-01"))
        return try ProofRun(
            vocabulary: vocabulary, grounds: try library.grounds(), states: states, date: date, category: category)
    }

    @Test(.enabled(if: installedSolver != nil, "needs z3: `make prove` installs it"))
    func comparisonsOfTheBundledLawAreConfirmed() throws {
        let run = try run(["JP", "FR"], category: "material/access")
        var prover = Prover(SolverProcess(try #require(installedSolver), patience: .seconds(120)))
        let results = try run.pairs.map { try run.prove($0, &prover) }
        #expect(results.map { "\($0.from)\($0.to)" } == ["JPFR", "FRJP"])
        let all = results.map(\.tally).reduce(ProofTally(), +)
        #expect(all.unconfirmed == [])
        #expect(all.asked > 0)
        #expect(all.asked % 3 == 0)
    }

    @Test(.enabled(if: installedSolver != nil, "needs z3: `make prove` installs it"))
    func randomCasesAreConfirmed() throws {
        let run = try run(["DE", "US", "IE"], category: nil)
        var prover = Prover(SolverProcess(try #require(installedSolver), patience: .seconds(120)))
        let cases = run.cases(seed: 7)
        let tallies = try (1...20).compactMap { try run.prove(case: $0, of: cases, &prover) }
        #expect(tallies.count == 20)
        #expect(tallies.flatMap(\.unconfirmed) == [])
    }
}
