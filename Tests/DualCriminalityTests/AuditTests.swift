import Law
import LawLoader
import Testing

@testable import DualCriminality

/// What in a state's law has no effect, and what is only information; each with a case that must not be found.
@Suite struct AuditTests {
    private func audit(_ offences: String, law: SmallLaw = SmallLaw(), on day: String = "2026-03-01") throws -> AuditReport {
        var law = law
        law.offencesB = offences
        let (state, vocabulary) = try law.requested()
        return try StateAuditor(
            vocabulary: vocabulary, jurisdiction: state, date: try #require(LegalDate(iso: day))
        ).run()
    }

    private func findings(_ offences: String, law: SmallLaw = SmallLaw()) throws -> [AuditFinding] {
        // That categories stay empty is not what these tests ask.
        try audit(offences, law: law).findings.filter { $0.kind != .coverage }
    }

    @Test func whatCanNeverApply() throws {
        let found = try findings(SmallLaw.plain("b", "{act: possess, material.medium: photo, material.person: nobody}"))
        #expect(found.map(\.kind) == [.neverApplies])
        #expect(found.first?.offence == "b")
        #expect(found.first?.provision == "C b")
        #expect(try findings(SmallLaw.plain("b", "{act: possess, material.medium: drawing, material.person: nobody}")) == [])
        // A contradiction that needs no constraint.
        let plain = try findings(SmallLaw.plain("b", "{act: possess, any: [{all: [{material.real-age: under 9}, {material.real-age: at least 12}]}]}"))
        #expect(plain.map(\.kind) == [.neverApplies])
    }

    private func except(_ when: String) -> [String] { ["except: [{name: duty, kind: exclusion, provision: s 8, when: \(when)}]"] }

    @Test func anExceptionThatNeverBites() throws {
        let found = try findings(
            SmallLaw.plain("b", "{act: possess, material.real-age: under 14}", extra: except("{material.real-age: at least 16}")))
        #expect(found.map(\.kind) == [.exceptionNeverBites])
        #expect(found.first?.text == "the exception “duty” (s 8) takes nothing out of it")
        #expect(try findings(
            SmallLaw.plain("b", "{act: possess, material.real-age: under 14}", extra: except("{material.real-age: at least 13}"))) == [])
    }

    /// It takes nothing out of the completed offence, but something out of the attempt that is judged by belief.
    @Test func anExceptionThatBitesInTheAttempt() throws {
        // Where there is no child, only an attempt is left, and that this exception takes away.
        let decoy = SmallLaw.plain("b", "{act: contact-child, child.age: under 14}", extra: except("{child.exists: none}"))
        #expect(try findings(decoy) == [])
        let belief = SmallLaw.plain("b", "{act: contact-child, child.age: under 14}", extra: except("{child.age: at least 14}"))
        #expect(try findings(belief).map(\.kind) == [.exceptionNeverBites])
    }

    /// Rules of procedure take nothing out of a definition and are not looked at.
    @Test func discretionIsNoException() throws {
        #expect(try findings(
            SmallLaw.plain("b", "{act: possess}", extra: ["except: [{name: complaint, kind: procedural, provision: s 8}]"])) == [])
    }

    @Test func oneOffenceInsideAnother() throws {
        let wide = SmallLaw.plain("wide", "{act: [possess, access]}", penalty: "[{imprisonment: up to 2 years}]")
        for (penalty, relation) in [("1 year", AuditFinding.Penalty.lower), ("2 years", .same), ("5 years", .higher)] {
            let found = try findings(
                wide + SmallLaw.plain("narrow", "{act: possess, material.medium: photo}", penalty: "[{imprisonment: up to \(penalty)}]"))
            #expect(found.map(\.kind) == [.inside])
            #expect(found.first?.offence == "narrow")
            #expect(found.first?.other == "wide")
            #expect(found.first?.otherProvision == "C wide")
            #expect(found.first?.penalty == relation)
            #expect(found.first?.text.contains("lies wholly inside C wide") == true)
        }
        // A case of the narrow one that the wide one leaves out.
        #expect(try findings(
            SmallLaw.plain("wide", "{act: [possess, access]}", extra: except("{lawful-authority: yes}"))
                + SmallLaw.plain("narrow", "{act: possess, material.medium: photo}")) == [])
    }

    @Test func jurisdictionalElementsAreLeftOut() throws {
        let found = try findings(
            SmallLaw.plain("wide", "{act: [possess, access]}", extra: ["hook: {when: {hook.federal-territory: yes}, provision: s 7}"])
                + SmallLaw.plain("narrow", "{act: possess}"))
        #expect(found.map(\.kind) == [.inside])
        #expect(found.first?.text.hasPrefix("apart from jurisdictional elements, lies wholly inside C wide") == true)
    }

    /// The penalty is that which the other offence has in these cases, not its highest one.
    @Test func thePenaltyInTheseCases() throws {
        let found = try findings(
            SmallLaw.plain(
                "wide", "{act: [possess, access]}",
                penalty: "[{when: {act: access}, imprisonment: up to 10 years}, {imprisonment: up to 2 years}]")
                + SmallLaw.plain("narrow", "{act: possess, material.medium: photo}", penalty: "[{imprisonment: up to 5 years}]"))
        #expect(found.first?.penalty == .higher)
        #expect(found.first?.text.hasSuffix("the maximum penalty is higher (5 years; there 2 years)") == true)
    }

    /// Inside only if an open question is answered in one way: nothing is claimed.
    @Test func openLawIsNotClaimed() throws {
        let narrow = SmallLaw.plain("narrow", "{act: possess, material.medium: photo}")
        #expect(try findings(narrow + SmallLaw.plain("wide", "{act: possess, any: [{open: whether so}, {material.medium: video}]}")) == [])
        // Both turn on the same question, and then alike.
        let same = try findings(
            SmallLaw.plain("narrow", "{act: possess, open: whether so}")
                + SmallLaw.plain("wide", "{act: [possess, access], open: whether so}"))
        #expect(same.map(\.kind) == [.inside])
    }

    @Test func onlyTheNearestIsNamed() throws {
        let found = try findings(
            SmallLaw.plain("one", "{act: possess, material.real-age: under 9}")
                + SmallLaw.plain("two", "{act: possess, material.real-age: under 14}")
                + SmallLaw.plain("three", "{act: possess, material.real-age: under 18}"))
        #expect(found.map { [$0.offence, $0.other] } == [["one", "two"], ["two", "three"]])
    }

    @Test func twoWithTheSameCases() throws {
        let found = try findings(
            SmallLaw.plain("one", "{act: possess, material.real-age: under 14}")
                + SmallLaw.plain("two", "{act: possess, any: [{material.real-age: under 9}, {material.real-age: 9 to 13}]}"))
        #expect(found.map(\.kind) == [.sameCases])
        #expect(found.first?.offence == "one")
        #expect(found.first?.penalty == .same)
    }

    @Test func anAlternativeThatAddsNothing() throws {
        let found = try findings(
            SmallLaw.plain("b", "{act: possess, any: [{material.real-age: under 14}, {material.real-age: under 9, material.medium: photo}]}"))
        #expect(found.map(\.kind) == [.redundantAlternative])
        #expect(found.first?.text.contains("under 9") == true)
        #expect(try findings(
            SmallLaw.plain("b", "{act: possess, any: [{material.real-age: under 14}, {material.real-age: under 16, material.medium: photo}]}")) == [])
        // Of two that say the same, one is named; without it, the other is needed.
        let twins = try findings(SmallLaw.plain("b", "{act: possess, any: [{material.medium: photo}, {material.medium: photo}]}"))
        #expect(twins.map(\.kind) == [.redundantAlternative])
        // A belief matters only for the attempt, and there it matters.
        #expect(try findings(SmallLaw.plain("b", "{act: contact-child, child.is-or-believed: under 14}")) == [])
    }

    @Test func onlyLawOfTheDay() throws {
        let offence = SmallLaw.plain(
            "b", "{act: possess}",
            extra: [
                "versions:", "  - {in-force: 2000-01-01 to 2020-12-31, when: {act: possess, material.medium: photo, material.person: nobody}}",
                "  - {in-force: from 2021-01-01}",
            ])
        #expect(try audit(offence).findings.filter { $0.kind == .neverApplies } == [])
        #expect(try audit(offence, on: "2010-01-01").findings.filter { $0.kind == .neverApplies }.count == 1)
        let before = try audit(offence, on: "1990-01-01")
        #expect(before.offences == 1)
        #expect(before.inForce == 0)
    }

    @Test func whatIsEncoded() throws {
        var law = SmallLaw()
        law.openLaw = "  - {text: State law, when: {act: access}}"
        law.coverage = law.coverage.replacing("travel: {status: encoded", with: "travel: {status: no-offence, because: none")
            .replacing("material/access: {status: encoded", with: "material/access: {status: no-offence, because: none")
        let draft = SmallLaw.plain("b-2", "{act: access}").replacing("review: source-checked", with: "review: draft")
        let report = try audit(SmallLaw.plain("b-1", "{act: possess}", extra: ["in-force-review: unverified", "in-force: from 2000-01-01"]) + draft, law: law)
        #expect(report.inForce == 2)
        #expect(report.reviews == ["source-checked": 1, "draft": 1])
        #expect(report.commencementUnverified == 1)
        #expect(report.sources.map(\.offences) == [2])
        #expect(report.oldestSource == "2026-01-01")
        #expect(report.openLaw == ["State law"])
        let possess = try #require(report.categories.first { $0.id == "material/possess" })
        #expect(possess.offences == 1 && possess.sourceChecked == 1 && possess.coverage == "encoded" && possess.generalLawSearched)
        let access = try #require(report.categories.first { $0.id == "material/access" })
        #expect(access.offences == 1 && access.sourceChecked == 0 && access.coverage == "no-offence")
        let coverage = report.findings.filter { $0.kind == .coverage }.map(\.text)
        #expect(coverage.contains { $0.hasPrefix("material/access: said to have no offence, but 1") })
        #expect(coverage.contains { $0.hasPrefix("performance: said to be encoded, but no offence") })
        #expect(!coverage.contains { $0.hasPrefix("travel") || $0.hasPrefix("material/possess") })
    }

    /// `validate` warns of what has no effect.
    @Test func validateWarns() throws {
        var law = SmallLaw()
        law.offencesB = SmallLaw.plain("b-1", "{act: possess, material.real-age: under 14}", extra: except("{material.real-age: at least 16}"))
            + SmallLaw.plain("b-2", "{act: possess, any: [{all: [{material.real-age: under 9}, {material.real-age: at least 12}]}]}")
        let result = try EncodingCheck(library: try law.library()).run([JurisdictionCode("BB")])
        let dead = result.diagnostics.filter { ["law/never-applies", "law/exception-never-bites"].contains($0.code) }
        #expect(dead.map(\.message) == ["the exception `duty` of `b-1` takes nothing out of it", "`b-2` can never apply"])
        #expect(dead.allSatisfy { $0.severity == .warning })
        law.offencesB = SmallLaw.plain("b-1", "{act: possess}", extra: except("{material.real-age: at least 16}"))
        let clean = try EncodingCheck(library: try law.library()).run([JurisdictionCode("BB")])
        #expect(!clean.diagnostics.contains { $0.code == "law/exception-never-bites" || $0.code == "law/never-applies" })
    }

    /// The bundled law: nothing in it is dead.
    @Test(arguments: CorpusTests.library.codes)
    func theBundledLaw(code: JurisdictionCode) throws {
        let vocabulary = try CorpusTests.library.vocabulary()
        let state = try CorpusTests.library.jurisdiction(code, vocabulary: vocabulary)
        let date = try #require(state.sources.map(\.consolidated).max())
        let report = try StateAuditor(vocabulary: vocabulary, jurisdiction: state, date: date).run()
        #expect(report.inForce > 10)
        let dead: Set<AuditFinding.Kind> = [.neverApplies, .exceptionNeverBites, .redundantAlternative, .tooLarge, .sameCases]
        #expect(report.findings.filter { dead.contains($0.kind) } == [])
    }
}
