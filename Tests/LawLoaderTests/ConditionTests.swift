import Law
import LawLoader
import Testing

private func choices(_ element: Int, _ bits: UInt64) -> Condition { .has(ElementIndex(element), ValueSet(choices: bits)) }
private func numbers(_ element: Int, _ ranges: ClosedRange<Int>...) -> Condition {
    .has(ElementIndex(element), ValueSet(numbers: ranges))
}

struct ConditionTests {
    static let precious = Condition.definition("precious", choices(1, 0b100))

    @Test(arguments: [
        ("{}", Condition.always),
        ("{act: take}", choices(0, 0b0001)),
        ("{act: [take, sell]}", choices(0, 0b0101)),
        ("{act: passing}", choices(0, 0b1100)),
        ("{act: [keep, passing]}", choices(0, 0b1110)),
        ("{worth: at least small}", choices(1, 0b110)),
        ("{worth: at most small}", choices(1, 0b011)),
        ("{worth: at least trifling}", choices(1, 0b111)),
        ("{worth: [trifling, at least great]}", choices(1, 0b101)),
        ("{by-night: yes}", .has(ElementIndex(7), .yes)),
        ("{by-night: no}", .has(ElementIndex(7), .no)),
        ("{owner.age: 15}", numbers(3, 15...15)),
        ("{owner.age: 08}", numbers(3, 8...8)),
        ("{owner.age: under 14}", numbers(3, 0...13)),
        ("{owner.age: less than 14}", numbers(3, 0...13)),
        ("{owner.age: at most 13}", numbers(3, 0...13)),
        ("{owner.age: over 17}", numbers(3, 18...21)),
        ("{owner.age: more than 17}", numbers(3, 18...21)),
        ("{owner.age: at least 18}", numbers(3, 18...21)),
        ("{owner.age: 14 to 17}", numbers(3, 14...17)),
        ("{owner.age: 14 to 17 years}", numbers(3, 14...17)),
        ("{owner.age: 14 years}", numbers(3, 14...14)),
        ("{owner.age: [under 5, 4 to 9, 12]}", numbers(3, 0...9, 12...12)),
        ("{owner.age: n/a}", .has(ElementIndex(3), ValueSet(numbers: [], notApplicable: true))),
        ("{owner.age: [n/a, 12]}", .has(ElementIndex(3), ValueSet(numbers: [12...12], notApplicable: true))),
        ("{gap: at least 2 years}", numbers(5, 24...60)),
        ("{gap: under 1 year}", numbers(5, -24...11)),
        ("{gap: -12 to 12 months}", numbers(5, -12...12)),
        ("{gap: 3}", numbers(5, 3...3)),
        ("{owner.is-or-believed: under 14}", .any([numbers(3, 0...13), numbers(4, 0...13)])),
        ("{act: take, by-night: yes}", .all([choices(0, 1), .has(ElementIndex(7), .yes)])),
        ("{any: [{act: take}, {act: sell, by-night: yes}]}",
            .any([choices(0, 1), .all([choices(0, 0b100), .has(ElementIndex(7), .yes)])])),
        ("{all: [{act: take}, {}]}", .all([choices(0, 1), .always])),
        ("{not: {act: take}}", .not(choices(0, 1))),
        ("{is: precious}", precious),
        ("{is: [precious, precious]}", .all([precious, precious])),
        ("{open: \"not read: s 9\"}", .open(OpenLaw(text: "not read: s 9"))),
        ("{aims-at: {offences: [take]}}", .aimsAt(AimedOffences(offences: [OffenceID("take")], sameChild: false))),
        ("{aims-at: {offences: [take, third], against: same-child}}",
            .aimsAt(AimedOffences(offences: [OffenceID("take"), OffenceID("third")], sameChild: true))),
    ])
    func meaning(_ text: String, _ condition: Condition) throws {
        // Asked of the second offence, so that others can be aimed at.
        let changed = try small(.offences, [(from: "{act: passing}", to: text)]) + Self.third
        let outcome = try SmallLaw.load(.offences, changed)
        #expect(outcome.diagnostics == [])
        #expect(outcome.jurisdiction?.offence(OffenceID("pass"))?.latest?.when == condition)
    }

    static let third = """
          - id: third
            title: {en: third}
            provision: s 31
            source: code
            review: draft
            in-force: from 2020-01-01
            when: {}
            penalty: [{imprisonment: none}]

        """

    @Test func readings() throws {
        let text = try small(
            .offences,
            [(
                from: "{act: take, is: precious}",
                to: "{readings: [{id: narrow, when: {act: take}}, {id: wide, when: {}}]}"
            )])
        let when = try #require(try SmallLaw.load(.offences, text).jurisdiction?.offences.first?.latest?.when)
        guard case .readings(let name, let readings) = when else { return #expect(Bool(false), "these are readings") }
        #expect(name.hasPrefix("narrow/wide@"))
        #expect(readings == [Reading(id: "narrow", condition: choices(0, 1)), Reading(id: "wide", condition: .always)])
    }

    @Test func definitionsInsideDefinitions() throws {
        let text = try small(
            .offences,
            [(
                from: "precious: {provision: s 10, when: {worth: great}}",
                to: "precious: {provision: s 10, when: {is: dear}}\n  dear: {provision: s 9, when: {worth: great}}"
            )])
        let state = try #require(try SmallLaw.load(.offences, text).jurisdiction)
        let dear = Condition.definition("dear", choices(1, 0b100))
        #expect(state.definitions.map(\.condition) == [.definition("precious", dear), dear])
        #expect(state.definitions.map(\.provision) == ["s 10", "s 9"])
    }
}

struct ConditionErrorTests {
    /// `{…}` stands for the condition of the first offence.
    static func when(_ text: String, _ wanted: Wanted...) -> Fixture {
        Fixture(.offences, [("{act: take, is: precious}", text)], all: wanted)
    }

    static let numberHint = "write `15`, `under 14`, `at least 18`, `over 21`, `at most 13` or `14 to 17`"

    @Test(arguments: [
        when("⟦always⟧", Wanted("law/condition", "a condition must be a mapping, this is a text")),
        when("⟦[{act: take}]⟧", Wanted("law/condition", "a condition must be a mapping, this is a list")),
        when("{⟦atc⟧: take}", Wanted("law/unknown-element", "there is no element `atc`", hint: "did you mean `act`?")),
        when(
            "{⟦owner.beleived-age⟧: 3}",
            Wanted(
                "law/unknown-element", "there is no element `owner.beleived-age`", hint: "did you mean `owner.believed-age`?")),
        when(
            "{⟦owner.is-or-beleived⟧: 3}",
            Wanted(
                "law/unknown-element", "there is no element `owner.is-or-beleived`",
                hint: "did you mean `owner.is-or-believed`?")),
        when("{⟦\"NO\"⟧: yes}", Wanted("law/unknown-element", "there is no element `NO`")),
        when("{any: ⟦{act: take}⟧}", Wanted("law/condition", "`any` needs a list of conditions")),
        when("{any: ⟦[]⟧}", Wanted("law/condition", "`any` needs a list of conditions")),
        when("{all: ⟦take⟧}", Wanted("law/condition", "`all` needs a list of conditions")),
        when("{not: ⟦[{act: take}]⟧}", Wanted("law/condition", "a condition must be a mapping, this is a list")),
        when("{is: ⟦{a: b}⟧}", Wanted("law/condition", "`is` names a definition or a list of them")),
        when("{is: ⟦[]⟧}", Wanted("law/condition", "`is` names a definition or a list of them")),
        when(
            "{is: ⟦preciuos⟧}",
            Wanted("law/unknown-definition", "there is no definition `preciuos`", hint: "did you mean `precious`?")),
        when(
            "{is: [precious, ⟦cheap⟧, ⟦dear⟧]}",
            Wanted("law/unknown-definition", "there is no definition `cheap`", hint: "known here: `precious`"),
            Wanted("law/unknown-definition", "there is no definition `dear`", hint: "known here: `precious`")),
        when("{open: ⟦\"\"⟧}", Wanted("law/condition", "`open` says in words what is not encoded")),
        when("{open: ⟦[s 9]⟧}", Wanted("law/condition", "`open` says in words what is not encoded")),
    ])
    func shapes(_ fixture: Fixture) throws { try check(fixture) }

    @Test(arguments: [
        when("{act: ⟦tkae⟧}", Wanted("law/value", "`tkae` is no value of `act`", hint: "did you mean `take`?")),
        when("{act: ⟦pasing⟧}", Wanted("law/value", "`pasing` is no value of `act`", hint: "did you mean `passing`?")),
        when(
            "{act: [⟦tkae⟧, keep, ⟦lned⟧]}",
            Wanted("law/value", "`tkae` is no value of `act`", hint: "did you mean `take`?"),
            Wanted("law/value", "`lned` is no value of `act`", hint: "did you mean `lend`?")),
        when("{act: ⟦[]⟧}", Wanted("law/empty", "the list of values of `act` is empty")),
        when("{act: [take, ⟦[sell]⟧]}", Wanted("law/value", "a value of `act` must be text, this is a list")),
        when("{act: ⟦{one-of: [take]}⟧}", Wanted("law/value", "the value of `act` must be text or a list, this is a mapping")),
        when("{act: ⟦n/a⟧}", Wanted("law/value", "`act` always applies, so `n/a` is no value of it")),
        when(
            "{act: ⟦at least keep⟧}",
            Wanted("law/value", "`at least keep` is no value of `act`", hint: "known here: `take`, `keep`, `sell`, `lend`, `passing`")),
        when(
            "{worth: ⟦at least graet⟧}",
            Wanted("law/value", "`at least graet` is no value of `worth`", hint: "did you mean `great`?")),
        when("{by-night: ⟦true⟧}", Wanted("law/value", "`by-night` is `yes` or `no`, not `true`")),
        when("{by-night: ⟦Yes⟧}", Wanted("law/value", "`by-night` is `yes` or `no`, not `Yes`")),
        when("{owner.age: ⟦young⟧}", Wanted("law/number", "`young` is no number of `owner.age`", hint: numberHint)),
        when("{owner.age: ⟦14 or 15⟧}", Wanted("law/number", "`14 or 15` is no number of `owner.age`", hint: numberHint)),
        when("{owner.age: ⟦14.5⟧}", Wanted("law/number", "`14.5` is no number of `owner.age`", hint: numberHint)),
        when("{owner.age: ⟦14 months⟧}", Wanted("law/number", "`14 months` is no number of `owner.age`", hint: numberHint)),
        when(
            "{owner.age: ⟦14 to 17 years old⟧}",
            Wanted("law/number", "`14 to 17 years old` is no number of `owner.age`", hint: numberHint)),
        when(
            "{owner.age: ⟦22⟧}", Wanted("law/number", "`22` lies outside `owner.age`, which goes from 0 to 21")),
        when(
            "{owner.age: ⟦17 to 14⟧}",
            Wanted("law/number", "`17 to 14` lies outside `owner.age`, which goes from 0 to 21", hint: "the lower bound comes first")),
        when("{owner.age: ⟦over 21⟧}", Wanted("law/number", "`over 21` lies outside `owner.age`, which goes from 0 to 21")),
        when("{owner.age: ⟦under 0⟧}", Wanted("law/number", "`under 0` lies outside `owner.age`, which goes from 0 to 21")),
        when(
            "{owner.is-or-believed: ⟦under 99⟧}",
            Wanted("law/number", "`under 99` lies outside `owner.age`, which goes from 0 to 21")),
        // Where a careless program would compute beyond what its numbers hold.
        when(
            "{gap: ⟦under -9223372036854775808⟧}",
            Wanted("law/number", "`under -9223372036854775808` is no number of `gap`", hint: numberHint)),
        when(
            "{gap: ⟦over 9223372036854775807⟧}",
            Wanted("law/number", "`over 9223372036854775807` is no number of `gap`", hint: numberHint)),
        when(
            "{gap: ⟦9223372036854775807 years⟧}",
            Wanted("law/number", "`9223372036854775807 years` is no number of `gap`", hint: numberHint)),
    ])
    func values(_ fixture: Fixture) throws { try check(fixture) }

    @Test(arguments: [
        when("{readings: ⟦{id: one, when: {}}⟧}", Wanted("law/condition", "`readings` needs a list of at least two readings")),
        when("{readings: ⟦[{id: one, when: {}}]⟧}", Wanted("law/condition", "`readings` needs a list of at least two readings")),
        when(
            "{readings: [⟦{when: {}}⟧, ⟦{id: two}⟧, ⟦three⟧]}",
            Wanted("law/missing", "`id` is missing"), Wanted("law/missing", "`when` is missing"),
            Wanted("law/shape", "a reading must be a mapping, this is a text")),
        when(
            "{readings: [{id: one, when: {⟦atc⟧: take}}, {id: two, when: {act: ⟦tkae⟧}, ⟦whne⟧: {}}]}",
            Wanted("law/unknown-element", "there is no element `atc`", hint: "did you mean `act`?"),
            Wanted("law/value", "`tkae` is no value of `act`", hint: "did you mean `take`?"),
            Wanted("law/unknown-key", "`whne` is not known here", hint: "did you mean `when`?")),
        when(
            "{readings: [{id: one, when: {}}, ⟦{id: one, when: {act: take}}⟧]}",
            Wanted("law/duplicate", "two readings are called `one`")),
    ])
    func readings(_ fixture: Fixture) throws { try check(fixture) }

    @Test(arguments: [
        Fixture(
            .offences, "precious: {provision: s 10, when: {worth: great}}", "precious: {provision: s 10, when: {is: ⟦precious⟧}}",
            Wanted("law/circular-definition", "the definition `precious` leads back to itself: `precious` → `precious`")),
        Fixture(
            .offences, "precious: {provision: s 10, when: {worth: great}}",
            "precious: {provision: s 10, when: {any: [{worth: great}, {not: {is: dear}}]}}\n  dear: {provision: s 9, when: {is: ⟦precious⟧}}",
            Wanted(
                "law/circular-definition", "the definition `precious` leads back to itself: `precious` → `dear` → `precious`")),
    ])
    func circularDefinitions(_ fixture: Fixture) throws { try check(fixture) }

    /// A chain of definitions as long as a file can hold would exhaust the stack of whoever walks it.
    @Test(arguments: [31, 40, 5_000]) func chainsOfDefinitions(_ length: Int) throws {
        var chain = "precious: {provision: s 10, when: {is: d1}}\n"
        for number in 1..<length { chain += "  d\(number): {provision: s 1, when: {is: d\(number + 1)}}\n" }
        chain += "  d\(length): {provision: s 1, when: {worth: great}}"
        let outcome = try SmallLaw.load(
            .offences, try small(.offences, [(from: "precious: {provision: s 10, when: {worth: great}}", to: chain)]))
        #expect(outcome.hasValue == (length < 32))
        #expect(Set(outcome.diagnostics.map(\.code)) == (length < 32 ? [] : ["law/too-deep"]))
        if length == 40 {
            #expect(outcome.diagnostics.first?.message == "`d32` lies more than 32 definitions deep")
            #expect(outcome.diagnostics.first?.hint == "name fewer definitions inside definitions")
        }
    }

    /// Thirty short lines that stand for a billion conditions.
    @Test func definitionsThatDouble() throws {
        var chain = "precious: {provision: s 10, when: {is: [d1, d1]}}\n"
        for number in 1..<30 { chain += "  d\(number): {provision: s 1, when: {is: [d\(number + 1), d\(number + 1)]}}\n" }
        chain += "  d30: {provision: s 1, when: {worth: great}}"
        let outcome = try SmallLaw.load(
            .offences, try small(.offences, [(from: "precious: {provision: s 10, when: {worth: great}}", to: chain)]))
        #expect(!outcome.hasValue)
        #expect(outcome.diagnostics.map(\.code) == ["law/too-large"])
        #expect(
            outcome.diagnostics.first?.message
                == "the conditions of this file have more than 1000000 parts, definitions counted at each use")
    }
}
