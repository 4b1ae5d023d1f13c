import Testing

struct CooperationErrorTests {
    static let termHint = "write `5 years`, `18 months`, `90 days`, `2 years less a day`, `life` or `death`"

    @Test(arguments: [
        Fixture(
            .cooperation, "jurisdiction: AA", "jurisdiction: ⟦BB⟧",
            Wanted("law/jurisdiction", "the folder is `AA`, the file says `BB`")),
        Fixture(
            .cooperation, "extradition:", "⟦extraditon⟧:",
            Wanted("law/unknown-key", "`extraditon` is not known here", hint: "did you mean `extradition`?")),
        Fixture(
            .cooperation, "test: conduct", "test: ⟦conducts⟧",
            Wanted("law/value", "`conducts` is no value here", hint: "did you mean `conduct`?")),
        Fixture(
            .cooperation, "requested: [request, conduct]", "requested: [request, ⟦trial⟧]",
            Wanted("law/value", "`trial` is no value here", hint: "known here: `conduct`, `request`")),
        Fixture(
            .cooperation, "inferred: [alternatives]", "inferred: [⟦alternative⟧]",
            Wanted("law/value", "`alternative` is no value here", hint: "did you mean `alternatives`?")),
        Fixture(
            .cooperation, "requested: [request, conduct]", "requested: ⟦request⟧",
            Wanted("law/shape", "`requested` must be a list, this is a text")),
        Fixture(
            .cooperation, [("    test: conduct", "    ⟦test⟧: conduct"), ("[excuse, discretion]", "[excuse, exclusion]")],
            Wanted("law/contradiction", "`exclusion` stands under both `counts` and `disregards`")),
        Fixture(
            .cooperation, [("    test: conduct", "    ⟦test⟧: conduct"), ("    provision: s 31\n", "")],
            Wanted("law/missing", "`provision` is missing")),
        Fixture(
            .cooperation, "attempt: as-attempted", "attempt: ⟦as-tried⟧",
            Wanted("law/value", "`attempt` is `as-attempted` or `as-completed`, not `as-tried`")),
        Fixture(.cooperation, "notes: [a note]", "notes: ⟦a note⟧", Wanted("law/shape", "`notes` must be a list, this is a text")),
    ])
    func extradition(_ fixture: Fixture) throws { try check(fixture) }

    @Test(arguments: [
        Fixture(
            .cooperation, "{at-least: 1 year}", "⟦1 year⟧",
            Wanted("law/threshold", "a threshold is a mapping such as {at-least: 1 year}")),
        Fixture(
            .cooperation, "{at-least: 1 year}", "⟦{}⟧",
            Wanted("law/threshold", "a threshold says either `at-least` or `more-than`")),
        Fixture(
            .cooperation, "{at-least: 1 year}", "⟦{at-least: 1 year, more-than: 2 years}⟧",
            Wanted("law/threshold", "a threshold says either `at-least` or `more-than`")),
        Fixture(
            .cooperation, "{at-least: 1 year}", "{at-least: ⟦a year⟧}",
            Wanted("law/term", "`a year` is no term of imprisonment", hint: termHint)),
        Fixture(
            .cooperation, "{at-least: 1 year}", "⟦{crime: no}⟧",
            Wanted("law/threshold", "`crime: no` asks for nothing", hint: "write `crime: yes` or {at-least: 1 year}")),
        Fixture(
            .cooperation, "{at-least: 1 year}", "{crime: yes, ⟦at-least⟧: 1 year}",
            Wanted("law/unknown-key", "`at-least` is not known here", hint: "known here: `crime`, `or-at-least`")),
        Fixture(
            .cooperation, "{at-least: 1 year}", "{crime: yes, or-at-least: ⟦one year⟧}",
            Wanted("law/term", "`one year` is no term of imprisonment", hint: termHint)),
        Fixture(
            .cooperation, "{remaining: {at-least: 4 months}, provision: s 33}", "⟦{remaining: {at-least: 4 months}}⟧",
            Wanted("law/missing", "`provision` is missing")),
        Fixture(
            .cooperation, "effect: mandatory", "effect: ⟦obligatory⟧",
            Wanted("law/value", "`obligatory` is no value here", hint: "known here: `mandatory`, `optional`")),
    ])
    func thresholds(_ fixture: Fixture) throws { try check(fixture) }

    @Test(arguments: [
        Fixture(
            .cooperation, "{rule: coercive-only, measures: [search-and-seizure], provision: s 34}", "⟦{provision: s 34}⟧",
            Wanted("law/missing", "`rule` is missing")),
        Fixture(
            .cooperation, "rule: coercive-only", "rule: ⟦coercive⟧",
            Wanted("law/value", "`coercive` is no value here", hint: "known here: `always`, `never`, `coercive-only`")),
        Fixture(
            .cooperation, "measures: [search-and-seizure]", "measures: [⟦seizure-and-search⟧]",
            Wanted("law/value", "`seizure-and-search` is no value here", hint: "did you mean `search-and-seizure`?")),
        Fixture(
            .cooperation, "{rule: coercive-only, measures: [search-and-seizure], provision: s 34}",
            "⟦{⟦test⟧: conduct, provision: s 34}⟧", Wanted("law/missing", "`rule` is missing"),
            Wanted(
                "law/unknown-key", "`test` is not known here",
                hint: "known here: `effect`, `measures`, `note`, `provision`, `review`, `rule`, `source`, `time`, `yields-to-treaty`")),
    ])
    func assistance(_ fixture: Fixture) throws { try check(fixture) }

    /// What a text does not say about dual criminality is not known, and no error.
    @Test func assistanceWithoutARule() throws {
        let text = try small(
            .cooperation,
            [(from: "  dual-criminality: {rule: coercive-only, measures: [search-and-seizure], provision: s 34}", to: "  note: nothing read")])
        let outcome = try SmallLaw.load(.cooperation, text)
        #expect(outcome.diagnostics == [])
        let law = try #require(outcome.jurisdiction?.cooperation?.assistance)
        #expect(law.assistance == nil && law.dualCriminality == nil)
    }
}
