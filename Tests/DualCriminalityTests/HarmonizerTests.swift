import Law
import Testing

@testable import DualCriminality

/// Model definitions against a state's law, with what a party may leave out.
@Suite struct HarmonizerTests {
    static let benchmark = """
        benchmark: model
        title: {en: Model}
        sources: {m: {title: Model convention, short: MC, consolidated: 2001-01-01}}
        provisions:
          - id: art1
            title: {en: possessing}
            provision: art 1
            source: m
            review: source-checked
            when: {act: possess, material.real-age: under 18, mental: at least knowledge}
            reservable: [{provision: art 2, what: minors of 16 and 17, when: {material.real-age: 16 to 17}}]
          - id: art3
            title: {en: viewing}
            provision: art 3
            source: m
            review: source-checked
            when: {act: access, mental: at least knowledge}
            reservable: yes
        """

    private func run(_ offences: String) throws -> Harmonization {
        var law = SmallLaw()
        law.offencesB = offences
        guard var source = try law.library().loader.source as? TextLawSource else { throw LawError.broken([]) }
        source.files["Rules/benchmarks/model.yaml"] = Self.benchmark
        let library = LawLibrary(source: source)
        #expect(library.benchmarks == ["model"])
        let vocabulary = try library.vocabulary()
        let date = try #require(LegalDate(iso: "2026-03-01"))
        return try Harmonizer(
            vocabulary: vocabulary, benchmark: try library.benchmark("model", vocabulary: vocabulary),
            state: try library.jurisdiction(JurisdictionCode("BB"), vocabulary: vocabulary), date: date
        ).run()
    }

    @Test func aReservationMayCloseTheGap() throws {
        let report = try run(SmallLaw.plain("b", "{act: possess, material.real-age: under 16}"))
        let possession = report.provisions[0]
        #expect(possession.coverage == .partlyCovered)
        #expect(possession.coverageWithReservations == .covered)
        #expect(possession.gaps.first?.region.all.first?.from == 16)
        #expect(possession.gaps.first?.region.all.first?.to == 17)
        #expect(possession.reservable == ["minors of 16 and 17 (art 2)"])
    }

    @Test func aShortfallBeyondTheReservationRemains() throws {
        let report = try run(SmallLaw.plain("b", "{act: possess, material.real-age: under 14}"))
        #expect(report.provisions[0].coverageWithReservations == .partlyCovered)
        #expect(report.provisions[1].coverage == .notCovered)
        #expect(report.provisions[1].coverageWithReservations == nil)
        #expect(report.provisions[1].reservable == ["the whole provision"])
    }

    @Test func everythingCovered() throws {
        let report = try run(SmallLaw.plain("b", "{act: [possess, access]}"))
        #expect(report.provisions.map(\.coverage) == [.covered, .covered])
        #expect(report.provisions.allSatisfy { $0.gaps.isEmpty })
    }

    @Test(arguments: CorpusTests.library.benchmarks)
    func everyBenchmarkIsClean(id: String) throws {
        let vocabulary = try CorpusTests.library.vocabulary()
        let loaded = try CorpusTests.library.loader.benchmark(id, vocabulary: vocabulary)
        #expect(loaded.diagnostics.map(\.message) == [])
        #expect((loaded.value?.provisions.count ?? 0) > 0)
    }

    /// Adults who look young divide the readings of German law; with the reservation that art 9(4) permits, (1)(a) is covered.
    @Test func aRealPair() throws {
        let vocabulary = try CorpusTests.library.vocabulary()
        let date = try #require(LegalDate(iso: "2026-04-08"))
        let report = try Harmonizer(
            vocabulary: vocabulary, benchmark: try CorpusTests.library.benchmark("budapest", vocabulary: vocabulary),
            state: try CorpusTests.library.jurisdiction(JurisdictionCode("DE"), vocabulary: vocabulary), date: date
        ).run()
        #expect(report.provisions.count == 5)
        #expect(report.provisions.first?.coverage == .unknown)
        #expect(report.provisions.first?.coverageWithReservations == .covered)
    }
}
