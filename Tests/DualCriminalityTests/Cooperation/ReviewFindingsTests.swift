import Testing

@testable import DualCriminality

/// Defects that a review of the grounds engine found, each with the smallest case that shows it.
@Suite struct ReviewFindingsTests {
    static let photo = DesignPoints7To12Tests.photo
    static let ownNational = "person: {nationalities: [BB], resident-in: AA, age-at-conduct: 40, age-now: 41}"
    static let lapse = "lapse-of-time: {effect: mandatory, when: {lapsed.requested: yes}, provision: s 22, review: source-checked}"
    static let death = "death-penalty: {effect: mandatory, provision: s 23, review: source-checked}"
    static let noActs = "request: extradition\nprocedural: []"
    static let noAssurance = "request: extradition\nassurances: {no-death-penalty: no}"

    private static func limited(_ years: Int, _ id: String) -> [String] {
        ["limitation: {after: \(years) years, provision: \(id), review: source-checked}"]
    }

    // MARK: - Facts found on one day, for one act or for one of several offences only

    /// Met by two offences together, of which the facts fulfil one: which of them lapses turns on the facts.
    @Test func anOffenceThatIsOnlyPossibleDoesNotKeepTimeFromLapsing() throws {
        var law = SmallLaw()
        law.offencesB = SmallLaw.plain("b-photo", "{act: possess, material.medium: photo}", extra: Self.limited(3, "p"))
            + SmallLaw.plain("b-video", "{act: possess, material.medium: video}", extra: Self.limited(30, "v"))
        law.groundsB = [Self.lapse]
        let result = try law.assess(
            "{act: possess, material.medium: {one-of: [photo, video]}, mental: purpose}", request: Self.noActs,
            committed: "{on: 2015-01-01, in: [AA]}")
        #expect(result.outcome("lapse-of-time") == .unknown)
        #expect(result.verdict == .conditional)
    }

    /// The reverse: what may be met as well, and has not lapsed, keeps it open.
    @Test func aPossibleOffenceThatHasNotLapsedLeavesItOpen() throws {
        var law = SmallLaw()
        law.offencesB = SmallLaw.plain("b", "{act: possess, material.medium: photo}", extra: Self.limited(3, "p"))
            + SmallLaw.plain("b-young", "{act: possess, material.medium: photo, material.real-age: under 14}", extra: Self.limited(30, "q"))
        law.groundsB = [Self.lapse]
        let result = try law.assess(Self.photo, request: Self.noActs, committed: "{on: 2015-01-01, in: [AA]}")
        #expect(result.outcome("lapse-of-time") == .unknown)
    }

    /// The period of the version that was in force when the act may have been done.
    @Test func everyDayOfTheConductCountsForLapseOfTime() throws {
        var law = SmallLaw()
        law.offencesA = SmallLaw.plain("a", "{act: supply}")
        law.offencesB = SmallLaw.plain("b", "{act: supply}", extra: [
            "versions:",
            "  - {in-force: 2000-01-01 to 2015-12-31, limitation: {after: 5 years, provision: s old, review: source-checked}}",
            "  - {in-force: from 2016-01-01, limitation: {after: 30 years, provision: s new, review: source-checked}}",
        ])
        law.groundsB = [Self.lapse]
        let result = try law.assess(
            "{act: supply, material.medium: photo, mental: purpose}", request: Self.noActs,
            committed: "{from: 2015-06-01, to: 2016-06-01, in: [AA]}")
        #expect(result.outcome("lapse-of-time") == .unknown)
    }

    @Test func everyDayOfTheConductCountsForDeath() throws {
        var law = SmallLaw()
        law.offencesA = SmallLaw.plain("a", "{act: supply}", extra: [
            "versions:", "  - {in-force: 2000-01-01 to 2015-12-31, penalty: [{imprisonment: 1 year to death}]}",
            "  - {in-force: from 2016-01-01}",
        ])
        law.offencesB = SmallLaw.plain("b", "{act: supply}")
        law.groundsB = [Self.death]
        let result = try law.assess(
            "{act: supply, material.medium: photo, mental: purpose}", request: Self.noAssurance,
            committed: "{from: 2015-06-01, to: 2016-06-01, in: [AA]}")
        #expect(result.outcome("death-penalty") == .unknown)
    }

    @Test(arguments: ["possess", "produce"])
    func everyActCountsForDeath(grave: String) throws {
        var law = SmallLaw()
        law.offencesA = SmallLaw.plain(
            "a", "{act: [possess, produce]}",
            penalty: "[{when: {act: \(grave)}, imprisonment: 1 year to death}, {imprisonment: up to 5 years}]")
        law.offencesB = SmallLaw.plain("b", "{act: [possess, produce]}")
        law.groundsB = [Self.death]
        let facts = "{act: {one-of: [possess, produce]}, material.medium: photo, mental: purpose}"
        #expect(try law.assess(facts, request: Self.noAssurance).outcome("death-penalty") == .unknown)
    }

    @Test func aTierThatTheFactsLeaveOpenIsNotCertain() throws {
        var law = SmallLaw()
        law.offencesA = SmallLaw.plain(
            "a", "{act: possess}", penalty: "[{when: {material.real-age: under 14}, imprisonment: 1 year to life}, {imprisonment: up to 5 years}]")
        law.groundsB = ["life-sentence: {effect: mandatory, provision: s 23, review: source-checked}"]
        let result = try law.assess(Self.photo, request: "request: extradition\nassurances: {life-review: no}")
        #expect(result.outcome("life-sentence") == .unknown)
    }

    /// An act of 2010 cannot have been taken for conduct of 2015.
    @Test func anActBeforeTheConductDoesNotStopThePeriod() throws {
        var law = SmallLaw()
        law.generalPart = law.generalPart.replacing(
            "limitation: {none: yes, provision: s 5}",
            with: "limitation: {ladder: [{maximum: any, after: 5 years}], interruption: {stopped-by: [charge], no-effect: [complaint, investigation, arrest-warrant, judgment, request], provision: s 6, review: source-checked}, provision: s 5, review: source-checked}")
        law.groundsB = [Self.lapse]
        let result = try law.assess(
            Self.photo, request: "request: extradition\nprocedural: [{act: charge, on: 2010-01-01, in: BB}]",
            committed: "{on: 2015-05-05, in: [AA]}")
        #expect(result.outcome("lapse-of-time") == .bars)
    }

    // MARK: - Protocols and reservations

    private static func parties(_ protocols: String) -> String {
        "parties: 1\ninstruments:\n  pact: {complete: yes, states: {AA: {from: 2000-01-01, review: source-checked}, BB: {from: 2000-01-01, review: source-checked}}}\n  \(protocols)\n"
    }

    /// If the protocol does not bind, the national duty stands: that is open and not clear.
    @Test func aProtocolThatOnlyMayBindDoesNotSilenceNationalLaw() throws {
        var law = SmallLaw()
        law.groundsB = ["nationality: {effect: mandatory, yields-to-treaty: where-it-speaks, provision: s 20, review: source-checked}"]
        var added = SmallLaw.Treaty(id: "added", head: ["supplements: [pact]"], basis: "no")
        added.entries = []
        added.grounds = ["nationality: {effect: excluded, provision: art 1, review: source-checked}"]
        law.files["Rules/instruments/pact.yaml"] = SmallLaw.Treaty().file
        law.files["Rules/instruments/added.yaml"] = added.file
        law.files["Rules/parties.yaml"] = Self.parties(
            "added: {protocol: yes, complete: no, states: {AA: {from: 2000-01-01, review: source-checked}}}")
        let result = try law.assess(Self.photo, person: Self.ownNational)
        #expect(result.outcome("nationality", on: "pact") == .unknown)
        #expect(result.verdict == .notAssessable)
    }

    @Test func theReservationOfOnePartyDoesNotUndoThatOfTheOther() throws {
        var treaty = SmallLaw.Treaty()
        treaty.entries += [
            "reservations:",
            "  - {party: BB, kind: reservation, provision: art 6, read-in: x, review: source-checked, grounds: {nationality: {effect: mandatory, provision: art 6 BB, review: source-checked}}}",
            "  - {party: AA, kind: reservation, applies: both, provision: art 6, read-in: x, review: source-checked, grounds: {nationality: {effect: optional, provision: art 6 AA, review: source-checked}}}",
        ]
        let result = try SmallLaw().with([treaty]).assess(Self.photo, person: Self.ownNational)
        #expect(result.outcome("nationality", on: "pact") == .bars)
    }

    // MARK: - Thresholds

    /// A treaty that only permits does not speak, so the national threshold is measured on the side that it alone names.
    @Test func aNationalThresholdThatStaysIsMeasured() throws {
        var law = SmallLaw()
        law.threshold = "prosecution: {requested: {at-least: 3 years}, yields-to-treaty: where-it-speaks, provision: s 11, review: source-checked}"
        law.offencesB = SmallLaw.plain("b", "{act: possess}", penalty: "[{imprisonment: up to 2 years}]")
        var treaty = SmallLaw.Treaty()
        treaty.entries += ["threshold: {prosecution: {requesting: {at-least: 1 year}, effect: optional, provision: art 2, review: source-checked}}"]
        #expect(try law.with([treaty]).assess(Self.photo).outcome("penalty-threshold", on: "pact") == .bars)
    }

    /// The imposed and the remaining sentence are two questions, as the two sides of the other threshold are.
    @Test func theRemainingSentenceIsMeasuredBesideTheImposedOne() throws {
        var law = SmallLaw()
        law.threshold = "sentence: {remaining: {at-least: 6 months}, provision: s 13, review: source-checked}"
        var treaty = SmallLaw.Treaty()
        treaty.entries += ["threshold: {sentence: {imposed: {at-least: 4 months}, provision: art 2, review: source-checked}}"]
        let result = try law.with([treaty]).assess(
            Self.photo, request: "request: extradition\npurpose: sentence\nsentence-imposed: 2 years\nsentence-remaining: 1 month\ncase: {in-absentia: no}")
        #expect(result.outcome("sentence-threshold", on: "pact") == .bars)
    }

    @Test func theStricterThresholdIsNotACrimeWithLess() throws {
        var law = SmallLaw()
        law.threshold = "prosecution: {requesting: {crime: yes, or-at-least: 1 year}, provision: s 11, review: source-checked}"
        law.offencesA = SmallLaw.plain("a", "{act: possess}", penalty: "[{imprisonment: up to 2 years}]")
        var treaty = SmallLaw.Treaty()
        treaty.head = ["subject-to-national-law: {provision: art 3, review: source-checked}"]
        treaty.entries += ["threshold: {prosecution: {requesting: {at-least: 4 years}, provision: art 2, review: source-checked}}"]
        #expect(try law.with([treaty]).assess(Self.photo).outcome("penalty-threshold", on: "pact") == .bars)
    }

    // MARK: - Persons, places, judgments

    @Test func aPartOfAStateIsTheState() throws {
        var law = SmallLaw()
        law.groundsB = ["territoriality: {effect: mandatory, provision: s 30, review: source-checked}"]
        #expect(try law.assess(Self.photo, committed: "{on: 2025-05-05, in: [BB-X]}").outcome("territoriality") == .bars)
    }

    /// To speak of pending proceedings is not to say that there is no judgment.
    @Test func pendingProceedingsSayNothingOfJudgments() throws {
        var law = SmallLaw()
        law.groundsB = ["final-judgment-requested: {effect: mandatory, provision: s 41, review: source-checked}"]
        let request = "request: extradition\ncase: {pending-in: []}"
        #expect(try law.assess(Self.photo, request: request, options: .init(strict: true)).outcome("final-judgment-requested") == .unknown)
        #expect(try law.assess(Self.photo, request: request).finding("final-judgment-requested")?.assumed == ["judgment.requested"])
    }

    @Test func ofSeveralJudgmentsEachMayBar() throws {
        var law = SmallLaw()
        law.groundsB = ["final-judgment-third: {effect: mandatory, provision: s 41, review: source-checked}"]
        let result = try law.assess(
            Self.photo, request: "request: extradition\ncase: {final-judgments: [{state: CC, outcome: served}, {state: DD, outcome: acquitted}]}")
        #expect(result.outcome("final-judgment-third") == .bars)
    }

    /// What was found can contradict a constraint of the catalogue; then no case is left, and nothing may be clear.
    @Test func aConstraintOnDerivedFactsDoesNotClearEverything() throws {
        var law = SmallLaw()
        law.groundsB = ["nationality: {effect: mandatory, provision: s 20, review: source-checked}"]
        law.files["Rules/grounds/house.yaml"] =
            "constraints:\n  - {id: death-is-more, because: who threatens death threatens life, never: {penalty.death-possible: yes, penalty.life-possible: no}}\n"
        let result = try? law.assess(Self.photo, request: "request: extradition\ncase: {death-possible: yes}", person: Self.ownNational)
        #expect(result?.outcome("nationality") != .clear)
        #expect(result?.verdict != .clear)
    }

    // MARK: - What is shown stands for the rest

    @Test func anAlternativeOnDraftLawIsNotClear() throws {
        var law = SmallLaw()
        law.offencesB += SmallLaw.plain("b-video", "{act: possess, material.medium: video}").replacing("source-checked", with: "draft")
        let result = try law.assess(
            "{act: possess, mental: purpose}", count: "alternatives: [{material.medium: photo}, {material.medium: video}]")
        #expect(result.verdict == .conditional)
    }

    /// A list without verification, and the measures that are available, carry the answer as much as a rule does.
    @Test func aListThatWasReadOnceIsNotClear() throws {
        var law = SmallLaw()
        law.threshold = "prosecution: {requesting: {at-least: 1 year}, provision: s 11, review: source-checked}"
        var treaty = SmallLaw.Treaty()
        treaty.entries += ["list: {items: [{id: c, title: child, categories: [material/possess]}], provision: art 2(2), review: draft}"]
        let result = try law.with([treaty]).assess("{act: possess, material.medium: video, mental: purpose}")
        #expect(result.outcome("dual-criminality", on: "pact") == .clear)
        #expect(result.verdict == .conditional)
    }

    /// Each alternative stands in the way of another measure.
    @Test func aMeasureStandsAsItsWorstAlternative() throws {
        var law = SmallLaw()
        law.offencesA = SmallLaw.plain("a-photo", "{act: possess, material.medium: photo}")
            + SmallLaw.plain("a-video", "{act: possess, material.medium: video}", penalty: "[{imprisonment: up to 3 months}]")
        law.offencesB = SmallLaw.plain("b-video", "{act: possess, material.medium: video}")
        law.assistanceB = [
            "dual-criminality: {rule: coercive-only, measures: [search-and-seizure], provision: s 12, review: source-checked}",
            "threshold: {prosecution: {requesting: {at-least: 1 year}, measures: [bank-records], provision: s 13, review: source-checked}}",
        ]
        let result = try law.assess(
            "{act: possess, mental: purpose}", request: "request: assistance\nmeasures: [search-and-seizure, bank-records]",
            count: "alternatives: [{material.medium: photo}, {material.medium: video}]")
        #expect(result.bases.first?.measures.map(\.verdict) == [.obstructed, .obstructed])
    }

    @Test func aMeasureOnAnUncertainBasisIsNotClear() throws {
        var law = SmallLaw()
        var treaty = SmallLaw.Treaty(kinds: "[assistance]")
        treaty.entries = []
        law.files["Rules/instruments/pact.yaml"] = treaty.file
        law.files["Rules/parties.yaml"] = "parties: 1\ninstruments:\n  pact: {complete: yes, states: {AA: {from: unknown, review: source-checked}, BB: {from: 2000-01-01, review: source-checked}}}\n"
        let result = try law.assess(Self.photo, request: "request: assistance\nmeasures: [witness-statement]")
        #expect(result.bases.first { $0.instrument == "pact" }?.measures.map(\.verdict) == [.notAssessable])
    }

    // MARK: - False bars of bases

    private static let scope = ["benchmark: m", "scope: {when: {within-instrument: yes}, provision: art 1, review: source-checked}"]
    private static let benchmark = "benchmark: m\ntitle: {en: M}\nsources: {t: {title: M, short: M, consolidated: 2000-01-01}}\nprovisions:\n  - {id: a1, title: {en: photo}, provision: art 1, source: t, review: source-checked, when: {act: possess, material.medium: photo}}\n"

    /// A count with one item within the instrument is within it.
    @Test func anItemOutsideTheScopeDoesNotPutTheBasisAside() throws {
        var law = SmallLaw()
        law.groundsB = ["immunity: {effect: mandatory, yields-to-treaty: yes, provision: s 1, review: source-checked}"]
        law.files["Rules/benchmarks/m.yaml"] = Self.benchmark
        var treaty = SmallLaw.Treaty()
        treaty.entries += Self.scope
        let result = try law.with([treaty]).assess(
            "{mental: purpose}",
            count: "items: [{id: a, act: possess, material.medium: photo}, {id: b, act: possess, material.medium: video}]",
            person: "person: {nationalities: [AA], immunity: yes}")
        #expect(result.decidingBasis == "pact")
        #expect(result.verdict == .clear)
    }

    /// An instrument for certain offences displaces another only for those.
    @Test func anInstrumentDoesNotDisplaceBeyondItsScope() throws {
        var law = SmallLaw()
        law.offencesB = SmallLaw.plain("b", "{act: possess}")
        law.withoutTreaty = "no"
        law.files["Rules/benchmarks/m.yaml"] = Self.benchmark
        var special = SmallLaw.Treaty(id: "special", head: ["prevails-over: [{instruments: any, provision: art 9, review: source-checked}]"])
        special.entries += Self.scope
        let result = try law.with([SmallLaw.Treaty(id: "general"), special]).assess("{act: possess, material.medium: video, mental: purpose}")
        #expect(result.decidingBasis == "general")
        #expect(result.verdict == .clear)
    }

    @Test func twoInstrumentsThatBothPrevailDoNotVanish() throws {
        var law = SmallLaw()
        law.withoutTreaty = "no"
        let head = ["prevails-over: [{instruments: any, provision: art 9, review: source-checked}]"]
        let result = try law.with([SmallLaw.Treaty(id: "one", head: head), SmallLaw.Treaty(id: "two", head: head)]).assess(Self.photo)
        #expect(result.decidingBasis != nil)
        #expect(result.verdict != .obstructed)
    }
}
