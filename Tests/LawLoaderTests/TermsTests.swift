import Law
import LawLoader
import Testing

/// What treaties and states have in common: thresholds, lists, scope, speciality, documents, duties.
struct TermsTests {
    static func terms(_ changes: [(from: String, to: String)] = []) throws -> CooperationTerms {
        try GroundRulesTests.instrument(changes).terms
    }

    static func months(_ count: Int, over: Bool = false) -> Threshold {
        Threshold(term: .months(count, lessADay: false), exclusive: over)
    }

    @Test func thresholds() throws {
        let terms = try Self.terms()
        #expect(
            terms.penalty
                == PenaltyThreshold(
                    requesting: .maximum(Self.months(12)), requested: .maximum(Self.months(6, over: true)), effect: .mandatory,
                    accessory: Authority(provision: "art 3(3)", review: .sourceChecked), yieldsToTreaty: .yes,
                    authority: Authority(provision: "art 3(1)", review: .draft)))
        #expect(
            terms.sentence
                == SentenceThreshold(
                    remaining: Threshold(term: .days(90), exclusive: true), imposed: Self.months(4),
                    authority: Authority(provision: "art 3(2)", review: .draft)))
        #expect(terms.attemptReducesThreshold == nil)
    }

    @Test func aThresholdOnOneSide() throws {
        let penalty = try Self.terms([
            (from: "requesting: {at-least: 1 year}, requested: {more-than: 6 months}, yields-to-treaty: yes", to: "requested: {at-least: 2 years}, effect: optional, measures: [freezing]")
        ]).penalty
        #expect(penalty?.requesting == nil)
        #expect(penalty?.requested == .maximum(Self.months(24)))
        #expect(penalty?.effect == .optional)
        #expect(penalty?.measures == [.freezing])
        #expect(penalty?.yieldsToTreaty == .no)
    }

    @Test func withoutAThreshold() throws {
        let text = try small(.instrument, [(from: "  accessory: {provision: art 3(3), review: source-checked}\n", to: "  attempt: as-completed\n")])
        let terms = try #require(try SmallLaw.load(.instrument, text).instrument?.terms)
        #expect(terms.penalty?.accessory == nil)
        #expect(terms.penalty != nil)
        #expect(terms.attemptReducesThreshold == false)
    }

    @Test func lists() throws {
        let terms = try Self.terms()
        #expect(
            terms.list
                == OffenceList(
                    items: [
                        .init(id: "theft", title: "taking of things", categories: ["taking"]),
                        .init(id: "arson", title: "arson", categories: []),
                    ], requestingThreshold: Self.months(36), authority: Authority(provision: "art 4", review: .draft)))
        #expect(terms.extraditable?.items.map(\.categories) == [["passing"]])
        #expect(terms.extraditable?.requestingThreshold == nil)
    }

    /// What lies outside the scope is a ground of its own, for the kinds that the scope names.
    @Test func scope() throws {
        let catalogue = try SmallLaw.catalogue()
        #expect(
            try Self.terms().grounds.rules[.outOfScope] == [
                GroundRule(
                    ground: .outOfScope, kinds: [.assistance], effect: .mandatory,
                    when: .not(catalogue.has("within-pact", "yes")), authority: Authority(provision: "art 1", review: .draft))
            ])
    }

    /// A rule under `grounds` prevails over the section.
    @Test func scopeAndARule() throws {
        let rules = try Self.terms([
            (from: "grounds:\n  political:", to: "grounds:\n  out-of-scope: {effect: optional, for: [assistance], provision: art 1(2)}\n  political:"),
        ]).grounds.rules[.outOfScope]
        #expect(rules?.map(\.effect) == [.optional])
    }

    @Test func theRest() throws {
        let terms = try Self.terms()
        #expect(
            terms.speciality == SpecialityRule(consent: true, graceDays: 45, authority: Authority(provision: "art 7", review: .draft)))
        #expect(terms.documents == [RequiredDocument(text: "the warrant", provision: "art 8")])
        #expect(terms.dutyToProsecute == DutyToProsecute(onRequest: true, authority: Authority(provision: "art 9", review: .draft)))
        #expect(terms.dualCriminality?.mode == .offence)
        #expect(terms.assistance == nil)
    }

    /// The rule by measures belongs to assistance: in a text about both, it is the one for assistance.
    @Test func aRuleByMeasures() throws {
        let terms = try Self.terms([
            (from: "{test: offence, provision: art 2}", to: "{rule: never, time: [conduct, request], effect: optional, yields-to-treaty: yes, provision: art 2}")
        ])
        #expect(terms.dualCriminality == nil)
        #expect(
            terms.assistance
                == AssistanceTest(
                    rule: .never, measures: [], requestedDates: [.conduct, .request], effect: .optional, yieldsToTreaty: .yes,
                    authority: Authority(provision: "art 2", review: .draft)))
    }

    static let codes = "requesting: {at-least: 1 year}, requested: {more-than: 6 months}"

    @Test(arguments: [
        Fixture(
            .instrument, codes, "requesting: ⟦{at-least: 1 year, more-than: 1 year}⟧",
            Wanted("law/threshold", "a threshold says either `at-least` or `more-than`")),
        Fixture(
            .instrument, codes, "requested: ⟦1 year⟧",
            Wanted("law/threshold", "a threshold is a mapping such as {at-least: 1 year}")),
        Fixture(
            .instrument, codes, "measures: [⟦frezing⟧]",
            Wanted("law/value", "`frezing` is no value here", hint: "did you mean `freezing`?")),
        Fixture(
            .instrument, "{imposed: {at-least: 4 months}, remaining: {more-than: 90 days}, provision: art 3(2)}",
            "⟦{imposed: {at-least: 4 months}}⟧", Wanted("law/missing", "`provision` is missing")),
        Fixture(
            .instrument, "accessory: {provision: art 3(3), review: source-checked}", "accessory: ⟦yes⟧",
            Wanted("law/shape", "`accessory` must be a mapping, this is a text")),
        // Nothing would be left of it.
        Fixture(
            .instrument,
            [
                ("  prosecution: {requesting: {at-least: 1 year}, requested: {more-than: 6 months}, yields-to-treaty: yes, provision: art 3(1)}\n", ""),
                ("  sentence: {imposed", "  ⟦sentence⟧: {imposed"),
            ],
            Wanted(
                "law/missing", "`accessory` stands without `prosecution`, the threshold from which it frees",
                hint: "write the threshold again beside it, where a text changes only `accessory`")),
        Fixture(
            .instrument, "categories: [taking]", "categories: [⟦takng⟧, ⟦[a]⟧]",
            Wanted("law/unknown-category", "there is no category `takng`", hint: "did you mean `taking`?"),
            Wanted("law/unknown-category", "there is no category `list`", hint: "known here: `taking`, `passing`")),
        Fixture(.instrument, "{id: arson, title: arson}", "⟦{id: arson}⟧", Wanted("law/missing", "`title` is missing")),
        Fixture(
            .instrument, "{for: [assistance], when: {within-pact: yes}, provision: art 1}", "⟦{provision: art 1}⟧",
            Wanted("law/missing", "`when` is missing")),
        Fixture(
            .instrument, "{for: [assistance], when: {within-pact: yes}, provision: art 1}", "{when: {within-pact: ⟦Yes⟧}, provision: art 1}",
            Wanted("law/value", "`within-pact` is `yes` or `no`, not `Yes`")),
        Fixture(
            .instrument, "{for: [assistance], when: {within-pact: yes}, provision: art 1}",
            "⟦{for: [], when: {within-pact: yes}, provision: art 1}⟧",
            Wanted("law/kind", "`scope` is for no kind of cooperation that the text is about")),
        Fixture(
            .instrument, "grace: 45 days", "grace: ⟦2 months⟧",
            Wanted("law/term", "`grace` is a number of days, such as `45 days`")),
        Fixture(
            .instrument, "grace: 45 days", "grace: ⟦[45 days]⟧",
            Wanted("law/term", "`grace` is a number of days, such as `45 days`")),
        Fixture(
            .instrument, "consent: yes", "consent: ⟦perhaps⟧", Wanted("law/value", "`consent` is `yes` or `no`, not `perhaps`")),
        Fixture(
            .instrument, "[{text: the warrant, provision: art 8}]", "[⟦{text: the warrant}⟧, ⟦{provision: art 8}⟧, ⟦warrant⟧]",
            Wanted("law/missing", "`provision` is missing"), Wanted("law/missing", "`text` is missing"),
            Wanted("law/shape", "a document must be a mapping, this is a text")),
        Fixture(
            .instrument, "{on-request: yes, provision: art 9}", "⟦{on-request: yes}⟧", Wanted("law/missing", "`provision` is missing")),
        Fixture(
            .instrument, "{on-request: yes, provision: art 9}", "{⟦on-requests⟧: yes, provision: art 9}",
            Wanted("law/unknown-key", "`on-requests` is not known here", hint: "did you mean `on-request`?")),
        // A rule by measures has no place in the law of extradition.
        Fixture(
            .cooperation,
            [
                ("    test: conduct\n    alternatives: one\n", "    ⟦rule⟧: always\n"),
                ("    time: {requesting: [conduct], requested: [request, conduct], provision: s 30}\n", ""),
                ("    counts: [exclusion, justification]\n    disregards: [excuse, discretion]\n    inferred: [alternatives]\n", ""),
            ], Wanted("law/kind", "a `rule` by measures belongs to assistance")),
    ])
    func errors(_ fixture: Fixture) throws { try check(fixture) }

    /// `scope` is a ground; a catalogue without it cannot have it.
    @Test func scopeWithoutItsGround() throws {
        var source = SmallLaw.source(.instrument, SmallLaw.instrument.replacing("silent: {extradition: [out-of-scope], assistance: []}\n", with: ""))
        source.files[LawFile.grounds.path] = SmallLaw.grounds.replacing("  out-of-scope:\n", with: "  outside:\n")
        let loaded = try LawLoader(source: source).instrument(InstrumentID("pact"), vocabulary: SmallLaw.words())
        #expect(loaded.value == nil)
        #expect(loaded.diagnostics.map(\.code) == ["law/unknown-ground"])
        #expect(
            loaded.diagnostics.map(\.message) == ["`scope` needs the ground `out-of-scope`, which the catalogue does not have"])
    }
}
