import Law
import LawLoader
import Testing

/// Who is bound by which instrument.
struct PartiesTests {
    @Test func theTable() throws {
        let table = try #require(try SmallLaw.load(.parties, SmallLaw.parties).parties)
        #expect(table.instruments.keys.map(\.text).sorted() == ["old-pact", "pact"])
        let pact = try #require(table.instruments[InstrumentID("pact")])
        #expect(pact.isEncoded && !pact.isComplete && !pact.isProtocol && pact.title == nil && pact.kinds == [])
        typealias Status = PartyTable.Status
        #expect(
            pact.states == [
                JurisdictionCode("AA"): Status(
                    isParty: true, from: LegalDate(iso: "2010-01-01"), until: nil, side: "north", review: .sourceChecked, note: nil),
                JurisdictionCode("BB"): Status(
                    isParty: true, from: nil, until: LegalDate(iso: "2029-12-31"), side: "south", review: .draft, note: nil),
                JurisdictionCode("CC"): Status(
                    isParty: false, from: nil, until: nil, asOf: LegalDate(iso: "2024-06-30"), review: .draft, note: "searched"),
            ])
        let old = try #require(table.instruments[InstrumentID("old-pact")])
        #expect(!old.isEncoded && old.isComplete && old.isProtocol && old.title == "Old Pact" && old.kinds == [.extradition])
    }

    /// Without a table nobody is bound by anything; that is no error.
    @Test func noTable() throws {
        let loaded = try LawLoader(source: MemoryLawSource(files: [:])).parties()
        #expect(loaded.value == .empty)
        #expect(loaded.diagnostics == [])
    }

    static let aa = "{from: 2010-01-01, side: north, review: source-checked}"
    static let cc = "{party: no, as-of: 2024-06-30, note: searched}"
    static let old = "    encoded: no\n    title: {en: Old Pact}\n    for: [extradition]\n"
    static let needs = Wanted(
        "law/missing", "an instrument that is not encoded needs `title` and `for`",
        hint: "write `title: {en: …}` and `for: [extradition]`, `[assistance]` or both")

    @Test(arguments: [
        Fixture(
            .parties, aa, "⟦{side: north}⟧",
            Wanted(
                "law/missing", "`from`, the day on which it entered into force for `AA`, is missing",
                hint: "write `from: unknown` where the source does not say")),
        Fixture(
            .parties, aa, "{from: ⟦soon⟧}",
            Wanted("law/date", "`soon` is no date", hint: "write it as year-month-day, such as 2026-03-01")),
        Fixture(
            .parties, aa, "⟦{from: 2010-01-01, until: 2009-12-31}⟧",
            Wanted("law/dates", "it ends on 2009-12-31, before it begins on 2010-01-01")),
        Fixture(
            .parties, cc, "⟦{party: no, from: 2010-01-01}⟧", Wanted("law/contradiction", "`party: no` stands beside `from`")),
        Fixture(
            .parties, cc, "⟦{party: no, from: unknown}⟧", Wanted("law/contradiction", "`party: no` stands beside `from`")),
        Fixture(.parties, cc, "{party: ⟦never⟧, from: unknown}", Wanted("law/value", "`party` is `yes` or `no`, not `never`")),
        Fixture(
            .parties, cc, "{party: no, ⟦as-off⟧: 2024-06-30}",
            Wanted("law/unknown-key", "`as-off` is not known here", hint: "did you mean `as-of`?")),
        Fixture(.parties, cc, "⟦no⟧", Wanted("law/shape", "`CC` must be a mapping, this is a text")),
        Fixture(.parties, "CC: {", "⟦Gammaland⟧: {", Wanted("law/jurisdiction", "`Gammaland` is no code of a state")),
        Fixture(
            .parties, aa, "{from: 2010-01-01, side: ⟦[north]⟧}", Wanted("law/shape", "`side` must be text, this is a list")),
        Fixture(.parties, old, "    ⟦encoded⟧: no\n    for: [extradition]\n", needs),
        Fixture(.parties, old, "    ⟦encoded⟧: no\n    title: {en: Old Pact}\n", needs),
        Fixture(.parties, old, "    ⟦encoded⟧: no\n    title: {en: Old Pact}\n    for: []\n", needs),
        // Reports name it in English.
        Fixture(.parties, old, "    ⟦encoded⟧: no\n    title: {de: Altpakt}\n    for: [extradition]\n", needs),
        Fixture(
            .parties, "protocol: yes", "protocol: ⟦1⟧", Wanted("law/value", "`protocol` is `yes` or `no`, not `1`")),
        Fixture(
            .parties, [("    encoded: no", "    ⟦encoded⟧: no"), ("    states: {AA: {from: 1990-05-05}}\n", "")],
            Wanted("law/missing", "`states` is missing")),
        Fixture(.parties, "parties: 1", "parties: ⟦one⟧", Wanted("law/number", "`one` is no whole number")),
    ])
    func errors(_ fixture: Fixture) throws { try check(fixture) }

    @Test func noInstruments() throws {
        let outcome = try SmallLaw.load(.parties, try small(.parties, [(from: "\ninstruments:", to: "\ninstrument:")]))
        #expect(!outcome.hasValue)
        #expect(outcome.diagnostics.map(\.message) == ["`instruments` is missing", "`instrument` is not known here"])
        #expect(outcome.diagnostics.map(\.hint) == [nil, "did you mean `instruments`?"])
    }
}
