import Testing

@testable import DualCriminality

/// Dual criminality and thresholds as grounds, counts, items, dates and the verdict.
@Suite struct GroundsTests {
    static let facts = "{act: possess, material.medium: photo, mental: purpose}"

    private func threshold(_ penalty: String, _ rule: String, facts: String = facts) throws -> [Finding.Outcome] {
        var law = SmallLaw()
        law.offencesB = SmallLaw.plain("b", "{act: possess}", penalty: penalty)
        law.threshold = "prosecution: {requested: {\(rule)}, provision: s 11, review: source-checked}"
        return try law.assess(facts).outcomes("penalty-threshold")
    }

    @Test(arguments: [
        ("up to 1 year", "at-least: 1 year", Finding.Outcome.clear), ("up to 1 year", "more-than: 1 year", .bars),
        ("up to 2 years less a day", "at-least: 2 years", .bars), ("up to 2 years", "at-least: 24 months", .clear),
        ("life", "at-least: 5 years", .clear), ("up to 11 months", "at-least: 1 year", .bars), ("none", "at-least: 1 year", .bars),
    ])
    func thresholdBoundaries(imprisonment: String, rule: String, outcome: Finding.Outcome) throws {
        #expect(try threshold("[{imprisonment: \(imprisonment)}]", rule) == [outcome])
    }

    @Test func aThresholdLooksAtTheTierOfTheFacts() throws {
        let tiers = "[{when: {material.real-age: under 14}, imprisonment: up to 10 years}, {imprisonment: up to 6 months}]"
        #expect(try threshold(tiers, "at-least: 1 year") == [.unknown])
        let young = "{act: possess, material.medium: photo, material.person: child, material.real-age: 13, mental: purpose}"
        #expect(try threshold(tiers, "at-least: 1 year", facts: young) == [.clear])
        let older = young.replacing("13", with: "14")
        #expect(try threshold(tiers, "at-least: 1 year", facts: older) == [.bars])
    }

    @Test func theGraverModeOfTrialCounts() throws {
        let hybrid = "[{imprisonment: up to 10 years, trial: indictment}, {imprisonment: up to 6 months, trial: summary}]"
        #expect(try threshold(hybrid, "at-least: 1 year") == [.clear])
    }

    @Test func aHalvedAttemptCountsOnlyWhereTheStateSaysSo() throws {
        var law = SmallLaw()
        law.generalPart = law.generalPart.replacing("impossible: yes,", with: "impossible: yes, penalty: half,")
        law.offencesB = SmallLaw.plain("b", "{act: possess}", penalty: "[{imprisonment: up to 18 months}]")
        let attempted = "{act: possess, material.medium: photo, mental: purpose, stage: attempted}"
        let rule = "prosecution: {requested: {at-least: 1 year}, provision: s 11, review: source-checked}"
        law.threshold = rule
        #expect(try law.assess(attempted).outcomes("penalty-threshold") == [.unknown])
        law.threshold = rule + "\n    attempt: as-completed"
        #expect(try law.assess(attempted).outcomes("penalty-threshold") == [.clear])
        law.threshold = rule + "\n    attempt: as-attempted"
        #expect(try law.assess(attempted).outcomes("penalty-threshold") == [.bars])
        #expect(try law.assess(attempted).counts[0].requested.offences[0].imprisonment?.max == "P9M")
    }

    @Test func anOptionalGroundNeverChangesTheVerdict() throws {
        var law = SmallLaw()
        law.dualCriminality += "\n    effect: optional"
        law.threshold = "sentence: {remaining: {at-least: 4 months}, provision: s 11, review: source-checked}"
        let result = try law.assess("{act: possess, material.medium: video, mental: purpose}")
        #expect(result.outcomes("dual-criminality") == [.mayBar])
        #expect(result.verdict == .clear)
    }

    @Test func lawThatWasReadOnceIsNotClear() throws {
        var law = SmallLaw()
        law.offencesB = law.offencesB.replacing("source-checked", with: "draft")
        let result = try law.assess(Self.facts)
        #expect(result.counts[0].dualCriminality == .met)
        #expect(result.verdict == .conditional)
        #expect(result.law.lowestReview == "draft")
        #expect(result.findings.contains { $0.ground == "law-not-source-checked" })
        #expect(try law.assess(Self.facts, options: .init(acceptDraft: true)).verdict == .clear)
    }

    @Test func eachItemIsJudgedAloneAndTheCountStandsOnTheBest() throws {
        let result = try SmallLaw().assess(
            "{mental: purpose}",
            count: "items: [{id: a, act: possess, material.medium: photo}, {id: b, act: possess, material.medium: video}]")
        #expect(result.counts[0].dualCriminality == .met)
        #expect(result.counts[0].items.map(\.dualCriminality) == [.met, .notMet])
        #expect(result.counts[0].severable == ["b"])
        #expect(result.verdict == .clear)
    }

    @Test func everyAlternativeMustHoldUnlessOneSuffices() throws {
        var law = SmallLaw()
        let count = "alternatives: [{material.medium: photo}, {material.medium: video}]"
        #expect(try law.assess("{act: possess, mental: purpose}", count: count).verdict == .obstructed)
        law.dualCriminality += "\n    alternatives: one"
        #expect(try law.assess("{act: possess, mental: purpose}", count: count).verdict == .clear)
    }

    @Test func theLawOfTheDayThatTheStateAsksFor() throws {
        var law = SmallLaw()
        law.offencesB = SmallLaw.plain("b", "{act: supply}", extra: ["in-force: from 2025-07-01", "before: no-offence"])
        law.offencesA = SmallLaw.plain("a", "{act: supply}")
        let facts = "{act: supply, mental: purpose}"
        let conduct = law.dualCriminality + "\n    time: {requested: [conduct]}"
        let request = law.dualCriminality + "\n    time: {requested: [request]}"
        let both = law.dualCriminality + "\n    time: {requested: [conduct, request]}"
        law.dualCriminality = conduct
        #expect(try law.assess(facts).counts[0].requested.status == .notPunishable)
        law.dualCriminality = request
        #expect(try law.assess(facts).counts[0].requested.status == .punishable)
        law.dualCriminality = both
        #expect(try law.assess(facts).counts[0].requested.status == .notPunishable)
        // Conduct on both sides of the border depends on when it was done; a continuing act on its last day.
        law.dualCriminality = conduct
        let across = "{from: 2025-06-01, to: 2025-08-01, in: [AA]}"
        let result = try law.assess(facts, committed: across)
        #expect(result.counts[0].requested.status == .depends)
        #expect(result.counts[0].requested.periods.map(\.to) == ["2025-06-30", "2025-08-01"])
        law.offencesB = law.offencesB.replacing("act: supply", with: "act: possess")
        law.offencesA = SmallLaw.plain("a", "{act: possess}")
        #expect(try law.assess("{act: possess, mental: purpose}", committed: across).counts[0].requested.status == .punishable)
    }

    @Test func theLawBeforeTheFirstVersionIsUnknown() throws {
        var law = SmallLaw()
        law.offencesB = SmallLaw.plain("b", "{act: possess}", extra: ["in-force: from 2025-07-01"])
        law.dualCriminality += "\n    time: {requested: [conduct]}"
        let result = try law.assess(Self.facts)
        #expect(result.counts[0].requested.status == .unknown)
        #expect(result.counts[0].requested.open == ["the law before 2025-07-01 is not encoded (b)"])
    }

    @Test func assistanceAsksForDualCriminalityByMeasure() throws {
        let video = "{act: possess, material.medium: video, mental: purpose}"
        let search = try SmallLaw().assess(video, request: "request: assistance\nmeasures: [search-and-seizure]")
        #expect(search.verdict == .obstructed)
        let finding = try #require(search.findings.first { $0.ground == "dual-criminality" })
        #expect(finding.cure.contains { $0.kind == .measure && $0.text.contains("witness-statement") })
        let witness = try SmallLaw().assess(video, request: "request: assistance\nmeasures: [witness-statement]")
        #expect(witness.verdict == .clear)
    }

    @Test func sentencesAreMeasuredByWhatRemains() throws {
        var law = SmallLaw()
        law.threshold += "\n    sentence: {remaining: {at-least: 4 months}, provision: s 13}"
        let base = "request: extradition\npurpose: sentence\n"
        #expect(try law.assess(Self.facts, request: base + "sentence-remaining: 3 months").outcomes("sentence-threshold") == [.bars])
        #expect(try law.assess(Self.facts, request: base + "sentence-remaining: 4 months").outcomes("sentence-threshold") == [.clear])
        #expect(try law.assess(Self.facts, request: base + "note: none").outcomes("sentence-threshold") == [.unknown])
    }

    @Test func impossibleFactsAreRefusedWithTheConstraint() throws {
        let error = #expect(throws: ImpossibleFacts.self) {
            try SmallLaw().assess("{act: possess, material.medium: photo, material.person: nobody, mental: purpose}")
        }
        #expect(error?.reasons.first?.contains("no-photograph-of-nobody") == true)
        let misplaced = #expect(throws: ImpossibleFacts.self) {
            try SmallLaw().assess("{act: possess, child.age: 15, mental: purpose}")
        }
        #expect(misplaced?.reasons.first?.contains("state `material.real-age`") == true)
    }

    @Test func countsThatDifferArePartial() throws {
        let library = try SmallLaw().library()
        let vocabulary = try library.vocabulary()
        let text = """
            request: extradition
            requesting: AA
            requested: BB
            date: 2026-03-01
            \(SmallLaw.person)
            counts:
              - {id: "1", committed: {on: 2025-05-05, in: [AA]}, facts: {act: possess, material.medium: photo, mental: purpose}}
              - {id: "2", committed: {on: 2025-05-05, in: [AA]}, facts: {act: possess, material.medium: video, mental: purpose}}
            """
        let request = try #require(LawLoaderRequest.read(text, vocabulary))
        let result = try library.assessor(for: request, vocabulary: vocabulary).assess(request)
        #expect(result.partial)
        #expect(result.verdict == .obstructed)
        #expect(result.counts.map(\.verdict) == [.clear, .obstructed])
    }
}
