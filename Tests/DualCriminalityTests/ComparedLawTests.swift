import Law
import Testing

@testable import DualCriminality

/// Many states compiled together answer as two of them do, in any order and on any number of threads.
@Suite struct ComparedLawTests {
    static let date = LegalDate(iso: "2026-06-01")

    private static func states(_ codes: [String]) throws -> [Jurisdiction] {
        let vocabulary = try CorpusTests.library.vocabulary()
        return try codes.map { try CorpusTests.library.jurisdiction(JurisdictionCode($0), vocabulary: vocabulary) }
    }

    private static func law(_ codes: [String]) throws -> ComparedLaw {
        try ComparedLaw(
            try states(codes), vocabulary: try CorpusTests.library.vocabulary(), date: try #require(date))
    }

    private static func pairs(_ count: Int) -> [ComparedLaw.Pair] {
        (0..<count).flatMap { from in (0..<count).filter { $0 != from }.map { ComparedLaw.Pair(from: from, to: $0) } }
    }

    /// More states cut ages more finely and share nodes; neither may show.
    @Test func whatIsSaidOfTwoStatesDoesNotDependOnTheOthers() throws {
        let two = try Self.law(["FR", "JP"])
        let many = try Self.law(["JP", "IE", "DE", "FR"])
        let alone = try two.compare(0, with: 1)
        let among = try many.compare(3, with: 0)
        #expect(alone.offences.count > 5)
        for (left, right) in zip(alone.offences, among.offences) { #expect(left == right, "\(left.id)") }
        #expect(alone == among)
    }

    @Test func theMatrixDependsNeitherOnOrderNorOnThreads() throws {
        let law = try Self.law(["FR", "IE", "JP"])
        let one = try law.matrix(Self.pairs(3), threads: 1)
        let shuffled = try law.matrix(Self.pairs(3).reversed(), threads: 4)
        #expect(one == shuffled)
        let other = try Self.law(["JP", "FR", "IE"]).matrix(Self.pairs(3), threads: 2)
        #expect(one == other)
        #expect(one.cells.contains { $0.coverage == .partlyCovered && !$0.gap.isEmpty })
    }

    /// The matrix says of a category what the comparison of the pair says.
    @Test func theMatrixAgreesWithTheComparison() throws {
        let law = try Self.law(["FR", "JP"])
        let comparison = try law.compare(0, with: 1)
        let cells = try law.matrix([.init(from: 0, to: 1)]).cells
        #expect(cells.map(\.category) == comparison.categories.map(\.id))
        for (cell, category) in zip(cells, comparison.categories) {
            let members = comparison.offences.filter { $0.categories.contains(category.id) }
            #expect(cell.coverage == category.coverage, "\(cell.category)")
            #expect(cell.covered == members.count { $0.coverage == .covered })
            #expect(cell.partlyCovered == members.count { $0.coverage == .partlyCovered })
            #expect(cell.notCovered == members.count { $0.coverage == .notCovered })
            #expect(cell.unknown == members.count { $0.coverage == .unknown })
            #expect(cell.gap.isEmpty || members.contains { $0.provision == cell.provision })
        }
    }

    /// Two algorithms, one that builds what is left and one that looks for a point, say the same act by act.
    @Test func searchingAndSubtractingAgree() throws {
        let law = try Self.law(["FR", "JP"])
        for (from, to) in [(0, 1), (1, 0)] {
            let acts = try law.acts(from, with: to)
            for offence in try law.compare(from, with: to).offences {
                let parts = try #require(acts[OffenceID(offence.id)])
                let core = CoverageStatus.ofParts(parts.compactMap(\.core))
                let margins = CoverageStatus.ofParts(parts.compactMap(\.margins))
                #expect(offence.layers.margins == margins ?? .unknown, "\(offence.id)")
                #expect(offence.layers.core == core ?? offence.layers.margins, "\(offence.id)")
                #expect(offence.layers.appraisal == CoverageStatus.ofParts(parts.compactMap(\.appraisal)) ?? offence.layers.margins)
            }
        }
    }

    @Test func progressReachesTheNumberOfPairs() throws {
        let law = try Self.law(["FR", "JP"])
        let seen = Seen()
        _ = try law.matrix(Self.pairs(2), category: "material/possess", threads: 2) { seen.add($0) }
        #expect(seen.all.last == 2)
        #expect(seen.all == seen.all.sorted())
    }

    /// Two versions of one state's law stay apart though their definitions have the same names.
    @Test func twoVersionsOfOneState() throws {
        func version(_ age: Int) throws -> Jurisdiction {
            var law = SmallLaw()
            law.offencesA = SmallLaw.plain("a", "{act: possess, material.real-age: under \(age)}")
            let library = try law.library()
            return try library.jurisdiction(JurisdictionCode("AA"), vocabulary: try library.vocabulary())
        }
        let law = try ComparedLaw(
            [try version(16), try version(18)], vocabulary: try SmallLaw().library().vocabulary(), date: try #require(Self.date))
        #expect(try law.compare(0, with: 1).offences.map(\.coverage) == [.covered])
        #expect(try law.compare(1, with: 0).offences.map(\.coverage) == [.partlyCovered])
    }

    /// An offence that asks for what is presumed absent is compared all the same.
    @Test func aPresumptionDoesNotEmptyAnOffence() throws {
        func coverage(_ theirs: String) throws -> OffenceComparison {
            var law = SmallLaw()
            law.offencesA = SmallLaw.plain("a", "{act: possess, lawful-authority: yes}")
            law.offencesB = SmallLaw.plain("b", theirs)
            let library = try law.library()
            let vocabulary = try library.vocabulary()
            let comparison = try Comparer(
                vocabulary: vocabulary, from: library.jurisdiction(JurisdictionCode("AA"), vocabulary: vocabulary),
                to: library.jurisdiction(JurisdictionCode("BB"), vocabulary: vocabulary), date: try #require(Self.date)
            ).compare()
            return try #require(comparison.offences.first)
        }
        #expect(try coverage("{act: access}").layers.core == .notCovered)
        #expect(try coverage("{act: possess, lawful-authority: no}").layers.core == .notCovered)
        #expect(try coverage("{act: possess}").layers.core == .covered)
    }

    /// Nothing is punished for certain, so nothing is called covered.
    @Test func aWhollyOpenOffenceIsUnknown() throws {
        var law = SmallLaw()
        law.offencesA = SmallLaw.plain("a", "{act: possess, open: whether holding counts}")
        law.offencesB = SmallLaw.plain("b", "{act: possess}")
        let library = try law.library()
        let vocabulary = try library.vocabulary()
        let answer = try Comparer(
            vocabulary: vocabulary, from: library.jurisdiction(JurisdictionCode("AA"), vocabulary: vocabulary),
            to: library.jurisdiction(JurisdictionCode("BB"), vocabulary: vocabulary), date: try #require(Self.date)
        ).compare()
        #expect(answer.offences.map(\.coverage) == [.unknown])
        #expect(answer.offences.first?.open == ["whether holding counts"])
    }
}

private final class Seen: @unchecked Sendable {
    private(set) var all: [Int] = []
    // The callback comes one call at a time.
    func add(_ done: Int) { all.append(done) }
}
