import Testing

struct AimTests {
    /// Offences with a condition each, added to the small law.
    static func offences(_ conditions: [(id: String, when: String, isMarked: Bool)]) -> String {
        conditions.map { id, when, isMarked in
            """
              - \(isMarked ? "⟦id⟧" : "id"): \(id)
                title: {en: \(id)}
                provision: s 1
                source: code
                review: draft
                in-force: from 2020-01-01
                when: \(when)
                penalty: [{imprisonment: none}]

            """
        }.joined()
    }

    /// Without anything wanted, the file must load.
    static func check(_ added: [(id: String, when: String, isMarked: Bool)], _ wanted: Wanted...) throws {
        let end = "- {in-force: from 2020-01-01}\n"
        let fixture = Fixture(.offences, [(end, end + offences(added))], all: wanted)
        if !wanted.isEmpty { return try LawLoaderTests.check(fixture) }
        let outcome = try SmallLaw.load(.offences, try small(.offences, fixture.changes))
        #expect(outcome.diagnostics == [])
        #expect(outcome.hasValue)
    }

    @Test(arguments: [
        Fixture(
            .offences, "{act: passing}", "{aims-at: {offences: [⟦taek⟧]}}",
            Wanted("law/unknown-offence", "there is no offence `taek` to aim at", hint: "did you mean `take`?")),
        Fixture(
            .offences, "{act: passing}", "{not: {any: [{aims-at: {offences: [take, ⟦steal⟧]}}, {aims-at: {offences: [⟦hide⟧]}}]}}",
            Wanted("law/unknown-offence", "there is no offence `steal` to aim at", hint: "known here: `pass`, `take`"),
            Wanted("law/unknown-offence", "there is no offence `hide` to aim at", hint: "known here: `pass`, `take`")),
        Fixture(
            .offences, "when: {duty: yes}", "when: {aims-at: {offences: [⟦steal⟧]}}",
            Wanted("law/unknown-offence", "there is no offence `steal` to aim at", hint: "known here: `pass`, `take`")),
        Fixture(
            .offences, "{worth: great}", "{aims-at: {offences: [⟦steal⟧]}}",
            Wanted("law/unknown-offence", "there is no offence `steal` to aim at", hint: "known here: `pass`, `take`")),
        Fixture(
            .offences, "when: {by-night: no}", "when: {aims-at: {offences: [⟦steal⟧]}}",
            Wanted("law/unknown-offence", "there is no offence `steal` to aim at", hint: "known here: `pass`, `take`")),
        Fixture(
            .offences, "provision: s 13", "when: {aims-at: {offences: [⟦steal⟧]}}",
            Wanted("law/unknown-offence", "there is no offence `steal` to aim at", hint: "known here: `pass`, `take`")),
    ])
    func unknownOffences(_ fixture: Fixture) throws { try LawLoaderTests.check(fixture) }

    @Test(arguments: [
        ("{aims-at: ⟦{}⟧}", "law/condition", "`aims-at` needs `offences`, a list of ids"),
        ("{aims-at: ⟦{offences: []}⟧}", "law/condition", "`aims-at` needs `offences`, a list of ids"),
        ("{aims-at: {offences: ⟦take⟧}}", "law/shape", "`offences` must be a list, this is a text"),
        ("{aims-at: {offences: [⟦{id: take}⟧]}}", "law/shape", "`offences` must be text, this is a mapping"),
        ("{aims-at: ⟦take⟧}", "law/shape", "`aims-at` must be a mapping, this is a text"),
        ("{aims-at: {offences: [take], against: ⟦same-owner⟧}}", "law/value", "`against` is `same-child`, not `same-owner`"),
    ])
    func shapes(_ condition: String, _ code: String, _ message: String) throws {
        try LawLoaderTests.check(Fixture(.offences, "{act: passing}", condition, Wanted(code, message)))
    }

    /// The offence aimed at has an error of its own; that it is known stays true.
    @Test func anOffenceWithErrorsIsStillKnown() throws {
        try LawLoaderTests.check(
            Fixture(
                .offences, [("{act: take, is: precious}", "{act: ⟦tkae⟧}"), ("{act: passing}", "{aims-at: {offences: [take]}}")],
                Wanted("law/value", "`tkae` is no value of `act`", hint: "did you mean `take`?")))
    }

    /// An offence before the circle is broken; the message stands at the right one nevertheless.
    @Test func circles() throws {
        try Self.check(
            [("a", "{act: ⟦tkae⟧}", false), ("self", "{aims-at: {offences: [self]}}", true)],
            Wanted("law/value", "`tkae` is no value of `act`", hint: "did you mean `take`?"),
            Wanted("law/circular-aims", "the offences at which `self` aims lead back to it"))
        try Self.check(
            [
                ("b", "{aims-at: {offences: [take, c]}}", true), ("c", "{not: {aims-at: {offences: [d]}}}", true),
                ("d", "{any: [{act: take}, {aims-at: {offences: [b]}}]}", true), ("e", "{aims-at: {offences: [b]}}", false),
            ],
            Wanted("law/circular-aims", "the offences at which `b` aims lead back to it"),
            Wanted("law/circular-aims", "the offences at which `c` aims lead back to it"),
            Wanted("law/circular-aims", "the offences at which `d` aims lead back to it"))
    }

    /// Two ways to the same offence are no circle.
    @Test func aDiamondIsNoCircle() throws {
        try Self.check([
            ("b", "{aims-at: {offences: [c, d]}}", false), ("c", "{aims-at: {offences: [take]}}", false),
            ("d", "{aims-at: {offences: [take]}}", false),
        ])
    }

    @Test func aCircleThroughAnException() throws {
        try LawLoaderTests.check(
            Fixture(
                .offences, [("- id: take", "- ⟦id⟧: take"), ("when: {duty: yes}", "when: {aims-at: {offences: [take]}}")],
                Wanted("law/circular-aims", "the offences at which `take` aims lead back to it")))
    }

    /// Each step doubles the work of deciding, so chains are short.
    @Test func chains() throws {
        let chain = (1...6).map { ("o\($0)", "{aims-at: {offences: [\($0 == 6 ? "take" : "o\($0 + 1)")]}}", false) }
        try Self.check(chain)
        try Self.check(
            [("o0", "{aims-at: {offences: [o1]}}", true)] + chain,
            Wanted(
                "law/too-deep", "the aims of `o0` lead through more than 6 offences",
                hint: "state what the last offences ask in a condition of their own"))
    }

    /// As many offences as make a slow search noticed, each aiming at the next.
    @Test func aVeryLongChain() throws {
        let text = SmallLaw.offences
            + Self.offences((0..<3_000).map { ("o\($0)", "{aims-at: {offences: [o\(($0 + 1) % 3_000)]}}", false) })
        let outcome = try SmallLaw.load(.offences, text)
        #expect(Set(outcome.diagnostics.map(\.code)) == ["law/circular-aims"])
        #expect(outcome.diagnostics.count == 100)
    }
}
