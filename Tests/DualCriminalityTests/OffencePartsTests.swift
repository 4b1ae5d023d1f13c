import Testing

@testable import DualCriminality

/// Attempt, participation, hooks and kinds of exception.
@Suite struct OffencePartsTests {
    static let contact = "{act: contact-child, child.age: under 14, step.sexual-talk: yes}"
    static let decoy = "{act: contact-child, child.exists: none, child.believed-age: 13, step.sexual-talk: yes, mental: purpose}"
    static let real = "{act: contact-child, child.exists: real, child.age: 13, step.sexual-talk: yes, mental: purpose}"
    static let unfinished = "{act: contact-child, child.exists: real, child.age: 13, step.sexual-talk: yes, mental: purpose, stage: attempted}"

    private func requested(_ attempt: String?, _ facts: String, generalAttempt: String = "{punishable: all, impossible: yes, provision: s 2}", penalty: String = "[{imprisonment: up to 5 years}]") throws -> Punishability {
        var law = SmallLaw()
        law.generalPart = law.generalPart.replacing("{punishable: all, impossible: yes, provision: s 2}", with: generalAttempt)
        if generalAttempt.contains("crimes") {
            law.generalPart = law.generalPart.replacing("ceiling:", with: "crime-threshold: {minimum: 1 year, provision: s 6}, ceiling:")
        }
        law.offencesB = SmallLaw.plain("b", Self.contact, penalty: penalty, extra: attempt.map { ["attempt: \($0)"] } ?? [])
        return try law.assess(facts).counts[0].requested.status
    }

    @Test(arguments: [
        ("yes", Punishability.punishable, Punishability.punishable), ("no", .notPunishable, .notPunishable),
        ("included", .punishable, .punishable), ("same-penalty", .punishable, .punishable),
        ("only-error-about-child", .notPunishable, .punishable),
    ])
    func attemptOfTheOffence(rule: String, unfinished: Punishability, decoy: Punishability) throws {
        #expect(try requested(rule, Self.real) == .punishable)
        #expect(try requested(rule, Self.unfinished) == unfinished)
        #expect(try requested(rule, Self.decoy) == decoy)
    }

    @Test func attemptByTheGeneralPart() throws {
        #expect(try requested(nil, Self.unfinished) == .punishable)
        #expect(try requested(nil, Self.decoy) == .punishable)
        #expect(try requested(nil, Self.unfinished, generalAttempt: "{punishable: where-stated, provision: s 2}") == .notPunishable)
        #expect(try requested(nil, Self.decoy, generalAttempt: "{punishable: all, impossible: no, provision: s 2}") == .notPunishable)
        #expect(try requested(nil, Self.decoy, generalAttempt: "{punishable: all, provision: s 2}") == .unknown)
    }

    @Test func onlyTheAttemptOfCrimesWhereTheCodeSaysSo() throws {
        let rule = "{punishable: crimes-and-where-stated, impossible: yes, provision: s 2}"
        #expect(try requested(nil, Self.unfinished, generalAttempt: rule, penalty: "[{imprisonment: 1 year to 10 years}]") == .punishable)
        #expect(try requested(nil, Self.unfinished, generalAttempt: rule, penalty: "[{imprisonment: 6 months to 10 years}]") == .notPunishable)
        // The crime may hang on a tier.
        let tiers = "[{when: {organised: yes}, imprisonment: at least 2 years}, {imprisonment: 6 months to 5 years}]"
        #expect(try requested(nil, Self.unfinished, generalAttempt: rule, penalty: tiers) == .notPunishable)
        let gang = Self.unfinished.replacing("mental: purpose", with: "mental: purpose, organised: yes")
        #expect(try requested(nil, gang, generalAttempt: rule, penalty: tiers) == .punishable)
    }

    @Test func aHookBindsTheOwnProsecutionAndIsLeftOutOfDualCriminality() throws {
        var law = SmallLaw()
        let hook = ["hook: {when: {hook.federal-territory: yes}, provision: h}"]
        law.offencesA = SmallLaw.plain("a", "{act: possess}", extra: hook)
        law.offencesB = SmallLaw.plain("b", "{act: possess}", extra: hook)
        let without = try law.assess("{act: possess, mental: purpose}")
        #expect(without.counts[0].requesting.status == .notPunishable)
        #expect(without.counts[0].requested.status == .punishable)
        let with = try law.assess("{act: possess, mental: purpose, hook.federal-territory: yes}")
        #expect(with.counts[0].requesting.status == .punishable)
    }

    @Test func discretionAndProcedureTakeNothingAway() throws {
        var law = SmallLaw()
        for (kind, status) in [("exclusion", Punishability.notPunishable), ("defence", .notPunishable), ("discretion", .punishable), ("procedural", .punishable)] {
            law.offencesB = SmallLaw.plain(
                "b", "{act: possess}",
                extra: ["except: [{name: duty, kind: \(kind), provision: x, when: {lawful-authority: yes}}]"])
            let result = try law.assess("{act: possess, material.medium: photo, mental: purpose, lawful-authority: yes}")
            #expect(result.counts[0].requested.status == status, "\(kind)")
        }
    }

    @Test func aStateMayDisregardKindsOfException() throws {
        var law = SmallLaw()
        law.offencesB = SmallLaw.plain(
            "b", "{act: possess}", extra: ["except: [{name: e, kind: excuse, provision: x, when: {lawful-authority: yes}}]"])
        let facts = "{act: possess, material.medium: photo, mental: purpose, lawful-authority: yes}"
        #expect(try law.assess(facts).counts[0].requested.status == .notPunishable)
        law.dualCriminality += "\n    disregards: [excuse]"
        #expect(try law.assess(facts).counts[0].requested.status == .punishable)
    }

    @Test func participation() throws {
        let accomplice = "{act: possess, material.medium: photo, mental: purpose, participation: accomplice}"
        #expect(try SmallLaw().assess(accomplice).counts[0].dualCriminality == .met)
        var law = SmallLaw()
        law.generalPart = law.generalPart.replacing("accomplice: yes", with: "accomplice: no")
        #expect(try law.assess(accomplice).counts[0].dualCriminality == .notMet)
    }

    @Test func anAimAtAnotherOffenceTakesItsAgeRealOrBelieved() throws {
        var law = SmallLaw()
        law.offencesB = SmallLaw.plain("b-make", "{act: produce, child.age: under 16, material.medium: photo}")
            + SmallLaw.plain("b-lure", "{act: contact-child, aims-at: {offences: [b-make], against: same-child}}")
        law.offencesA = SmallLaw.plain("a", "{act: contact-child}")
        func status(_ facts: String) throws -> Punishability { try law.assess(facts).counts[0].requested.status }
        #expect(try status("{act: contact-child, child.exists: real, child.age: 15, aims: [image-of-child], mental: purpose}") == .punishable)
        #expect(try status("{act: contact-child, child.exists: none, child.believed-age: 15, aims: [image-of-child], mental: purpose}") == .punishable)
        #expect(try status("{act: contact-child, child.exists: real, child.age: 16, child.believed-age: 16, aims: [image-of-child], mental: purpose}") == .notPunishable)
        #expect(try status("{act: contact-child, child.exists: real, child.age: 15, aim.image-of-child: no, mental: purpose}") == .notPunishable)
    }
}
