import Law
import Testing

struct LimitationTests {
    static let own = "{after: 10 years, from: majority of the victim, provision: s 14}"
    static let ladder = """
          limitation:
            ladder: [{maximum: over 5 years, after: 10 years}, {maximum: any, after: 3 years}]
            from: result
            provision: s 7

        """

    static func read(_ written: String) throws -> Limitation? {
        try SmallLaw.load(.offences, small(.offences, [(from: own, to: written)])).jurisdiction?.offences.first?.latest?.limitation
    }

    @Test(arguments: [
        ("runs-from-age: 18", Limitation.VictimRule.runsFromAge(18)), ("suspended-until-age: 30", .suspendedUntilAge(30)),
        ("suspended-until-victim-is: 30", .suspendedUntilAge(30)), ("uncounted-until-age: 28", .uncountedUntilAge(28)),
        ("added-until-age: 18", .addedUntilAge(18)), ("not-before-age: 25", .notBeforeAge(25)),
        ("life-of-victim-or: 10 years", .lifeOr(.years(10))),
    ])
    func theVictim(_ written: String, _ rule: Limitation.VictimRule) throws {
        let limitation = try #require(try Self.read("{\(written), provision: s 14}"))
        #expect(limitation.victim == rule)
        #expect(limitation.after == nil)
        #expect(limitation.interruption == nil)
    }

    @Test func interruption() throws {
        let limitation = try Self.read(
            "{interruption: {interrupted-by: [arrest-warrant, charge], stopped-by: [judgment], no-effect: [complaint], absolute: double, suspended-while: [abroad], provision: s 15, review: source-checked}, first-day: does-not-count, provision: s 14}")
        let interruption = try #require(limitation?.interruption)
        #expect(limitation?.firstDay == .doesNotCount)
        #expect(interruption.effect(of: .arrestWarrant) == .restarts)
        #expect(interruption.effect(of: .charge) == .restarts)
        #expect(interruption.effect(of: .judgment) == .stops)
        #expect(interruption.effect(of: .complaint) == .nothing)
        #expect(interruption.effect(of: .investigation) == nil)
        #expect(interruption.absolute == .double)
        #expect(interruption.suspendedWhile == [.abroad])
        #expect(interruption.authority == Authority(provision: "s 15", review: .sourceChecked))
    }

    @Test func otherRulesThatMayApply() throws {
        let limitation = try Self.read("{provision: s 14, perhaps: [{because: whether it rained, after: 12 years, provision: s 16}]}")
        #expect(limitation?.perhaps.map(\.because) == ["whether it rained"])
        #expect(limitation?.perhaps.map(\.rule.after) == [.years(12)])
        #expect(limitation?.perhaps.map(\.rule.authority.provision) == ["s 16"])
    }

    @Test func theProfile() throws {
        let text = try small(
            .profile,
            [
                (from: "{maximum: any, after: 3 years}", to: "{maximum: 1 year, after: never}, {maximum: any, after: 3 years}"),
                (from: "from: result", to: "from: result\n    first-day: counts\n    interruption: {stopped-by: [charge], provision: s 8}"),
            ])
        let ladder = try #require(try SmallLaw.load(.profile, text).jurisdiction?.generalPart.limitation)
        #expect(ladder.steps.map(\.after) == [.years(10), nil, .years(3)])
        #expect(ladder.firstDay == .counts)
        #expect(ladder.interruption?.effect(of: .charge) == .stops)
        #expect(ladder.step(forMaximum: .years(2))?.after == nil)
        #expect(ladder.step(forMaximum: .months(6, lessADay: false))?.after == .years(3))
    }

    @Test(arguments: [
        Fixture(
            .offences, own, "{runs-from-age: 18, not-before-age: ⟦25⟧, provision: s 14}",
            Wanted(
                "law/limitation", "`not-before-age` stands beside `runs-from-age`, and the victim moves the period in one way only",
                hint: "keep one of them")),
        Fixture(
            .offences, own, "{from: majority of the victim, suspended-until-age: ⟦30⟧, provision: s 14}",
            Wanted(
                "law/limitation", "`suspended-until-age` stands beside `from`, and the victim moves the period in one way only",
                hint: "`from: majority-of-victim` is `runs-from-age: 18`")),
        Fixture(
            .offences, own, "{runs-from-age: ⟦180⟧, provision: s 14}",
            Wanted(
                "law/number", "`180` is no age on which limitation turns", hint: "write completed years, from 1 to 100")),
        Fixture(
            .offences, own, "{after: ⟦life⟧, provision: s 14}",
            Wanted(
                "law/term", "`life` is no period after which time lapses",
                hint: "write a length such as `10 years`; where time never lapses, write `none: yes`")),
        Fixture(
            .offences, own, "{none: yes, after: ⟦10 years⟧, provision: s 14}",
            Wanted(
                "law/limitation", "`after` stands beside `none: yes`, where time never lapses", hint: "take one of them out")),
        Fixture(
            .offences, own, "{first-day: ⟦count⟧, provision: s 14}",
            Wanted("law/value", "`count` is no value here", hint: "did you mean `counts`?")),
        Fixture(
            .offences, own, "{perhaps: [⟦{after: 12 years, provision: s 16}⟧], provision: s 14}",
            Wanted("law/missing", "`because` is missing")),
        Fixture(
            .offences, own, "{perhaps: [{because: rain, after: 12 years, provision: s 16, ⟦perhap⟧: []}], provision: s 14}",
            Wanted("law/unknown-key", "`perhap` is not known here")),
    ])
    func errorsOfOffences(_ fixture: Fixture) throws { try check(fixture) }

    @Test(arguments: [
        Fixture(
            .offences, own, "{interruption: {interrupted-by: [charge], stopped-by: ⟦[charge]⟧, provision: s 15}, provision: s 14}",
            Wanted(
                "law/limitation", "`charge` stands under `stopped-by` and under `interrupted-by`",
                hint: "an act has one effect, and stands once")),
        Fixture(
            .offences, own, "{interruption: {stopped-by: [charge], absolute: ⟦double⟧, provision: s 15}, provision: s 14}",
            Wanted("law/limitation", "`absolute` bounds a period that is interrupted, and `interrupted-by` is missing")),
        Fixture(
            .offences, own, "{interruption: {interrupted-by: [⟦charges⟧], provision: s 15}, provision: s 14}",
            Wanted("law/value", "`charges` is no value here", hint: "did you mean `charge`?")),
        Fixture(
            .offences, own, "{interruption: ⟦{interrupted-by: [charge]}⟧, provision: s 14}",
            Wanted("law/missing", "`provision` is missing")),
    ])
    func errorsOfInterruption(_ fixture: Fixture) throws { try check(fixture) }

    @Test(arguments: [
        Fixture(
            .profile, "{maximum: any, after: 3 years}", "{maximum: any, after: 3 years}, ⟦{maximum: life, after: 30 years}⟧",
            Wanted(
                "law/limitation", "this step can never apply: one before it takes every such maximum",
                hint: "write the highest maximum first, and `any` last")),
        Fixture(
            .profile, "{maximum: over 5 years, after: 10 years}",
            "{maximum: over 5 years, after: 10 years}, ⟦{maximum: over 5 years, after: 20 years}⟧",
            Wanted(
                "law/limitation", "this step can never apply: one before it takes every such maximum",
                hint: "write the highest maximum first, and `any` last")),
        Fixture(
            .profile, "{maximum: any, after: 3 years}", "⟦{maximum: any}⟧", Wanted("law/missing", "`after` is missing")),
        Fixture(
            .profile, ladder,
            "  limitation: {none: yes, ladder: ⟦[{maximum: any, after: 3 years}]⟧, provision: s 7}\n",
            Wanted(
                "law/limitation", "`ladder` stands beside `none: yes`, where time never lapses", hint: "take one of them out")),
    ])
    func errorsOfTheLadder(_ fixture: Fixture) throws { try check(fixture) }
}
