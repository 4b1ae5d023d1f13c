import Testing

@testable import DualCriminality

/// DESIGN §4, points 13 to 18: dates, thresholds, lists, time, persons and legal bases.
@Suite struct DesignPoints13To18Tests {
    static let photo = DesignPoints7To12Tests.photo

    // MARK: - 13: which date

    /// What the House of Lords held in Pinochet ([2000] 1 AC 147): where the law asks for the time of the conduct, what became
    /// punishable only afterwards does not count, however the day of the request stands.
    @Test func point13ThePinochetPoint() throws {
        var law = SmallLaw()
        law.offencesB = SmallLaw.plain("b", "{act: supply}", extra: ["in-force: from 1988-09-29", "before: no-offence"])
        law.offencesA = SmallLaw.plain("a", "{act: supply}", extra: ["in-force: from 1970-01-01"])
        let facts = "{act: supply, mental: purpose}"
        func status(_ dates: String, _ committed: String) throws -> Finding.Outcome? {
            var own = law
            own.dualCriminality += "\n    time: {requested: [\(dates)]}"
            return try own.assess(facts, committed: committed).outcome("dual-criminality")
        }
        let before = "{on: 1985-01-01, in: [AA]}"
        #expect(try status("conduct", before) == .bars)
        #expect(try status("request", before) == .clear)
        #expect(try status("conduct, request", before) == .bars)
        #expect(try status("conduct", "{on: 1988-09-28, in: [AA]}") == .bars)
        #expect(try status("conduct", "{on: 1988-09-29, in: [AA]}") == .clear)
    }

    @Test func point13ATreatyMayAskForAnotherDay() throws {
        var law = SmallLaw()
        law.offencesB = SmallLaw.plain("b", "{act: supply}", extra: ["in-force: from 2025-07-01", "before: no-offence"])
        law.offencesA = SmallLaw.plain("a", "{act: supply}")
        law.dualCriminality += "\n    time: {requested: [conduct]}"
        var treaty = SmallLaw.Treaty()
        treaty.entries = ["dual-criminality: {test: conduct, time: {requested: [request]}, effect: mandatory, provision: art 2, review: source-checked, inferred: [alternatives, exceptions]}"]
        let result = try law.with([treaty]).assess("{act: supply, mental: purpose}")
        #expect(result.outcome("dual-criminality", on: "pact") == .clear)
        #expect(result.outcome("dual-criminality", on: "domestic") == .bars)
    }

    // MARK: - 14: thresholds

    @Test(arguments: [
        ("requesting: {at-least: 5 years}", Finding.Outcome.clear), ("requesting: {more-than: 5 years}", .bars),
        ("requested: {at-least: 2 years}", .clear), ("requested: {more-than: 2 years}", .bars),
        ("requesting: {at-least: 5 years}, requested: {at-least: 2 years}", .clear),
        ("requesting: {at-least: 5 years}, requested: {at-least: 3 years}", .bars),
    ])
    func point14WhoseLawAndHowMuch(rule: String, outcome: Finding.Outcome) throws {
        var law = SmallLaw()
        law.offencesB = SmallLaw.plain("b", "{act: possess, material.medium: photo}", penalty: "[{imprisonment: up to 2 years}]")
        law.threshold = "prosecution: {\(rule), provision: s 11, review: source-checked}"
        #expect(try law.assess(Self.photo).outcome("penalty-threshold") == outcome)
    }

    @Test func point14ALesserCountMayBeJoinedWhereTheTextAllowsIt() throws {
        var law = SmallLaw()
        law.offencesB = SmallLaw.plain("grave", "{act: possess, material.medium: photo}")
            + SmallLaw.plain("light", "{act: access}", penalty: "[{imprisonment: up to 3 months}]")
        law.offencesA = SmallLaw.plain("a", "{act: [possess, access]}")
        let counts = Self.photo.replacing("}", with: "}\n    victim: {nationalities: [AA]}\n  - id: \"2\"\n    committed: {on: 2025-05-05, in: [AA]}\n    facts: {act: access, material.medium: photo, mental: purpose}")
        func light() throws -> Assessment { try law.assess(counts, victim: "") }
        #expect(try light().finding("penalty-threshold", count: "2")?.outcome == .bars)
        #expect(try light().surrender?.notProsecutable == ["2"])
        law.threshold += "\n    accessory: {provision: s 11(2), review: source-checked}"
        let joined = try light()
        #expect(joined.finding("penalty-threshold", count: "2")?.outcome == .clear)
        #expect(joined.surrender?.counts == ["1", "2"])
        // Alone it has nothing to be joined to.
        let alone = try law.assess("{act: access, material.medium: photo, mental: purpose}")
        #expect(alone.outcome("penalty-threshold") == .bars)
    }

    @Test func point14TheImposedAndTheRemainingSentence() throws {
        var law = SmallLaw()
        law.threshold += "\n    sentence: {imposed: {at-least: 4 months}, remaining: {at-least: 6 months}, provision: s 13, review: source-checked}"
        func outcome(_ words: String) throws -> Finding.Outcome? {
            try law.assess(Self.photo, request: "request: extradition\npurpose: sentence\n\(words)\ncase: {in-absentia: no}").outcome("sentence-threshold")
        }
        #expect(try outcome("sentence-imposed: 4 months\nsentence-remaining: 6 months") == .clear)
        #expect(try outcome("sentence-imposed: 4 months\nsentence-remaining: 5 months") == .bars)
        #expect(try outcome("sentence-imposed: 3 months") == .bars)
        #expect(try outcome("sentence-imposed: 4 months") == .unknown)
    }

    // MARK: - 15: lists

    private func listed(_ penaltyA: String) throws -> Assessment {
        var law = SmallLaw()
        law.offencesA = SmallLaw.plain("a", "{act: access}", penalty: "[{imprisonment: \(penaltyA)}]")
        law.offencesB = SmallLaw.plain("b", "{act: possess}")
        var treaty = SmallLaw.Treaty()
        treaty.entries += ["list: {threshold: {requesting: {at-least: 3 years}}, items: [{id: child, title: child pornography, categories: [material/access]}, {id: fraud, title: fraud, categories: []}], provision: art 2(2), review: source-checked}"]
        return try law.with([treaty]).assess("{act: access, material.medium: photo, mental: purpose}")
    }

    @Test func point15AListedOffenceNeedsTheThresholdOfTheList() throws {
        // Not punishable in BB, but on the list and at its threshold: not asked.
        let on = try listed("up to 3 years")
        #expect(on.outcome("dual-criminality", on: "pact") == .clear)
        #expect(on.counts[0].dualCriminality == .notMet)
        // Below it the ordinary test returns.
        let below = try listed("up to 35 months")
        #expect(below.outcome("dual-criminality", on: "pact") == .bars)
        #expect(below.finding("dual-criminality", on: "pact")?.because.contains { $0.contains("at least 3 years asked") } == true)
    }

    @Test func point15AListTreatyHasItsOwnOffences() throws {
        var treaty = SmallLaw.Treaty()
        treaty.entries += ["offences-listed: {items: [{id: x, title: possession, categories: [material/possess]}], provision: art 3, review: source-checked}"]
        treaty.grounds = []
        var law = SmallLaw()
        law.offencesA += SmallLaw.plain("a2", "{act: access}")
        law.offencesB += SmallLaw.plain("b2", "{act: access}")
        #expect(try law.with([treaty]).assess(Self.photo).outcome("not-listed", on: "pact") == .clear)
        let other = try law.with([treaty]).assess("{act: access, material.medium: photo, mental: purpose}")
        #expect(other.outcome("dual-criminality", on: "pact") == .clear)
        #expect(other.outcome("not-listed", on: "pact") == .bars)
    }

    // MARK: - 16: lapse of time

    /// AA: 20 years; BB: 5 years, from 18 on for child victims where `suspended`.
    private func lapse(_ when: String, suspended: Bool = false, reach: [String] = [], victim: String = "victim: {nationalities: [AA], age-at-conduct: 10}") throws -> Finding.Outcome? {
        var law = SmallLaw()
        law.generalPart = law.generalPart.replacing("limitation: {none: yes, provision: s 5}", with: "limitation: {ladder: [{maximum: any, after: 5 years}], from: end-of-conduct, provision: s 5, review: source-checked}")
        law.offencesA = SmallLaw.plain("a", "{act: possess, material.medium: photo}", extra: ["limitation: {after: 20 years, provision: s 5a, review: source-checked}"])
        law.offencesB = SmallLaw.plain(
            "b", "{act: possess, material.medium: photo}",
            extra: suspended ? ["limitation: {after: 5 years, suspended-until-victim-is: 30, provision: s 5b, review: source-checked}"] : [])
        law.groundsB = ["lapse-of-time: {effect: mandatory, when: \(when), provision: s 22, review: source-checked}"]
        law.cooperationB = reach
        return try law.assess(
            Self.photo, request: "request: extradition\nprocedural: []", committed: "{on: 2015-01-01, in: [AA]}", victim: victim
        ).outcome("lapse-of-time")
    }

    @Test func point16EachTextChoosesItsLaw() throws {
        #expect(try lapse("{lapsed.requesting: yes}") == .clear)
        #expect(try lapse("{lapsed.requested: yes}") == .bars)
        #expect(try lapse("{any: [{lapsed.requesting: yes}, {lapsed.requested: yes}]}") == .bars)
        let onlyOwn = "{lapsed.requested: yes, requested-has-jurisdiction: yes}"
        #expect(try lapse(onlyOwn, reach: ["reach: []"]) == .clear)
        #expect(try lapse(onlyOwn, reach: ["reach: [{basis: universal, offences: [b], provision: s 6, review: source-checked}]"]) == .bars)
        #expect(try lapse(onlyOwn, reach: ["reach: [{basis: universal, offences: [other], provision: s 6, review: source-checked}]"]) == .clear)
    }

    @Test func point16ItRestsForChildVictimsAsTheLawSays() throws {
        #expect(try lapse("{lapsed.requested: yes}", suspended: true) == .clear)
        // Aged 35 at the conduct nothing rests; an age that is not known leaves it open.
        #expect(try lapse("{lapsed.requested: yes}", suspended: true, victim: "victim: {age-at-conduct: 35}") == .bars)
        #expect(try lapse("{lapsed.requested: yes}", suspended: true, victim: "") == .unknown)
    }

    @Test func point16DelayIsADifferentGround() throws {
        var law = SmallLaw()
        law.groundsB = ["delay-or-bad-faith: {effect: mandatory, provision: s 23, review: source-checked}"]
        let raised = try law.assess(Self.photo, request: "request: extradition\ncase: {delay-or-bad-faith: yes}")
        #expect(raised.outcome("delay-or-bad-faith") == .bars)
        #expect(raised.outcome("lapse-of-time") == .clear)
    }

    // MARK: - 17: persons

    private func nationality(_ rule: String, _ person: String, more: String = "", committed: String = "{on: 2025-05-05, in: [AA]}") throws -> Assessment {
        var law = SmallLaw()
        law.groundsB = ["nationality: {\(rule), provision: s 20, review: source-checked}"]
        return try law.assess(
            Self.photo, request: "request: extradition\n" + more, committed: committed,
            person: "person: {nationalities: \(person), resident-in: AA, age-at-conduct: 40, age-now: 41}")
    }

    @Test func point17NationalsAbsolutelyAtDiscretionOrWithReturn() throws {
        #expect(try nationality("effect: mandatory", "[AA, BB]").outcome("nationality") == .bars)
        #expect(try nationality("effect: mandatory", "[AA]").outcome("nationality") == .clear)
        let optional = try nationality("effect: optional", "[BB]")
        #expect(optional.outcome("nationality") == .mayBar)
        #expect(optional.verdict == .clear)
        let guarantee = "effect: mandatory, when: {person.national-of-requested: yes, assurance.return: no}"
        let open = try nationality(guarantee, "[BB]")
        #expect(open.outcome("nationality") == .unknown)
        #expect(open.verdict == .conditional)
        #expect(open.finding("nationality")?.establish?.anyOf.first?.all.first?.element == "assurance.return")
        #expect(try nationality(guarantee, "[BB]", more: "assurances: {return: yes}").outcome("nationality") == .clear)
        #expect(try nationality("effect: excluded", "[BB]").outcome("nationality") == .clear)
    }

    @Test func point17ANationalityAcquiredLater() throws {
        let later = "[AA, {state: BB, since: 2025-06-01}]"
        #expect(try nationality("effect: mandatory", later).outcome("nationality") == .bars)
        let atConduct = "effect: mandatory, when: {person.was-national-of-requested: yes}"
        #expect(try nationality(atConduct, later).outcome("nationality") == .clear)
        #expect(try nationality(atConduct, later, committed: "{on: 2025-06-01, in: [AA]}").outcome("nationality") == .bars)
        #expect(try nationality(atConduct, later, committed: "{from: 2025-05-01, to: 2025-06-30, in: [AA]}").outcome("nationality") == .unknown)
    }

    @Test(arguments: [
        ("final-judgment-requested", "case: {final-judgments: [{state: BB, outcome: acquitted}]}"),
        ("final-judgment-requesting", "case: {final-judgments: [{state: AA, outcome: served}]}"),
        ("final-judgment-third", "case: {final-judgments: [{state: CC, outcome: served}]}"),
        ("pending-proceedings", "case: {pending-in: [BB]}"), ("speciality", "assurances: {speciality: no}"),
        ("death-penalty", "case: {death-penalty-possible: yes}\nassurances: {no-death-penalty: no}"),
        ("life-sentence", "case: {life-sentence-possible: yes}\nassurances: {life-review: no}"),
        ("in-absentia", "purpose: sentence\nassurances: {retrial: no}\ncase: {in-absentia: yes, absentia-notified: no, absentia-represented: no}"),
        ("political-offence", "case: {political: yes}"), ("military-offence", "case: {military: yes}"),
        ("fiscal-offence", "case: {fiscal: yes}"), ("discrimination", "case: {discriminatory-purpose: yes}"),
        ("inhuman-treatment", "case: {inhuman-treatment-risk: yes}"), ("amnesty", "case: {amnesty-requested: yes}"),
        ("special-court", "case: {special-court: yes}"), ("humanitarian", "case: {humanitarian: yes}"),
        ("public-order", "case: {public-order: yes}"), ("essential-interests", "case: {essential-interests: yes}"),
        ("proportionality", "case: {disproportionate: yes}"), ("reciprocity", "assurances: {reciprocity: no}"),
        ("unfair-trial", "case: {unfair-trial-risk: yes}"), ("missing-complaint", "case: {complaint-missing: yes}"),
    ])
    func point17EachIsAGroundOfItsOwn(ground: String, facts: String) throws {
        var law = SmallLaw()
        law.groundsB = ["\(ground): {effect: mandatory, provision: s 40, review: source-checked}"]
        let raised = try law.assess(Self.photo, request: "request: extradition\n\(facts)")
        #expect(raised.outcome(ground) == .bars)
        #expect(raised.verdict == .obstructed)
        #expect(raised.counts[0].dualCriminality == .met, "dual criminality is told as met where another ground decides")
        let own = facts.contains("purpose: sentence") ? "request: extradition\npurpose: sentence\ncase: {in-absentia: no}" : "request: extradition"
        #expect(try law.assess(Self.photo, request: own).outcome(ground) == .clear)
        law.groundsB = ["\(ground): {effect: optional, provision: s 40, review: source-checked}"]
        let optional = try law.assess(Self.photo, request: "request: extradition\n\(facts)")
        #expect(optional.outcome(ground) == .mayBar)
        law.groundsB = []
        #expect(try law.assess(Self.photo, request: "request: extradition\n\(facts)").outcome(ground) == .clear)
    }

    @Test func point17TheAgeOfResponsibility() throws {
        var law = SmallLaw()
        law.groundsB = ["age-of-responsibility: {effect: mandatory, provision: s 24, review: source-checked}"]
        func outcome(_ age: Int) throws -> Finding.Outcome? {
            try law.assess(Self.photo, person: "person: {nationalities: [AA], resident-in: AA, age-at-conduct: \(age)}").outcome("age-of-responsibility")
        }
        #expect(try outcome(13) == .unknown, "no age is encoded")
        law.generalPart = law.generalPart.replacing("limitation:", with: "age-of-responsibility: {age: 14, provision: s 6}, limitation:")
        #expect(try outcome(13) == .bars)
        #expect(try outcome(14) == .clear)
    }

    // MARK: - 18: legal bases

    @Test func point18EveryBasisIsAssessedAndTheBestDecides() throws {
        var strict = SmallLaw.Treaty(id: "strict")
        strict.grounds = ["nationality: {effect: mandatory, provision: art 6, review: source-checked}"]
        var lenient = SmallLaw.Treaty(id: "lenient")
        lenient.grounds = ["nationality: {effect: excluded, provision: art 7, review: source-checked}"]
        let national = "person: {nationalities: [BB], resident-in: AA, age-at-conduct: 40, age-now: 41}"
        let result = try SmallLaw().with([strict, lenient]).assess(Self.photo, person: national)
        #expect(result.decidingBasis == "lenient")
        #expect(result.verdict == .clear)
        #expect(result.verdict(on: "strict") == .obstructed)
        #expect(result.finding("nationality", on: "strict")?.cure.contains { $0.kind == .basis && $0.id == "lenient" } == true)
        #expect(result.bases.map(\.instrument).prefix(2) == ["lenient", "strict"])
        #expect(result.basisDifferences.map(\.ground) == ["nationality"])
        #expect(result.basisDifferences.first?.outcomes.map(\.outcome) == [.clear, .bars])
    }

    @Test func point18ABasisDisplacesAnotherWhereItSaysSo() throws {
        let old = SmallLaw.Treaty(id: "old")
        var new = SmallLaw.Treaty(id: "new")
        new.grounds = ["nationality: {effect: mandatory, provision: art 6, review: source-checked}"]
        new.head = ["prevails-over: [{instruments: [old], provision: art 31, review: source-checked}]"]
        let national = "person: {nationalities: [BB], resident-in: AA, age-at-conduct: 40, age-now: 41}"
        let result = try SmallLaw().with([old, new]).assess(Self.photo, person: national)
        #expect(result.bases.first { $0.instrument == "old" }?.displacedBy == "new (NEW art 31)")
        #expect(result.verdict == .obstructed, "a displaced basis saves nothing")
        // Before the new one is in force the old one decides.
        var later = new
        later.from = "2026-03-02"
        #expect(try SmallLaw().with([old, later]).assess(Self.photo, person: national).verdict == .clear)
        later.from = "2026-03-01"
        #expect(try SmallLaw().with([old, later]).assess(Self.photo, person: national).verdict == .obstructed)
    }

    @Test func point18ATreatyThatIsNotEncodedLeavesItOpen() throws {
        let result = try SmallLaw().with([], unencoded: ["accord"]).assess(Self.photo)
        #expect(result.verdict == .notAssessable)
        #expect(result.finding("no-legal-basis", on: "none")?.because.contains { $0.contains("accord") } == true)
        let beside = try SmallLaw().with([SmallLaw.Treaty()], unencoded: ["accord"]).assess(Self.photo)
        #expect(beside.verdict == .clear)
        #expect(beside.finding("treaties-not-encoded", on: "encoding") != nil)
    }

    @Test func point18WithoutAnyBasisItSaysSo() throws {
        let closed = try SmallLaw.libraryWithoutRoute().assess(Self.photo)
        #expect(closed.verdict == .obstructed)
        #expect(closed.decidingBasis == nil)
        let finding = try #require(closed.finding("no-legal-basis", on: "none"))
        #expect(finding.outcome == .bars)
        #expect(finding.provision == "s 9")
        #expect(finding.because.contains { $0.contains("without a treaty") })
        #expect(!finding.cure.isEmpty)
        #expect(closed.counts[0].dualCriminality == .met)
        #expect(try SmallLaw.libraryWithoutRoute().with([SmallLaw.Treaty()]).assess(Self.photo).verdict == .clear)
    }
}
