import Testing

struct VocabularyErrorTests {
    @Test(arguments: [
        Fixture(.vocabulary, "vocabulary: 1", "vocabulary: ⟦one⟧", Wanted("law/number", "`one` is no whole number")),
        Fixture(
            .vocabulary, "\naims:", "\n⟦aimz⟧:",
            Wanted("law/unknown-key", "`aimz` is not known here", hint: "did you mean `aims`?")),
        Fixture(
            .vocabulary, "constraints:\n  - {id: no-trifle-is-lent, ", "constraints:\n  - ⟦no trifle⟧\n  - {id: no-trifle-is-lent, ",
            Wanted("law/shape", "a constraint must be a mapping, this is a text")),
        Fixture(
            .vocabulary, "{id: no-trifle-is-lent, because: nobody lends a trifle, never: {act: lend, worth: trifling}}",
            "⟦{id: no-trifle-is-lent, never: {act: lend}}⟧", Wanted("law/missing", "`because` is missing")),
        Fixture(
            .vocabulary, "never: {act: lend, worth: trifling}", "never: {act: lend, ⟦wort⟧: trifling}",
            Wanted("law/unknown-element", "there is no element `wort`", hint: "did you mean `worth`?")),
        Fixture(
            .vocabulary, "[owner.age, owner.believed-age]", "⟦owner.age⟧", Wanted("law/shape", "a macro lists elements")),
        Fixture(
            .vocabulary, "[owner.age, owner.believed-age]", "[owner.age, ⟦owner.age-believed⟧]",
            Wanted(
                "law/unknown-element", "there is no element `owner.age-believed`", hint: "did you mean `owner.believed-age`?")),
        Fixture(
            .vocabulary, "{title: taking things, guard: {act: [take, keep]}}", "⟦{title: taking things}⟧",
            Wanted("law/missing", "`guard` is missing")),
        Fixture(
            .vocabulary, "aim.gain: {act: sell}", "⟦aim.win⟧: {act: sell}",
            Wanted("law/unknown-element", "there is no element `aim.win`", hint: "did you mean `aim.gain`?")),
        Fixture(
            .vocabulary, "victim: [owner.exists, owner.age]", "victim: [owner.exists, ⟦owner.agee⟧]",
            Wanted("law/unknown-element", "there is no element `owner.agee`", hint: "did you mean `owner.age`?")),
        Fixture(
            .vocabulary, "{real: owner.age, ", "{real: ⟦[owner.age]⟧, ",
            Wanted("law/unknown-element", "there is no element by that name, this is a list")),
        Fixture(
            .vocabulary, "{real: owner.age, believed: owner.believed-age, presence: owner.exists}",
            "⟦{real: owner.age, believed: owner.believed-age}⟧", Wanted("law/missing", "`presence` is missing")),
    ])
    func wholeFile(_ fixture: Fixture) throws { try check(fixture) }

    @Test(arguments: [
        Fixture(
            .vocabulary, "    type: flag\n    kind: defence\n", "    ⟦type⟧: flag\n", Wanted("law/missing", "`kind` is missing")),
        Fixture(
            .vocabulary, "    type: choice\n    kind: fact\n    change: charge\n", "    ⟦type⟧: choice\n    kind: fact\n",
            Wanted("law/missing", "`change` is missing")),
        Fixture(
            .vocabulary, "kind: defence", "kind: ⟦defense⟧",
            Wanted("law/value", "`defense` is no value here", hint: "did you mean `defence`?")),
        Fixture(
            .vocabulary, "change: charge", "change: ⟦never⟧",
            Wanted("law/value", "`never` is no value here", hint: "known here: `fixed`, `establish`, `charge`")),
        Fixture(
            .vocabulary, "definition: What was done.", "definition: ⟦[What was done.]⟧",
            Wanted("law/shape", "`definition` must be text, this is a list")),
        Fixture(
            .vocabulary, "definition: What was done.", "definition: ⟦\"\"⟧", Wanted("law/empty", "`definition` is empty")),
        Fixture(
            .vocabulary, [("  act:\n    type", "  act:\n    ⟦type⟧"), ("phrase: the person {}", "phrase: the person")],
            Wanted("law/phrase", "the phrase of `act` needs `{}` where the value goes")),
        Fixture(
            .vocabulary, "type: flag\n    kind: defence", "type: ⟦switch⟧\n    kind: defence",
            Wanted(
                "law/value", "`switch` is no type of element", hint: "known here: `choice`, `ordered`, `number`, `flag`")),
        Fixture(
            .vocabulary, "{yes: it was a duty, no: it was no duty}", "⟦{yes: it was a duty}⟧",
            Wanted("law/missing", "`no` is missing")),
        Fixture(
            .vocabulary, "presume: no", "presume: ⟦nope⟧", Wanted("law/value", "`duty` is `yes` or `no`, not `nope`")),
    ])
    func oneElement(_ fixture: Fixture) throws { try check(fixture) }

    @Test(arguments: [
        Fixture(
            .vocabulary, "{passing: [sell, lend]}", "{passing: [sell, lend], ⟦keep⟧: [sell, lend]}",
            Wanted("law/duplicate", "`keep` is a value and cannot be a group too")),
        Fixture(
            .vocabulary, "{passing: [sell, lend]}", "{passing: [sell, lend], moving: [⟦sel⟧, ⟦lendd⟧, ⟦{a: b}⟧]}",
            Wanted("law/value", "`sel` is no value of `act`", hint: "did you mean `sell`?"),
            Wanted("law/value", "`lendd` is no value of `act`", hint: "did you mean `lend`?"),
            Wanted("law/value", "a value of `act` must be text, this is a mapping")),
        Fixture(
            .vocabulary, "continuing: keep", "continuing: ⟦kep⟧",
            Wanted("law/value", "`kep` is no value of `act`", hint: "did you mean `keep`?")),
        Fixture(
            .vocabulary, "{carelessness: carelessness, acceptance: acceptance, purpose: purpose}", "⟦{purpose: purpose}⟧",
            Wanted("law/size", "an element has 2 to 63 values, this one has 1")),
        Fixture(
            .vocabulary, "{real: an owner, none: no owner}", "{real: an owner, none: no owner, some: ⟦[a, b]⟧}",
            Wanted("law/shape", "the value `some` needs a phrase")),
        Fixture(
            .vocabulary, "range: -24 to 60", "range: ⟦60 to -24⟧", Wanted("law/number", "`range` is written `0 to 21`")),
        Fixture(
            .vocabulary, "range: -24 to 60", "range: ⟦[-24, 60]⟧", Wanted("law/number", "`range` is written `0 to 21`")),
        Fixture(
            .vocabulary, "range: -24 to 60", "range: ⟦-9223372036854775808 to 9223372036854775807⟧",
            Wanted("law/number", "`range` is written `0 to 21`")),
        Fixture(
            .vocabulary, "unit: months", "unit: ⟦month⟧",
            Wanted("law/value", "`month` is no value here", hint: "did you mean `months`?")),
        Fixture(
            .vocabulary, "na-when: {owner.exists: none}", "na-when: {owner.exists: ⟦nobody⟧}",
            Wanted("law/value", "`nobody` is no value of `owner.exists`", hint: "known here: `real`, `none`")),
    ])
    func values(_ fixture: Fixture) throws { try check(fixture) }

    /// One place of 64 is kept for "there is no such thing".
    @Test(arguments: [63, 64]) func theLargestElement(_ count: Int) throws {
        let values = (0..<count).map { "v\($0): word" }.joined(separator: ", ")
        let text = try small(
            .vocabulary, [(from: "{carelessness: carelessness, acceptance: acceptance, purpose: purpose}", to: "{\(values)}")])
        let outcome = try SmallLaw.load(.vocabulary, text)
        #expect(outcome.hasValue == (count == 63))
        #expect(outcome.diagnostics.map(\.code) == (count == 63 ? [] : ["law/size"]))
    }
}
