import Law
import LawLoader
import Testing

/// `grounds:` and `silent:` of a treaty and of a state's law.
struct GroundRulesTests {
    static let political = GroundID("political")
    static let death = GroundID("death")
    static let scope = GroundID.outOfScope

    static func instrument(_ changes: [(from: String, to: String)] = []) throws -> Instrument {
        let outcome = try SmallLaw.load(.instrument, try small(.instrument, changes))
        #expect(outcome.diagnostics == [])
        return try #require(outcome.instrument)
    }

    @Test func oneRule() throws {
        let catalogue = try SmallLaw.catalogue()
        let rules = try Self.instrument().terms.grounds
        #expect(
            rules.rules[Self.political] == [
                GroundRule(
                    ground: Self.political, kinds: [.extradition, .assistance], effect: .mandatory,
                    when: .all([catalogue.has("case.political", "yes"), .not(catalogue.has("case.trial", "fair"))]),
                    yieldsToTreaty: .whereItSpeaks,
                    authority: Authority(provision: "art 5", source: "text", review: .sourceChecked, note: "a note"),
                    cures: [GroundCure(kind: .review, text: "read the protocol")])
            ])
    }

    /// Without `for` a rule holds for every kind that text and ground have in common; without `when` for the ground's own.
    @Test func aListOfRules() throws {
        let catalogue = try SmallLaw.catalogue()
        let death = try #require(catalogue[Self.death])
        let rules = try #require(try Self.instrument().terms.grounds.rules[Self.death])
        #expect(rules.map(\.effect) == [.optional, .condition])
        #expect(rules.map(\.kinds) == [[.extradition], [.extradition]])
        #expect(rules.map(\.when) == [catalogue.has("penalty.death-possible", "yes"), death.when])
        #expect(rules.map(\.authority.provision) == ["art 6(1)", "art 6(2)"])
    }

    @Test(arguments: RuleEffect.allCases) func everyEffect(_ effect: RuleEffect) throws {
        let instrument = try Self.instrument([(from: "effect: mandatory", to: "effect: \(effect.rawValue)")])
        #expect(instrument.terms.grounds.rules[Self.political]?.map(\.effect) == [effect])
    }

    @Test(arguments: TreatyYield.allCases) func everyYield(_ yields: TreatyYield) throws {
        let instrument = try Self.instrument([
            (from: "yields-to-treaty: where-it-speaks", to: "yields-to-treaty: \(yields.rawValue)")
        ])
        #expect(instrument.terms.grounds.rules[Self.political]?.map(\.yieldsToTreaty) == [yields])
    }

    @Test func whenAndUnless() throws {
        let catalogue = try SmallLaw.catalogue()
        let instrument = try Self.instrument([
            (from: "unless: {case.trial: fair}", to: "when: {within-pact: yes}\n    unless: {case.trial: bad}")
        ])
        #expect(
            instrument.terms.grounds.rules[Self.political]?.map(\.when)
                == [.all([catalogue.has("within-pact", "yes"), .not(catalogue.has("case.trial", "bad"))])])
        #expect(catalogue.has("case.trial", "bad") == catalogue.has("case.trial", "unfair", "absent"))
    }

    @Test func forOneKind() throws {
        let instrument = try Self.instrument([(from: "unless: {case.trial: fair}", to: "for: [assistance]")])
        let rules = instrument.terms.grounds
        #expect(rules.rules(Self.political, for: .assistance).count == 1)
        #expect(rules.rules(Self.political, for: .extradition) == [])
        #expect(rules.answers(Self.political, for: .assistance) && !rules.answers(Self.political, for: .extradition))
    }

    @Test func silentByKind() throws {
        #expect(try Self.instrument().terms.grounds.silent == [Self.scope: [.extradition]])
    }

    /// A plain list holds for every kind that the text is about.
    @Test func silentList() throws {
        let instrument = try Self.instrument([
            (from: "scope: {for: [assistance], when: {within-pact: yes}, provision: art 1}\n", to: ""),
            (from: "silent: {extradition: [out-of-scope], assistance: []}", to: "silent: [out-of-scope]"),
        ])
        #expect(instrument.terms.grounds.silent == [Self.scope: [.extradition, .assistance]])
    }

    @Test func silentAndARuleForAnotherKind() throws {
        let instrument = try Self.instrument([
            (from: "unless: {case.trial: fair}", to: "for: [assistance]"),
            (from: "{extradition: [out-of-scope], assistance: []}", to: "{extradition: [political]}"),
        ])
        #expect(instrument.terms.grounds.silent == [Self.political: [.extradition]])
        #expect(instrument.terms.grounds.answers(Self.political, for: .extradition))
    }

    static let silent = "{extradition: [out-of-scope], assistance: []}"

    @Test(arguments: [
        Fixture(
            .instrument, "  political:\n    effect", "  ⟦politcal⟧:\n    effect",
            Wanted("law/unknown-ground", "there is no ground `politcal`", hint: "did you mean `political`?")),
        Fixture(
            .instrument, "  political:\n    effect", "  ⟦weather⟧:\n    effect",
            Wanted("law/unknown-ground", "there is no ground `weather`", hint: "known here: `political`, `death`, `out-of-scope`")),
        Fixture(
            .instrument, silent, "[⟦deth⟧, ⟦{a: b}⟧]",
            Wanted("law/unknown-ground", "there is no ground `deth`", hint: "did you mean `death`?"),
            Wanted("law/unknown-ground", "there is no ground `mapping`", hint: "known here: `political`, `death`, `out-of-scope`")),
        Fixture(
            .instrument, silent, "{assistance: [⟦political⟧]}",
            Wanted("law/contradiction", "`political` stands under `grounds` and under `silent`")),
        Fixture(
            .instrument, silent, "[⟦death⟧]", Wanted("law/contradiction", "`death` stands under `grounds` and under `silent`")),
        Fixture(
            .instrument, silent, "{extradition: [out-of-scope, ⟦out-of-scope⟧]}",
            Wanted("law/duplicate", "`out-of-scope` stands twice under `silent`")),
        Fixture(
            .instrument, silent, "{⟦transfer⟧: [out-of-scope]}",
            Wanted("law/unknown-key", "`transfer` is not known here", hint: "known here: `assistance`, `extradition`")),
        Fixture(
            .instrument, silent, "⟦out-of-scope⟧", Wanted("law/shape", "`silent` must be a list, this is a text")),
        Fixture(
            .instrument, "{effect: condition, provision: art 6(2)}", "⟦{effect: condition, for: [assistance], provision: art 6(2)}⟧",
            Wanted(
                "law/kind", "`death` is no ground of this kind of cooperation", hint: "the ground is for extradition")),
        Fixture(
            .instrument, "{effect: condition, provision: art 6(2)}", "⟦{effect: condition, for: [], provision: art 6(2)}⟧",
            Wanted(
                "law/kind", "`death` is no ground of this kind of cooperation", hint: "the ground is for extradition")),
        Fixture(
            .instrument, "{effect: condition, provision: art 6(2)}", "⟦{provision: art 6(2)}⟧",
            Wanted("law/missing", "`effect` is missing")),
        Fixture(
            .instrument, "{effect: condition, provision: art 6(2)}", "⟦{effect: condition}⟧",
            Wanted("law/missing", "`provision` is missing")),
        Fixture(
            .instrument, "{effect: condition, provision: art 6(2)}", "⟦art 6(2)⟧",
            Wanted("law/shape", "a rule about a ground must be a mapping, this is a text")),
        Fixture(
            .instrument, "effect: mandatory", "effect: ⟦must⟧",
            Wanted(
                "law/value", "`must` is no value here",
                hint: "known here: `mandatory`, `optional`, `excluded`, `condition`, `unknown`")),
        Fixture(
            .instrument, "where-it-speaks", "⟦where-it-speak⟧",
            Wanted("law/value", "`where-it-speak` is no value here", hint: "did you mean `where-it-speaks`?")),
        Fixture(
            .instrument, "unless: {case.trial: fair}", "unless: {case.trial: ⟦fare⟧}",
            Wanted("law/value", "`fare` is no value of `case.trial`", hint: "known here: `fair`, `unfair`, `absent`, `bad`")),
        Fixture(
            .instrument, "unless: {case.trial: fair}", "⟦excpet⟧: {case.trial: fair}",
            Wanted(
                "law/unknown-key", "`excpet` is not known here",
                hint: "known here: `cures`, `effect`, `for`, `note`, `provision`, `review`, `source`, `unless`, `when`, `yields-to-treaty`")),
        // A state's section is about one kind of request.
        Fixture(
            .cooperation, "  dual-criminality: {rule", "  grounds: {death: ⟦{effect: optional, provision: s 50}⟧}\n  dual-criminality: {rule",
            Wanted("law/kind", "`death` is no ground of this kind of cooperation", hint: "the ground is for extradition")),
    ])
    func errors(_ fixture: Fixture) throws { try check(fixture) }
}
