import Law
import Testing

@testable import DualCriminality

/// Definitions against definitions, by layers.
@Suite struct ComparerTests {
    private func compare(_ a: String, _ b: String, law: SmallLaw = SmallLaw()) throws -> OffenceComparison {
        var law = law
        law.offencesA = a
        law.offencesB = b
        let library = try law.library()
        let vocabulary = try library.vocabulary()
        let date = try #require(LegalDate(iso: "2026-03-01"))
        let comparison = try Comparer(
            vocabulary: vocabulary, from: try library.jurisdiction(JurisdictionCode("AA"), vocabulary: vocabulary),
            to: try library.jurisdiction(JurisdictionCode("BB"), vocabulary: vocabulary), date: date
        ).compare()
        return try #require(comparison.offences.first)
    }

    @Test func whatIsInsideIsCovered() throws {
        let result = try compare(
            SmallLaw.plain("a", "{act: possess, material.medium: photo}"),
            SmallLaw.plain("b", "{act: possess, material.medium: [photo, video]}"))
        #expect(result.coverage == .covered)
        #expect(result.gaps.isEmpty)
        #expect(result.witness.isEmpty)
        #expect(result.coveredBy.map(\.relation) == [.narrower])
        #expect(result.categories == ["material/possess"])
    }

    @Test func theGapIsSaidInFewWordsAndHasAWitness() throws {
        let result = try compare(
            SmallLaw.plain("a", "{act: [possess, procure], material.real-age: under 18}"),
            SmallLaw.plain("b", "{act: [possess, procure], material.real-age: under 14}"))
        #expect(result.coverage == .partlyCovered)
        #expect(result.gaps.map { $0.region.all.map(\.element) } == [["material.real-age"]])
        #expect(result.gaps[0].region.all[0].from == 14)
        #expect(result.gaps[0].region.all[0].to == 17)
        #expect(result.gapsComplete)
        #expect(result.witness.contains { $0.element == "material.real-age" && $0.from == 14 })
        #expect(result.coveredBy.map(\.relation) == [.wider])
    }

    @Test func anotherActIsNotCovered() throws {
        let result = try compare(SmallLaw.plain("a", "{act: access}"), SmallLaw.plain("b", "{act: possess}"))
        #expect(result.coverage == .notCovered)
        #expect(result.coveredBy.isEmpty)
        #expect(result.gaps.map { $0.region.all.map(\.element) } == [["act"]])
    }

    @Test func severalOffencesCoverTogether() throws {
        let result = try compare(
            SmallLaw.plain("a", "{act: possess, material.real-age: under 18}"),
            SmallLaw.plain("b-1", "{act: possess, material.real-age: under 14}")
                + SmallLaw.plain("b-2", "{act: possess, material.real-age: 14 to 17}"))
        #expect(result.coverage == .covered)
        #expect(result.coveredBy.count == 2)
    }

    @Test func evaluationsFormALayerOfTheirOwn() throws {
        let result = try compare(
            SmallLaw.plain("a", "{act: possess, appraisal.indecent: yes}"),
            SmallLaw.plain("b", "{act: possess, appraisal.pornographic: yes}"))
        #expect(result.coverage == .covered)
        #expect(result.layers.appraisal == .partlyCovered)
        #expect(Set(result.terms) == ["the content is pornographic", "what is shown or done is indecent"])
        #expect(result.gaps.map(\.layer) == [.appraisal])
    }

    @Test func defencesAreMargins() throws {
        let result = try compare(
            SmallLaw.plain("a", "{act: possess}"),
            SmallLaw.plain("b", "{act: possess}", extra: ["except: [{name: duty, kind: exclusion, provision: x, when: {lawful-authority: yes}}]"]))
        #expect(result.layers.core == .covered)
        #expect(result.layers.appraisal == .covered)
        #expect(result.layers.margins == .partlyCovered)
        #expect(result.gaps.map(\.layer) == [.margins])
        #expect(result.gaps.first?.region.all.map(\.element) == ["lawful-authority"])
    }

    @Test func openLawIsUnknownNotAGap() throws {
        var law = SmallLaw()
        law.openLaw = "  - {text: State law, when: {act: access}}"
        let result = try compare(SmallLaw.plain("a", "{act: access}"), SmallLaw.plain("b", "{act: possess}"), law: law)
        #expect(result.coverage == .unknown)
        #expect(result.gaps.isEmpty)
        #expect(result.open == ["State law"])
    }

    @Test func coverageAtAThreshold() throws {
        let result = try compare(
            SmallLaw.plain("a", "{act: possess}"), SmallLaw.plain("b", "{act: possess}", penalty: "[{imprisonment: up to 1 year}]"))
        #expect(result.coveredAt == ["any": .covered, "12": .covered, "more-than-12": .notCovered, "36": .notCovered])
    }

    /// A state against itself is covered in every layer, whatever it leaves open.
    @Test(arguments: CorpusTests.library.codes)
    func aStateCoversItself(code: JurisdictionCode) throws {
        let vocabulary = try CorpusTests.library.vocabulary()
        let state = try CorpusTests.library.jurisdiction(code, vocabulary: vocabulary)
        let date = try #require(LegalDate(iso: "2026-06-01"))
        let comparison = try ComparedLaw([state], vocabulary: vocabulary, date: date).compare(0, with: 0)
        #expect(!comparison.offences.isEmpty)
        for offence in comparison.offences {
            #expect(offence.layers == .init(core: .covered, appraisal: .covered, margins: .covered), "\(code) \(offence.id)")
            #expect(offence.gaps.isEmpty && offence.witness.isEmpty)
        }
        #expect(comparison.categories.allSatisfy { $0.coverage == nil || $0.relation == .equivalent })
    }

    /// A witness is punished by the one and, whatever the rest of the facts, not by the other.
    @Test func aWitnessIsASmallestCase() throws {
        let result = try compare(
            SmallLaw.plain("a", "{act: possess, material.real-age: under 18}"),
            SmallLaw.plain("b", "{act: possess, material.real-age: under 14, any: [{aim.gain: yes}, {aim.supply: yes}]}"))
        // No aim need be set to leave the other law, and none is.
        #expect(result.witness.allSatisfy { !$0.element.hasPrefix("aim.") || $0.is == "no" })
        #expect(result.witness.first?.element == "act")
    }

    @Test func groupsOfValuesHaveWordsOfTheirOwn() throws {
        let vocabulary = try CorpusTests.library.vocabulary()
        let act = try #require(vocabulary.element("act"))
        let wording = Wording(vocabulary: vocabulary)
        func values(_ ids: [String]) -> ValueSet {
            ValueSet(choices: ids.reduce(0) { $0 | 1 << UInt64(act.domain.valueIDs.firstIndex(of: $1) ?? 63) })
        }
        let whole = wording.literal(act.index, values(["procure", "possess", "access"]))
        #expect(whole == "the person obtains, keeps or views the material")
        let more = wording.literal(act.index, values(["produce", "procure", "possess", "access"]))
        #expect(more == "the person makes or records the material or obtains, keeps or views the material")
        let part = wording.literal(act.index, values(["procure", "access"]))
        #expect(part == "the person acquires or receives the material or views or retrieves the material without keeping it")
    }
}
