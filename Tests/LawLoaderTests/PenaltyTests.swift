import Law
import LawLoader
import Testing

struct PenaltyTests {
    static let line = "{imprisonment: up to 5 years, fine: alternative, provision: s 13}"
    static let termHint = "write `5 years`, `18 months`, `90 days`, `2 years less a day`, `life` or `death`"

    static func months(_ count: Int, lessADay: Bool = false) -> Term { .months(count, lessADay: lessADay) }

    @Test(arguments: [
        ("up to 5 years", Imprisonment(minimum: .none, maximum: .years(5))),
        ("5 years", Imprisonment(minimum: .years(5), maximum: .years(5))),
        ("3 months to 5 years", Imprisonment(minimum: months(3), maximum: .years(5))),
        ("3 to 5 years", Imprisonment(minimum: .years(3), maximum: .years(5))),
        ("6 to 18 months", Imprisonment(minimum: months(6), maximum: months(18))),
        ("1 year 6 months to 2 years 3 months", Imprisonment(minimum: months(18), maximum: months(27))),
        ("90 days to 1 year", Imprisonment(minimum: .days(90), maximum: .years(1))),
        ("1 day to 1 month", Imprisonment(minimum: .days(1), maximum: months(1))),
        ("up to 2 years less a day", Imprisonment(minimum: .none, maximum: months(24, lessADay: true))),
        ("6 months to 2 years less a day", Imprisonment(minimum: months(6), maximum: months(24, lessADay: true))),
        ("life", Imprisonment(minimum: .life, maximum: .life)),
        ("up to life", Imprisonment(minimum: .none, maximum: .life)),
        ("10 years to life", Imprisonment(minimum: .years(10), maximum: .life)),
        ("30 years to life or death", Imprisonment(minimum: .years(30), maximum: .death)),
        ("life or death", Imprisonment(minimum: .life, maximum: .death)),
        ("death", Imprisonment(minimum: .death, maximum: .death)),
        ("at least 2 years", Imprisonment(minimum: .years(2), maximum: .years(15), isCeiling: true)),
        ("at least 20 years", Imprisonment(minimum: .years(20), maximum: .years(20), isCeiling: true)),
        ("08 months to 2 years", Imprisonment(minimum: months(8), maximum: .years(2))),
        ("none", nil),
    ] as [(String, Imprisonment?)])
    func ranges(_ text: String, _ range: Imprisonment?) throws {
        let outcome = try SmallLaw.load(.offences, try small(.offences, [(from: "up to 5 years", to: text)]))
        #expect(outcome.diagnostics == [])
        #expect(outcome.jurisdiction?.offences.first?.latest?.penalty.map(\.imprisonment) == [range])
    }

    @Test(arguments: [
        ("five years", "five years"), ("5", "5"), ("5 years or less", "5 years or less"), ("up to five years", "five years"),
        ("2 to 5", "2"), ("3 to life", "3"), ("-3 years", "-3 years"), ("up to", "up to"), ("at least two years", "two years"),
        ("1 week", "1 week"), ("30 days less a day", "30 days less a day"), ("1 year 10 days", "1 year 10 days"),
        ("years to life", "years"), ("3 years to 5 years to 7 years", "3 years to 5 years to 7 years"),
        ("9223372036854775807 years", "9223372036854775807 years"), ("up to 9223372036854775807 days", "9223372036854775807 days"),
        ("99999999999999999999 years", "99999999999999999999 years"), ("life or death or death", "life or death or death"),
    ])
    func noRanges(_ text: String, _ quoted: String) throws {
        try check(
            Fixture(
                .offences, "up to 5 years", "⟦\(text)⟧",
                Wanted("law/term", "`\(quoted)` is no term of imprisonment", hint: Self.termHint)))
    }

    @Test(arguments: [
        Fixture(
            .offences, "up to 5 years", "⟦5 to 3 years⟧", Wanted("law/term", "in `5 to 3 years` the minimum is above the maximum")),
        Fixture(
            .offences, "- \(line)", "- ⟦{fine: only}⟧", Wanted("law/missing", "`imprisonment` is missing")),
        Fixture(
            .offences, "fine: alternative", "fine: ⟦or⟧",
            Wanted("law/value", "`or` is no value here", hint: "known here: `alternative`, `additional`, `only`")),
        Fixture(
            .offences, "provision: s 13", "trial: ⟦sumary⟧",
            Wanted("law/value", "`sumary` is no value here", hint: "did you mean `summary`?")),
        Fixture(
            .offences, "provision: s 13", "⟦fines⟧: only",
            Wanted("law/unknown-key", "`fines` is not known here", hint: "did you mean `fine`?")),
        Fixture(
            .offences, "- \(line)", "- ⟦up to 5 years⟧\n      - ⟦up to 3 years⟧",
            Wanted("law/shape", "a penalty line must be a mapping, this is a text"),
            Wanted("law/shape", "a penalty line must be a mapping, this is a text")),
        Fixture(
            .offences, "penalty:\n      - \(line)", "penalty: ⟦up to 5 years⟧",
            Wanted("law/penalty", "`penalty` needs a list of lines")),
        Fixture(
            .offences, "penalty:\n      - \(line)", "penalty: ⟦[]⟧", Wanted("law/penalty", "`penalty` needs a list of lines")),
        Fixture(
            .offences, "- \(line)", "- \(line)\n      - ⟦{imprisonment: life, when: {by-night: yes}}⟧",
            Wanted(
                "law/penalty", "this line can never apply: a line without `when` comes before it",
                hint: "move the line without `when` to the end")),
        Fixture(
            .offences, "- \(line)", "- {imprisonment: life, trial: summary}\n      - ⟦{imprisonment: 1 year, trial: summary}⟧",
            Wanted(
                "law/penalty", "this line can never apply: a line without `when` comes before it",
                hint: "move the line without `when` to the end")),
    ])
    func errors(_ fixture: Fixture) throws { try check(fixture) }

    @Test func eachModeOfTrialHasItsOwnLastLine() throws {
        let lines = "- {imprisonment: up to 10 years, trial: indictment}\n      - {imprisonment: up to 1 year, trial: summary}"
        let outcome = try SmallLaw.load(.offences, try small(.offences, [(from: "- \(Self.line)", to: lines)]))
        #expect(outcome.jurisdiction?.offences.first?.latest?.penalty.map(\.trial) == [.indictment, .summary])
    }

    /// "At least two years" says no maximum; without a ceiling in the profile nobody knows it.
    @Test func aMinimumNeedsACeiling() throws {
        var source = SmallLaw.source(
            .profile, try small(.profile, [(from: "  ceiling: {imprisonment: 15 years, provision: s 6}\n", to: "")]))
        let marked = MarkedText(try small(.offences, [(from: "up to 5 years", to: "⟦at least 2 years⟧")]))
        source.files[LawFile.offences.path] = marked.text
        let loaded = try LawLoader(source: source).jurisdiction(SmallLaw.code, vocabulary: SmallLaw.words())
        #expect(loaded.value == nil)
        let error = try #require(loaded.diagnostics.first)
        #expect(loaded.diagnostics.count == 1)
        #expect(error.code == "law/ceiling")
        #expect(error.message == "`at least 2 years` has no maximum, and the profile has no `ceiling`")
        #expect(error.hint == "add `ceiling: {imprisonment: …}` to the general part in profile.yaml")
        let mark = MarkedText.Mark(line: error.position.line, column: error.position.column, length: error.length)
        #expect(marked.marks == [mark])
    }

    /// A file made to exhaust the stack, or the patience.
    @Test func aLongTailOfDeaths() throws {
        let text = "life" + String(repeating: " or death", count: 7_000)
        let outcome = try SmallLaw.load(.offences, try small(.offences, [(from: "up to 5 years", to: text)]))
        #expect(outcome.diagnostics.map(\.code) == ["law/term"])
    }
}
