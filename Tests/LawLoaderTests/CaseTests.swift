import Law
import LawLoader
import Testing

struct CaseTests {
    static func value(_ bits: UInt64) -> ValueSet { ValueSet(choices: bits) }

    @Test func samplesOfTheSmallLaw() throws {
        let samples = try #require(try SmallLaw.load(.cases, SmallLaw.cases).samples)
        let facts: [ElementIndex: ValueSet] = [
            ElementIndex(0): Self.value(1), ElementIndex(1): Self.value(0b100), ElementIndex(6): Self.value(0b100),
        ]
        let take = OffenceID("take")
        var small = facts
        small[ElementIndex(1)] = Self.value(0b010)
        var byNight = facts
        byNight[ElementIndex(7)] = .yes
        var noAct = facts
        noAct[ElementIndex(0)] = nil
        let day = LegalDate(iso: "2025-06-01")
        #expect(
            samples == [
                Sample(offence: take, facts: Facts(facts), expected: "met", date: day, because: nil, line: 3),
                Sample(offence: take, facts: Facts(byNight), expected: "met", date: day, because: nil, line: 6),
                Sample(offence: take, facts: Facts(small), expected: "not-met", date: day, because: "not precious", line: 5),
                Sample(offence: take, facts: Facts(noAct), expected: "not-met", date: day, because: "nothing is said", line: 7),
                Sample(
                    offence: nil, facts: Facts([ElementIndex(0): Self.value(0b1000)]), expected: "not-met", date: nil,
                    because: "lending is free", line: 9),
            ])
    }

    /// Without `changes`, the entries themselves are the change.
    @Test func aChangeWithoutTheWord() throws {
        let text = try small(.cases, [(from: "{changes: {worth: small}, because: not precious}", to: "{worth: small, mental: n/a}")])
        let samples = try #require(try SmallLaw.load(.cases, text).samples)
        #expect(samples.count == 5)
        #expect(samples[2].facts.values == [ElementIndex(0): Self.value(1), ElementIndex(1): Self.value(0b010)])
        #expect(samples[2].because == nil)
    }

    @Test func noFileMeansNoSamples() throws {
        var source = SmallLaw.source(.cases, "")
        source.files[LawFile.cases.path] = nil
        let words = try SmallLaw.words()
        let loader = LawLoader(source: source)
        let state = try #require(try loader.jurisdiction(SmallLaw.code, vocabulary: words).value)
        let samples = try loader.samples(of: state, vocabulary: words)
        #expect(samples.value == [])
        #expect(samples.diagnostics == [])
    }

    @Test(arguments: ["met", "not-met", "depends", "appraisal", "unknown"]) func answers(_ answer: String) throws {
        let outcome = try SmallLaw.load(.cases, try small(.cases, [(from: "state: not-met", to: "state: \(answer)")]))
        #expect(outcome.samples?.last?.expected == answer)
    }

    @Test(arguments: [
        Fixture(
            .cases, "jurisdiction: AA", "jurisdiction: ⟦BB⟧",
            Wanted("law/jurisdiction", "the folder is `AA`, the file says `BB`")),
        Fixture(.cases, "\ncases:", "\n⟦caes⟧:", Wanted("law/unknown-key", "`caes` is not known here", hint: "did you mean `cases`?")),
        Fixture(.cases, "  - offence: take", "  - ⟦take⟧\n  - offence: take", Wanted("law/shape", "a case must be a mapping, this is a text")),
        Fixture(
            .cases, "- offence: take", "- offence: ⟦taek⟧",
            Wanted("law/unknown-offence", "there is no offence `taek`", hint: "did you mean `take`?")),
        Fixture(
            .cases, [("- offence: take", "- ⟦offence⟧: take"), ("    punished: {act: take, worth: great, mental: purpose}\n", "")],
            Wanted("law/missing", "`punished`, facts that the offence punishes, is missing")),
        Fixture(
            .cases, "punished: {act: take, worth: great, mental: purpose}", "punished: ⟦[take]⟧",
            Wanted("law/shape", "facts must be a mapping of elements to values")),
        Fixture(
            .cases,
            [("- offence: take", "- ⟦offence⟧: take"), ("    near-miss: {changes: {worth: small}, because: not precious}\n", "")],
            Wanted("law/missing", "`near-miss` is missing")),
        Fixture(
            .cases, "date: 2025-06-01", "date: ⟦June 2025⟧",
            Wanted("law/date", "`June 2025` is no date", hint: "write it as year-month-day, such as 2026-03-01")),
        Fixture(
            .cases, "mental: purpose", "⟦mentl⟧: purpose",
            Wanted("request/unknown-element", "there is no element `mentl`", hint: "did you mean `mental`?")),
        Fixture(
            .cases, "also-punished: [{changes: {by-night: yes}}]", "also-punished: ⟦{changes: {by-night: yes}}⟧",
            Wanted("law/shape", "`also-punished` must be a list, this is a mapping")),
        Fixture(
            .cases, "also-punished: [{changes: {by-night: yes}}]", "also-punished: [⟦by night⟧]",
            Wanted("law/shape", "a changed case must be a mapping with `changes`")),
        Fixture(
            .cases, "{changes: {worth: small}, because", "{changes: ⟦worth⟧, because",
            Wanted("law/shape", "`changes` must be a mapping of elements to values")),
        Fixture(
            .cases, "{changes: {worth: small}, because", "{changes: {worth: ⟦smal⟧}, because",
            Wanted("law/value", "`smal` is no value of `worth`", hint: "did you mean `small`?")),
        Fixture(
            .cases, "{changes: {act: n/a}, because", "{changes: {⟦atc⟧: n/a}, because",
            Wanted("request/unknown-element", "there is no element `atc`", hint: "did you mean `act`?")),
        Fixture(
            .cases, "{changes: {worth: small}, because", "{changes: {worth: small}, ⟦becuase⟧",
            Wanted("law/unknown-key", "`becuase` is not known here", hint: "did you mean `because`?")),
        Fixture(
            .cases, "{changes: {worth: small}, because", "{changes: {worth: small}, ⟦act⟧: sell, because",
            Wanted("law/unknown-key", "`act` is not known here", hint: "write it inside `changes`")),
    ])
    func casesOfAnOffence(_ fixture: Fixture) throws { try check(fixture) }

    @Test(arguments: [
        Fixture(
            .cases, "state: not-met", "state: ⟦not met⟧",
            Wanted("law/value", "`not met` is no answer of a state", hint: "did you mean `not-met`?")),
        Fixture(
            .cases, [("- facts: {act: lend}", "- ⟦facts⟧: {act: lend}"), ("    state: not-met\n", "")],
            Wanted("law/missing", "a case names an `offence`, or the `state` answer it expects")),
        Fixture(
            .cases, "- facts: {act: lend}\n    state", "- ⟦state⟧", Wanted("law/missing", "`facts` is missing")),
        Fixture(
            .cases, "{act: lend}", "{act: ⟦[lend, sell]⟧}",
            Wanted(
                "request/list", "a list is ambiguous here: `act` has one value for each item",
                hint: "not known which: write {one-of: […]}; several that all happened: write `items:`, one for each")),
    ])
    func casesOfAState(_ fixture: Fixture) throws { try check(fixture) }
}
