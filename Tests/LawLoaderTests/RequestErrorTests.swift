import Testing

struct RequestErrorTests {
    static let codeHint = "write an ISO 3166 code, such as `DE` or `GB-EAW`"
    static let dateHint = "write it as year-month-day, such as 2026-03-01"
    static let listHint = "not known which: write {one-of: […]}; several that all happened: write `items:`, one for each"

    @Test(arguments: [
        Fixture(
            .request, "request: extradition\nrequesting", "⟦requesting⟧",
            Wanted("request/missing", "`request` is missing", hint: "write `request: extradition` or `request: assistance`")),
        Fixture(
            .request, "request: extradition", "request: ⟦extraditon⟧",
            Wanted("law/value", "`extraditon` is no value here", hint: "did you mean `extradition`?")),
        Fixture(
            .request, "request: extradition\nrequesting: BB", "⟦request⟧: extradition",
            Wanted("request/missing", "`requesting` is missing", hint: "write the code of the state, such as `DE`")),
        Fixture(
            .request, "requesting: BB", "requesting: ⟦Betaland⟧",
            Wanted("request/jurisdiction", "`Betaland` is no code of a state", hint: codeHint)),
        Fixture(
            .request, "requesting: BB", "requesting: ⟦bb⟧",
            Wanted("request/jurisdiction", "`bb` is no code of a state", hint: codeHint)),
        Fixture(
            .request, "requesting: BB", "requesting: ⟦[BB, CC]⟧",
            Wanted("request/jurisdiction", "`list` is no code of a state", hint: codeHint)),
        Fixture(
            .request, "requested: AA", "requested: ⟦BB⟧",
            Wanted("request/value", "the requesting and the requested state are the same, `BB`")),
        Fixture(
            .request, [("request: extradition", "⟦request⟧: extradition"), ("date: 2026-03-01\n", "")],
            Wanted("request/missing", "`date`, the day of the request, is missing")),
        Fixture(
            .request, "date: 2026-03-01", "date: ⟦1 March 2026⟧", Wanted("law/date", "`1 March 2026` is no date", hint: dateHint)),
        Fixture(
            .request, "purpose: prosecution", "purpose: ⟦prosecute⟧",
            Wanted("law/value", "`prosecute` is no value here", hint: "did you mean `prosecution`?")),
        Fixture(
            .request, "purpose: prosecution", "measures: ⟦[freezing]⟧",
            Wanted("request/value", "`measures` belong to a request for assistance")),
        Fixture(
            .request, "purpose: prosecution", "sentence-imposed: ⟦three years⟧",
            Wanted(
                "law/term", "`three years` is no term of imprisonment",
                hint: "write `5 years`, `18 months`, `90 days`, `2 years less a day`, `life` or `death`")),
        Fixture(
            .request, "purpose: prosecution", "⟦pupose⟧: prosecution",
            Wanted("law/unknown-key", "`pupose` is not known here", hint: "did you mean `purpose`?")),
        Fixture(
            .request, "nationalities: [BB]", "nationalities: [BB, ⟦Beta⟧]",
            Wanted("request/jurisdiction", "`Beta` is no code of a state", hint: codeHint)),
        Fixture(
            .request, "age-at-conduct: 30", "age-at-conduct: ⟦thirty⟧", Wanted("law/number", "`thirty` is no whole number")),
        Fixture(
            .request, "political: no", "political: ⟦unclear⟧",
            Wanted("law/value", "`case.political` is `yes` or `no`, not `unclear`")),
    ])
    func head(_ fixture: Fixture) throws { try check(fixture) }

    static let committed = "{from: 2025-04-01, to: 2025-09-30, in: [BB]}"

    @Test(arguments: [
        Fixture(
            .request, "committed: \(committed)", "committed: ⟦{from: 2025-09-30, to: 2025-04-01}⟧",
            Wanted("request/dates", "the conduct ends on 2025-04-01, before it begins on 2025-09-30")),
        Fixture(
            .request, "committed: \(committed)", "committed: ⟦{from: 2025-09-30, to: 2026-03-02}⟧",
            Wanted("request/dates", "the conduct ends on 2026-03-02, after the request of 2026-03-01")),
        Fixture(
            .request, "committed: \(committed)", "committed: ⟦{on: 2025-09-30, from: 2025-04-01}⟧",
            Wanted(
                "request/dates", "`on` stands beside `from` or `to`", hint: "write `on` for one day, `from` and `to` for more")),
        Fixture(
            .request, "committed: \(committed)", "committed: ⟦{to: 2025-09-30}⟧",
            Wanted("request/missing", "`committed` needs `from` and `to`, or `on`")),
        Fixture(
            .request, "committed: \(committed)", "committed: {from: ⟦2025-02-29⟧, to: ⟦2025-9-30⟧}",
            Wanted("law/date", "`2025-02-29` is no date", hint: dateHint),
            Wanted("law/date", "`2025-9-30` is no date", hint: dateHint)),
        Fixture(
            .request, "committed: \(committed)", "committed: ⟦2025⟧",
            Wanted("law/shape", "`committed` must be a mapping, this is a text")),
        Fixture(
            .request, [("- id: first", "- ⟦id⟧: first"), ("    committed: \(committed)\n", "")],
            Wanted("request/missing", "`committed` is missing", hint: "write `committed: {from: …, to: …}`")),
        Fixture(
            .request, "in: [BB]", "in: ⟦BB⟧", Wanted("law/shape", "`in` must be a list, this is a text")),
    ])
    func dates(_ fixture: Fixture) throws { try check(fixture) }

    @Test(arguments: [
        Fixture(
            .request, "- {id: coin, owner.age: 14 to 16}", "- {id: ⟦ring⟧, owner.age: 14}",
            Wanted("request/duplicate", "two items of count `first` have the same `id`")),
        Fixture(
            .request, [("- id: first", "- id: \"2\""), ("- committed: {on", "- ⟦committed⟧: {on")],
            Wanted("request/duplicate", "two counts have the same `id`")),
        Fixture(
            .request, "- committed: {on", "- id: ⟦first⟧\n    committed: {on",
            Wanted("request/duplicate", "two counts have the same `id`")),
        Fixture(
            .request, "- id: first", "- ⟦all of it⟧\n  - id: first", Wanted("law/shape", "a count must be a mapping, this is a text")),
        Fixture(
            .request, "- {id: ring, owner.age: 13}", "- ⟦ring⟧",
            Wanted("request/shape", "an item must be a mapping of elements to values")),
        Fixture(
            .request, "- {id: ring, owner.age: 13}", "- {id: ⟦[ring]⟧, owner.age: 13}",
            Wanted("request/shape", "the `id` of an item is text")),
        Fixture(
            .request, "- {id: ring, owner.age: 13}", "- {id: ring, alternatives: ⟦{owner.age: 13}⟧}",
            Wanted("request/shape", "`alternatives` must be a list")),
        Fixture(
            .request, "alternatives: [{worth: small}, {worth: great}]", "alternatives: [⟦small⟧, {worth: great}]",
            Wanted("request/shape", "an alternative must be a mapping of elements to values")),
        Fixture(
            .request, "facts: {act: take, worth: great}", "facts: ⟦[act, take]⟧",
            Wanted("request/shape", "`facts` must be a mapping of elements to values")),
        Fixture(
            .request, "charged-under: [s99]", "charged-under: ⟦s99⟧",
            Wanted("law/shape", "`charged-under` must be a list, this is a text")),
        Fixture(
            .request, "charged-under: [s99]", "⟦charged⟧: [s99]",
            Wanted(
                "law/unknown-key", "`charged` is not known here",
                hint: "known here: `alternatives`, `charged-under`, `committed`, `facts`, `id`, `items`, `note`, `victim`")),
    ])
    func counts(_ fixture: Fixture) throws { try check(fixture) }

    static let head = "request: extradition\nrequesting: BB\nrequested: AA\ndate: 2026-03-01\n"

    /// Whole requests, for what a change of the small one cannot say briefly.
    @Test(arguments: [
        ("", "⟦request⟧", "request/missing", "`counts` is missing", nil),
        ("counts: ⟦[]⟧\n", nil, "request/missing", "`counts` is empty", nil),
        ("counts: ⟦one⟧\n", nil, "law/shape", "`counts` must be a list, this is a text", nil),
        (
            "counts: [⟦{id: a, committed: {on: 2026-01-01}}⟧]\n", nil, "request/missing", "count `a` states no facts",
            "write `facts: {act: …, …}`"
        ),
        (
            "counts: [⟦{id: a, committed: {on: 2026-01-01}, facts: {}, items: [{id: b}]}⟧]\n", nil, "request/missing",
            "count `a` states no facts", "write `facts: {act: …, …}`"
        ),
        (
            "counts: [{id: a, committed: {on: 2026-01-01}, facts: {act: take}, items: ⟦[]⟧}]\n", nil, "request/missing",
            "`items` is empty", nil
        ),
        (
            "counts: [{committed: {on: 2026-01-01}, facts: {act: take}, items: ⟦all⟧}]\n", nil, "law/shape",
            "`items` must be a list, this is a text", nil
        ),
    ] as [(String, String?, String, String, String?)])
    func smallRequests(_ counts: String, _ mark: String?, _ code: String, _ message: String, _ hint: String?) throws {
        let text = (mark.map { Self.head.replacing("request:", with: "\($0):", maxReplacements: 1) } ?? Self.head) + counts
        try check(Fixture(.request, RequestErrorTests.whole, text, Wanted(code, message, hint: hint)))
    }

    static let whole = LawFile.request.small

    @Test(arguments: [
        Fixture(
            .request, "{act: take, worth: great}", "{act: ⟦[take, keep]⟧, worth: great}",
            Wanted("request/list", "a list is ambiguous here: `act` has one value for each item", hint: listHint)),
        Fixture(
            .request, "{act: take, worth: great}", "{act: ⟦[take]⟧}",
            Wanted("request/list", "a list is ambiguous here: `act` has one value for each item", hint: listHint)),
        Fixture(
            .request, "{one-of: [take, keep]}", "⟦{some-of: [take, keep]}⟧",
            Wanted("request/value", "the value of `act` is text, a range or {one-of: […]}")),
        Fixture(
            .request, "{one-of: [take, keep]}", "{one-of: ⟦take⟧}", Wanted("request/value", "`one-of` needs a list")),
        Fixture(
            .request, "{one-of: [take, keep]}", "{one-of: ⟦[]⟧}",
            Wanted("law/empty", "the list of values of `act` is empty")),
        Fixture(
            .request, "{one-of: [take, keep]}", "{one-of: [⟦tkae⟧, ⟦kepe⟧]}",
            Wanted("law/value", "`tkae` is no value of `act`", hint: "did you mean `take`?"),
            Wanted("law/value", "`kepe` is no value of `act`", hint: "did you mean `keep`?")),
        Fixture(
            .request, "owner.age: 13", "⟦owner.agee⟧: 13",
            Wanted("request/unknown-element", "there is no element `owner.agee`", hint: "did you mean `owner.age`?")),
        Fixture(
            .request, "owner.age: 13", "⟦owner.is-or-believed⟧: 13",
            Wanted(
                "request/unknown-element", "`owner.is-or-believed` is a word of definitions, not a fact",
                hint: "state `owner.age` or `owner.believed-age`")),
        Fixture(
            .request, "owner.age: 13", "owner.age: ⟦thirteen⟧",
            Wanted(
                "law/number", "`thirteen` is no number of `owner.age`",
                hint: "write `15`, `under 14`, `at least 18`, `over 21`, `at most 13` or `14 to 17`")),
        Fixture(
            .request, "aims: [gain]", "aims: ⟦gain⟧",
            Wanted("request/shape", "`aims` lists what is true, such as [gain]")),
        Fixture(
            .request, "aims: [gain]", "aims: [⟦gian⟧, harm]",
            Wanted("request/value", "this is no member of `aims`", hint: "did you mean `gain`?")),
        Fixture(
            .request, "aims: [gain]", "aims: [gain, ⟦duty⟧]",
            Wanted("request/value", "this is no member of `aims`", hint: "known here: `gain`, `harm`")),
        Fixture(
            .request, "aims: [gain]", "⟦aim⟧: [gain]",
            Wanted("request/unknown-element", "there is no element `aim`", hint: "did you mean `aims`?")),
        Fixture(
            .request, "aims: [gain]", "aims: [gain]\n      aim.gain: ⟦no⟧",
            Wanted("request/contradiction", "`aim.gain` is stated twice, with different values")),
        Fixture(
            .request, "aims: [gain]", "aim.gain: no\n      aims: [⟦gain⟧]",
            Wanted("request/contradiction", "`aim.gain` is stated twice, with different values")),
    ])
    func facts(_ fixture: Fixture) throws { try check(fixture) }
}

/// A request holds legal facts; whatever names a person is refused wherever it stands.
struct IdentityTests {
    static let hint = "take the entry out; nothing that identifies a person is needed"

    static func fixture(_ from: String, _ to: String, _ key: String) -> Fixture {
        Fixture(
            .request, from, to,
            Wanted(
                "request/identity", "`\(key)` does not belong in a request: it holds legal facts, no identities", hint: hint))
    }

    @Test(arguments: [
        fixture("purpose: prosecution", "⟦suspect⟧: X", "suspect"),
        fixture("person: {", "person: {⟦name⟧: X, ", "name"),
        fixture("case: {", "case: {⟦address⟧: X, ", "address"),
        fixture("- id: first", "- ⟦ssn⟧: X\n    id: first", "ssn"),
        fixture("- id: first", "- victim: {⟦victim-name⟧: X}\n    id: first", "victim-name"),
        fixture("{act: take, worth: great}", "{act: take, ⟦passport⟧: X}", "passport"),
        fixture("{id: ring, ", "{id: ring, ⟦username⟧: X, ", "username"),
        fixture("[{worth: small}, ", "[{worth: small, ⟦email⟧: X}, ", "email"),
        fixture("{id: ring, ", "{alternatives: [{⟦phone⟧: X}], id: ring, ", "phone"),
        // In the words that people write, too.
        fixture("person: {", "person: {⟦Date_of_birth⟧: X, ", "Date_of_birth"),
        fixture("person: {", "person: {⟦NAME⟧: X, ", "NAME"),
    ])
    func placesWhereANameCouldStand(_ fixture: Fixture) throws { try check(fixture) }

    /// The value is not repeated in a message that may end in a log.
    @Test func theIdentityIsNotRepeated() throws {
        let text = try small(.request, [(from: "person: {", to: "person: {name: Unrepeatable, ")])
        for diagnostic in try SmallLaw.load(.request, text).diagnostics {
            #expect(!"\(diagnostic)".contains("Unrepeatable"))
        }
    }
}
