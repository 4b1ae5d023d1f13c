import Law
import LawLoader
import Testing

struct VersionTests {
    static let newest = "- {in-force: from 2020-01-01}"
    static let oldest = "{in-force: 2010-01-01 to 2019-12-31, penalty: [{imprisonment: none, fine: only}]}"

    static func versions(_ changes: [(from: String, to: String)]) throws -> [OffenceVersion] {
        let outcome = try SmallLaw.load(.offences, try small(.offences, changes))
        #expect(outcome.diagnostics == [])
        return try #require(outcome.jurisdiction?.offence(OffenceID("pass"))).versions
    }

    @Test func whatAVersionDoesNotMentionComesFromTheOffence() throws {
        let versions = try Self.versions([(
            from: Self.newest,
            to: "- {in-force: from 2020-01-01, provision: s 21a, attempt: yes, limitation: {none: yes, provision: s 22}}"
        )])
        #expect(versions.map(\.provision) == ["s 21", "s 21a"])
        #expect(versions.map(\.attempt) == [.general, .yes])
        #expect(versions.map { $0.limitation?.none } == [nil, true])
        #expect(versions.map(\.when) == Array(repeating: .has(ElementIndex(0), ValueSet(choices: 0b1100)), count: 2))
        #expect(versions[0].penalty.map(\.imprisonment) == [nil])
        #expect(versions[0].penalty.map(\.fine) == [.only])
        #expect(versions[1].penalty.map(\.imprisonment) == [Imprisonment(minimum: .years(1), maximum: .years(3))])
    }

    @Test func eachVersionHasItsOwnReview() throws {
        let versions = try Self.versions([
            (from: Self.newest, to: "- {in-force: from 2020-01-01, review: draft, in-force-review: unverified}")
        ])
        #expect(versions.map(\.review) == [.sourceChecked, .draft])
        #expect(versions.map(\.inForceIsRead) == [true, false])
    }

    /// The state of the whole may stay where every version has its own, and may be missing there.
    @Test(arguments: ["    review: source-checked\n", ""]) func reviewOfEveryVersion(_ whole: String) throws {
        let versions = try Self.versions([
            (from: "    review: source-checked\n", to: whole), (from: Self.newest, to: "- {in-force: from 2020-01-01, review: draft}"),
            (from: "- {in-force: 2010-01-01 to", to: "- {review: practitioner-reviewed, in-force: 2010-01-01 to"),
        ])
        #expect(versions.map(\.review) == [.practitionerReviewed, .draft])
    }

    @Test func aVersionReplacesAWholeEntry() throws {
        let versions = try Self.versions([(from: Self.newest, to: "- {in-force: from 2020-01-01, when: {act: sell}}")])
        #expect(versions[1].when == .has(ElementIndex(0), ValueSet(choices: 0b0100)))
    }

    @Test func theOldestComesFirstWhateverTheOrderOfTheFile() throws {
        let versions = try Self.versions([
            (from: Self.newest, to: "- {in-force: until 2009-12-31}\n      - {in-force: from 2020-01-01}")
        ])
        #expect(versions.map { $0.inForce.from?.iso } == [nil, "2010-01-01", "2020-01-01"])
    }

    @Test(arguments: [
        ("from 2020-01-01", "2020-01-01", nil), ("at 2020-01-01", "2020-01-01", nil), ("until 2020-01-01", nil, "2020-01-01"),
        ("2020-01-01 to 2020-01-01", "2020-01-01", "2020-01-01"), ("2019-02-28 to 2020-02-29", "2019-02-28", "2020-02-29"),
    ] as [(String, String?, String?)])
    func intervals(_ text: String, _ from: String?, _ to: String?) throws {
        let outcome = try SmallLaw.load(
            .offences, try small(.offences, [(from: "    in-force: from 2020-01-01\n", to: "    in-force: \(text)\n")]))
        let interval = try #require(outcome.jurisdiction?.offence(OffenceID("take"))?.latest?.inForce)
        #expect(interval.from?.iso == from)
        #expect(interval.to?.iso == to)
    }

    @Test(arguments: [
        "2020-01-01", "since 2020-01-01", "from 01.01.2020", "from 2020-02-30", "2021-01-01 to 2020-01-01", "2020-01-01 - 2021-01-01",
        "from 2020-01-01 to 2021-01-01", "from", "always",
    ])
    func noIntervals(_ text: String) throws {
        try check(
            Fixture(
                .offences, "    in-force: from 2020-01-01\n", "    in-force: ⟦\(text)⟧\n",
                Wanted(
                    "law/date", "`\(text)` is no interval",
                    hint: "write `from 2021-07-01`, `2021-07-01 to 2024-06-27`, `until 2024-06-27` or `at 2026-04-08`")))
    }

    @Test(arguments: [
        Fixture(
            .offences, "    in-force: from 2020-01-01\n", "    in-force: ⟦[2020-01-01]⟧\n",
            Wanted("law/date", "`in-force` is text such as `from 2021-07-01`")),
        Fixture(
            .offences, [("- id: take", "- ⟦id⟧: take"), ("    in-force: from 2020-01-01\n", "")],
            Wanted("law/missing", "`in-force` is missing")),
        Fixture(
            .offences, newest, "- ⟦{provision: s 22}⟧", Wanted("law/missing", "`in-force` is missing")),
        Fixture(
            .offences, [("- id: pass", "- ⟦id⟧: pass"), (newest, "- {in-force: from 2019-12-31}")],
            Wanted("law/versions", "two versions of `pass` apply on the same day")),
        Fixture(
            .offences, [("- id: pass", "- ⟦id⟧: pass"), (newest, "- {in-force: until 2015-06-30}")],
            Wanted("law/versions", "two versions of `pass` apply on the same day")),
        Fixture(
            .offences, "when: {act: passing}", "when: {act: passing}\n    in-force: ⟦from 2020-01-01⟧",
            Wanted(
                "law/versions", "`in-force` stands beside `versions`",
                hint: "give each version its own `in-force` and take this one out")),
        Fixture(
            .offences, newest, "- {in-force: from 2020-01-01, ⟦penaltys⟧: []}",
            Wanted("law/unknown-key", "`penaltys` is not known here", hint: "did you mean `penalty`?")),
        Fixture(
            .offences, newest, "- {in-force: from 2020-01-01, ⟦before⟧: no-offence}",
            Wanted(
                "law/unknown-key", "`before` is not known here",
                hint:
                    "known here: `attempt`, `except`, `hook`, `in-force`, `in-force-review`, `limitation`, `note`, `penalty`, `provision`, `review`, `when`"
            )),
        Fixture(
            .offences,
            [
                ("    penalty: [{imprisonment: 1 year to 3 years}]", "    ⟦penalty⟧: [{imprisonment: 1 year to 3 years}]"),
                (newest, "- {in-force: from 2020-01-01, penalty: [{imprisonment: life}]}"),
            ],
            Wanted("law/versions", "this `penalty` never applies: every version has its own", hint: "take it out here")),
        Fixture(.offences, newest, "- ⟦from 2020-01-01⟧", Wanted("law/shape", "a version must be a mapping, this is a text")),
    ])
    func errors(_ fixture: Fixture) throws { try check(fixture) }

    /// Both versions inherit the wrong word; it stands in the file once.
    @Test func anInheritedErrorIsReportedOnce() throws {
        try check(
            Fixture(
                .offences, "when: {act: passing}", "when: {act: ⟦pasing⟧}",
                Wanted("law/value", "`pasing` is no value of `act`", hint: "did you mean `passing`?")))
    }

    @Test func anEmptyListOfVersionsIsAnError() throws {
        try check(
            Fixture(
                .offences,
                [(
                    "    when: {act: passing}\n    penalty: [{imprisonment: 1 year to 3 years}]\n    versions:\n      - \(Self.oldest)\n      \(Self.newest)\n",
                    "    versions: ⟦[]⟧\n"
                ), ("    provision: s 21\n", "")],
                Wanted("law/empty", "`versions` is empty")))
    }
}
