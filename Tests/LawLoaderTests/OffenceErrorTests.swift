import Testing

struct OffenceErrorTests {
    @Test(arguments: [
        Fixture(
            .offences, "jurisdiction: AA", "jurisdiction: ⟦BB⟧",
            Wanted("law/jurisdiction", "the folder is `AA`, the file says `BB`")),
        Fixture(
            .offences, "jurisdiction: AA", "jurisdiction: ⟦{AA: BB}⟧",
            Wanted("law/shape", "`jurisdiction` must be text, this is a mapping")),
        Fixture(
            .offences, [("jurisdiction: AA", "⟦jurisdiction⟧: AA"), ("\noffences:", "\n⟦offence⟧:")],
            Wanted("law/missing", "`offences` needs a list of offences"),
            Wanted("law/unknown-key", "`offence` is not known here", hint: "did you mean `offences`?")),
        Fixture(
            .offences, "{title: Criminal Code, short: CC, language: en, consolidated: 2026-01-01}",
            "{title: Criminal Code, ⟦shrt⟧: CC, language: en, consolidated: 2026-01-01}",
            Wanted("law/unknown-key", "`shrt` is not known here", hint: "did you mean `short`?")),
        Fixture(
            .offences, "precious: {provision: s 10, when: {worth: great}}",
            "precious: {provision: s 10, when: {worth: great}}\n  empty: ⟦{provision: s 9}⟧",
            Wanted("law/missing", "`when` is missing")),
        Fixture(
            .offences, "precious: {provision: s 10, when: {worth: great}}", "precious: ⟦{when: {worth: great}}⟧",
            Wanted("law/missing", "`provision` is missing")),
        Fixture(.offences, "- id: take", "- ⟦text⟧\n  - id: take", Wanted("law/shape", "an offence must be a mapping, this is a text")),
        Fixture(
            .offences, "- id: pass", "- id: ⟦take⟧", Wanted("law/duplicate", "the offence `take` stands twice")),
    ])
    func wholeFile(_ fixture: Fixture) throws { try check(fixture) }

    @Test(arguments: [
        Fixture(
            .offences, "  - id: take\n    title: {en: taking, de: Nehmen}", "  - ⟦title⟧: {en: taking}",
            Wanted("law/missing", "`id` is missing")),
        Fixture(
            .offences, "- id: take\n    title: {en: taking, de: Nehmen}", "- ⟦id⟧: take",
            Wanted("law/missing", "`title` is missing")),
        Fixture(
            .offences, "title: {en: taking, de: Nehmen}", "title: ⟦taking⟧",
            Wanted("law/shape", "`title` must give the text by language, such as {en: …}")),
        Fixture(
            .offences, "title: {en: taking, de: Nehmen}", "title: {en: ⟦[taking]⟧}",
            Wanted("law/shape", "`en` must be text, this is a list")),
        Fixture(
            .offences, "source: code\n    review: draft", "source: ⟦cod⟧\n    review: draft",
            Wanted("law/unknown-source", "there is no source `cod`", hint: "did you mean `code`?")),
        Fixture(
            .offences, "source: code\n    review: draft", "source: ⟦[code]⟧\n    review: draft",
            Wanted("law/shape", "`source` must be text, this is a list")),
        Fixture(
            .offences, [("- id: take", "- ⟦id⟧: take"), ("    review: draft\n", "")],
            Wanted("law/missing", "`review` is missing")),
        Fixture(
            .offences, "review: draft", "review: ⟦checked⟧",
            Wanted(
                "law/value", "`checked` is no value here", hint: "known here: `draft`, `source-checked`, `practitioner-reviewed`")),
        Fixture(
            .offences, "review: draft", "review: draft\n    in-force-review: ⟦unread⟧",
            Wanted("law/value", "`in-force-review` is `read` or `unverified`, not `unread`")),
        Fixture(
            .offences, "review: draft", "review: draft\n    before: ⟦no-offense⟧",
            Wanted("law/value", "`no-offense` is no value here", hint: "did you mean `no-offence`?")),
        Fixture(
            .offences, "attempt: included", "attempt: ⟦include⟧",
            Wanted("law/value", "`include` is no value here", hint: "did you mean `included`?")),
        Fixture(
            .offences, "attempt: included", "⟦atempt⟧: included",
            Wanted("law/unknown-key", "`atempt` is not known here", hint: "did you mean `attempt`?")),
        Fixture(
            .offences, "attempt: included", "silent: ⟦the age⟧",
            Wanted("law/shape", "`silent` must be a list, this is a text")),
    ])
    func oneOffence(_ fixture: Fixture) throws { try check(fixture) }

    @Test(arguments: [
        Fixture(
            .offences, "{when: {by-night: no}, provision: s 90}", "⟦{when: {by-night: no}}⟧",
            Wanted("law/missing", "`provision` is missing")),
        Fixture(
            .offences, "{when: {by-night: no}, provision: s 90}", "⟦{provision: s 90}⟧", Wanted("law/missing", "`when` is missing")),
        Fixture(
            .offences, "kind: justification", "kind: ⟦justified⟧",
            Wanted(
                "law/value", "`justified` is no value here",
                hint: "known here: `exclusion`, `justification`, `excuse`, `defence`, `repentance`, `discretion`, `procedural`")),
        Fixture(
            .offences, "burden: accused", "burden: ⟦acused⟧",
            Wanted("law/value", "`acused` is no value here", hint: "did you mean `accused`?")),
        Fixture(
            .offences, "{name: duty, kind: justification, burden: accused, provision: s 12, when: {duty: yes}}",
            "⟦{name: duty, kind: justification, provision: s 12}⟧",
            Wanted("law/missing", "`when` is missing: an exception of kind `justification` needs one")),
        Fixture(
            .offences, "{name: duty, kind: justification, burden: accused, provision: s 12, when: {duty: yes}}",
            "⟦{when: {duty: yes}}⟧",
            Wanted("law/missing", "`name` is missing", mark: 0), Wanted("law/missing", "`provision` is missing", mark: 0)),
    ])
    func hooksAndExceptions(_ fixture: Fixture) throws { try check(fixture) }

    /// A court that may refrain needs no condition, and takes nothing away.
    @Test(arguments: ["discretion", "procedural"]) func exceptionsWithoutACondition(_ kind: String) throws {
        let text = try small(
            .offences,
            [(
                from: "{name: duty, kind: justification, burden: accused, provision: s 12, when: {duty: yes}}",
                to: "{name: complaint, kind: \(kind), provision: s 12}"
            )])
        let exceptions = try #require(try SmallLaw.load(.offences, text).jurisdiction?.offences.first?.latest?.exceptions)
        #expect(exceptions.map(\.when) == [.never])
    }

    @Test(arguments: [
        Fixture(
            .offences, "after: 10 years", "after: ⟦ten years⟧",
            Wanted(
                "law/term", "`ten years` is no term of imprisonment",
                hint: "write `5 years`, `18 months`, `90 days`, `2 years less a day`, `life` or `death`")),
        Fixture(
            .offences, "from: majority of the victim", "from: ⟦majority⟧",
            Wanted(
                "law/value", "`majority` is no start of limitation",
                hint: "known here: `end-of-conduct`, `result`, `majority-of-victim`")),
        Fixture(
            .offences, "after: 10 years, from: majority of the victim", "suspended-until-victim-is: ⟦thirty⟧",
            Wanted("law/number", "`thirty` is no whole number")),
        Fixture(
            .offences, "{after: 10 years, from: majority of the victim, provision: s 14}", "⟦{none: yes}⟧",
            Wanted("law/missing", "`provision` is missing")),
    ])
    func limitation(_ fixture: Fixture) throws { try check(fixture) }

    @Test(arguments: [
        ("end of conduct", "end-of-conduct"), ("end-of-conduct", "end-of-conduct"), ("result", "result"),
        ("majority-of-victim", "majority-of-victim"), ("majority of the victim", "majority-of-victim"),
    ])
    func startsOfLimitation(_ written: String, _ start: String) throws {
        let text = try small(.offences, [(from: "from: majority of the victim", to: "from: \(written)")])
        #expect(try SmallLaw.load(.offences, text).jurisdiction?.offences.first?.latest?.limitation?.from?.rawValue == start)
    }
}
