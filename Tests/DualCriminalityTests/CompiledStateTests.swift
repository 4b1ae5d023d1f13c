import ConditionAlgebra
import Law
import LawLoader
import Testing

@testable import DualCriminality

/// A compiled state answers as the assessment does.
@Suite struct CompiledStateTests {
    /// A bundled state, compiled for one day and side, with its samples for facts that can occur.
    private struct Fixture {
        let vocabulary: Vocabulary
        let state: Jurisdiction
        let day: LegalDate
        let compiled: CompiledState
        let samples: [Sample]

        init(_ code: JurisdictionCode, _ side: Side, disregards: Set<ExceptionKind> = []) throws {
            vocabulary = try CorpusTests.library.vocabulary()
            state = try CorpusTests.library.jurisdiction(code, vocabulary: vocabulary)
            day = try #require(LegalDate(iso: "2026-03-01"))
            compiled = try CompiledState(
                jurisdiction: state, vocabulary: vocabulary, date: day, side: side, disregards: disregards)
            samples = try #require(try CorpusTests.library.loader.samples(of: state, vocabulary: vocabulary).value)
        }
    }

    /// The first samples, asked of the state as both sides of a request to itself, with presumptions and without.
    @Test(arguments: CorpusTests.library.codes)
    func itAnswersAsTheAssessment(code: JurisdictionCode) throws {
        let own = try Fixture(code, .requesting)
        let disregards = own.state.cooperation?.extradition?.dualCriminality?.disregards ?? []
        let other = try Fixture(code, .requested, disregards: disregards)
        let day = DateInterval(from: own.day, to: own.day)
        for (place, sample) in own.samples.prefix(3).enumerated() {
            let strict = place == 2
            let assessor = Assessor(
                vocabulary: own.vocabulary, requesting: own.state, requested: own.state,
                rules: CooperationRules(catalogue: try CorpusTests.library.grounds()), digest: "none",
                options: .init(strict: strict))
            let item = Item(id: "1", alternatives: [sample.facts])
            let request = Request(
                kind: .extradition, requesting: code, requested: code, date: own.day, purpose: .prosecution,
                sentenceImposed: nil, sentenceRemaining: nil, measures: [],
                counts: [Count(id: "1", chargedUnder: [], committed: day, items: [item])])
            let expected = try assessor.assess(request).counts[0]
            let requesting = try own.compiled.status(sample.facts, strict: strict)
            let requested = try other.compiled.status(sample.facts, strict: strict)
            #expect(Punishability(requesting) == expected.requesting.status, "line \(sample.line)")
            #expect(Punishability(requested) == expected.requested.status, "line \(sample.line)")
        }
    }

    /// Every second sample, against one view that is compiled for every act together, as `SampleChecker` asks it.
    @Test(arguments: CorpusTests.library.codes)
    func itAnswersAsTheWholeViewDoes(code: JurisdictionCode) throws {
        let fixture = try Fixture(code, .requested)
        let view = LawView(fixture.state, on: fixture.day, side: .requested, vocabulary: fixture.vocabulary)
        let question = try StateQuestion(view: view)
        var seen: Set<PunishabilityStatus> = []
        for (place, sample) in fixture.samples.enumerated() where place % 2 == 0 {
            var decider = question.decider
            guard try decider.contradictions(in: sample.facts).isEmpty else {
                #expect(throws: ImpossibleFacts.self) { try fixture.compiled.status(sample.facts) }
                continue
            }
            let cases = try decider.cases(decider.presuming(sample.facts).facts)
            let expected = try decider.status(decider.union(question.compiled, in: cases), in: cases)
            #expect(try fixture.compiled.status(sample.facts) == expected, "line \(sample.line)")
            seen.insert(expected)
        }
        // Different answers occur, or the comparison would show little.
        #expect(seen.contains(.met) && seen.count > 1, "\(seen)")
    }

    /// Where the facts of a sample are met (or not), so is every complete case that agrees with them.
    @Test(arguments: CorpusTests.library.codes)
    func everyCompleteCaseDecidesAsItsSample(code: JurisdictionCode) throws {
        let fixture = try Fixture(code, .requested)
        let space = fixture.compiled.facts
        var decider = try Decider(ConditionCompiler(facts: space))
        var random = SeededGenerator(state: UInt64(code.text.utf8.reduce(11) { $0 &* 31 &+ Int($1) }))
        var decided: [PunishabilityStatus: Int] = [:]
        for sample in fixture.samples.shuffled(using: &random).prefix(24) {
            guard try decider.contradictions(in: sample.facts).isEmpty else { continue }
            let status = try fixture.compiled.status(sample.facts)
            guard status == .met || status == .notMet else { continue }
            let known = space.region(try decider.presuming(sample.facts).facts)
            for _ in 0..<40 {
                let values = try (0..<space.space.count).map { variable in
                    try #require(Array(known[variable] ?? space.space.full(variable)).randomElement(using: &random))
                }
                guard decider.compiler.diagrams.holds(decider.constraints, at: values) else { continue }
                let isPunished = fixture.compiled.decide(values.map { UInt8($0) })
                #expect(isPunished == (status == .met), "line \(sample.line), \(status)")
                decided[status, default: 0] += 1
            }
        }
        // Law that was not searched makes `not met` rare in some states.
        #expect(decided[.met, default: 0] > 20, "\(decided)")
    }

    @Test func aPointNeedsEveryElement() throws {
        let fixture = try Fixture(JurisdictionCode("DE"), .requested)
        let space = fixture.compiled.facts
        var facts = Facts()
        #expect(fixture.compiled.point(facts) == nil)
        for element in fixture.vocabulary.elements {
            facts.values[element.index] = space.values(ValueMask(space.space.sizes[element.index.number] - 1), of: element.index)
        }
        let point = try #require(fixture.compiled.point(facts))
        #expect(point.count == space.space.count)
        #expect(point.prefix(space.elementCount).elementsEqual(space.space.sizes.prefix(space.elementCount).map { UInt8($0 - 1) }))
        #expect(point.suffix(space.questions.count).allSatisfy { $0 == 0 })
        let first = try #require(fixture.vocabulary.elements.first)
        facts.values[first.index] = first.all
        #expect(fixture.compiled.point(facts) == nil)
    }

    /// What the state `BB` of an invented law answers.
    private func status(_ facts: String, _ law: SmallLaw = SmallLaw()) throws -> PunishabilityStatus {
        let (state, vocabulary) = try law.requested()
        let day = try #require(LegalDate(iso: "2026-03-01"))
        let compiled = try CompiledState(jurisdiction: state, vocabulary: vocabulary, date: day, side: .requested)
        let text = "request: extradition\nrequesting: AA\nrequested: BB\ndate: 2026-03-01\ncounts:\n  - id: \"1\"\n"
            + "    committed: {on: 2025-05-05}\n    facts: \(facts)\n"
        let request = try #require(LawLoaderRequest.read(text, vocabulary))
        return try compiled.status(request.counts[0].items[0].alternatives[0])
    }

    @Test func impossibleFactsAreRefused() throws {
        #expect(throws: ImpossibleFacts.self) {
            try status("{act: possess, material.person: adult, material.real-age: 12, mental: purpose}")
        }
    }

    @Test func anActThatIsOpenIsPutTogether() throws {
        var law = SmallLaw()
        law.offencesB = SmallLaw.plain("b-possess", "{act: possess}")
            + SmallLaw.plain("b-access", "{act: access, material.medium: photo}")
        #expect(try status("{act: {one-of: [possess, access]}, material.medium: photo, mental: purpose}", law) == .met)
        #expect(try status("{act: {one-of: [possess, access]}, material.medium: video, mental: purpose}", law) == .depends)
        #expect(try status("{act: {one-of: [offer, access]}, material.medium: video, mental: purpose}", law) == .notMet)
    }
}
