import Testing

@testable import DualCriminality

/// The five answers (DESIGN §4.1, DESIGN-AMENDMENTS 1 and 7).
@Suite struct StatusTests {
    static let complete = "{act: possess, material.medium: photo, mental: purpose}"

    @Test func statedElementsAreMet() throws {
        let result = try SmallLaw().assess(Self.complete)
        #expect(result.counts[0].dualCriminality == .met)
        #expect(result.verdict == .clear)
        #expect(result.counts[0].requested.metBy == "one")
        #expect(Set(result.counts[0].requested.suffices.map(\.element)) == ["act", "material.medium", "mental"])
    }

    @Test func aMissingElementIsNotMetAndNamed() throws {
        let result = try SmallLaw().assess("{act: possess, material.medium: video, mental: purpose}")
        #expect(result.counts[0].requesting.status == .punishable)
        #expect(result.counts[0].requested.status == .notPunishable)
        #expect(result.verdict == .obstructed)
        let near = try #require(result.counts[0].requested.nearest.first)
        #expect(near.id == "b-possess")
        #expect(near.fails.map(\.element) == ["material.medium"])
        #expect(near.fails[0].needed.in == ["photo"])
        #expect(near.fails[0].change == "fixed")
    }

    @Test func silenceDependsAndSaysWhatToEstablish() throws {
        let result = try SmallLaw().assess("{act: possess, mental: purpose}")
        #expect(result.counts[0].requested.status == .depends)
        #expect(result.verdict == .conditional)
        let establish = try #require(result.counts[0].requested.establish)
        #expect(establish.complete)
        #expect(establish.anyOf.map { $0.all.map(\.element) } == [["material.medium"]])
        #expect(establish.anyOf[0].all[0].in == ["photo"])
    }

    /// "Photo or anything else" is met though the medium is unknown: stronger than three-valued logic.
    @Test func alternativesThatCoverEverythingAreMetTogether() throws {
        var law = SmallLaw()
        law.offencesB = SmallLaw.plain("b-photo", "{act: possess, material.medium: photo}")
            + SmallLaw.plain("b-rest", "{act: possess, not: {material.medium: photo}}")
        law.offencesA = SmallLaw.plain("a", "{act: possess}")
        let result = try law.assess("{act: possess, mental: purpose}")
        #expect(result.counts[0].dualCriminality == .met)
        #expect(result.counts[0].requested.metBy == "together")
        #expect(result.counts[0].requested.offences.map(\.status) == [.depends, .depends])
    }

    @Test func anEvaluationIsAnAppraisalUntilItIsAlleged() throws {
        var law = SmallLaw()
        law.offencesB = SmallLaw.plain("b", "{act: possess, material.medium: photo, appraisal.pornographic: yes}")
        let open = try law.assess(Self.complete)
        #expect(open.counts[0].dualCriminality == .appraisal)
        #expect(open.counts[0].requested.appraisal.map(\.element) == ["appraisal.pornographic"])
        #expect(open.verdict == .conditional)
        let alleged = try law.assess("{act: possess, material.medium: photo, mental: purpose, appraisal.pornographic: yes}")
        #expect(alleged.counts[0].dualCriminality == .met)
        let denied = try law.assess("{act: possess, material.medium: photo, mental: purpose, appraisal.pornographic: no}")
        #expect(denied.counts[0].dualCriminality == .notMet)
    }

    @Test func openLawIsUnknownAndNeverNotPunishable() throws {
        var law = SmallLaw()
        law.openLaw = "  - {text: State law, when: {act: possess}}"
        let result = try law.assess("{act: possess, material.medium: video, mental: purpose}")
        #expect(result.counts[0].requested.status == .unknown)
        #expect(result.counts[0].requested.open == ["State law"])
        #expect(result.verdict == .notAssessable)
        // Beside it, what is encoded is still punishable.
        #expect(try law.assess(Self.complete).counts[0].dualCriminality == .met)
    }

    @Test func whatIsNotEncodedIsUnknown() throws {
        var law = SmallLaw()
        law.coverage = law.coverage.replacing("  material/possess: {status: encoded, general-law: searched}", with: "  material/possess: {status: encoded, general-law: not-searched}")
        let result = try law.assess("{act: possess, material.medium: video, mental: purpose}")
        #expect(result.counts[0].requested.status == .unknown)
        law.coverage = law.coverage.replacing("  travel: {status: encoded, general-law: searched}", with: "  travel: not-encoded")
        let travel = try law.assess("{act: travel-for-exploitation, mental: purpose}")
        #expect(travel.counts[0].requested.open == ["BBland: travelling and arranging travel is not encoded"])
    }

    @Test func ambiguousTextNeedsEveryReading() throws {
        var law = SmallLaw()
        law.offencesB = SmallLaw.plain(
            "b", "{act: possess, readings: [{id: narrow, when: {material.medium: photo}}, {id: wide, when: {material.medium: [photo, video]}}]}")
        #expect(try law.assess(Self.complete).counts[0].dualCriminality == .met)
        let video = try law.assess("{act: possess, material.medium: video, mental: purpose}")
        #expect(video.counts[0].requested.status == .unknown)
        #expect(video.counts[0].requested.open == ["the text can be read in several ways (narrow, wide)"])
        law.offencesA = SmallLaw.plain("a", "{act: possess}")
        #expect(try law.assess("{act: possess, material.medium: text, mental: purpose}").counts[0].dualCriminality == .notMet)
    }

    @Test func presumptionsAreListedAndStrictnessDropsThem() throws {
        var law = SmallLaw()
        law.offencesB = SmallLaw.plain(
            "b", "{act: possess, material.medium: photo}",
            extra: ["except: [{name: duty, kind: exclusion, provision: x, when: {lawful-authority: yes}}]"])
        let result = try law.assess(Self.complete)
        #expect(result.counts[0].dualCriminality == .met)
        #expect(result.counts[0].requested.assumed.map(\.element).contains("lawful-authority"))
        let strict = try law.assess(Self.complete, options: .init(strict: true))
        #expect(strict.counts[0].dualCriminality == .depends)
        let raised = try law.assess("{act: possess, material.medium: photo, mental: purpose, lawful-authority: yes}")
        #expect(raised.counts[0].requested.status == .notPunishable)
    }

    @Test func theFaultRuleOfTheStateApplies() throws {
        #expect(try SmallLaw().assess("{act: possess, material.medium: photo, mental: negligence}").counts[0].dualCriminality == .notMet)
        #expect(try SmallLaw().assess("{act: possess, material.medium: photo, mental: acceptance}").counts[0].dualCriminality == .met)
        var law = SmallLaw()
        law.offencesB = SmallLaw.plain("b", "{act: possess, material.medium: photo, mental: at least knowledge}")
        #expect(try law.assess("{act: possess, material.medium: photo, mental: acceptance}").counts[0].requested.status == .notPunishable)
    }
}

/// Presumptions settle their own element and nothing else; each of these was once a false "met" or "clear".
@Suite struct PresumptionTests {
    private func requested(_ when: String, _ facts: String, extra: [String] = []) throws -> Punishability {
        var law = SmallLaw()
        law.offencesB = SmallLaw.plain("b", when, extra: extra)
        return try law.assess(facts).counts[0].requested.status
    }

    /// Silence on who is shown stays open, although "not proved to be an adult" is presumed.
    @Test func aPresumptionDoesNotDecideWhoIsShown() throws {
        let when = "{act: possess, material.person: child}"
        let facts = "{act: possess, material.medium: photo, material.realism: record-of-real-event, mental: purpose}"
        #expect(try requested(when, facts) == .depends)
        let excepted = ["except: [{name: proved, kind: defence, provision: x, when: {adult-or-nobody-proved: yes}}]"]
        #expect(try requested("{act: possess}", "{act: possess, material.person: adult, mental: purpose}", extra: excepted) == .depends)
        #expect(try requested("{act: possess}", "{act: possess, material.person: child, mental: purpose}", extra: excepted) == .punishable)
    }

    /// Nobody attempts by recklessness, even where recklessness completes the offence.
    @Test func anAttemptNeedsAcceptance() throws {
        let when = "{act: possess, mental: at least recklessness}"
        #expect(try requested(when, "{act: possess, mental: recklessness}") == .punishable)
        #expect(try requested(when, "{act: possess, mental: recklessness, stage: attempted}") == .notPunishable)
        #expect(try requested(when, "{act: possess, mental: acceptance, stage: attempted}") == .punishable)
    }

    /// A stated belief in a higher age speaks against "no mistake about age".
    @Test func aStatedBeliefIsNotOverriddenByAPresumption() throws {
        let when = "{act: contact-child, child.age: under 14}"
        let excepted = ["except: [{name: mistake, kind: defence, provision: x, when: {age-error: [careless, reasonable, after-reasonable-steps]}}]"]
        let facts = "{act: contact-child, child.exists: real, child.age: 13, child.believed-age: 21, mental: purpose}"
        #expect(try requested(when, facts, extra: excepted) == .depends)
        #expect(try requested(when, facts.replacing("21", with: "13"), extra: excepted) == .punishable)
    }

    /// Earlier law that was not read may have reached further than the present text.
    @Test func earlierLawIsOpenForTheActAndNotOnlyForThePresentText() throws {
        var law = SmallLaw()
        law.offencesB = SmallLaw.plain("b", "{act: possess, material.medium: photo}", extra: ["in-force: from 2025-07-01"])
        law.dualCriminality += "\n    time: {requested: [conduct]}"
        let result = try law.assess("{act: possess, material.medium: video, mental: purpose}")
        #expect(result.counts[0].requested.status == .unknown)
    }
}
