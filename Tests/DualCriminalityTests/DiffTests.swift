import Law
import Testing

@testable import DualCriminality

/// Two versions of the law: what is edited, which answers change, and why.
@Suite struct DiffTests {
    private func states(_ law: SmallLaw) throws -> (vocabulary: Vocabulary, states: [Jurisdiction]) {
        let library = try law.library()
        let vocabulary = try library.vocabulary()
        return (vocabulary, try library.codes.map { try library.jurisdiction($0, vocabulary: vocabulary) })
    }

    private func differ(
        _ old: SmallLaw, _ new: SmallLaw, on oldDate: String = "2026-03-01", and newDate: String = "2026-03-01",
        reversed: Bool = false
    ) throws -> LawDiffer {
        let before = try states(old)
        let after = try states(new)
        return LawDiffer(
            vocabulary: after.vocabulary, old: reversed ? before.states.reversed() : before.states,
            on: try #require(LegalDate(iso: oldDate)), named: "old", new: after.states,
            on: try #require(LegalDate(iso: newDate)), named: "new")
    }

    /// AA's offences stay, BB's change.
    private func diff(_ a: String, _ old: String, _ new: String) throws -> LawDiff {
        var before = SmallLaw()
        before.offencesA = a
        before.offencesB = old
        var after = before
        after.offencesB = new
        return try differ(before, after).run()
    }

    private func toB(_ diff: LawDiff) -> [AnswerChange] { diff.changes.filter { $0.to == "BB" } }

    @Test func anAgeThatIsRaisedClosesAGapAndIsTheCause() throws {
        let diff = try diff(
            SmallLaw.plain("a", "{act: possess, material.real-age: under 16}"),
            SmallLaw.plain("b", "{act: possess, material.real-age: under 14}"),
            SmallLaw.plain("b", "{act: possess, material.real-age: under 16}"))
        let edit = try #require(diff.edits.first)
        #expect(diff.edits.count == 1)
        #expect(edit.id == "BB/offence/b")
        #expect(edit.kind == .changed)
        #expect(edit.changes.map(\.text) == ["the person shown was under 14 when recorded → under 16"])
        let change = try #require(toB(diff).first)
        #expect(change.before?.coverage == .partlyCovered)
        #expect(change.before?.gaps.first?.region.all.first?.from == 14)
        #expect(change.after?.coverage == .covered)
        #expect(change.after?.gaps == [])
        #expect(change.kind == .changed)
        #expect(change.effect == .reachesMore)
        #expect(change.cause == Cause(kind: .one, edits: [["BB/offence/b"]], partly: [], complete: true))
        // BB's own offence is wider now, but still inside AA's.
        #expect(diff.changes.count == 1)
        #expect(edit.causes == 1)
        #expect(diff.pairs == 2)
    }

    @Test func anAgeThatIsLoweredOpensAGap() throws {
        let diff = try diff(
            SmallLaw.plain("a", "{act: possess, material.real-age: under 16}"),
            SmallLaw.plain("b", "{act: possess, material.real-age: under 16}"),
            SmallLaw.plain("b", "{act: possess, material.real-age: under 14}"))
        #expect(toB(diff).map(\.effect) == [.reachesLess])
        #expect(toB(diff).first?.differs.contains("coverage") == true)
    }

    @Test func ofTwoEditsOnlyOneCauses() throws {
        let diff = try diff(
            SmallLaw.plain("a", "{act: possess, material.real-age: under 16}"),
            SmallLaw.plain("b-1", "{act: possess, material.real-age: under 14}")
                + SmallLaw.plain("b-2", "{act: possess, material.real-age: at least 18}"),
            SmallLaw.plain("b-1", "{act: possess, material.real-age: under 16}")
                + SmallLaw.plain("b-2", "{act: possess, material.real-age: at least 18, material.medium: photo}"))
        #expect(diff.edits.map(\.name) == ["b-1", "b-2"])
        #expect(toB(diff).map(\.cause) == [Cause(kind: .one, edits: [["BB/offence/b-1"]], partly: [], complete: true)])
    }

    @Test func twoEditsThatOnlyTogetherCause() throws {
        let diff = try diff(
            SmallLaw.plain("a", "{act: possess, material.real-age: under 18}"),
            SmallLaw.plain("b-1", "{act: possess, material.real-age: under 14}")
                + SmallLaw.plain("b-2", "{act: possess, material.real-age: 17}"),
            SmallLaw.plain("b-1", "{act: possess, material.real-age: under 16}")
                + SmallLaw.plain("b-2", "{act: possess, material.real-age: 16 to 17}"))
        let cause = try #require(toB(diff).first?.cause)
        #expect(toB(diff).first?.after?.coverage == .covered)
        #expect(cause.kind == .set)
        #expect(cause.edits == [["BB/offence/b-1", "BB/offence/b-2"]])
        #expect(cause.partly == ["BB/offence/b-1", "BB/offence/b-2"])
        #expect(cause.complete)
    }

    /// One edit in each state, and neither changes the answer to the new one.
    @Test func editsOfBothStatesTogether() throws {
        var before = SmallLaw()
        before.offencesA = SmallLaw.plain("a", "{act: possess, material.real-age: under 14}")
        before.offencesB = SmallLaw.plain("b", "{act: possess, material.real-age: under 14}")
        var after = before
        after.offencesA = SmallLaw.plain("a", "{act: possess, material.real-age: under 18}")
        after.offencesB = SmallLaw.plain("b", "{act: possess, material.real-age: under 16}")
        let diff = try differ(before, after).run()
        let change = try #require(toB(diff).first)
        #expect(change.before?.coverage == .covered)
        #expect(change.after?.coverage == .partlyCovered)
        // The edit of AA alone opens a wider gap, 14 to 17.
        #expect(change.cause.kind == .set)
        #expect(change.cause.edits == [["AA/offence/a", "BB/offence/b"]])
        #expect(change.cause.partly == ["AA/offence/a"])
    }

    @Test func eachOfTwoEditsAlone() throws {
        let diff = try diff(
            SmallLaw.plain("a", "{act: possess, material.real-age: under 16}"),
            SmallLaw.plain("b-1", "{act: possess, material.real-age: under 14}")
                + SmallLaw.plain("b-2", "{act: possess, material.real-age: under 14}"),
            SmallLaw.plain("b-1", "{act: possess, material.real-age: under 16}")
                + SmallLaw.plain("b-2", "{act: possess, material.real-age: under 16}"))
        let cause = try #require(toB(diff).first?.cause)
        #expect(cause.kind == .each)
        #expect(cause.edits == [["BB/offence/b-1"], ["BB/offence/b-2"]])
    }

    /// Five edits that all matter: more than a set that is searched for.
    @Test func manyEditsTogether() throws {
        func law(_ width: Int) -> String {
            (0..<5).map { SmallLaw.plain("b-\($0)", "{act: possess, material.real-age: \($0 * 3) to \($0 * 3 + width)}") }.joined()
        }
        let diff = try diff(SmallLaw.plain("a", "{act: possess, material.real-age: under 15}"), law(1), law(2))
        let cause = try #require(toB(diff).first?.cause)
        #expect(toB(diff).first?.after?.coverage == .covered)
        #expect(cause.kind == .together)
        #expect(cause.edits == [(0..<5).map { "BB/offence/b-\($0)" }])
        #expect(!cause.complete)
    }

    @Test func aDefinitionIsOneEdit() throws {
        var before = SmallLaw()
        before.offencesA = SmallLaw.plain("a", "{act: [possess, access], material.medium: [photo, video]}")
        let offences = SmallLaw.plain("b-1", "{act: possess, is: pictures}") + SmallLaw.plain("b-2", "{act: access, is: pictures}")
        func definition(_ media: String) -> String {
            "definitions: {pictures: {provision: s 9, when: {material.medium: \(media)}}}\noffences:\n"
        }
        var after = before
        // The file's list of offences begins after its definitions.
        before.offencesB = offences
        after.offencesB = offences
        before.definitionsB = definition("photo")
        after.definitionsB = definition("[photo, video]")
        let diff = try differ(before, after).run()
        #expect(diff.edits.map(\.id) == ["BB/definition/pictures"])
        #expect(diff.edits.first?.provision == "s 9")
        #expect(diff.edits.first?.changes.count == 1)
        let change = try #require(toB(diff).first)
        #expect(change.after?.coverage == .covered)
        #expect(change.cause.edits == [["BB/definition/pictures"]])
    }

    @Test func offencesThatComeAndGo() throws {
        let a = SmallLaw.plain("a", "{act: access}")
        let possession = SmallLaw.plain("b", "{act: possess}")
        let access = SmallLaw.plain("b-access", "{act: access}")
        let added = try diff(a, possession, possession + access)
        #expect(added.edits.map(\.kind) == [.added])
        #expect(toB(added).first?.before?.coverage == .notCovered)
        #expect(toB(added).first?.after?.coverage == .covered)
        let own = try #require(added.changes.first { $0.from == "BB" })
        #expect(own.kind == .added)
        #expect(own.before == nil)
        #expect(own.after?.coverage == .covered)
        #expect(own.cause.edits == [["BB/offence/b-access"]])
        let removed = try diff(a, possession + access, possession)
        #expect(removed.edits.map(\.kind) == [.removed])
        #expect(removed.changes.first { $0.from == "BB" }?.kind == .removed)
        #expect(toB(removed).first?.effect == .reachesLess)
    }

    @Test func twoDays() throws {
        var law = SmallLaw()
        law.offencesA = SmallLaw.plain("a", "{act: possess, material.real-age: under 16}")
        law.offencesB = SmallLaw.plain(
            "b", "{act: possess, material.real-age: under 14}",
            extra: [
                "versions:", "  - {in-force: 2000-01-01 to 2020-12-31}",
                "  - {in-force: from 2021-01-01, when: {act: possess, material.real-age: under 16}}",
            ])
        let diff = try differ(law, law, on: "2020-06-01", and: "2021-06-01").run()
        #expect(diff.edits.map(\.id) == ["BB/offence/b"])
        #expect(diff.edits.first?.changes.map(\.aspect) == [.elements, .inForce])
        #expect(diff.edits.first?.changes.last?.text == "in force from 2021-01-01")
        #expect(toB(diff).map(\.after?.coverage) == [.covered])
        #expect(try differ(law, law, on: "2019-06-01", and: "2020-06-01").run().edits == [])
        // Before the first version, what applied is not encoded.
        let beginning = try differ(law, law, on: "1999-06-01", and: "2000-06-01").run()
        #expect(Set(beginning.edits.map(\.kind)) == [.added])
        #expect(beginning.edits.first?.changes.contains { $0.text.contains("the law before 2000-01-01 is not encoded") } == true)
    }

    @Test func nothingChanges() throws {
        let law = SmallLaw()
        let same = try differ(law, law).run()
        #expect(same.edits == [])
        #expect(same.changes == [])
        #expect(same.pairs == 0)
        // What is only written in another way is an edit, but changes no answer.
        let other = try diff(
            SmallLaw.plain("a", "{act: possess, material.real-age: under 16}"),
            SmallLaw.plain("b", "{act: possess, material.real-age: under 14}"),
            SmallLaw.plain("b", "{act: possess, any: [{material.real-age: under 9}, {material.real-age: 9 to 13}]}"))
        #expect(other.edits.count == 1)
        #expect(other.changes == [])
        #expect(other.compared == 2)
        // The order of parts is not even an edit.
        let order = try diff(
            SmallLaw.plain("a", "{act: possess}"), SmallLaw.plain("b", "{act: possess, any: [{material.medium: photo}, {material.real-age: 3}]}"),
            SmallLaw.plain("b", "{any: [{material.real-age: 3}, {material.medium: photo}], act: possess}"))
        #expect(order.edits == [])
    }

    /// An edit of another act cannot reach the answer, and is not compared.
    @Test func whatCannotReachAnAnswerIsLeftOut() throws {
        let diff = try diff(
            SmallLaw.plain("a", "{act: possess}"), SmallLaw.plain("b", "{act: access}"),
            SmallLaw.plain("b", "{act: access, material.medium: photo}"))
        #expect(toB(diff) == [])
        #expect(diff.compared == 1)
    }

    @Test func theGeneralPart() throws {
        var before = SmallLaw()
        before.offencesA = SmallLaw.plain("a", "{act: possess, mental: at least recklessness}")
        before.offencesB = SmallLaw.plain("b", "{act: possess}")
        var after = before
        after.generalPart = before.generalPart.replacing("at-least: acceptance", with: "at-least: recklessness")
        let diff = try differ(before, after).run()
        #expect(diff.edits.map(\.id) == ["AA/general-part/default-fault", "BB/general-part/default-fault"])
        let change = try #require(toB(diff).first)
        #expect(change.after?.coverage == .covered)
        #expect(change.cause.edits == [["BB/general-part/default-fault"]])
    }

    @Test func penaltiesExceptionsAndAttempt() throws {
        let a = SmallLaw.plain("a", "{act: possess}")
        let old = SmallLaw.plain("b", "{act: possess}", penalty: "[{imprisonment: up to 1 year}]", extra: ["attempt: no"])
        let new = SmallLaw.plain(
            "b", "{act: possess}", penalty: "[{imprisonment: up to 3 years}]",
            extra: ["attempt: yes", "except: [{name: duty, kind: exclusion, provision: s 8, when: {lawful-authority: yes}}]"])
        let diff = try diff(a, old, new)
        #expect(diff.edits.first?.changes.map(\.aspect) == [.exception, .attempt, .penalty])
        #expect(diff.edits.first?.changes.last?.text == "penalty up to 1 year → up to 3 years")
        #expect(diff.edits.first?.changes.first?.text.hasPrefix("exception added: “duty” (exclusion, s 8): ") == true)
        let change = try #require(toB(diff).first)
        #expect(change.differs.contains("covered-at"))
        #expect(change.after?.coveredAt["36"] == .covered)
        #expect(change.before?.coveredAt["36"] == .notCovered)
    }

    @Test func openLawAndCoverage() throws {
        var before = SmallLaw()
        before.offencesA = SmallLaw.plain("a", "{act: access}")
        var after = before
        after.openLaw = "  - {text: State law, when: {act: access}}"
        let diff = try differ(before, after).run()
        #expect(diff.edits.map(\.id) == ["BB/open-law/State law"])
        #expect(toB(diff).first?.before?.coverage == .notCovered)
        #expect(toB(diff).first?.after?.coverage == .unknown)
        #expect(toB(diff).first?.after?.open == ["State law"])
        after = before
        after.coverage = before.coverage.replacing(
            "material/access: {status: encoded, general-law: searched}", with: "material/access: {status: not-encoded}")
        let coverage = try differ(before, after).run()
        #expect(coverage.edits.map(\.id) == ["AA/coverage/material/access", "BB/coverage/material/access"])
        #expect(toB(coverage).first?.cause.edits == [["BB/coverage/material/access"]])
    }

    @Test func onlyOneCategoryOrState() throws {
        var before = SmallLaw()
        before.offencesA = SmallLaw.plain("a-1", "{act: access}") + SmallLaw.plain("a-2", "{act: possess}")
        before.offencesB = SmallLaw.plain("b", "{act: possess, material.medium: photo}")
        var after = before
        after.offencesB = SmallLaw.plain("b", "{act: [possess, access], material.medium: photo}")
        var differ = try differ(before, after)
        differ.category = "material/access"
        #expect(toB(try differ.run()).map(\.id) == ["a-1"])
        differ.category = nil
        differ.states = [JurisdictionCode("ZZ")]
        let nobody = try differ.run()
        #expect(nobody.changes == [])
        #expect(nobody.pairs == 0)
    }

    @Test func theOrderOfStatesDoesNotMatter() throws {
        var before = SmallLaw()
        before.offencesB = SmallLaw.plain("b", "{act: possess, material.real-age: under 14}")
        var after = before
        after.offencesB = SmallLaw.plain("b", "{act: possess, material.real-age: under 16}")
        after.offencesA = SmallLaw.plain("a-possess", "{act: possess}")
        let diff = try differ(before, after).run()
        #expect(!diff.changes.isEmpty)
        #expect(try differ(before, after, reversed: true).run() == diff)
    }

    /// The answers are those of the comparison itself.
    @Test func agreesWithTheComparison() throws {
        var before = SmallLaw()
        before.offencesA = SmallLaw.plain("a-1", "{act: possess, material.real-age: under 18}") + SmallLaw.plain("a-2", "{act: access}")
        before.offencesB = SmallLaw.plain("b", "{act: possess, material.real-age: under 14}")
        var after = before
        after.offencesB = SmallLaw.plain("b", "{act: [possess, access], material.real-age: under 16}")
        let diff = try differ(before, after).run()
        #expect(toB(diff).map(\.id) == ["a-1", "a-2"])
        for (law, answer) in [(before, \AnswerChange.before), (after, \AnswerChange.after)] {
            let (vocabulary, states) = try states(law)
            let date = try #require(LegalDate(iso: "2026-03-01"))
            let comparison = try Comparer(vocabulary: vocabulary, from: states[0], to: states[1], date: date).compare()
            #expect(toB(diff).map { $0[keyPath: answer] } == comparison.offences.map { AnswerChange.Answer($0) })
        }
    }

    @Test func subsetsInOrder() {
        let choices = (0..<4).map { PairDiff.Choice(isFrom: false, place: $0) }
        func places(_ size: Int) -> [[Int]] { CauseSearch.subsets(of: choices, size: size).map { $0.map(\.place) } }
        #expect(places(2) == [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]])
        #expect(places(3) == [[0, 1, 2], [0, 1, 3], [0, 2, 3], [1, 2, 3]])
        #expect(places(4) == [[0, 1, 2, 3]])
        #expect(places(5) == [])
    }

    /// Two laws whose definitions, mixed, would lead back to themselves.
    @Test func definitionsInACircle() throws {
        var before = SmallLaw()
        before.offencesA = SmallLaw.plain("a", "{act: possess, material.real-age: under 16}")
        let offences = SmallLaw.plain("b-1", "{act: possess, is: one}") + SmallLaw.plain("b-2", "{act: possess, is: two}")
        func definitions(_ one: String, _ two: String) -> String {
            "definitions: {one: {provision: s 8, when: \(one)}, two: {provision: s 9, when: \(two)}}\noffences:\n"
        }
        before.offencesB = offences
        var after = before
        before.definitionsB = definitions("{is: two}", "{material.real-age: under 14}")
        after.definitionsB = definitions("{material.real-age: under 16}", "{is: one, material.medium: photo}")
        let diff = try differ(before, after).run()
        #expect(diff.edits.map(\.id) == ["BB/definition/one", "BB/definition/two"])
        #expect(toB(diff).first?.after?.coverage == .covered)
        #expect(toB(diff).first?.cause.edits == [["BB/definition/one"]])
    }
}
