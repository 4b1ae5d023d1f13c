import Law
import LawLoader
import Testing

/// What a request says of the person, the proceedings, the assurances and the victim.
struct CircumstancesTests {
    static let person = "person: {nationalities: [BB], age-at-conduct: 30}"
    static let theCase = "case: {political: no}"
    static let place = "in: [BB]"
    static let first = "- id: first\n"

    static func request(_ from: String, _ to: String) throws -> Request { try RequestTests.request([(from: from, to: to)]) }

    static func codes(_ texts: String...) -> [JurisdictionCode] { texts.map { JurisdictionCode($0) } }

    static func facts(_ values: [String: ValueSet]) throws -> Facts {
        let words = try SmallLaw.catalogue().vocabulary
        var facts = Facts()
        for (id, set) in values { facts.values[try #require(words.index(of: id))] = set }
        return facts
    }

    @Test func thePerson() throws {
        let request = try Self.request(
            Self.person,
            "person: {nationalities: [BB, {state: AA, since: 2020-02-29}], resident-in: AA, present-in: CC, age-at-conduct: 17, age-now: 19, deserter: yes}")
        #expect(
            request.person
                == Person(
                    nationalities: [
                        .init(state: JurisdictionCode("BB")),
                        .init(state: JurisdictionCode("AA"), since: LegalDate(iso: "2020-02-29")),
                    ], residentIn: JurisdictionCode("AA"), presentIn: JurisdictionCode("CC"), ageAtConduct: 17, ageNow: 19))
        #expect(request.caseFacts == (try Self.facts(["person.deserter": .yes, "case.political": .no])))
    }

    /// Somebody without a nationality is not somebody of whom it is not known.
    @Test func stateless() throws {
        #expect(try Self.request("nationalities: [BB], ", "nationalities: [], ").person.nationalities == [])
        #expect(try Self.request("nationalities: [BB], ", "").person.nationalities == nil)
    }

    @Test func theFactsOfTheCatalogue() throws {
        let request = try Self.request(
            Self.theCase, "case: {political: yes, trial: {one-of: [fair, absent]}, death-possible: no}\nassurances: {no-death: yes}")
        #expect(
            request.caseFacts
                == (try Self.facts([
                    "case.political": .yes, "case.trial": ValueSet(choices: 0b101), "penalty.death-possible": .no,
                    "assurance.no-death": .yes,
                ])))
        #expect(!request.statesJudgments && !request.statesPending)
    }

    @Test func anotherWordForTheDeathPenalty() throws {
        let request = try Self.request(Self.theCase, "case: {death-penalty-possible: yes, death-possible: yes}")
        #expect(request.caseFacts == (try Self.facts(["penalty.death-possible": .yes])))
    }

    @Test func proceedings() throws {
        let request = try Self.request(
            Self.theCase,
            "case: {final-judgments: [{state: CC, outcome: being-served, count: first}, {state: AA}], final-judgment-in: [BB], pending-in: [AA, CC]}")
        #expect(
            request.finalJudgments == [
                FinalJudgment(state: JurisdictionCode("CC"), outcome: .beingServed, count: "first"),
                FinalJudgment(state: JurisdictionCode("AA"), outcome: nil), FinalJudgment(state: JurisdictionCode("BB"), outcome: nil),
            ])
        #expect(request.pendingIn == Self.codes("AA", "CC"))
        #expect(request.statesJudgments || request.statesPending)
    }

    /// That there are none is a statement too.
    @Test(arguments: ["final-judgments", "final-judgment-in", "pending-in"]) func noProceedings(_ key: String) throws {
        let request = try Self.request(Self.theCase, "case: {\(key): []}")
        #expect((request.statesJudgments || request.statesPending) && request.finalJudgments == [] && request.pendingIn == [])
    }

    @Test(arguments: FinalJudgment.Outcome.allCases) func everyOutcome(_ outcome: FinalJudgment.Outcome) throws {
        let request = try Self.request(Self.theCase, "case: {final-judgments: [{state: AA, outcome: \(outcome.rawValue)}]}")
        #expect(request.finalJudgments.map(\.outcome) == [outcome])
    }

    @Test func steps() throws {
        let request = try Self.request(
            Self.theCase, "procedural: [{act: arrest-warrant, on: 2025-10-01, in: BB}, {act: complaint, on: 2025-09-30, in: AA}]")
        #expect(
            request.procedural == [
                ProceduralAct(kind: .arrestWarrant, on: try #require(LegalDate(iso: "2025-10-01")), state: JurisdictionCode("BB")),
                ProceduralAct(kind: .complaint, on: try #require(LegalDate(iso: "2025-09-30")), state: JurisdictionCode("AA")),
            ])
    }

    @Test func theBasisThatIsMeant() throws {
        #expect(try Self.request(Self.theCase, "legal-basis: pact").legalBasis == InstrumentID("pact"))
        #expect(try RequestTests.request().legalBasis == nil)
    }

    @Test func places() throws {
        #expect(try RequestTests.request().counts.map(\.places) == [[Place(state: JurisdictionCode("BB"), part: .whole)], nil])
        let request = try Self.request(
            Self.place, "in: [AA, {state: BB, part: effect}, {state: CC, part: server}, {state: AA}, no-state]")
        #expect(
            request.counts[0].places == [
                Place(state: JurisdictionCode("AA"), part: .whole), Place(state: JurisdictionCode("BB"), part: .effect),
                Place(state: JurisdictionCode("CC"), part: .server), Place(state: JurisdictionCode("AA"), part: .whole),
                Place(state: nil, part: .whole),
            ])
        #expect(try Self.request(Self.place, "in: []").counts[0].places == [])
    }

    @Test func theVictim() throws {
        let request = try Self.request(
            Self.first,
            "- victim: {nationalities: [AA, CC], resident-in: BB, age-now: 15, age-at-conduct: 14, born: {from: 2010-05-01, to: 2010-12-31}}\n    id: first\n")
        #expect(
            request.counts[0].victim
                == Victim(
                    nationalities: Self.codes("AA", "CC"), residentIn: JurisdictionCode("BB"), ageNow: 15, ageAtConduct: 14,
                    born: DateInterval(from: LegalDate(iso: "2010-05-01"), to: LegalDate(iso: "2010-12-31"))))
        #expect(request.counts[1].victim == Victim())
    }

    /// What the catalogue does not define cannot be stated.
    @Test func withoutACatalogue() throws {
        let loaded = LawLoader.request(Array(SmallLaw.request.utf8), file: "r.yaml", vocabulary: try SmallLaw.words())
        #expect(loaded.value == nil)
        #expect(loaded.diagnostics.map(\.code) == ["law/unknown-key"])
        #expect(loaded.diagnostics.map(\.message) == ["`political` is not known here"])
    }

    static let codeHint = "write an ISO 3166 code, such as `DE` or `GB-EAW`"

    @Test(arguments: [
        Fixture(
            .request, person, "person: ⟦{age-at-conduct: 20, age-now: 19}⟧",
            Wanted("request/contradiction", "the person is younger now than at the time of the conduct")),
        Fixture(
            .request, person, "person: {⟦deserters⟧: yes}",
            Wanted("law/unknown-key", "`deserters` is not known here", hint: "did you mean `deserter`?")),
        Fixture(
            .request, person, "person: {deserter: ⟦[yes]⟧}",
            Wanted(
                "request/list", "a list is ambiguous here: `person.deserter` has one value for each item",
                hint: "not known which: write {one-of: […]}; several that all happened: write `items:`, one for each")),
        Fixture(
            .request, person, "person: {nationalities: [{state: AA, since: ⟦2020⟧}]}",
            Wanted("law/date", "`2020` is no date", hint: "write it as year-month-day, such as 2026-03-01")),
        Fixture(
            .request, person, "person: {nationalities: [⟦{since: 2020-01-01}⟧]}", Wanted("law/missing", "`state` is missing")),
        Fixture(
            .request, person, "person: {nationalities: ⟦BB⟧}", Wanted("law/shape", "`nationalities` must be a list, this is a text")),
        Fixture(
            .request, person, "person: {resident-in: ⟦Alphaland⟧, present-in: ⟦[AA]⟧}",
            Wanted("request/jurisdiction", "`Alphaland` is no code of a state", hint: codeHint),
            Wanted("request/jurisdiction", "`list` is no code of a state", hint: codeHint)),
    ])
    func errorsOfThePerson(_ fixture: Fixture) throws { try check(fixture) }

    @Test(arguments: [
        Fixture(
            .request, theCase, "case: {trial: ⟦fare⟧}",
            Wanted("law/value", "`fare` is no value of `case.trial`", hint: "known here: `fair`, `unfair`, `absent`, `bad`")),
        Fixture(
            .request, theCase, "case: {⟦politcal⟧: no}",
            Wanted("law/unknown-key", "`politcal` is not known here", hint: "did you mean `political`?")),
        // What the program finds is not stated.
        Fixture(
            .request, theCase, "case: {⟦derived⟧: no}",
            Wanted(
                "law/unknown-key", "`derived` is not known here",
                hint: "known here: `death-penalty-possible`, `death-possible`, `final-judgment-in`, `final-judgments`, `pending-in`, `political`, `trial`")),
        Fixture(
            .request, theCase, "case: {death-possible: no, death-penalty-possible: ⟦yes⟧}",
            Wanted("request/contradiction", "`penalty.death-possible` is stated twice, with different values")),
        Fixture(
            .request, theCase, "case: {pending-in: [AA, ⟦aa⟧]}",
            Wanted("request/jurisdiction", "`aa` is no code of a state", hint: codeHint)),
        Fixture(
            .request, theCase, "case: {final-judgments: [⟦AA⟧]}",
            Wanted("law/shape", "a final judgment must be a mapping, this is a text")),
        Fixture(
            .request, theCase, "case: {final-judgments: [⟦{outcome: served}⟧]}", Wanted("law/missing", "`state` is missing")),
        Fixture(
            .request, theCase, "case: {final-judgments: [{state: AA, outcome: ⟦aquitted⟧}]}",
            Wanted("law/value", "`aquitted` is no value here", hint: "did you mean `acquitted`?")),
        Fixture(
            .request, theCase, "case: {final-judgments: [{state: AA, count: ⟦frist⟧}, {state: AA, count: \"2\"}, {state: CC, count: ⟦firts⟧}]}",
            Wanted("request/unknown-count", "there is no count `frist`", hint: "did you mean `first`?"),
            Wanted("request/unknown-count", "there is no count `firts`", hint: "did you mean `first`?")),
        Fixture(
            .request, theCase, "assurances: {no-death: ⟦given⟧}",
            Wanted("law/value", "`assurance.no-death` is `yes` or `no`, not `given`")),
        Fixture(
            .request, theCase, "assurances: {⟦no-deaht⟧: yes}",
            Wanted("law/unknown-key", "`no-deaht` is not known here", hint: "did you mean `no-death`?")),
        Fixture(
            .request, theCase, "assurances: ⟦[no-death]⟧", Wanted("law/shape", "`assurances` must be a mapping, this is a list")),
        Fixture(
            .request, theCase, "procedural: [⟦{act: charge, in: BB}⟧, ⟦{on: 2025-10-01, in: BB}⟧, ⟦{act: charge, on: 2025-10-01}⟧]",
            Wanted("law/missing", "`on` is missing"), Wanted("law/missing", "`act` is missing"),
            Wanted("law/missing", "`in` is missing")),
        Fixture(
            .request, theCase, "procedural: [{act: ⟦warrant⟧, on: 2025-10-01, in: BB}]",
            Wanted(
                "law/value", "`warrant` is no value here",
                hint: "known here: `complaint`, `investigation`, `charge`, `judgment`, `request`, `arrest-warrant`")),
    ])
    func errorsOfTheCase(_ fixture: Fixture) throws { try check(fixture) }

    @Test(arguments: [
        Fixture(
            .request, place, "in: [{state: BB, part: ⟦parts⟧}]",
            Wanted("law/value", "`parts` is no value here", hint: "did you mean `part`?")),
        Fixture(.request, place, "in: [⟦{part: effect}⟧]", Wanted("law/missing", "`state` is missing")),
        Fixture(
            .request, place, "in: [⟦nowhere⟧]", Wanted("request/jurisdiction", "`nowhere` is no code of a state", hint: codeHint)),
        Fixture(
            .request, first, "- victim: {born: ⟦{from: 2010-12-31, to: 2010-05-01}⟧}\n    id: first\n",
            Wanted("request/dates", "the birth lies between 2010-12-31 and 2010-05-01, which is before it")),
        Fixture(
            .request, first, "- victim: ⟦{age-at-conduct: 15, age-now: 14}⟧\n    id: first\n",
            Wanted("request/contradiction", "the victim is younger now than at the time of the conduct")),
        Fixture(
            .request, first, "- victim: {age-now: ⟦young⟧}\n    id: first\n", Wanted("law/number", "`young` is no whole number")),
        Fixture(
            .request, first, "- victim: {nationalities: [⟦A⟧]}\n    id: first\n",
            Wanted("request/jurisdiction", "`A` is no code of a state", hint: codeHint)),
        Fixture(
            .request, first, "- victim: {⟦gender⟧: x}\n    id: first\n",
            Wanted(
                "law/unknown-key", "`gender` is not known here",
                hint: "known here: `age-at-conduct`, `age-now`, `born`, `nationalities`, `resident-in`")),
        IdentityTests.fixture("case: {", "case: {⟦Account⟧: X, ", "Account"),
        IdentityTests.fixture("person: {", "person: {⟦National ID⟧: X, ", "National ID"),
    ])
    func errorsOfACount(_ fixture: Fixture) throws { try check(fixture) }
}
