import Testing

@testable import DualCriminality

/// The law of dual criminality as courts apply it, DESIGN §4: one test or more for each point.
@Suite struct DesignPoints7To12Tests {
    static let photo = "{act: possess, material.medium: photo, mental: purpose}"

    // MARK: - 7: conduct, count by count

    @Test func point7ExtraElementsOfTheRequestingOffenceAreHarmless() throws {
        var law = SmallLaw()
        law.offencesA = SmallLaw.plain("a", "{act: possess, material.medium: photo, commercial: yes, organised: yes}")
        let facts = "{act: possess, material.medium: photo, mental: purpose, commercial: yes, organised: yes}"
        #expect(try law.assess(facts).outcome("dual-criminality") == .clear)
    }

    @Test func point7AMissingElementOfTheRequestedOffenceIsFatal() throws {
        var law = SmallLaw()
        law.offencesB = SmallLaw.plain("b", "{act: possess, material.medium: photo, commercial: yes}")
        let facts = "{act: possess, material.medium: photo, mental: purpose, commercial: no}"
        #expect(try law.assess(facts).outcome("dual-criminality") == .bars)
    }

    @Test func point7NamesDoNotMatterUnlessTheTextComparesOffences() throws {
        var law = SmallLaw()
        law.offencesA = SmallLaw.plain("charged", "{act: possess, material.medium: video}") + SmallLaw.plain("other", "{act: possess, material.medium: photo}")
        let charged = "charged-under: [charged]"
        #expect(try law.assess(Self.photo, count: charged).outcome("dual-criminality") == .clear)
        law.dualCriminality = law.dualCriminality.replacing("test: conduct", with: "test: offence")
        #expect(try law.assess(Self.photo, count: charged).outcome("dual-criminality") == .bars)
        #expect(try law.assess(Self.photo, count: "charged-under: [other]").outcome("dual-criminality") == .clear)
        // What is charged is a fact that such a text asks for.
        #expect(try law.assess(Self.photo).outcome("dual-criminality") == .unknown)
    }

    // MARK: - 8: any offence may serve

    @Test func point8GeneralOffencesAndAttemptMayServe() throws {
        var law = SmallLaw()
        law.offencesA = SmallLaw.plain("a", "{act: sexual-activity, child.age: under 18}")
        law.offencesB = SmallLaw.plain("age-limit", "{act: sexual-activity, child.age: under 14}")
            + SmallLaw.plain("rape", "{act: sexual-activity, force-or-threat: yes}")
        func facts(_ more: String) -> String { "{act: sexual-activity, child.exists: real, child.age: 16, child.believed-age: 16, mental: purpose\(more)}" }
        #expect(try law.assess(facts(", force-or-threat: no")).outcome("dual-criminality") == .bars)
        // At or above the requested age limit only an offence without consent can match, and then that must be shown.
        let silent = try law.assess(facts(""))
        #expect(silent.outcome("dual-criminality") != .clear)
        let forced = try law.assess(facts(", force-or-threat: yes"))
        #expect(forced.outcome("dual-criminality") == .clear)
        #expect(forced.counts[0].requested.offences.map(\.id) == ["rape"])
        #expect(try law.assess(facts(", force-or-threat: yes, stage: attempted")).outcome("dual-criminality") == .clear)
    }

    // MARK: - 9: alternatives

    @Test func point9EveryAlternativeOrOne() throws {
        var law = SmallLaw()
        let count = "alternatives: [{material.medium: photo}, {material.medium: video}]"
        let facts = "{act: possess, mental: purpose}"
        #expect(try law.assess(facts, count: count).outcome("dual-criminality") == .bars)
        law.dualCriminality += "\n    alternatives: one"
        #expect(try law.assess(facts, count: count).outcome("dual-criminality") == .clear)
        // A treaty that says so prevails over the state's own rule.
        var treaty = SmallLaw.Treaty()
        treaty.entries = ["dual-criminality: {test: conduct, alternatives: every, effect: mandatory, provision: art 2, review: source-checked, inferred: [date]}"]
        #expect(try law.with([treaty]).assess(facts, count: count).outcome("dual-criminality", on: "pact") == .bars)
    }

    // MARK: - 10: transposition

    @Test func point10JurisdictionalElementsAreLeftOutOfTheRequestedLaw() throws {
        var law = SmallLaw()
        let hook = ["hook: {when: {hook.interstate-commerce: yes}, provision: s 8}"]
        law.offencesB = SmallLaw.plain("b", "{act: possess, material.medium: photo}", extra: hook)
        let without = "{act: possess, material.medium: photo, mental: purpose, hook.interstate-commerce: no}"
        #expect(try law.assess(without).outcome("dual-criminality") == .clear)
        // For its own prosecution the requesting state needs them.
        law.offencesA = SmallLaw.plain("a", "{act: possess, material.medium: photo}", extra: hook)
        #expect(try law.assess(without).outcome("dual-criminality") == .bars)
    }

    @Test func point10TheBasisOfJurisdictionIsTransposedWhereTheLawAsks() throws {
        var law = SmallLaw()
        law.groundsB = ["extraterritoriality: {effect: mandatory, provision: s 21, review: source-checked}"]
        let abroad = "{on: 2025-05-05, in: [CC]}"
        law.cooperationB = ["reach:", "  - {basis: nationality, offences: all, when: {person.national-of-requested: yes}, provision: s 30, review: source-checked}"]
        // A national of AA who acted in CC: BB would reach its own national there.
        #expect(try law.assess(Self.photo, committed: abroad).outcome("extraterritoriality") == .clear)
        let stranger = SmallLaw.person.replacing("nationalities: [AA]", with: "nationalities: [CC]")
        #expect(try law.assess(Self.photo, committed: abroad, person: stranger).outcome("extraterritoriality") == .bars)
        #expect(try law.assess(Self.photo).outcome("extraterritoriality") == .clear)
        law.cooperationB = []
        #expect(try law.assess(Self.photo, committed: abroad).outcome("extraterritoriality") == .unknown)
    }

    // MARK: - 11: the mental element and gaps

    @Test func point11FaultIsMetExcludedOrOpen() throws {
        var law = SmallLaw()
        law.offencesB = SmallLaw.plain("b", "{act: possess, material.medium: photo, mental: at least knowledge}")
        func outcome(_ mental: String) throws -> Finding.Outcome? {
            try law.assess("{act: possess, material.medium: photo\(mental)}").outcome("dual-criminality")
        }
        #expect(try outcome(", mental: purpose") == .clear)
        #expect(try outcome(", mental: acceptance") == .bars)
        #expect(try outcome("") == .unknown)
        let open = try law.assess("{act: possess, material.medium: photo}")
        #expect(open.verdict == .conditional)
        #expect(open.finding("dual-criminality")?.establish != nil)
    }

    @Test func point11EvaluationsAreNeverComputed() throws {
        var law = SmallLaw()
        law.offencesB = SmallLaw.plain("b", "{act: possess, material.medium: photo, appraisal.obscene: yes}")
        let open = try law.assess(Self.photo)
        #expect(open.counts[0].requested.status == .appraisal)
        #expect(open.outcome("dual-criminality") == .unknown)
        #expect(open.verdict == .conditional)
    }

    // MARK: - 12: what is not part of the test

    @Test func point12LapseOfTimeAndComplaintAreNoPartOfIt() throws {
        var law = SmallLaw()
        law.generalPart = law.generalPart.replacing("limitation: {none: yes, provision: s 5}", with: "limitation: {ladder: [{maximum: any, after: 1 year}], from: end-of-conduct, provision: s 5, review: source-checked}")
        law.groundsB = ["lapse-of-time: {effect: mandatory, when: {lapsed.requested: yes}, provision: s 22, review: source-checked}"]
        law.offencesB = SmallLaw.plain(
            "b", "{act: possess, material.medium: photo}",
            extra: ["except: [{name: complaint, kind: procedural, provision: s 7, when: {lawful-authority: no}}]"])
        let result = try law.assess(
            Self.photo, request: "request: extradition\nprocedural: []", committed: "{on: 2020-01-01, in: [AA]}")
        #expect(result.outcome("dual-criminality") == .clear)
        #expect(result.outcome("lapse-of-time") == .bars)
        #expect(result.counts[0].dualCriminality == .met)
    }

    @Test func point12DefencesCountOnlyWhereTheStateSaysSo() throws {
        var law = SmallLaw()
        law.offencesB = SmallLaw.plain(
            "b", "{act: possess, material.medium: photo}",
            extra: ["except: [{name: repentance, kind: repentance, provision: s 7, when: {lawful-authority: yes}}]"])
        let facts = "{act: possess, material.medium: photo, mental: purpose, lawful-authority: yes}"
        #expect(try law.assess(facts).outcome("dual-criminality") == .bars)
        law.dualCriminality += "\n    disregards: [repentance]"
        #expect(try law.assess(facts).outcome("dual-criminality") == .clear)
    }
}
