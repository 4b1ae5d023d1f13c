import Law
import LawLoader
import Testing
import YAMLTree

/// All errors of a file come together, and a file with an error gives nothing.
struct WholeFileTests {
    @Test(arguments: [
        Fixture(
            .vocabulary,
            [
                ("kind: defence", "kind: ⟦defense⟧"), ("{act: lend, worth: trifling}", "{act: ⟦lned⟧}"),
                ("{title: taking things, guard: {act: [take, keep]}}", "⟦{title: taking things}⟧"), ("\nbelief:", "\n⟦beleif⟧:"),
            ],
            Wanted("law/value", "`defense` is no value here", hint: "did you mean `defence`?"),
            Wanted("law/value", "`lned` is no value of `act`", hint: "did you mean `lend`?"),
            Wanted("law/missing", "`guard` is missing"),
            Wanted("law/unknown-key", "`beleif` is not known here", hint: "did you mean `belief`?")),
        Fixture(
            .profile,
            [
                ("at-least: acceptance", "at-least: ⟦acceptanc⟧"), ("impossible: yes", "impossible: ⟦Yes⟧"),
                ("minimum: 1 year", "⟦minimun⟧: 1 year"), ("  crime-threshold: {", "  crime-threshold: ⟦{"),
                ("provision: s 3}", "provision: s 3}⟧"), ("passing: not-encoded", "passing: ⟦encodded⟧"),
            ],
            Wanted("law/value", "`at least acceptanc` is no value of `mental`", hint: "did you mean `acceptance`?"),
            Wanted("law/value", "`impossible` is `yes` or `no`, not `Yes`"),
            Wanted("law/threshold", "`crime-threshold` says either `minimum` or `maximum`"),
            Wanted("law/unknown-key", "`minimun` is not known here", hint: "did you mean `minimum`?"),
            Wanted("law/value", "`encodded` is no value here", hint: "did you mean `encoded`?")),
        Fixture(
            .offences,
            [
                ("{worth: great}", "{worth: ⟦graet⟧}"), ("{act: take, is: precious}", "{act: ⟦tkae⟧, is: ⟦precios⟧}"),
                ("burden: accused", "burden: ⟦acused⟧"), ("up to 5 years", "⟦up to five years⟧"), ("from: majority of the victim", "from: ⟦birth⟧"),
                ("review: source-checked", "review: ⟦source-chekced⟧"), ("2010-01-01 to 2019-12-31", "⟦2010 to 2019⟧"),
            ],
            Wanted("law/value", "`graet` is no value of `worth`", hint: "did you mean `great`?"),
            Wanted("law/value", "`tkae` is no value of `act`", hint: "did you mean `take`?"),
            Wanted("law/unknown-definition", "there is no definition `precios`", hint: "did you mean `precious`?"),
            Wanted("law/value", "`acused` is no value here", hint: "did you mean `accused`?"),
            Wanted(
                "law/term", "`five years` is no term of imprisonment",
                hint: "write `5 years`, `18 months`, `90 days`, `2 years less a day`, `life` or `death`"),
            Wanted(
                "law/value", "`birth` is no start of limitation",
                hint: "known here: `end-of-conduct`, `result`, `majority-of-victim`"),
            Wanted("law/value", "`source-chekced` is no value here", hint: "did you mean `source-checked`?"),
            Wanted(
                "law/date", "`2010 to 2019` is no interval",
                hint: "write `from 2021-07-01`, `2021-07-01 to 2024-06-27`, `until 2024-06-27` or `at 2026-04-08`")),
        Fixture(
            .request,
            [
                ("requesting: BB", "requesting: ⟦Beta⟧"), ("date: 2026-03-01", "date: ⟦today⟧"), ("person: {", "person: {⟦name⟧: X, "),
                ("{act: take, worth: great}", "{act: ⟦[take, keep]⟧, ⟦wroth⟧: great}"), ("owner.age: 13", "owner.age: ⟦40⟧"),
                ("{on: 2025-12-24}", "{on: ⟦24.12.2025⟧}"), ("aims: [gain]", "aims: [⟦gian⟧]"),
            ],
            Wanted(
                "request/jurisdiction", "`Beta` is no code of a state", hint: "write an ISO 3166 code, such as `DE` or `GB-EAW`"),
            Wanted("law/date", "`today` is no date", hint: "write it as year-month-day, such as 2026-03-01"),
            Wanted(
                "request/identity", "`name` does not belong in a request: it holds legal facts, no identities",
                hint: "take the entry out; nothing that identifies a person is needed"),
            Wanted(
                "request/list", "a list is ambiguous here: `act` has one value for each item",
                hint: "not known which: write {one-of: […]}; several that all happened: write `items:`, one for each"),
            Wanted("request/unknown-element", "there is no element `wroth`", hint: "did you mean `worth`?"),
            Wanted("law/number", "`40` lies outside `owner.age`, which goes from 0 to 21"),
            Wanted("law/date", "`24.12.2025` is no date", hint: "write it as year-month-day, such as 2026-03-01"),
            Wanted("request/value", "this is no member of `aims`", hint: "did you mean `gain`?")),
    ])
    func allErrorsAtOnce(_ fixture: Fixture) throws { try check(fixture) }

    @Test(arguments: LawFile.allCases) func aRootThatIsNoMapping(_ file: LawFile) throws {
        for text in ["[]\n", "law\n"] {
            let outcome = try SmallLaw.load(file, text)
            #expect(!outcome.hasValue)
            #expect(outcome.diagnostics.map(\.code) == ["law/shape"])
            #expect(outcome.diagnostics.first?.message.hasSuffix(text == "[]\n" ? "this is a list" : "this is a text") == true)
        }
    }

    /// Broken YAML and wrong law in one file are reported together, where the structure is clear.
    @Test func errorsOfBothKinds() throws {
        let text = try small(
            .profile, [(from: "short: Alpha", to: "short: Alpha\nshort: Beta"), (from: "age: 14", to: "age: ten")])
        let outcome = try SmallLaw.load(.profile, text)
        #expect(outcome.diagnostics.map(\.code) == ["yaml/duplicate-key", "law/number"])
        #expect(!outcome.hasValue)
    }

    @Test(arguments: LawFile.allCases) func anEmptyFile(_ file: LawFile) throws {
        let outcome = try SmallLaw.load(file, "")
        #expect(!outcome.hasValue)
        #expect(outcome.diagnostics.map(\.code) == ["yaml/empty-file"])
    }

    @Test(arguments: [LawFile.vocabulary, .profile, .offences]) func aMissingFile(_ file: LawFile) throws {
        var source = SmallLaw.source(file, "")
        source.files[file.path] = nil
        let loader = LawLoader(source: source)
        let diagnostics =
            file == .vocabulary
            ? try loader.vocabulary().diagnostics
            : try loader.jurisdiction(SmallLaw.code, vocabulary: SmallLaw.words()).diagnostics
        #expect(diagnostics.map(\.code) == ["law/missing-file"])
        #expect(diagnostics.map(\.file) == [file.path])
        #expect(diagnostics.map(\.message) == ["the file is missing"])
        #expect(diagnostics.map(\.position) == [.start])
    }

    @Test func aStateWithoutCooperationLaw() throws {
        var source = SmallLaw.source(.cooperation, "")
        source.files[LawFile.cooperation.path] = nil
        let loaded = try LawLoader(source: source).jurisdiction(SmallLaw.code, vocabulary: SmallLaw.words())
        #expect(loaded.diagnostics == [])
        let state = try #require(loaded.value)
        #expect(state.cooperation == nil)
    }

    /// The errors of every file of a state come together too.
    @Test func errorsOfSeveralFiles() throws {
        var source = SmallLaw.source(.profile, try small(.profile, [(from: "age: 14", to: "age: ten")]))
        source.files[LawFile.offences.path] = try small(.offences, [(from: "attempt: included", to: "attempt: maybe")])
        source.files[LawFile.cooperation.path] = try small(.cooperation, [(from: "test: conduct", to: "test: both")])
        let loaded = try LawLoader(source: source).jurisdiction(SmallLaw.code, vocabulary: SmallLaw.words())
        #expect(loaded.value == nil)
        #expect(loaded.errors.map(\.file) == [LawFile.profile, .offences, .cooperation].map(\.path))
    }
}
