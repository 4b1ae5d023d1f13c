import Law
import LawLoader
import Testing

/// A treaty: its bases, protocols, precedence and reservations.
struct InstrumentTests {
    static let pact = InstrumentID("pact")

    static func instrument(_ changes: [(from: String, to: String)] = []) throws -> Instrument {
        try GroundRulesTests.instrument(changes)
    }

    static func day(_ text: String) throws -> LegalDate { try #require(LegalDate(iso: text)) }

    @Test func head() throws {
        let instrument = try Self.instrument()
        #expect(instrument.id == Self.pact)
        #expect(instrument.titles == ["en": "Pact of the Two Rivers", "de": "Flusspakt"])
        #expect(instrument.title == "Pact of the Two Rivers")
        #expect(instrument.short == "Pact")
        #expect(instrument.kinds == [.extradition, .assistance])
        #expect(instrument.bases == [.extradition: .yes, .assistance: .whereNoOtherTreaty])
        #expect(instrument.supplements == [])
        #expect(!instrument.isExhaustive)
        #expect(instrument.benchmark == "rivers")
        #expect(instrument.inForce == DateInterval(from: try Self.day("2005-01-01"), to: try Self.day("2040-12-31")))
        #expect(instrument.sources.map(\.id) == ["text"])
        #expect(instrument.deemedExtraditable?.provision == "art 10")
        #expect(instrument.notes == ["a note"])
        #expect(
            instrument.precedence == [
                Instrument.Precedence(over: [InstrumentID("old-pact")], authority: Authority(provision: "art 20", review: .draft))
            ])
    }

    /// One word holds for every kind.
    @Test(arguments: Instrument.Basis.allCases) func oneBasis(_ basis: Instrument.Basis) throws {
        let instrument = try Self.instrument([
            (from: "{extradition: yes, assistance: where-no-other-treaty}", to: basis.rawValue)
        ])
        #expect(instrument.bases == [.extradition: basis, .assistance: basis])
    }

    @Test func aProtocol() throws {
        let instrument = try Self.instrument([
            (from: "exhaustive: no", to: "exhaustive: yes\nsupplements: [old-pact, older-pact]"), (from: "benchmark: rivers\n", to: ""),
            (from: "title: {en: Pact of the Two Rivers, de: Flusspakt}\n", to: ""),
        ])
        #expect(instrument.supplements.map(\.text) == ["old-pact", "older-pact"])
        #expect(instrument.isExhaustive)
        #expect(instrument.benchmark == nil)
        #expect(instrument.title == "pact")
    }

    @Test func precedenceOverEveryOther() throws {
        let instrument = try Self.instrument([(from: "instruments: [old-pact]", to: "instruments: any")])
        #expect(instrument.precedence.map(\.over) == [nil])
    }

    @Test func reservations() throws {
        let all = try Self.instrument().reservations
        #expect(all.map(\.party.text) == ["AA", "AA"])
        #expect(all.map(\.kind) == [.reservation, .declaration])
        // The requested state's, where nothing is said.
        #expect(all.map(\.applies) == [.requested, .both])
        #expect(all.map(\.noBasis) == [[], [.assistance]])
        #expect(all.map(\.readIn) == ["the gazette of AA", "the gazette of AA"])
        #expect(all.map(\.authority.provision) == ["art 21", "art 22"])
        #expect(all.map { $0.inForce.from?.iso } == ["2005-01-01", "2020-01-01"])
        #expect(all.map { $0.inForce.to?.iso } == ["2019-12-31", nil])
        #expect(all.map { $0.terms.grounds.rules[GroundID("political")]?.map(\.effect) } == [[.excluded], [.unknown]])
    }

    @Test func noBasisAtAll() throws {
        let all = try Self.instrument([(from: "basis: {assistance: no}", to: "basis: no")]).reservations
        #expect(all.last?.noBasis == [.extradition, .assistance])
    }

    // MARK: - Contradictory reservations

    static let until = "    until: 2019-12-31\n"
    static let contradiction = Wanted(
        "law/contradictory-reservations", "`AA` has another reservation on `political` for the same time (art 21)",
        hint: "put both into one reservation, or give them times that do not overlap")
    static let later = "  - party: AA\n    kind: declaration"
    static let marked = "  - ⟦party⟧: AA\n    kind: declaration"

    @Test(arguments: [
        Fixture(.instrument, [(until, ""), (later, marked)], contradiction),
        // The last day of one is the first of the other.
        Fixture(.instrument, [(until, "    until: 2020-01-01\n"), (later, marked)], contradiction),
        Fixture(.instrument, [("    from: 2020-01-01\n", ""), (later, marked)], contradiction),
    ])
    func contradictions(_ fixture: Fixture) throws { try check(fixture) }

    @Test(arguments: [
        [],
        // Another party, another side, another ground, another kind of request.
        [(until, ""), (later, "  - party: BB\n    kind: declaration")],
        [(until, ""), ("applies: both", "applies: requesting")],
        [(until, ""), ("grounds: {political: {effect: unknown, provision: art 5}}", "grounds: {death: {effect: unknown, provision: art 5}}")],
        [(until, ""), ("{effect: unknown, provision: art 5}", "{effect: unknown, for: [extradition], provision: art 5}")],
    ] as [[(String, String)]])
    func noContradiction(_ changes: [(String, String)]) throws {
        #expect(try Self.instrument(changes.map { (from: $0.0, to: $0.1) }).reservations.count == 2)
    }

    static let reservation = "    read-in: the gazette of AA\n    provision: art 21\n"

    @Test(arguments: [
        Fixture(
            .instrument, "instrument: pact", "instrument: ⟦treaty⟧",
            Wanted("law/instrument", "the file is named `pact`, it says something else")),
        Fixture(
            .instrument, [("instrument: pact", "⟦instrument⟧: pact"), ("short: Pact\n", "")],
            Wanted("law/missing", "`short` is missing")),
        Fixture(
            .instrument, [("instrument: pact", "⟦instrument⟧: pact"), ("basis: {extradition: yes, assistance: where-no-other-treaty}\n", "")],
            Wanted("law/missing", "`basis` is missing")),
        Fixture(
            .instrument, "{extradition: yes, assistance: where-no-other-treaty}", "⟦{extradition: yes}⟧",
            Wanted("law/missing", "`assistance` is missing")),
        Fixture(
            .instrument, "{extradition: yes, assistance: where-no-other-treaty}", "⟦always⟧",
            Wanted("law/value", "`always` is no value here", hint: "known here: `yes`, `no`, `where-no-other-treaty`")),
        Fixture(
            .instrument, "assistance: where-no-other-treaty}", "assistance: no, ⟦transfer⟧: no}",
            Wanted("law/unknown-key", "`transfer` is not known here", hint: "known here: `assistance`, `extradition`")),
        Fixture(
            .instrument, "in-force: 2005-01-01", "in-force: ⟦2005⟧",
            Wanted("law/date", "`2005` is no date", hint: "write it as year-month-day, such as 2026-03-01")),
        Fixture(
            .instrument, [("instrument: pact", "⟦instrument⟧: pact"), ("until: 2040-12-31", "until: 2004-12-31")],
            Wanted("law/dates", "it ends on 2004-12-31, before it begins on 2005-01-01")),
        Fixture(
            .instrument, "{instruments: [old-pact], provision: art 20}", "⟦{provision: art 20}⟧",
            Wanted("law/missing", "`instruments` is missing")),
        Fixture(
            .instrument, "instruments: [old-pact]", "instruments: ⟦all⟧",
            Wanted("law/shape", "`instruments` must be a list, this is a text")),
        Fixture(
            .instrument, "{instruments: [old-pact], provision: art 20}", "⟦{instruments: any}⟧",
            Wanted("law/missing", "`provision` is missing")),
        Fixture(
            .instrument, "notes: [a note]", "⟦nots⟧: [a note]",
            Wanted("law/unknown-key", "`nots` is not known here", hint: "did you mean `note`?")),
    ])
    func errors(_ fixture: Fixture) throws { try check(fixture) }

    /// An instrument about nothing loads as nothing, and says why.
    @Test func aboutNoKind() throws {
        let text = MarkedText(try small(.instrument, [(from: "for: [extradition, assistance]", to: "for: ⟦[]⟧")]))
        let outcome = try SmallLaw.load(.instrument, text.text)
        #expect(!outcome.hasValue)
        let first = try #require(outcome.diagnostics.first)
        #expect(first.code == "law/empty" && first.message == "`for` is empty" && first.hint == nil)
        #expect(MarkedText.Mark(line: first.position.line, column: first.position.column, length: first.length) == text.marks[0])
    }

    @Test(arguments: [
        Fixture(
            .instrument, "  - party: AA\n    kind: reservation\n", "  - ⟦kind⟧: reservation\n",
            Wanted("law/missing", "`party` is missing")),
        Fixture(
            .instrument, "  - party: AA\n    kind: reservation\n", "  - party: ⟦Alphaland⟧\n    kind: reservation\n",
            Wanted("law/jurisdiction", "`party` is the code of a state, such as `DE`")),
        Fixture(
            .instrument, "kind: reservation\n", "kind: ⟦objection⟧\n",
            Wanted("law/value", "`objection` is no value here", hint: "known here: `reservation`, `declaration`")),
        Fixture(
            .instrument, [("  - party: AA\n    kind: reservation", "  - ⟦party⟧: AA\n    kind: reservation"), (reservation, "    provision: art 21\n")],
            Wanted("law/missing", "`read-in` is missing")),
        Fixture(
            .instrument,
            [("  - party: AA\n    kind: reservation", "  - ⟦party⟧: AA\n    kind: reservation"), (reservation, "    read-in: x\n")],
            Wanted("law/missing", "`provision` is missing")),
        Fixture(
            .instrument,
            [("  - party: AA\n    kind: reservation", "  - ⟦party⟧: AA\n    kind: reservation"), (until, "    until: 2004-12-31\n")],
            Wanted("law/dates", "it ends on 2004-12-31, before it begins on 2005-01-01")),
        Fixture(
            .instrument, "applies: both", "applies: ⟦all⟧",
            Wanted("law/value", "`all` is no value here", hint: "known here: `requested`, `requesting`, `both`")),
        Fixture(
            .instrument, "basis: {assistance: no}", "basis: ⟦where-no-other-treaty⟧",
            Wanted("law/value", "`basis` is `yes` or `no`, not `where-no-other-treaty`")),
        Fixture(
            .instrument, "basis: {assistance: no}", "basis: {⟦assistence⟧: no}",
            Wanted("law/unknown-key", "`assistence` is not known here", hint: "did you mean `assistance`?")),
        Fixture(
            .instrument, "{effect: unknown, provision: art 5}", "{effect: unknown, ⟦provisions⟧: art 5, provision: art 5}",
            Wanted("law/unknown-key", "`provisions` is not known here", hint: "did you mean `provision`?")),
    ])
    func errorsOfReservations(_ fixture: Fixture) throws { try check(fixture) }

    @Test func noSuchInstrument() throws {
        let loader = LawLoader(source: SmallLaw.source(.instrument, SmallLaw.instrument))
        #expect(loader.instruments == [Self.pact])
        let loaded = try loader.instrument(InstrumentID("treaty"), vocabulary: SmallLaw.words())
        #expect(loaded.value == nil)
        #expect(loaded.diagnostics.map(\.file) == ["Rules/instruments/treaty.yaml"])
        #expect(loaded.diagnostics.map(\.code) == ["law/missing-file"])
    }
}
