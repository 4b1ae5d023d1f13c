import Testing

struct ProfileErrorTests {
    @Test(arguments: [
        Fixture(
            .profile, "jurisdiction: AA", "jurisdiction: ⟦NO⟧",
            Wanted("law/jurisdiction", "the folder is `AA`, the file says `NO`")),
        Fixture(
            .profile, "jurisdiction: AA", "jurisdiction: ⟦[AA]⟧",
            Wanted("law/shape", "`jurisdiction` must be text, this is a list")),
        Fixture(
            .profile, "jurisdiction: AA\nname: {en: Alphaland, de: Alphaland}", "⟦jurisdiction⟧: AA",
            Wanted("law/missing", "`name` is missing")),
        Fixture(
            .profile, "name: {en: Alphaland, de: Alphaland}", "name: ⟦Alphaland⟧",
            Wanted("law/shape", "`name` must give the text by language, such as {en: …}")),
        Fixture(
            .profile, "short: Alpha", "⟦shrt⟧: Alpha",
            Wanted("law/unknown-key", "`shrt` is not known here", hint: "did you mean `short`?")),
        Fixture(
            .profile, "{title: General Part, consolidated: 2026-01-01}", "⟦{title: General Part}⟧",
            Wanted("law/missing", "`consolidated`, the date of the version that was read, is missing")),
        Fixture(
            .profile, "{title: General Part, consolidated: 2026-01-01}", "{title: General Part, consolidated: ⟦01.01.2026⟧}",
            Wanted(
                "law/date", "`01.01.2026` is no date", hint: "write it as year-month-day, such as 2026-03-01")),
        Fixture(
            .profile, "- {text: customs are not encoded, when: {by-night: yes}}", "- ⟦{text: customs are not encoded}⟧",
            Wanted("law/missing", "`when` is missing")),
        Fixture(
            .profile, "when: {by-night: yes}", "when: {by-night: ⟦true⟧}",
            Wanted("law/value", "`by-night` is `yes` or `no`, not `true`")),
    ])
    func aroundTheGeneralPart(_ fixture: Fixture) throws { try check(fixture) }

    @Test(arguments: [
        Fixture(
            .profile, "at-least: acceptance", "at-least: ⟦acceptence⟧",
            Wanted("law/value", "`at least acceptence` is no value of `mental`", hint: "did you mean `acceptance`?")),
        Fixture(
            .profile, "{punishable: crimes-and-where-stated, impossible: yes, penalty: half, provision: s 2}",
            "⟦{impossible: yes, provision: s 2}⟧", Wanted("law/missing", "`punishable` is missing")),
        Fixture(
            .profile, "impossible: yes", "impossible: ⟦maybe⟧",
            Wanted("law/value", "`impossible` is `yes` or `no`, not `maybe`")),
        Fixture(
            .profile, "penalty: half", "penalty: ⟦hallf⟧",
            Wanted("law/value", "`hallf` is no value here", hint: "did you mean `half`?")),
        Fixture(
            .profile, [("  default-fault:", "  ⟦default-fault⟧:"), ("  crime-threshold: {minimum: 1 year, provision: s 3}\n", "")],
            Wanted(
                "law/missing",
                "`crime-threshold` is missing: the attempt of crimes is punishable, so say what a crime is")),
        Fixture(
            .profile, "{minimum: 1 year, provision: s 3}", "⟦{provision: s 3}⟧",
            Wanted("law/threshold", "`crime-threshold` says either `minimum` or `maximum`")),
        Fixture(
            .profile, "{minimum: 1 year, provision: s 3}", "⟦{minimum: 1 year, maximum: 5 years, provision: s 3}⟧",
            Wanted("law/threshold", "`crime-threshold` says either `minimum` or `maximum`")),
        Fixture(
            .profile, "minimum: 1 year", "minimum: ⟦over a year⟧",
            Wanted(
                "law/term", "`a year` is no term of imprisonment",
                hint: "write `5 years`, `18 months`, `90 days`, `2 years less a day`, `life` or `death`")),
        Fixture(
            .profile, "{age: 14, provision: s 5}", "⟦{provision: s 5}⟧", Wanted("law/missing", "`age` is missing")),
        Fixture(.profile, "age: 14", "age: ⟦fourteen⟧", Wanted("law/number", "`fourteen` is no whole number")),
        Fixture(
            .profile, "{instigator: yes, accomplice: no, provision: s 4}", "⟦{instigator: yes, accomplice: no}⟧",
            Wanted("law/missing", "`provision` is missing")),
        Fixture(
            .profile, "review: draft", "review: ⟦drafft⟧",
            Wanted("law/value", "`drafft` is no value here", hint: "did you mean `draft`?")),
        Fixture(
            .profile, "imprisonment: 15 years", "imprisonment: ⟦fifteen years⟧",
            Wanted(
                "law/term", "`fifteen years` is no term of imprisonment",
                hint: "write `5 years`, `18 months`, `90 days`, `2 years less a day`, `life` or `death`")),
    ])
    func generalPart(_ fixture: Fixture) throws { try check(fixture) }

    @Test(arguments: [
        Fixture(
            .profile, [("    ladder: [{maximum: over 5 years, after: 10 years}, {maximum: any, after: 3 years}]\n    from", "    ⟦from⟧")],
            Wanted("law/missing", "`limitation` needs a `ladder`, or `none: yes`")),
        Fixture(
            .profile, "[{maximum: over 5 years, after: 10 years}, {maximum: any, after: 3 years}]", "⟦10 years⟧",
            Wanted("law/shape", "`ladder` must be a list, this is a text")),
        Fixture(
            .profile, "{maximum: over 5 years, after: 10 years}", "{maximum: ⟦above 5 years⟧, after: ⟦ten years⟧}",
            Wanted(
                "law/term", "`above 5 years` is no term of imprisonment",
                hint: "write `5 years`, `18 months`, `90 days`, `2 years less a day`, `life` or `death`"),
            Wanted(
                "law/term", "`ten years` is no term of imprisonment",
                hint: "write `5 years`, `18 months`, `90 days`, `2 years less a day`, `life` or `death`")),
        Fixture(
            .profile, "{maximum: any, after: 3 years}", "⟦{after: 3 years}⟧", Wanted("law/missing", "`maximum` is missing")),
        Fixture(
            .profile, "from: result", "from: ⟦results⟧",
            Wanted("law/value", "`results` is no value here", hint: "did you mean `result`?")),
    ])
    func limitation(_ fixture: Fixture) throws { try check(fixture) }

    @Test(arguments: [
        Fixture(
            .profile, "passing: not-encoded", "⟦pasing⟧: not-encoded",
            Wanted("law/unknown-category", "there is no category `pasing`", hint: "did you mean `passing`?")),
        Fixture(
            .profile, "passing: not-encoded", "passing: ⟦not-encodd⟧",
            Wanted("law/value", "`not-encodd` is no value here", hint: "did you mean `not-encoded`?")),
        Fixture(
            .profile, "passing: not-encoded", "passing: ⟦no-offence⟧",
            Wanted(
                "law/missing", "`because` is missing: `no-offence` needs its reason",
                hint: "write {status: no-offence, because: …}")),
        Fixture(
            .profile, "passing: not-encoded", "passing: ⟦{status: no-offence}⟧",
            Wanted(
                "law/missing", "`because` is missing: `no-offence` needs its reason",
                hint: "write {status: no-offence, because: …}")),
        Fixture(
            .profile, "passing: not-encoded", "passing: ⟦{note: nothing read}⟧", Wanted("law/missing", "`status` is missing")),
        Fixture(
            .profile, "general-law: searched", "general-law: ⟦serched⟧",
            Wanted("law/value", "`general-law` is `searched` or `not-searched`, not `serched`")),
        Fixture(
            .profile, "passing: not-encoded", "passing: ⟦[encoded]⟧",
            Wanted("law/shape", "the coverage of `passing` must be a mapping, this is a list")),
    ])
    func coverage(_ fixture: Fixture) throws { try check(fixture) }
}
