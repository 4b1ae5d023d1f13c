import Law
import Testing

@testable import DualCriminality

/// Bases that give way to another: their grounds are asked only of those who show them, and nothing else changes.
@Suite struct DisplacedBasesTests {
    static let text = """
        request: extradition
        requesting: FR
        requested: DE
        date: 2026-03-01
        person: {nationalities: [FR], resident-in: DE, age-at-conduct: 40}
        counts:
          - committed: {on: 2025-05-05, in: [FR]}
            facts: {act: possess, material.medium: video, material.person: child, material.real-age: 9, mental: purpose}
        """

    private func assess(_ options: Assessor.Options) throws -> (assessor: Assessor, result: Assessment) {
        let library = LawLibrary(source: BundledLawSource())
        let request = try #require(try library.request(Array(Self.text.utf8), file: "request.yaml").value)
        let assessor = try library.assessor(for: request, vocabulary: library.vocabulary(), options: options)
        return (assessor, try assessor.assess(request))
    }

    @Test func namedOrJudged() throws {
        let judged = try assess(.init())
        let named = try assess(.init(judgesDisplaced: false))
        let displaced = Set(judged.result.bases.filter { $0.displacedBy != nil }.map(\.instrument))
        #expect(displaced.contains("ece") && !displaced.contains("eaw"))
        #expect(judged.result.findings.contains { displaced.contains($0.basis) })
        #expect(!named.result.findings.contains { displaced.contains($0.basis) })

        // What decides, and what is said of it, is the same.
        func kept(_ result: Assessment) -> [Finding] { result.findings.filter { !displaced.contains($0.basis) } }
        #expect(kept(judged.result) == kept(named.result))
        #expect(judged.result.verdict == named.result.verdict && judged.result.decidingBasis == named.result.decidingBasis)
        #expect(judged.result.bases.map(\.instrument) == named.result.bases.map(\.instrument))
        #expect(judged.result.bases.map(\.displacedBy) == named.result.bases.map(\.displacedBy))
        #expect(judged.result.law == named.result.law)

        // Definitions are read of those instruments alone on which the grounds are asked.
        #expect(!judged.assessor.rules.benchmarks.isEmpty && named.assessor.rules.benchmarks.isEmpty)
    }
}
